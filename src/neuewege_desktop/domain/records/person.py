"""The person and what is true of them for a time (2.5)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from typing_extensions import override

from neuewege_desktop.domain.choices.people import (
    ElbEnd,
    EmploymentKind,
    FamilyStatus,
    NationalityGroup,
    Salutation,
    Sex,
    WorkPermit,
)
from neuewege_desktop.domain.records.kind import S2, S3, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import Period


@dataclass(frozen=True, slots=True)
class PersonName:
    """The name of a person; its parts change together."""

    last: str
    first: str

    @override
    def __str__(self) -> str:
        return f"{self.last}, {self.first}"


@record("person", Family.CASE)
class Person(Record):
    """A client. The client number is kept for life, but may be unknown."""

    client_number: str = fact(S2, default="", index=True)
    name: PersonName = fact(S2)
    title: str = fact(S2, default="")
    salutation: Salutation = fact(S2, default=Salutation.NONE)
    sex: Sex = fact(S2, default=Sex.UNKNOWN)
    birth_date: dt.date | None = fact(S2, default=None)  # lists may lack it
    death_date: dt.date | None = fact(S2, default=None)
    family_status: FamilyStatus | None = fact(S2, default=None)
    nationality_group: NationalityGroup | None = fact(S3, default=None)
    work_permit: WorkPermit | None = fact(S3, default=None)
    phone: str = fact(S2, default="")
    email: str = fact(S2, default="")
    interpreter_language: str = fact(S2, default="")  # ISO 639
    secrecy_block: bool = fact(S3, default=False)  # address never printed
    accessibility_need: str = fact(S3, default="")


@record("elb_spell", Family.CASE)
class ElbSpell(Record):
    """Days as employable beneficiary; spells may overlap and are merged for counting (4.3)."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)
    reason_end: ElbEnd | None = fact(S2, default=None)


@record("unemployment_spell", Family.CASE)
class UnemploymentSpell(Record):
    """Unemployed for a time; while in a measure a person is not, whatever stands here (4.4)."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)
    end_reason: str = fact(S2, default="")


@record("employment_spell", Family.CASE)
class EmploymentSpell(Record):
    """Work of some kind for a time."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)
    employment: EmploymentKind = fact(S2)
    hours_week: int | None = fact(S2, default=None)


@record("school_spell", Family.CASE)
class SchoolSpell(Record):
    """At school for a time; no employment."""

    person: RecordId = fact(S2, refers="person", index=True)
    period: Period = fact(S2)


@record("incapacity_spell", Family.CASE)
class IncapacitySpell(Record):
    """Certified unable to work for a time, § 56 SGB II; never a diagnosis."""

    person: RecordId = fact(S3, refers="person", index=True)
    period: Period = fact(S3)
