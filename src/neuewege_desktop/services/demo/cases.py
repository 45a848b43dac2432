"""Invented households: who belongs to them, where they live, and the case with its phases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.agenda.facts import AgreementFact, CaseFacts
from neuewege_desktop.domain.choices.work import Intensity, Phase
from neuewege_desktop.domain.law.agreements import review_due
from neuewege_desktop.domain.law.months import add_months
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case, CasePhase
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.demo.days import Days
from neuewege_desktop.services.demo.lives import LifeMaker
from neuewege_desktop.services.demo.people import BG_PREFIX, Inventor
from neuewege_desktop.services.demo.plots import PlotMaker, kind_agreed
from neuewege_desktop.services.demo.scribe import Scribe
from neuewege_desktop.services.demo.stories import Plot, Story, plot_of
from neuewege_desktop.services.demo.towns import DemoTown

_DAY = dt.timedelta(1)
_YEARLY_SINCE = dt.date(2016, 8, 1)  # § 41 (3) SGB II: approvals for a year instead of six months
_COURSE = (
    Phase.PROPOSED,
    Phase.INVITED,
    Phase.ASSESSMENT,
    Phase.STRATEGY,
    Phase.IMPLEMENTATION,
    Phase.STABILISATION,
)
_INTENSITIES = (Intensity.FORTNIGHTLY, Intensity.MONTHLY, Intensity.MONTHLY, Intensity.QUARTERLY)


@dataclass(frozen=True, slots=True)
class DemoCase:
    """A case that a conference may have talked about, with what was known of it."""

    case: RecordId
    facts: CaseFacts


class CaseMaker:
    """Writes invented households of one municipality, each with its case."""

    def __init__(
        self, scribe: Scribe, town: DemoTown, project: RecordId, days: Days, inventor: Inventor
    ) -> None:
        self._scribe = scribe
        self._town = town
        self._project = project
        self._days = days
        self._inventor = inventor
        self._lives = LifeMaker(scribe, days)
        self._plots = PlotMaker(scribe, town, days)

    def make(self, number: int, pseudonym: str, story: Story) -> DemoCase:
        """Write the household of this running number with everything that belongs to it."""
        plot = plot_of(story, self._days)
        household = self._scribe.write(
            Household,
            number=f"{BG_PREFIX}{number:07d}",
            pseudonym=pseudonym,
            period=Period(plot.opened),
        )
        head = self._people(household, plot)
        approvals = self._home(household, plot)
        case = self._case(household, plot)
        self._plots.tell(case, head, plot)
        facts = CaseFacts(
            household=household.number,
            opened_on=plot.opened,
            phase=story.phase,
            approvals=approvals,
            agreements=tuple(
                AgreementFact(kind_agreed(day), review_due(day))
                for day in (plot.agreed,)
                if day is not None
            ),
        )
        return DemoCase(case.id, facts)

    def _people(self, household: Household, plot: Plot) -> Person:
        people: list[Person] = []
        for invented in self._inventor.family():
            person = self._scribe.write(
                Person,
                client_number=invented.client_number,
                name=invented.name,
                sex=invented.sex,
                salutation=invented.salutation,
                family_status=invented.family_status,
                birth_date=invented.birth_date,
                phone="" if people else self._inventor.phone(),
            )
            self._scribe.write(
                Membership,
                household=household.id,
                person=person.id,
                role=invented.role,
                period=Period(max(plot.opened, invented.birth_date)),
            )
            self._lives.tell(person, invented.birth_date, invented.role, plot)
            people.append(person)
        return people[0]

    def _home(self, household: Household, plot: Plot) -> tuple[Period, ...]:
        """Write where they live and the approvals, the last one with the one before it."""
        municipality = self._town.municipality
        self._scribe.write(
            HouseholdAddress,
            household=household.id,
            ags=municipality.ags,
            address=PostalAddress(
                self._inventor.street(), municipality.postcode, municipality.name
            ),
            period=Period(plot.opened),
        )
        last = _approval_until(plot.approved_until)
        approvals = (_approval_until(last.start - _DAY), last)
        for period in approvals:
            self._scribe.write(ApprovalPeriod, household=household.id, period=period)
        return approvals

    def _case(self, household: Household, plot: Plot) -> Case:
        case = self._scribe.write(
            Case,
            household=household.id,
            project=self._project,
            team=self._town.team,
            case_manager=self._town.manager,
            deputy=self._town.deputy,
            opened_on=plot.opened,
            intensity=self._days.chance.choice(_INTENSITIES),
        )
        for phase, period in _phases(plot, self._days.today):
            self._scribe.write(CasePhase, case=case.id, phase=phase, period=period)
        return case


def _approval_until(end: dt.date) -> Period:
    months = 12 if end >= add_months(_YEARLY_SINCE, 12) else 6
    return Period(add_months(end, -months) + _DAY, end)


def _phases(plot: Plot, today: dt.date) -> list[tuple[Phase, Period]]:
    """Return the phases up to that of the story, without a gap and the last one open.

    A phase that would have begun and ended on the same day is left out.
    """
    reached = _COURSE[: _COURSE.index(plot.story.phase) + 1]
    before = [phase for phase in reached if phase < Phase.IMPLEMENTATION]
    until = today if plot.agreed is None else max(plot.agreed, plot.opened)
    step = (until - plot.opened) / len(before)
    starts = {plot.opened + number * step: phase for number, phase in enumerate(before)}
    if plot.agreed is not None:
        starts[until] = Phase.IMPLEMENTATION
    if plot.hired is not None:
        starts[plot.hired] = Phase.STABILISATION
    begun = list(starts)
    ends = [*(start - _DAY for start in begun[1:]), None]
    return [
        (phase, Period(start, end))
        for (start, phase), end in zip(starts.items(), ends, strict=True)
    ]
