"""Lists as values: what is asked for, and the rows that answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.domain.choices.people import MemberRole, Sex
from neuewege_desktop.domain.choices.work import (
    ActorKind,
    MeasureStatus,
    MeetingStatus,
    Phase,
    TaskKind,
    TaskOrigin,
    TaskState,
)
from neuewege_desktop.domain.law.household_type import HouseholdType
from neuewege_desktop.domain.records import Life, RecordId


class ListKind(StrEnum):
    """The lists there are."""

    HOUSEHOLDS = "households"
    PERSONS = "persons"
    MEASURES = "measures"
    MEETINGS = "meetings"
    TASKS = "tasks"
    ACTORS = "actors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list shall show.

    `search` are beginnings of words; `municipality` an AGS, or empty for all; `day` the day whose
    answer is wanted; `order` a column of `ORDERS`, or empty for the natural order of the list;
    `filters` are codes of `FILTERS`; `author` is the user who says "mine".
    """

    day: dt.date
    search: str = ""
    municipality: str = ""
    order: str = ""
    descending: bool = False
    filters: frozenset[str] = frozenset()
    author: RecordId | None = None


ORDERS: Mapping[ListKind, tuple[str, ...]] = {
    ListKind.HOUSEHOLDS: (
        "name",
        "number",
        "pseudonym",
        "municipality",
        "street",
        "town",
        "members",
        "phase",
        "case_manager",
        "approved_until",
    ),
    ListKind.PERSONS: (
        "name",
        "first_name",
        "client_number",
        "birth_date",
        "sex",
        "household",
        "pseudonym",
        "role",
        "municipality",
    ),
    ListKind.MEASURES: (
        "name",
        "instrument",
        "provider",
        "municipality",
        "status",
        "participants",
        "places",
        "free_places",
        "next_start",
    ),
    ListKind.MEETINGS: ("date", "place", "municipality", "status", "items", "chair"),
    ListKind.TASKS: (
        "due_on",
        "title",
        "state",
        "assignee",
        "household",
        "head",
        "municipality",
        "task",
        "origin",
    ),
    ListKind.ACTORS: ("name", "kind", "municipality", "contact_person", "phone"),
}

ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice that narrows a list; those of one group are alternatives, groups add up."""

    code: str
    label: str  # marked with N_
    group: str


_PUT_AWAY = Filter(ARCHIVED, N_("Archived"), "life")

FILTERS: Mapping[ListKind, tuple[Filter, ...]] = {
    ListKind.HOUSEHOLDS: (
        Filter("mine", N_("My cases"), "case_manager"),
        Filter("without_case_manager", N_("Without a case manager"), "case_manager"),
        *(Filter(phase.value, phase.english, "phase") for phase in Phase),
        Filter("approval_ends", N_("Approval ends soon"), "approval"),
        _PUT_AWAY,
    ),
    ListKind.PERSONS: (
        Filter("heads", N_("Heads of household"), "role"),
        Filter("partners", N_("Partners"), "role"),
        Filter("children", N_("Children"), "role"),
        Filter("under_25", N_("Under 25"), "age"),
        Filter("employable", N_("Employable"), "employability"),
        _PUT_AWAY,
    ),
    ListKind.MEASURES: (
        Filter("planned", N_("Planned"), "status"),
        Filter("active", N_("Active"), "status"),
        Filter("full", N_("Fully booked"), "status"),
        Filter("ended", N_("Ended"), "status"),
        Filter("free_places", N_("With free places"), "places"),
        _PUT_AWAY,
    ),
    ListKind.MEETINGS: (
        Filter("coming", N_("Coming"), "day"),
        Filter("past", N_("Past"), "day"),
        Filter("draft_minutes", N_("Minutes in draft"), "minutes"),
        _PUT_AWAY,
    ),
    ListKind.TASKS: (
        Filter("mine", N_("My tasks"), "assignee"),
        Filter("overdue", N_("Overdue"), "state"),
        Filter("open", N_("Still to do"), "state"),
        Filter("done", N_("Already done"), "state"),
        Filter("follow_ups", N_("Follow-ups"), "kind"),
        _PUT_AWAY,
    ),
    ListKind.ACTORS: (
        *(Filter(kind.value, kind.english, "kind") for kind in ActorKind),
        _PUT_AWAY,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow:
    """A household in a list, as it was on the day."""

    id: RecordId
    life: Life
    number: str
    pseudonym: str
    municipality: str  # AGS
    municipality_name: str
    head: str  # name of its head
    street: str
    town: str
    type: HouseholdType
    members: int
    phase: Phase | None
    case_manager: str
    approved_until: dt.date | None  # end of the period of the day, else of the one before


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person in a list; household and role are those of the day, empty if there are none."""

    id: RecordId
    life: Life
    client_number: str
    last_name: str
    first_name: str
    sex: Sex
    birth_date: dt.date | None
    household: str
    household_id: RecordId | None
    pseudonym: str
    municipality: str  # AGS
    municipality_name: str
    role: MemberRole | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A measure in a list, with those who take a place in it on the day."""

    id: RecordId
    life: Life
    name: str
    instrument: str
    provider: str
    municipality: str  # AGS
    municipality_name: str
    status: MeasureStatus
    participants: int
    places: int | None  # None where they are not counted
    free_places: int | None
    next_start: dt.date | None  # of the next run, on the day or later


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A case conference in a list."""

    id: RecordId
    life: Life
    municipality: str  # AGS
    municipality_name: str
    date: dt.date
    start: dt.time | None
    place: str
    status: MeetingStatus
    items: int  # households and topics on its agenda
    chair: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task in a list: in a case (`task`), or with a municipality or an actor (`town_task`).

    What is said of a household is empty where the task is about none.
    """

    id: RecordId
    life: Life
    kind: str
    title: str
    due_on: dt.date
    state: TaskState
    assignee: str
    household_id: RecordId | None
    household: str
    pseudonym: str
    head: str
    municipality: str  # AGS
    municipality_name: str
    task: TaskKind | None
    origin: TaskOrigin | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """A local actor in a list."""

    id: RecordId
    life: Life
    name: str
    kind: ActorKind
    municipality: str  # AGS
    municipality_name: str
    contact_person: str
    phone: str
    topics: tuple[str, ...]


Row = HouseholdRow | PersonRow | MeasureRow | MeetingRow | TaskRow | ActorRow
