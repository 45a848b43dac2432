"""Qualification, language, mobility, limits and needs of a person (2.6)."""

from __future__ import annotations

from neuewege_desktop.domain.choices.people import (
    BarrierGroup,
    BusService,
    CourseState,
    HealthLimitKind,
    HealthSource,
    LanguageLevel,
    NeedKind,
    NeedState,
    School,
    Vocational,
)
from neuewege_desktop.domain.records.kind import S2, S3, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import Period


@record("qualification", Family.CASE)
class Qualification(Record):
    """Highest school and vocational qualification, § 51b SGB II."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)
    school: School | None = fact(S2, default=None)
    vocational: Vocational | None = fact(S2, default=None)
    occupation_code: str = fact(S2, default="")
    finished_year: int | None = fact(S2, default=None)
    skills: frozenset[str] = fact(S2, default=frozenset())


@record("language_skill", Family.CASE)
class LanguageSkill(Record):
    """How well a person speaks a language."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)
    language: str = fact(S2)  # ISO 639
    level: LanguageLevel = fact(S2)


@record("course_entitlement", Family.CASE)
class CourseEntitlement(Record):
    """Where a person stands with integration and vocational language courses."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)
    integration_course: CourseState | None = fact(S2, default=None)
    language_course: CourseState | None = fact(S2, default=None)


@record("mobility", Family.CASE)
class Mobility(Record):
    """How a person gets to work."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)
    licences: frozenset[str] = fact(S2, default=frozenset())
    car_available: bool | None = fact(S2, default=None)
    bus_rail: BusService | None = fact(S2, default=None)
    commute_max_min: int | None = fact(S2, default=None)
    shift_work: bool | None = fact(S2, default=None)


@record("health_limit", Family.CASE)
class HealthLimit(Record):
    """What a person cannot do, never why."""

    person: RecordId = fact(S3, refers="person", index=True)
    period: Period = fact(S3)
    limit: HealthLimitKind = fact(S3)
    source: HealthSource = fact(S3)
    hours_day_max: int | None = fact(S3, default=None)


@record("need_16a", Family.CASE)
class Need16a(Record):
    """A municipal service a person needs, § 16a SGB II; the counselling itself is never kept."""

    person: RecordId = fact(S3, refers="person", index=True)
    period: Period = fact(S3)
    need: NeedKind = fact(S3)
    state: NeedState = fact(S3, default=NeedState.SUSPECTED)


@record("barrier", Family.CASE)
class Barrier(Record):
    """A circumstance that hampers placement; S3 because the group may be capacity to work."""

    person: RecordId = fact(S3, refers="person", index=True)
    period: Period = fact(S3)
    group: BarrierGroup = fact(S3)
    code: str = fact(S3)
    severity: int = fact(S3, default=2)  # 1 light … 3 heavy
