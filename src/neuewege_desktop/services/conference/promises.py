"""Open promises of earlier conferences: what a later one has to answer."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import (
    ItemState,
    PromiseOutcome,
    TaskKind,
)
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Decision,
    Meeting,
    TownItem,
    TownTask,
)
from neuewege_desktop.domain.records.minutes import PromiseAnswer, TownPromiseAnswer
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.conference.facts import HELD, STILL_OPEN
from neuewege_desktop.services.names import Names
from neuewege_desktop.store.reader import Reader

OF_THE_TEAM: RecordId = 0  # instead of a case, where none is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A task that a conference decided: open until it is kept or dropped.

    `moved` counts how often it got a new date. What somebody ticked off between two conferences is
    no longer open and needs no answer.
    """

    task: Task | TownTask
    decided_on: dt.date
    responsible: str
    moved: int

    def is_overdue(self, day: dt.date) -> bool:
        """Say whether it was due before `day`."""
        return self.task.due_on < day


def open_promises(
    reader: Reader, cases: Sequence[RecordId], meeting: Meeting, names: Names
) -> dict[RecordId, tuple[Promise, ...]]:
    """Return by case what earlier conferences decided and nobody has answered, first due first.

    Under `OF_THE_TEAM` stands what was decided about topics of the team itself. What got a new date
    at this conference is answered here, and open again at the next one.
    """
    of_team = reader.find(Task, scope=case_scope(meeting.ags), case=None)
    tasks = [
        task
        for task in (*reader.find(Task, case=list(cases)), *of_team)
        if task.decision is not None and task.task == TaskKind.TASK and task.state in STILL_OPEN
    ]
    days = decided_on(reader, [task.decision for task in tasks if task.decision is not None])
    answers = reader.find(PromiseAnswer, task=[task.id for task in tasks])
    here = {item.id for item in reader.find(AgendaItem, meeting=meeting.id)}
    answered = {a.task for a in answers if a.item in here and a.outcome == PromiseOutcome.NEW_DATE}
    moved = _moved(answers)
    found: defaultdict[RecordId, list[Promise]] = defaultdict(list)
    for task in sorted(tasks, key=lambda task: (task.due_on, task.id)):
        decided = days.get(task.decision or 0)
        if decided is not None and decided < meeting.day and task.id not in answered:
            found[task.case or OF_THE_TEAM].append(
                Promise(
                    task=task,
                    decided_on=decided,
                    responsible=names.of("user", task.assignee),
                    moved=moved[task.id],
                )
            )
    return {case: tuple(promises) for case, promises in found.items()}


def decided_on(reader: Reader, decisions: Sequence[RecordId]) -> dict[RecordId, dt.date]:
    """Return by decision the day of the conference that made it."""
    found = reader.many(Decision, sorted(set(decisions)))
    items = reader.many(AgendaItem, sorted({decision.item for decision in found.values()}))
    meetings = reader.many(Meeting, sorted({item.meeting for item in items.values()}))
    return {
        decision.id: meetings[items[decision.item].meeting].day
        for decision in found.values()
        if decision.item in items and items[decision.item].meeting in meetings
    }


def open_town_promises(reader: Reader, meeting: Meeting, names: Names) -> tuple[Promise, ...]:
    """Return the open tasks with the municipality that came out of earlier conferences."""
    tasks = [
        task
        for task in reader.find(TownTask, scope=meeting.scope)
        if task.item is not None and task.state in STILL_OPEN
    ]
    items = reader.many(TownItem, sorted({task.item for task in tasks if task.item is not None}))
    meetings = reader.many(Meeting, sorted({item.meeting for item in items.values()}))
    days = {i.id: meetings[i.meeting].day for i in items.values() if i.meeting in meetings}
    answers = reader.find(TownPromiseAnswer, task=[task.id for task in tasks])
    answered = {
        answer.task
        for answer in answers
        if answer.meeting == meeting.id and answer.outcome == PromiseOutcome.NEW_DATE
    }
    moved = _moved(answers)
    return tuple(
        Promise(
            task=task,
            decided_on=days[task.item],
            responsible=names.of("user", task.assignee),
            moved=moved[task.id],
        )
        for task in sorted(tasks, key=lambda task: (task.due_on, task.id))
        if task.item in days and days[task.item] < meeting.day and task.id not in answered
    )


def _moved(
    answers: Iterable[PromiseAnswer | TownPromiseAnswer],
) -> Mapping[RecordId, int]:
    count: defaultdict[RecordId, int] = defaultdict(int)
    for answer in answers:
        count[answer.task] += answer.outcome == PromiseOutcome.NEW_DATE
    return count


def postponements(
    reader: Reader, cases: Sequence[RecordId], meeting: Meeting
) -> dict[RecordId, int]:
    """Return by case how many conferences in a row put it off before this one."""
    items = [item for item in reader.find(AgendaItem, case=list(cases)) if not item.capped]
    meetings = reader.many(Meeting, sorted({item.meeting for item in items}))
    before = [
        (meetings[item.meeting].day, item)
        for item in items
        if item.meeting in meetings
        and meetings[item.meeting].status in HELD
        and meetings[item.meeting].day < meeting.day
    ]
    count: dict[RecordId, int] = {}
    for _day, item in sorted(before, key=lambda found: (found[0], found[1].id)):
        is_put_off = item.state in (ItemState.POSTPONED, ItemState.DROPPED)
        case = item.case or 0
        count[case] = count.get(case, 0) + 1 if is_put_off else 0
    return count
