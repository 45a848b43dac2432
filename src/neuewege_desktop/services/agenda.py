"""The next agenda of a municipality: which households are due and why (5.2). Stores nothing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from neuewege_desktop.domain.agenda.facts import (
    AgreementFact,
    AppointmentFact,
    CaseFacts,
    FlagFact,
    FollowUpFact,
)
from neuewege_desktop.domain.agenda.meeting import Thresholds
from neuewege_desktop.domain.agenda.proposal import AgendaProposal, due_items
from neuewege_desktop.domain.agenda.rules import RULES, rules_named
from neuewege_desktop.domain.choices.work import (
    AgreementStatus,
    ItemState,
    MeetingStatus,
    Phase,
    TaskKind,
    TaskState,
)
from neuewege_desktop.domain.records import Life, Record, RecordId
from neuewege_desktop.domain.records.case import (
    AgendaFlag,
    Agreement,
    Appointment,
    Case,
    CasePhase,
    Task,
)
from neuewege_desktop.domain.records.catalogue import Municipality, Team, User
from neuewege_desktop.domain.records.household import ApprovalPeriod, Household
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.domain.scopes import case_scope, municipality_of
from neuewege_desktop.services.catalogue import terms
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.conferences import last_meeting_day
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.store import Store

R = TypeVar("R", bound=Record)
_WEEK = dt.timedelta(days=7)
_HELD = frozenset(
    {MeetingStatus.RUNNING, MeetingStatus.DRAFT_MINUTES, MeetingStatus.RELEASED_MINUTES}
)
_STILL_OPEN = frozenset({TaskState.OPEN, TaskState.IN_PROGRESS})


def propose_agenda(
    store: Store, ags: str, day: dt.date, rules: Iterable[str] = ()
) -> tuple[AgendaProposal, ...]:
    """Return all due households of a municipality for a meeting on `day`, in order.

    `rules` limits the proposal to these codes. UserError for an unknown rule or municipality.
    """
    chosen = rules_named(rules) or RULES
    with store.reading() as reader:
        limits = _limits(reader, ags)
        facts = case_facts(reader, ags, day)
    return due_items(facts, day, day + _WEEK, limits, terms(), chosen)


def proposal_for(reader: Reader, case: Case, day: dt.date) -> AgendaProposal | None:
    """Return why one case is due for a meeting on `day`, None if it is not."""
    household = reader.get(Household, case.household)
    if household is None or household.life != Life.LIVE or not _is_open(case, day):
        return None
    facts = _Shelf(reader, case.scope, day, case).facts(case, household)
    limits = _limits(reader, municipality_of(case.scope))
    return next(iter(due_items([facts], day, day + _WEEK, limits, terms())), None)


def _limits(reader: Reader, ags: str) -> Thresholds:
    municipality = municipality_named(reader, ags)
    teams = reader.find(Team, municipality=municipality.id)
    return Thresholds(max_items=teams[0].max_items) if teams else Thresholds()


def case_facts(reader: Reader, ags: str, day: dt.date) -> list[CaseFacts]:
    """Return what the rules need to know of each case that is open on `day`."""
    scope = case_scope(ags)
    cases = [case for case in reader.find(Case, scope=scope) if _is_open(case, day)]
    households = reader.many(Household, [case.household for case in cases])
    shelf = _Shelf(reader, scope, day)
    return [
        shelf.facts(case, households[case.household])
        for case in cases
        if case.household in households and households[case.household].life == Life.LIVE
    ]


def _is_open(case: Case, day: dt.date) -> bool:
    return case.opened_on <= day and (case.closed_on is None or case.closed_on > day)


@dataclass(frozen=True, slots=True)
class _Talks:
    """When a case was talked about, and whether it waits since the last time."""

    discussed: tuple[dt.date, ...] = ()
    decided: tuple[dt.date, ...] = ()
    carried_over: bool = False


class _Shelf:
    """What the rules ask for, of a scope or of one case in it, read with one query a kind."""

    def __init__(self, reader: Reader, scope: str, day: dt.date, only: Case | None = None) -> None:
        of_case: dict[str, Any] = {"case": only.id} if only else {"scope": scope}
        of_household: dict[str, Any] = {"household": only.household} if only else {"scope": scope}
        self._day = day
        self._approvals = _grouped(reader.find(ApprovalPeriod, **of_household), "household")
        self._phases = _grouped(reader.find(CasePhase, **of_case), "case")
        self._agreements = _grouped(reader.find(Agreement, **of_case), "case")
        self._appointments = _grouped(reader.find(Appointment, **of_case), "case")
        self._tasks = _grouped(reader.find(Task, **of_case), "case")
        self._flags = _grouped(reader.find(AgendaFlag, **of_case), "case")
        self._users = {user.id: user.name for user in reader.find(User, lives=tuple(Life))}
        self._talks = _talks(reader, scope, day, reader.find(AgendaItem, **of_case))

    def facts(self, case: Case, household: Household) -> CaseFacts:
        """Return the facts of one case."""
        talks = self._talks.get(case.id, _Talks())
        return CaseFacts(
            household=household.number or household.pseudonym,
            opened_on=case.opened_on,
            phase=self._phase(case.id),
            last_discussed=max(talks.discussed, default=None),
            carried_over=talks.carried_over,
            approvals=tuple(found.period for found in self._approvals[household.id]),
            agreements=tuple(
                AgreementFact(found.agreement, found.review_due)
                for found in self._agreements[case.id]
                if found.status == AgreementStatus.ACTIVE
            ),
            appointments=tuple(
                AppointmentFact(
                    found.person,
                    found.start,
                    found.status,
                    decided=any(day >= found.start.date() for day in talks.decided),
                )
                for found in self._appointments[case.id]
            ),
            follow_ups=tuple(
                FollowUpFact(found.due_on, found.title)
                for found in self._tasks[case.id]
                if found.task == TaskKind.FOLLOW_UP and found.state in _STILL_OPEN
            ),
            flags=tuple(
                FlagFact(found.raised_on, self._users.get(found.raised_by, ""), found.text)
                for found in self._flags[case.id]
                if found.raised_on <= self._day and found.settled_on is None
            ),
        )

    def _phase(self, case: RecordId) -> Phase:
        phases = [found.phase for found in self._phases[case] if found.period.covers(self._day)]
        return phases[-1] if phases else Phase.PROPOSED


def _grouped(records: Sequence[R], field: str) -> Mapping[RecordId, list[R]]:
    found: defaultdict[RecordId, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, field)].append(record)
    return found


def _talks(
    reader: Reader, scope: str, day: dt.date, on_agendas: Sequence[AgendaItem]
) -> dict[RecordId, _Talks]:
    """Return what the conferences held before `day` left of each case.

    An item that was postponed, or never reached, at the last conference waits since then.
    """
    meetings = reader.many(Meeting, sorted({item.meeting for item in on_agendas}))
    held = {
        meeting.id: meeting.day
        for meeting in meetings.values()
        if meeting.status in _HELD and meeting.day < day
    }
    last = last_meeting_day(reader, municipality_of(scope), day, _HELD)
    items = [item for item in on_agendas if item.meeting in held]
    with_decision = {found.item for found in reader.find(Decision, item=[i.id for i in items])}
    found: dict[RecordId, _Talks] = {}
    for item in items:
        if item.case is None:
            continue
        talks, when = found.get(item.case, _Talks()), held[item.meeting]
        waits = item.state in (ItemState.POSTPONED, ItemState.OPEN) and when == last
        found[item.case] = _Talks(
            talks.discussed + ((when,) if item.state == ItemState.DISCUSSED else ()),
            talks.decided + ((when,) if item.id in with_decision else ()),
            talks.carried_over or waits,
        )
    return found


def municipality_name(store: Store, ags: str) -> str:
    """Return the name of a municipality; UserError if there is none with this key."""
    with store.reading() as reader:
        found: Municipality = municipality_named(reader, ags)
        return found.name
