"""What invented people do, can and need: the facts of a person in the course of time."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.people import (
    BarrierGroup,
    BusService,
    CourseState,
    EmploymentKind,
    HealthLimitKind,
    HealthSource,
    LanguageLevel,
    MemberRole,
    NeedKind,
    NeedState,
    School,
    Vocational,
)
from neuewege_desktop.domain.law.ages import age, reaches
from neuewege_desktop.domain.records.abilities import (
    Barrier,
    CourseEntitlement,
    HealthLimit,
    LanguageSkill,
    Mobility,
    Need16a,
    Qualification,
)
from neuewege_desktop.domain.records.person import (
    ElbSpell,
    EmploymentSpell,
    Person,
    SchoolSpell,
    UnemploymentSpell,
)
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.demo.days import Days
from neuewege_desktop.services.demo.scribe import Scribe
from neuewege_desktop.services.demo.stories import Plot

_SGB_II = dt.date(2005, 1, 1)
_DAY = dt.timedelta(1)
_LONGER_THAN_AN_AGREEMENT = dt.timedelta(210)  # who concludes one is entitled on that day
_HOURS = {EmploymentKind.FULL_TIME: 39, EmploymentKind.PART_TIME: 25, EmploymentKind.MINI: 10}
_EDUCATIONS = (
    (School.NONE, Vocational.NONE),
    (School.LOWER, Vocational.NONE),
    (School.LOWER, Vocational.COMPANY),
    (School.MIDDLE, Vocational.COMPANY),
    (School.UPPER, Vocational.SCHOOL),
    (School.UPPER, Vocational.MASTER),
    (School.FOREIGN, Vocational.FOREIGN),
)
_LEVELS = (*[LanguageLevel.NATIVE] * 7, LanguageLevel.A2, LanguageLevel.B1, LanguageLevel.B2)
_NEEDS = (NeedKind.CHILDCARE, NeedKind.DEBTS, NeedKind.PSYCHOSOCIAL, NeedKind.ADDICTION)
_NEED_STATES = (NeedState.SUSPECTED, NeedState.DISCUSSED, NeedState.RUNNING)
_BARRIERS = (
    (BarrierGroup.QUALIFICATION, "Abschluss"),
    (BarrierGroup.ENVIRONMENT, "Kinderbetreuung"),
    (BarrierGroup.ENVIRONMENT, "Mobilität"),
    (BarrierGroup.CAPACITY, "Belastbarkeit"),
    (BarrierGroup.MOTIVATION, "Perspektive"),
)


class LifeMaker:
    """Writes the facts of people of one municipality."""

    def __init__(self, scribe: Scribe, days: Days) -> None:
        self._scribe = scribe
        self._days = days
        self._chance = days.chance

    def tell(self, person: Person, born: dt.date, role: MemberRole, plot: Plot) -> None:
        """Write what is known of somebody of this age and role; nothing of small children."""
        years = age(born, self._days.today)
        if years < 15:
            return
        before = min(plot.opened, self._days.today - _LONGER_THAN_AN_AGREEMENT)
        since = before - dt.timedelta(self._chance.randint(0, 1200))
        since = max(since, _SGB_II, reaches(born, 15))
        self._scribe.write(ElbSpell, person=person.id, period=Period(since))
        if years < 18:
            self._scribe.write(SchoolSpell, person=person.id, period=Period(since))
            return
        since = max(since, reaches(born, 18))
        self._work(person, since, plot.hired if role == MemberRole.HEAD else None)
        self._abilities(person, since)
        self._circumstances(person, since)

    def _work(self, person: Person, since: dt.date, hired: dt.date | None) -> None:
        """Write a job or the lack of one; whoever was hired was unemployed until then."""
        if hired is not None:
            if since < hired:
                until = Period(since, hired - _DAY)
                end = "Arbeitsaufnahme"
                self._scribe.write(
                    UnemploymentSpell, person=person.id, period=until, end_reason=end
                )
            self._job(person, (EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME), hired)
            return
        kind = self._chance.random()
        if kind < 0.15:
            self._job(person, (EmploymentKind.MINI,), since)
        elif kind < 0.2:
            self._job(person, (EmploymentKind.PART_TIME, EmploymentKind.SELF_EMPLOYED), since)
        elif kind < 0.85:
            start = min(since + dt.timedelta(self._chance.randint(0, 400)), self._days.today)
            self._scribe.write(UnemploymentSpell, person=person.id, period=Period(start))

    def _job(self, person: Person, kinds: tuple[EmploymentKind, ...], start: dt.date) -> None:
        kind = self._chance.choice(kinds)
        self._scribe.write(
            EmploymentSpell,
            person=person.id,
            employment=kind,
            hours_week=_HOURS.get(kind),
            period=Period(start),
        )

    def _abilities(self, person: Person, since: dt.date) -> None:
        period, pick, happens = Period(since), self._chance.choice, self._chance.random
        school, vocational = pick(_EDUCATIONS)
        self._scribe.write(
            Qualification, person=person.id, period=period, school=school, vocational=vocational
        )
        level = pick(_LEVELS)
        self._scribe.write(
            LanguageSkill, person=person.id, period=period, language="de", level=level
        )
        if level == LanguageLevel.A2:
            course = pick((CourseState.OPEN, CourseState.ADMITTED, CourseState.RUNNING))
            self._scribe.write(
                CourseEntitlement, person=person.id, period=period, integration_course=course
            )
        if happens() < 0.4:
            has_licence = happens() < 0.6
            self._scribe.write(
                Mobility,
                person=person.id,
                period=period,
                licences=frozenset({"B"} if has_licence else ()),
                car_available=has_licence and happens() < 0.5,
                bus_rail=pick((BusService.GOOD, BusService.LIMITED)),
                commute_max_min=pick((30, 45, 60)),
            )

    def _circumstances(self, person: Person, since: dt.date) -> None:
        pick, happens = self._chance.choice, self._chance.random
        period = Period(max(since, self._days.ago(5, 80)))
        if happens() < 0.25:
            need, state = pick(_NEEDS), pick(_NEED_STATES)
            self._scribe.write(Need16a, person=person.id, period=period, need=need, state=state)
        if happens() < 0.15:
            self._scribe.write(
                HealthLimit,
                person=person.id,
                period=period,
                limit=pick((HealthLimitKind.NO_HEAVY_LIFTING, HealthLimitKind.NO_SHIFTS)),
                source=pick((HealthSource.SELF, HealthSource.MEDICAL_SERVICE)),
            )
        if happens() < 0.3:
            group, code = pick(_BARRIERS)
            self._scribe.write(
                Barrier,
                person=person.id,
                period=period,
                group=group,
                code=code,
                severity=self._chance.randint(1, 3),
            )
