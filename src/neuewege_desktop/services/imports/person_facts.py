"""What a line says of a person, put down as facts with their validity (samples, columns)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import (
    BarrierGroup,
    CourseState,
    HealthLimitKind,
    HealthSource,
    NeedKind,
)
from neuewege_desktop.domain.choices.work import ParticipationState, ResultCode
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.line import AT_SCHOOL, EMPLOYMENTS, Dates, Line, LineReader
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.abilities import (
    Barrier,
    CourseEntitlement,
    HealthLimit,
    LanguageSkill,
    Mobility,
    Need16a,
    Qualification,
)
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.person import (
    ElbSpell,
    EmploymentSpell,
    SchoolSpell,
    UnemploymentSpell,
)
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.imports.facts import FactKeeper
from neuewege_desktop.services.imports.measures import Measures
from neuewege_desktop.services.imports.shelf import Shelf
from neuewege_desktop.services.imports.towns import Town

# The kinds of fact that lists bring of a person, for fetching them in one go.
PERSON_FACTS: tuple[type[Record], ...] = (
    ElbSpell,
    UnemploymentSpell,
    EmploymentSpell,
    SchoolSpell,
    Participation,
    Qualification,
    LanguageSkill,
    CourseEntitlement,
    Mobility,
    HealthLimit,
    Need16a,
    Barrier,
)
_NEEDS = {
    "schulden": NeedKind.DEBTS,
    "sucht": NeedKind.ADDICTION,
    "psychosozial": NeedKind.PSYCHOSOCIAL,
    "kinderbetreuung": NeedKind.CHILDCARE,
}
_LISTED_NEEDS = frozenset(_NEEDS.values())
_MOBILITY = "MOBILITAET"
_GOING_ON = (
    ParticipationState.ASSIGNED,
    ParticipationState.ACTIVE,
    ParticipationState.INTERRUPTED,
)
_DAY = dt.timedelta(days=1)

Warn = Callable[[Column, str], None]


class PersonFacts:
    """Puts down what the lines of one list say of persons."""

    def __init__(self, reader: LineReader, shelf: Shelf, measures: Measures, day: dt.date) -> None:
        self._reader = reader
        self._shelf = shelf
        self._measures = measures
        self._day = day

    def keep(
        self, line: Line, person: RecordId, town: Town, keeper: FactKeeper, warn: Warn
    ) -> None:
        """Put down everything that a line says of a person."""
        self._ability(line, person, keeper, warn)
        self._unemployment(line, person, keeper)
        self._employment(line, person, keeper)
        self._participation(line, person, town, keeper, warn)
        self._abilities(line, person, keeper, warn)
        if self._reader.says(Column.NEEDS):
            self._needs(line, person, keeper)

    def _ability(self, line: Line, person: RecordId, keeper: FactKeeper, warn: Warn) -> None:
        if not self._reader.says(Column.ABLE) and not self._reader.says(Column.ABLE_FROM):
            return
        dates = line.able_dates
        able = dates.start is not None if line.able is None else line.able
        owner = {"person": person}
        if not able:
            if dates.start is not None:
                warn(Column.ABLE, _("Not able to work, but a beginning is given; it was left out."))
            keeper.no_longer(ElbSpell, person, Column.ABLE)
        elif dates.start is None:
            keeper.state(ElbSpell, owner, {}, Column.ABLE)
        elif (period := period_of(dates, Column.ABLE_FROM, warn)) is not None:
            keeper.spell(ElbSpell, owner, {}, period, Column.ABLE_FROM)

    def _unemployment(self, line: Line, person: RecordId, keeper: FactKeeper) -> None:
        column = Column.UNEMPLOYED_SINCE
        if line.unemployed_since is not None:
            period = Period(line.unemployed_since)
            keeper.spell(UnemploymentSpell, {"person": person}, {}, period, column)
        elif self._reader.says(column):
            keeper.no_longer(UnemploymentSpell, person, column)

    def _employment(self, line: Line, person: RecordId, keeper: FactKeeper) -> None:
        column = Column.EMPLOYMENT
        if not self._reader.says(column):
            return
        kind: type[Record] = SchoolSpell if line.employment == AT_SCHOOL else EmploymentSpell
        values = (
            {"employment": EMPLOYMENTS[line.employment]} if line.employment in EMPLOYMENTS else {}
        )
        for other in (SchoolSpell, EmploymentSpell):
            if not line.employment or other is not kind:
                keeper.no_longer(other, person, column)
        if not line.employment:
            return
        if line.employed_since is None:
            keeper.state(kind, {"person": person}, values, column)
        else:
            period = Period(line.employed_since)
            keeper.spell(kind, {"person": person}, values, period, Column.EMPLOYED_SINCE)

    def _participation(
        self, line: Line, person: RecordId, town: Town, keeper: FactKeeper, warn: Warn
    ) -> None:
        run = self._begun_run(line, person, town, keeper, warn) if line.measure else None
        if not self._reader.says(Column.MEASURE):
            return
        for known in list(self._shelf.of(Participation, person)):
            if known.run != run and self._is_over(known):
                result = {"state": ParticipationState.ENDED, "result_code": ResultCode.OTHER}
                if keeper.end(person, known, self._day - _DAY, Column.MEASURE, **result):
                    warn(Column.MEASURE, _("The measure is over; its result is not known yet."))

    def _is_over(self, known: Participation) -> bool:
        """Say whether a participation was to go on that only lists know of, and this one lacks."""
        listed = self._measures.is_collective(known.run)
        return listed and known.state in _GOING_ON and known.period.start <= self._day

    def _begun_run(
        self, line: Line, person: RecordId, town: Town, keeper: FactKeeper, warn: Warn
    ) -> RecordId | None:
        """Keep the participation of a line; return its run, None if there can be none."""
        start = line.measure_dates.start or self._day
        run = self._measures.run(line.measure, start, town)
        if run is None:
            warn(
                Column.MEASURE,
                _("“{measure}” did not exist on the day it began; it was left out.").format(
                    measure=line.measure
                ),
            )
            return None
        known = [p for p in self._shelf.of(Participation, person) if p.run == run]
        if line.measure_dates.start is None and known:
            start = known[-1].period.start
        period = period_of(Dates(start, line.measure_dates.end), Column.MEASURE_FROM, warn)
        if period is not None:
            result = next((p.result_code for p in known if p.period.start == start), None)
            values = {"run": run, **self._standing(period, result, warn)}
            owner = {"person": person}
            keeper.spell(Participation, owner, values, period, Column.MEASURE, key=("run",))
        return run

    def _standing(self, period: Period, result: ResultCode | None, warn: Warn) -> dict[str, object]:
        """Return how a participation stands on the day of the list; what lies ahead is a plan."""
        if period.start > self._day:
            return {"state": ParticipationState.ASSIGNED, "result_code": None}
        if period.end is None or period.end >= self._day:
            return {"state": ParticipationState.ACTIVE, "result_code": None}
        if result is None:
            warn(Column.MEASURE_UNTIL, _("The measure is over; its result is not known yet."))
        return {
            "state": ParticipationState.ENDED,
            "result_code": result or ResultCode.OTHER,
        }

    def _abilities(self, line: Line, person: RecordId, keeper: FactKeeper, warn: Warn) -> None:
        owner = {"person": person}
        if line.qualification is not None:
            values = {"vocational": line.qualification}
            keeper.state(Qualification, owner, values, Column.QUALIFICATION)
        if line.level is not None:
            skill = {"language": line.language or "de", "level": line.level}
            keeper.state(LanguageSkill, owner, skill, Column.LANGUAGE_LEVEL, key=("language",))
        elif line.language:
            warn(Column.LANGUAGE, _("The level of the language is missing; it was left out."))
        if line.licences:
            keeper.state(Mobility, owner, {"licences": line.licences}, Column.DRIVING_LICENCE)

    def _needs(self, line: Line, person: RecordId, keeper: FactKeeper) -> None:
        owner, column = {"person": person}, Column.NEEDS
        wanted = {_NEEDS[need] for need in line.needs if need in _NEEDS}
        for need in sorted(wanted):
            keeper.state(Need16a, owner, {"need": need}, column, key=("need",))
        unsaid = _LISTED_NEEDS - wanted
        keeper.no_longer(Need16a, person, column, lambda fact: fact.need not in unsaid)
        if "gesundheit" in line.needs:
            limit = {"limit": HealthLimitKind.OTHER, "source": HealthSource.SELF}
            keeper.state(HealthLimit, owner, limit, column, key=("limit",))
        else:
            keeper.no_longer(HealthLimit, person, column, _is_no_word_of_theirs)
        if "mobilitaet" in line.needs:
            barrier = {"group": BarrierGroup.ENVIRONMENT, "code": _MOBILITY}
            keeper.state(Barrier, owner, barrier, column, key=("code",))
        else:
            keeper.no_longer(Barrier, person, column, lambda fact: fact.code != _MOBILITY)
        if "sprache" in line.needs and not self._shelf.of(CourseEntitlement, person):
            course = {"integration_course": CourseState.OPEN}
            keeper.state(CourseEntitlement, owner, course, column)


def _is_no_word_of_theirs(limit: HealthLimit) -> bool:
    """Say whether lists cannot tell of such a limit: somebody examined the person."""
    return limit.limit != HealthLimitKind.OTHER or limit.source != HealthSource.SELF


def period_of(dates: Dates, column: Column, warn: Warn) -> Period | None:
    """Return the period of two days; None if there is no beginning, or none before the end."""
    if dates.start is None:
        return None
    if dates.end is not None and dates.end < dates.start:
        warn(column, _("The end lies before the beginning; both were left out."))
        return None
    return Period(dates.start, dates.end)
