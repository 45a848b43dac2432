"""What the agenda's rules are told about the open cases of a municipality."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.agenda.facts import (
    AgreementFact,
    AppointmentFact,
    CaseFacts,
    FlagFact,
    FollowUpFact,
    KeptReason,
    PromiseFact,
)
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
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.household import ApprovalPeriod, Household
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.store.reader import Reader

R = TypeVar("R", bound=Record)
HELD = frozenset(
    {MeetingStatus.RUNNING, MeetingStatus.DRAFT_MINUTES, MeetingStatus.RELEASED_MINUTES}
)
STILL_OPEN = frozenset({TaskState.OPEN, TaskState.IN_PROGRESS})
_BY_HAND = "R20"
_USUAL_PRIORITY = 3


def case_facts(reader: Reader, ags: str, day: dt.date) -> list[CaseFacts]:
    """Return what the rules need to know of each case that is open on `day`."""
    scope = case_scope(ags)
    cases = [case for case in reader.find(Case, scope=scope) if is_open(case, day)]
    households = reader.many(Household, [case.household for case in cases])
    shelf = Shelf(reader, scope, day)
    return [
        shelf.about(case, households[case.household])
        for case in cases
        if case.household in households and households[case.household].life == Life.LIVE
    ]


def is_open(case: Case, day: dt.date) -> bool:
    """Say whether a case is in work on a day."""
    return case.opened_on <= day and (case.closed_on is None or case.closed_on > day)


@dataclass(frozen=True, slots=True)
class _Talks:
    """When a case was talked about, what its latest item left, which decisions were made when."""

    discussed: tuple[dt.date, ...] = ()
    decided: tuple[dt.date, ...] = ()
    waiting: tuple[KeptReason, ...] | None = None
    waited: int = 0  # conferences in a row that did not talk about it


class Shelf:
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
        items = reader.find(AgendaItem, **of_case)
        self._talks, self._decided_on = _talks(reader, day, items)

    def about(self, case: Case, household: Household) -> CaseFacts:
        """Return the facts of one case."""
        talks = self._talks.get(case.id, _Talks())
        return CaseFacts(
            household=household.number or household.pseudonym,
            case=case.id,
            opened_on=case.opened_on,
            phase=self._phase(case.id),
            last_discussed=max(talks.discussed, default=None),
            waiting=talks.waiting,
            waited=talks.waited,
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
                if found.task == TaskKind.FOLLOW_UP and found.state in STILL_OPEN
            ),
            promises=tuple(self._promises(case.id)),
            flags=tuple(
                FlagFact(found.raised_on, self._users.get(found.raised_by, ""), found.text)
                for found in self._flags[case.id]
                if found.raised_on <= self._day and found.settled_on is None
            ),
        )

    def _phase(self, case: RecordId) -> Phase:
        phases = [found.phase for found in self._phases[case] if found.period.covers(self._day)]
        return phases[-1] if phases else Phase.PROPOSED

    def _promises(self, case: RecordId) -> Iterator[PromiseFact]:
        for task in self._tasks[case]:
            decided = self._decided_on.get(task.decision or 0)
            if decided and task.task == TaskKind.TASK and task.state in STILL_OPEN:
                yield PromiseFact(decided, task.due_on, task.title)


def _grouped(records: Sequence[R], field: str) -> Mapping[RecordId, list[R]]:
    found: defaultdict[RecordId, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, field)].append(record)
    return found


def _talks(
    reader: Reader, day: dt.date, on_agendas: Sequence[AgendaItem]
) -> tuple[dict[RecordId, _Talks], dict[RecordId, dt.date]]:
    """Return what the conferences held before `day` left of each case, and when was decided what.

    A case waits if its latest item was postponed, dropped, capped or never reached: until it is
    talked about, however many conferences come between.
    """
    meetings = reader.many(Meeting, sorted({item.meeting for item in on_agendas}))
    held = {
        meeting.id: meeting.day
        for meeting in meetings.values()
        if meeting.status in HELD and meeting.day < day
    }
    items = [item for item in on_agendas if item.meeting in held and item.case is not None]
    days = {item.id: held[item.meeting] for item in items}
    decisions = {d.id: days[d.item] for d in reader.find(Decision, item=list(days))}
    with_decision = {d.item for d in reader.find(Decision, item=list(days))}
    found: dict[RecordId, _Talks] = {}
    for item in sorted(items, key=lambda item: (days[item.id], item.id)):
        talks, when = found.get(item.case or 0, _Talks()), days[item.id]
        is_done = item.state == ItemState.DISCUSSED
        found[item.case or 0] = _Talks(
            talks.discussed + ((when,) if is_done else ()),
            talks.decided + ((when,) if item.id in with_decision else ()),
            None if is_done else kept_reasons(item, when),
            0 if is_done else talks.waited + 1,
        )
    return found, decisions


def kept_reasons(item: AgendaItem, day: dt.date) -> tuple[KeptReason, ...]:
    """Return why an item stood on the agenda of `day`; at least that it did."""
    found = tuple(
        KeptReason(
            str(reason["rule"]),
            dt.date.fromisoformat(reason["day"]),
            str(reason["text"]),
            int(reason.get("priority", item.priority)),
        )
        for reason in json.loads(item.reasons or "[]")
    )
    text = _("On the agenda of {day}, not talked about").format(day=long_date(day))
    return found or (KeptReason(_BY_HAND, day, text, _USUAL_PRIORITY),)
