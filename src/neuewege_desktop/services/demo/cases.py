"""Invented households with their cases: a few stories, so that every rule has its reason."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from neuewege_desktop.domain.choices.people import (
    EmploymentKind,
    LanguageLevel,
    MemberRole,
    NeedKind,
    NeedState,
    Vocational,
)
from neuewege_desktop.domain.choices.work import (
    AgreementStatus,
    AppointmentKind,
    AppointmentStatus,
    ParticipationState,
    Phase,
    TaskKind,
)
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.law.agreements import kinds_on, review_due
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.abilities import LanguageSkill, Need16a, Qualification
from neuewege_desktop.domain.records.case import (
    AgendaFlag,
    Agreement,
    Appointment,
    Case,
    CasePhase,
    Task,
)
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.person import (
    ElbSpell,
    EmploymentSpell,
    Person,
    SchoolSpell,
    UnemploymentSpell,
)
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.demo.people import BG_PREFIX, CLIENT_PREFIX, Inventor
from neuewege_desktop.services.demo.towns import DemoTown
from neuewege_desktop.store.writer import Writer

R = TypeVar("R", bound=Record)
PROJECT_START = dt.date(2009, 4, 2)
STORIES = (
    *("new", "follow_up", "review", "approval", "missed", "flag"),
    *("measure", "working", "approval_later", "quiet", "quieter"),
)


@dataclass(frozen=True, slots=True)
class DemoCase:
    """A case that the conferences of the example can talk about."""

    case: RecordId
    head: RecordId
    story: str


class CaseMaker:
    """Writes invented households of one municipality into an open act."""

    def __init__(
        self,
        writer: Writer,
        town: DemoTown,
        project: RecordId,
        day: dt.date,
        chance: random.Random,
        inventor: Inventor,
    ) -> None:
        self._writer = writer
        self._town = town
        self._project = project
        self._day = day
        self._chance = chance
        self._inventor = inventor
        self._scope = case_scope(town.municipality.ags)

    def make(self, number: int, pseudonym: str) -> DemoCase:
        """Write the household of this running number with everything that belongs to it."""
        story = STORIES[number % len(STORIES)]
        opened = self._ago(*(0, 14) if story == "new" else (20, 400))
        opened = max(opened, min(PROJECT_START, self._day))
        household = self._new(
            Household, number=f"{BG_PREFIX}{number:07d}", pseudonym=pseudonym, period=Period(opened)
        )
        head = self._people(household, number, opened, story)
        self._home(household, opened, story)
        case = self._new(
            Case,
            household=household.id,
            project=self._project,
            team=self._town.team,
            case_manager=self._town.manager,
            deputy=self._town.assistant,
            opened_on=opened,
        )
        self._phases(case, opened, story)
        self._tell(story, case, head)
        return DemoCase(case.id, head.id, story)

    def _new(self, kind: Callable[..., R], **values: Any) -> R:  # noqa: ANN401
        record = kind(id=self._writer.new_id(), scope=self._scope, **values)
        self._writer.add(record)
        return record

    def _ago(self, least: int, most: int) -> dt.date:
        return self._day - dt.timedelta(self._chance.randint(least, most))

    def _people(self, household: Household, number: int, opened: dt.date, story: str) -> Person:
        people = []
        for place, invented in enumerate(self._inventor.family()):
            person = self._new(
                Person,
                client_number=f"{CLIENT_PREFIX}{(number * 8 + place) % 1_000_000:06d}",
                name=invented.name,
                sex=invented.sex,
                salutation=invented.salutation,
                birth_date=invented.birth_date,
                phone=self._inventor.phone() if place == 0 else "",
            )
            self._new(
                Membership,
                household=household.id,
                person=person.id,
                role=invented.role,
                period=Period(opened),
            )
            self._life(person, invented.birth_date, invented.role, story)
            people.append(person)
        return people[0]

    def _life(self, person: Person, born: dt.date, role: MemberRole, story: str) -> None:
        """Write what somebody of this age does."""
        years = age(born, self._day)
        if years < 15:
            return
        since = max(self._ago(100, 1500), born + dt.timedelta(15 * 366))
        self._new(ElbSpell, person=person.id, period=Period(since))
        if years < 18:
            self._new(SchoolSpell, person=person.id, period=Period(since))
        elif role == MemberRole.HEAD and story == "working":
            kind = self._chance.choice((EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME))
            start = self._ago(20, 90)
            self._new(EmploymentSpell, person=person.id, employment=kind, period=Period(start))
        elif self._chance.random() < 0.15:
            mini = EmploymentKind.MINI
            self._new(EmploymentSpell, person=person.id, employment=mini, period=Period(since))
        elif self._chance.random() < 0.8:
            self._new(UnemploymentSpell, person=person.id, period=Period(since))
        if years >= 18:
            self._abilities(person, since)

    def _abilities(self, person: Person, since: dt.date) -> None:
        vocational = self._chance.choice((Vocational.NONE, Vocational.COMPANY, Vocational.COMPANY))
        self._new(Qualification, person=person.id, period=Period(since), vocational=vocational)
        level = self._chance.choice((LanguageLevel.NATIVE, LanguageLevel.NATIVE, LanguageLevel.B1))
        self._new(LanguageSkill, person=person.id, period=Period(since), language="de", level=level)
        if self._chance.random() < 0.25:
            need = self._chance.choice((NeedKind.CHILDCARE, NeedKind.DEBTS))
            self._new(
                Need16a,
                person=person.id,
                period=Period(self._ago(5, 80)),
                need=need,
                state=NeedState.DISCUSSED,
            )

    def _home(self, household: Household, opened: dt.date, story: str) -> None:
        municipality = self._town.municipality
        self._new(
            HouseholdAddress,
            household=household.id,
            ags=municipality.ags,
            address=PostalAddress(
                self._inventor.street(), municipality.postcode, municipality.name
            ),
            period=Period(opened),
        )
        days = {"approval": self._chance.randint(1, 12), "approval_later": 40}
        end = self._day + dt.timedelta(days.get(story, self._chance.randint(60, 170)))
        self._new(
            ApprovalPeriod,
            household=household.id,
            period=Period(end - dt.timedelta(180), end),
        )

    def _phases(self, case: Case, opened: dt.date, story: str) -> None:
        last = {"new": Phase.PROPOSED, "working": Phase.STABILISATION}.get(
            story, Phase.IMPLEMENTATION
        )
        middle = opened + (self._day - opened) / 2
        if last == Phase.PROPOSED or middle <= opened:
            self._new(CasePhase, case=case.id, phase=last, period=Period(opened))
            return
        before = Period(opened, middle - dt.timedelta(1))
        self._new(CasePhase, case=case.id, phase=Phase.ASSESSMENT, period=before)
        self._new(CasePhase, case=case.id, phase=last, period=Period(middle))

    # --- stories ---------------------------------------------------------------------------

    def _tell(self, story: str, case: Case, head: Person) -> None:
        match story:
            case "new":
                pass  # it is enough that it is new
            case "follow_up":
                self._follow_up(case)
            case "review":
                self._agreement(case, head, self._ago(160, 200))
            case "missed":
                self._missed(case, head)
            case "flag":
                self._flag(case)
            case _:
                self._agreement(case, head, self._ago(10, 120))
                if story == "measure":
                    self._measure(head)

    def _agreement(self, case: Case, head: Person, start: dt.date) -> None:
        kinds = kinds_on(start)
        self._new(
            Agreement,
            case=case.id,
            person=head.id,
            agreement=kinds[0],
            status=AgreementStatus.ACTIVE,
            signed_on=start,
            period=Period(start),
            review_due=review_due(start),
            goal="Aufnahme einer sozialversicherungspflichtigen Beschäftigung",
        )

    def _follow_up(self, case: Case) -> None:
        due = self._day + dt.timedelta(self._chance.randint(-12, 5))
        title = self._chance.choice(("Kinderbetreuung klären", "Bewerbungen ansehen"))
        self._new(
            Task,
            case=case.id,
            task=TaskKind.FOLLOW_UP,
            title=title,
            due_on=due,
            assignee=self._town.manager,
        )

    def _missed(self, case: Case, head: Person) -> None:
        day = self._ago(1, 6)
        self._new(
            Appointment,
            case=case.id,
            person=head.id,
            start=dt.datetime.combine(day, dt.time(10)),
            place=self._town.place,
            purpose=AppointmentKind.FOLLOW_UP,
            status=AppointmentStatus.MISSED,
        )

    def _flag(self, case: Case) -> None:
        self._new(
            AgendaFlag,
            case=case.id,
            raised_by=self._town.manager,
            raised_on=self._ago(1, 6),
            text="bittet um Beratung",
        )

    def _measure(self, head: Person) -> None:
        if not self._town.runs:
            return
        run = self._chance.choice(self._town.runs)
        self._new(
            Participation,
            person=head.id,
            run=run.id,
            state=ParticipationState.ACTIVE,
            period=Period(max(run.period.start, self._ago(5, 50)), run.period.end),
        )
