"""What happened in a case: agreement, talks, follow-ups, a measure."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.work import (
    AgreementKind,
    AgreementStatus,
    AppointmentKind,
    AppointmentStatus,
    ParticipationState,
    Phase,
    Purpose309,
    ResultCode,
    TaskKind,
)
from neuewege_desktop.domain.law.agreements import default_end, kinds_on, review_due
from neuewege_desktop.domain.records.case import AgendaFlag, Agreement, Appointment, Case, Task
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.demo.days import Days, on_or_after
from neuewege_desktop.services.demo.scribe import Scribe
from neuewege_desktop.services.demo.stories import Plot, Turn
from neuewege_desktop.services.demo.towns import DemoTown

_REVIEWED_WITHOUT_END_SINCE = dt.date(2016, 8, 1)  # § 15 (3) SGB II instead of six months' term
_HOURS = (9, 10, 11, 14)
_GOALS = (
    "Aufnahme einer sozialversicherungspflichtigen Beschäftigung",
    "Aufnahme einer Teilzeitbeschäftigung",
    "Erwerb eines Berufsabschlusses",
)
_FOLLOW_UPS = ("Kinderbetreuung klären", "Bewerbungen ansehen", "Unterlagen nachfordern")
_RAN = (ParticipationState.ACTIVE, ParticipationState.ACTIVE, ParticipationState.INTERRUPTED)
_WILL_RUN = (ParticipationState.ASSIGNED, ParticipationState.PROPOSED, ParticipationState.NOTED)
_RESULTS = (ResultCode.AS_PLANNED, ResultCode.AS_PLANNED, ResultCode.ILLNESS)


def kind_agreed(day: dt.date) -> AgreementKind:
    """Return the kind of agreement that people conclude with each other on `day`."""
    return kinds_on(day)[0]


class PlotMaker:
    """Writes what a story tells of the case of one household."""

    def __init__(self, scribe: Scribe, town: DemoTown, days: Days) -> None:
        self._scribe = scribe
        self._town = town
        self._days = days
        self._chance = days.chance

    def tell(self, case: Case, head: Person, plot: Plot) -> None:
        """Write the agreement and the talks behind the case, then what its story is about."""
        if plot.agreed is not None:
            self._agreement(case, head, plot.agreed, AgreementStatus.ACTIVE)
        if plot.story.phase not in (Phase.PROPOSED, Phase.INVITED):
            self._first_talk(case, head, plot.missed or self._days.today)
        if plot.missed is not None:
            kind, status = AppointmentKind.FOLLOW_UP, AppointmentStatus.MISSED
            self._appointment(case, head, plot.missed, kind, status)
        self._turn(case, head, plot.story.turn)

    def _turn(self, case: Case, head: Person, turn: Turn) -> None:
        match turn:
            case Turn.INVITED:
                coming = on_or_after(self._days.ahead(3, 14))
                self._appointment(case, head, coming, AppointmentKind.FIRST)
            case Turn.FOLLOW_UP:
                self._follow_up(case)
            case Turn.DRAFT:
                self._draft(case, head)
            case Turn.FLAG:
                self._flag(case)
            case Turn.MEASURE | Turn.ASSIGNED | Turn.QUIET:
                self._measure(head, turn)

    def _agreement(self, case: Case, head: Person, start: dt.date, status: AgreementStatus) -> None:
        kind = kind_agreed(start)
        ends = kind == AgreementKind.EGV and start < _REVIEWED_WITHOUT_END_SINCE
        self._scribe.write(
            Agreement,
            case=case.id,
            person=head.id,
            agreement=kind,
            status=status,
            signed_on=None if status == AgreementStatus.DRAFT else start,
            period=Period(start, default_end(start) if ends else None),
            review_due=review_due(start),
            goal=self._chance.choice(_GOALS),
        )

    def _draft(self, case: Case, head: Person) -> None:
        coming = on_or_after(self._days.ahead(2, 12))
        self._agreement(case, head, coming, AgreementStatus.DRAFT)
        self._appointment(case, head, coming, AppointmentKind.AGREEMENT)

    def _appointment(
        self,
        case: Case,
        head: Person,
        day: dt.date,
        purpose: AppointmentKind,
        status: AppointmentStatus = AppointmentStatus.INVITED,
    ) -> None:
        self._scribe.write(
            Appointment,
            case=case.id,
            person=head.id,
            start=dt.datetime.combine(day, dt.time(self._chance.choice(_HOURS))),
            place=self._town.rooms,
            purpose=purpose,
            purpose_309=Purpose309.PREPARATION,
            status=status,
        )

    def _first_talk(self, case: Case, head: Person, before: dt.date) -> None:
        """Write that the first interview was held, if there was time for it until then."""
        day = on_or_after(case.opened_on + dt.timedelta(self._chance.randint(3, 12)))
        if day < before:
            held = AppointmentStatus.ATTENDED
            self._appointment(case, head, day, AppointmentKind.FIRST, held)

    def _follow_up(self, case: Case) -> None:
        due = max(self._days.ago(-5, 12), case.opened_on)
        self._scribe.write(
            Task,
            case=case.id,
            task=TaskKind.FOLLOW_UP,
            title=self._chance.choice(_FOLLOW_UPS),
            due_on=due,
            assignee=self._town.manager,
        )

    def _flag(self, case: Case) -> None:
        self._scribe.write(
            AgendaFlag,
            case=case.id,
            raised_by=self._town.manager,
            raised_on=max(self._days.ago(1, 6), case.opened_on),
            text="bittet um Beratung",
        )

    def _measure(self, head: Person, turn: Turn) -> None:
        if turn == Turn.QUIET:
            self._past_measure(head)
            return
        run = self._chance.choice(self._town.runs)
        is_running = turn == Turn.MEASURE
        start = max(run.period.start, self._days.ago(5, 50))
        if not is_running:
            start = self._days.ahead(5, 25)
        state = self._chance.choice(_RAN if is_running else _WILL_RUN)
        self._scribe.write(
            Participation,
            person=head.id,
            run=run.id,
            state=state,
            period=Period(start, run.period.end),
            decided_on=min(start, self._days.ago(1, 4)),
        )

    def _past_measure(self, head: Person) -> None:
        run = self._town.past_run
        state, reason, result = ParticipationState.ENDED, "", None
        if self._chance.random() < 0.7:
            result = self._chance.choice(_RESULTS)
        else:
            state, reason = ParticipationState.DECLINED, "Kinderbetreuung fehlt"
        self._scribe.write(
            Participation,
            person=head.id,
            run=run.id,
            state=state,
            period=run.period,
            result_code=result,
            reason=reason,
        )
