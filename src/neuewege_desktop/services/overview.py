"""What one wants to know in the morning: figures, what is due, next conferences, what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.base.formats import clock_time
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.listing import (
    HouseholdRow,
    ListKind,
    MeetingRow,
    Query,
    TaskRow,
)
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.drafts import drafts_of
from neuewege_desktop.services.labels import act_name
from neuewege_desktop.services.lists import list_count, list_keys, list_rows
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.history import latest_acts

_SHOWN = 6
_AHEAD = dt.timedelta(days=14)
_STILL_HELD = AHEAD | {MeetingStatus.RUNNING}


@dataclass(frozen=True, slots=True)
class RecentAct:
    """Something that was done lately, in words."""

    when: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something the user typed and did not save: the place of its draft, about what, and when."""

    place: str
    name: str  # of the record; empty for a new one
    at: int  # ms since 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The state of the workplace on a day, as one person looks at it."""

    user: str
    households: int
    open_tasks: int
    overdue: int
    ending: int  # approvals that end soon, or have ended
    coming: int  # conferences within 14 days
    tasks: tuple[TaskRow, ...]
    meetings: tuple[MeetingRow, ...]  # that still take place
    minutes: tuple[MeetingRow, ...]  # held, and the minutes are not released yet
    approvals: tuple[HouseholdRow, ...]
    changes: tuple[RecentAct, ...]
    unfinished: tuple[Unfinished, ...]  # latest first


def overview_of(office: Office) -> Overview:
    """Return the overview of a workplace."""
    with office.store.reading() as reader:
        user = reader.get(User, office.author)
        names = Names(reader)
        acts = [
            RecentAct(
                clock_time(act.at, dt.datetime.combine(office.today, dt.time()).astimezone()),
                act_name(act.label),
                names.of("user", act.author),
            )
            for act in latest_acts(reader.connection, _SHOWN)
        ]
        unfinished = tuple(
            Unfinished(draft.place, _name_at(draft.place, names), draft.at)
            for draft in drafts_of(office)[:_SHOWN]
        )
    _many, coming = _first_rows(office, ListKind.MEETINGS, "coming")
    meetings = [row for row in coming if row.status in _STILL_HELD]
    _many, minutes = _first_rows(office, ListKind.MEETINGS, "draft_minutes")
    open_tasks, tasks = _first_rows(office, ListKind.TASKS, "open", "due_on")
    ending, approvals = _first_rows(office, ListKind.HOUSEHOLDS, "approval_ends", "approved_until")
    return Overview(
        user=user.name if user else "",
        households=_count(office, ListKind.HOUSEHOLDS),
        open_tasks=open_tasks,
        overdue=_count(office, ListKind.TASKS, "overdue"),
        ending=ending,
        coming=sum(row.date <= office.today + _AHEAD for row in meetings),
        tasks=tuple(tasks),
        meetings=tuple(meetings),
        minutes=tuple(minutes),
        approvals=tuple(approvals),
        changes=tuple(acts),
        unfinished=unfinished,
    )


def _name_at(place: str, names: Names) -> str:
    """Return the name of the record that a draft is about."""
    kind, _slash, key = place.partition("/")
    return names.of(kind, int(key)) if kind in KINDS and key.isdecimal() else ""


def _query(office: Office, filters: tuple[str, ...], order: str = "") -> Query:
    return Query(day=office.today, filters=frozenset(filters), order=order, author=office.author)


def _count(office: Office, kind: ListKind, *filters: str) -> int:
    return list_count(office.store, kind, _query(office, filters))


def _first_rows(
    office: Office, kind: ListKind, chosen: str, order: str = ""
) -> tuple[int, list[Any]]:
    """Return how many there are, and the first of them; found in one go."""
    keys = list_keys(office.store, kind, _query(office, (chosen,), order))
    return len(keys), list_rows(office.store, kind, keys[:_SHOWN], office.today)
