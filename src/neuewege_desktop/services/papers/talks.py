"""What was said, decided and answered at a conference, item by item, for its minutes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import DecisionKind, ItemState, PromiseOutcome
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import TownTask
from neuewege_desktop.domain.records.minutes import PromiseAnswer, TownPromiseAnswer
from neuewege_desktop.reports.documents.talks import (
    Answer,
    Decided,
    Item,
    Topic,
)
from neuewege_desktop.reports.documents.talks import Task as TaskWords
from neuewege_desktop.services.conference.promises import decided_on
from neuewege_desktop.services.conference.reading import DecisionLine, ItemLine, TownLine
from neuewege_desktop.services.papers.conferences import Gathered
from neuewege_desktop.store.reader import Reader


class Talks:
    """Tells each item of a conference; all answers to promises are read at once."""

    def __init__(self, reader: Reader, found: Gathered) -> None:
        self._found = found
        self._guests = {line.attendance.id: line.name for line in found.file.attendance}
        items = [line.item.id for line in (*found.file.items, *found.file.capped)]
        answers = reader.find(PromiseAnswer, item=items)
        tasks = reader.many(Task, sorted({answer.task for answer in answers}))
        decisions = [task.decision for task in tasks.values() if task.decision is not None]
        days = decided_on(reader, decisions)
        self._answers: defaultdict[RecordId, list[Answer]] = defaultdict(list)
        for answer in answers:
            task = tasks.get(answer.task)
            if task is not None:
                self._answers[answer.item].append(
                    _answer(answer, task.title, days.get(task.decision or 0))
                )
        self._town_answers = tuple(_of_town(reader, found))

    def item(self, line: ItemLine) -> Item:
        """Return an item of part A."""
        return Item(
            household=self._found.head_of(line),
            topic=line.topic,
            reasons=line.reasons,
            result=line.item.discussion,
            state=_state(line.item.state),
            state_reason=line.item.state_reason,
            answers=tuple(self._answers[line.item.id]),
            decisions=tuple(_decided(decision) for decision in line.decisions),
            guests=tuple(self._cleared(line)),
        )

    def _cleared(self, line: ItemLine) -> Iterator[str]:
        """Yield on what ground the household was talked about before a guest (5.3)."""
        for clearance in line.clearances:
            name = self._guests.get(clearance.attendance, "")
            yield _("Guest in the room: {name} – {ground}").format(
                name=name, ground=clearance.basis.label
            )

    def topic(self, line: TownLine) -> Topic:
        """Return a topic of part B."""
        return Topic(
            topic=line.item.topic,
            result=line.item.discussion,
            state=_state(line.item.state),
            state_reason=line.item.state_reason,
            tasks=tuple(
                TaskWords(title=task.title, responsible=name, due_on=task.due_on)
                for task, name in line.tasks
            ),
        )

    def town_answers(self) -> tuple[Answer, ...]:
        """Return what became of earlier tasks with the municipality."""
        return self._town_answers


def _of_town(reader: Reader, found: Gathered) -> Iterator[Answer]:
    answers = reader.find(TownPromiseAnswer, meeting=found.file.meeting.id)
    tasks: Mapping[RecordId, TownTask] = reader.many(
        TownTask, sorted({answer.task for answer in answers})
    )
    for answer in answers:
        if answer.task in tasks:
            yield _answer(answer, tasks[answer.task].title, None)


def _answer(
    answer: PromiseAnswer | TownPromiseAnswer, title: str, decided: dt.date | None
) -> Answer:
    outcome = answer.outcome.label
    if answer.outcome == PromiseOutcome.NEW_DATE and answer.new_due is not None:
        outcome = _("new date {day}").format(day=long_date(answer.new_due))
    return Answer(title=title, decided_on=decided, outcome=outcome, reason=answer.reason)


def _decided(line: DecisionLine) -> Decided:
    decision = line.decision
    is_medical = decision.decision == DecisionKind.MEDICAL
    return Decided(
        kind=decision.decision.label,
        text=decision.text,
        responsible=line.responsible,
        due_on=decision.due_on,
        elsewhere=_("health matter") if is_medical else None,
    )


def _state(state: ItemState) -> str:
    """Return what the minutes say of an item that was not talked about."""
    match state:
        case ItemState.POSTPONED:
            return _("Put off to the next conference")
        case ItemState.DROPPED:
            return _("Taken off the agenda")
        case ItemState.OPEN:
            return _("Not discussed yet")
        case ItemState.DISCUSSED:
            return ""
