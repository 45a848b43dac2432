"""Topics that earlier conferences did not get to: they come back, as households do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.choices.work import ItemState, MeetingStatus
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting, TownItem
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.conference.facts import HELD, STILL_OPEN
from neuewege_desktop.store.reader import Reader

_OVER = HELD | {MeetingStatus.CANCELLED}
T = TypeVar("T", AgendaItem, TownItem)


def waiting_topics(reader: Reader, meeting: Meeting) -> list[str]:
    """Return the team's own topics that wait since an earlier conference, oldest first.

    A topic whose decision is due comes back too: the conference has to answer it.
    """
    items = reader.find(AgendaItem, scope=case_scope(meeting.ags), case=None)
    waiting = _waiting(reader, meeting, items)
    known = _topics(item for item in items if item.meeting == meeting.id) | set(map(fold, waiting))
    due = [item.topic for item in _with_due_decisions(reader, meeting, items)]
    return [*waiting, *(topic for topic in dict.fromkeys(due) if fold(topic) not in known)]


def _with_due_decisions(
    reader: Reader, meeting: Meeting, items: Sequence[AgendaItem]
) -> list[AgendaItem]:
    """Return the topics that left a task which is open and due by this conference."""
    tasks = reader.find(Task, scope=case_scope(meeting.ags), case=None)
    due = {t.decision for t in tasks if t.state in STILL_OPEN and t.due_on <= meeting.day}
    decisions = reader.find(Decision, item=[item.id for item in items])
    with_task = {decision.item for decision in decisions if decision.id in due}
    return [item for item in items if item.id in with_task and item.meeting != meeting.id]


def waiting_town_topics(reader: Reader, meeting: Meeting) -> list[str]:
    """Return the topics with the municipality that wait since an earlier conference."""
    return _waiting(reader, meeting, reader.find(TownItem, scope=meeting.scope))


def _waiting(reader: Reader, meeting: Meeting, items: Sequence[T]) -> list[str]:
    """Return topics whose latest conference did not talk about them, and that are not here yet.

    A conference that was cancelled talked about none of its topics.
    """
    meetings = reader.many(Meeting, sorted({item.meeting for item in items}))
    over = {
        found.id: found.day
        for found in meetings.values()
        if found.status in _OVER and found.day < meeting.day
    }
    latest: dict[str, T] = {}
    for item in sorted(
        (item for item in items if item.meeting in over), key=lambda item: over[item.meeting]
    ):
        latest[fold(item.topic)] = item
    here = _topics(item for item in items if item.meeting == meeting.id)
    return [
        item.topic
        for topic, item in latest.items()
        if item.state != ItemState.DISCUSSED and topic not in here
    ]


def _topics(items: Iterable[T]) -> set[str]:
    return {fold(item.topic) for item in items}
