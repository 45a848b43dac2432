"""Case conferences: series, meetings, agenda, decisions (2.13).

The meeting as such and part B belong to the town scope; what is said about households (part A)
belongs to the case scope and points at the meeting, never the other way round.
"""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    DecisionKind,
    ItemState,
    MeetingPart,
    MeetingStatus,
    TaskState,
)
from neuewege_desktop.domain.records.kind import S0, S1, S2, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import Period


@record("meeting_series", Family.TOWN)
class MeetingSeries(Record):
    """The rhythm in which a team meets."""

    team: RecordId = fact(S0, refers="team", index=True)
    weekday: int = fact(S0)  # 0 = Monday
    start: dt.time = fact(S0)
    duration_min: int = fact(S0, default=90)
    place: RecordId | None = fact(S0, default=None, refers="place")
    rhythm_weeks: int = fact(S0, default=1)
    town_min: int = fact(S0, default=30)  # of these, for the part with the municipality
    max_items: int = fact(S0, default=12)
    period: Period = fact(S0)


@record("meeting", Family.TOWN)
class Meeting(Record):
    """One case conference."""

    series: RecordId | None = fact(S0, default=None, refers="meeting_series", index=True)
    ags: str = fact(S0, index=True)
    day: dt.date = fact(S0)
    start: dt.time | None = fact(S0, default=None)
    end: dt.time | None = fact(S0, default=None)
    place: RecordId | None = fact(S0, default=None, refers="place")
    status: MeetingStatus = fact(S0, default=MeetingStatus.PLANNED)
    chair: RecordId | None = fact(S1, default=None, refers="user")
    minute_taker: RecordId | None = fact(S1, default=None, refers="user")
    cancelled_because: str = fact(S1, default="")
    checked_by: RecordId | None = fact(S1, default=None, refers="user")  # whether nothing misses


@record("attendance", Family.TOWN)
class Attendance(Record):
    """Who was there: a member of staff, or a guest by name."""

    meeting: RecordId = fact(S1, refers="meeting", index=True)
    user: RecordId | None = fact(S1, default=None, refers="user")
    guest: str = fact(S1, default="")
    status: AttendanceStatus = fact(S1)
    start: dt.time | None = fact(S1, default=None)
    end: dt.time | None = fact(S1, default=None)
    external: bool = fact(S1, default=False)
    part: MeetingPart = fact(S1)


@record("agenda_item", Family.CASE)
class AgendaItem(Record):
    """A household on the internal part of an agenda, with the reasons it came there for.

    Without a case it is a topic of the team. `capped` stands below the line: the conference was
    full before it. `state_reason` says why it was postponed or dropped.
    """

    meeting: RecordId = fact(S2, refers="meeting", index=True)
    case: RecordId | None = fact(S2, default=None, refers="case", index=True)
    seq: int = fact(S2)
    reasons: str = fact(S2, default="")  # frozen list of rule, day and text, as JSON
    priority: int = fact(S2, default=3)
    topic: str = fact(S2, default="")
    capped: bool = fact(S2, default=False)
    planned_min: int = fact(S2, default=5)
    spent_min: int | None = fact(S2, default=None)
    state: ItemState = fact(S2, default=ItemState.OPEN)
    state_reason: str = fact(S2, default="")
    discussion: str = fact(S2, default="")


@record("decision", Family.CASE)
class Decision(Record):
    """What the team decided on a household: a promise, as long as its task is open."""

    item: RecordId = fact(S2, refers="agenda_item", index=True)
    decision: DecisionKind = fact(S2)
    text: str = fact(S2)
    responsible: RecordId | None = fact(S2, default=None, refers="user")
    due_on: dt.date | None = fact(S2, default=None)


@record("town_item", Family.TOWN)
class TownItem(Record):
    """A topic of the part held with the municipality: free of clients' data."""

    meeting: RecordId = fact(S0, refers="meeting", index=True)
    seq: int = fact(S0)
    topic: str = fact(S0)
    planned_min: int = fact(S0, default=5)
    state: ItemState = fact(S0, default=ItemState.OPEN)
    state_reason: str = fact(S1, default="")
    discussion: str = fact(S1, default="")


@record("town_task", Family.TOWN)
class TownTask(Record):
    """Something to do with the municipality or a local actor."""

    item: RecordId | None = fact(S0, default=None, refers="town_item", index=True)
    actor: RecordId | None = fact(S0, default=None, refers="actor", index=True)
    title: str = fact(S1)
    assignee: RecordId | None = fact(S1, default=None, refers="user")
    due_on: dt.date = fact(S0)
    state: TaskState = fact(S0, default=TaskState.OPEN)
    done_on: dt.date | None = fact(S0, default=None)
    result: str = fact(S1, default="")
