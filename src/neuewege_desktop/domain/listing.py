"""Lists as values: what is asked for, and the rows that answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import MeasureStatus, MeetingStatus
from neuewege_desktop.domain.law.household_type import HouseholdType
from neuewege_desktop.domain.records import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a list shall show.

    `search` are beginnings of words; `municipality` an AGS, or empty for all; `day` the day whose
    answer is wanted.
    """

    day: dt.date
    search: str = ""
    municipality: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdRow:
    """A household in a list."""

    id: RecordId
    number: str
    pseudonym: str
    municipality: str  # AGS
    head: str  # name of its head
    type: HouseholdType
    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person in a list; household and role are those of the day, empty if there are none."""

    id: RecordId
    client_number: str
    last_name: str
    first_name: str
    birth_date: dt.date | None
    household: str
    role: MemberRole | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A measure in a list, with those who take part on the day."""

    id: RecordId
    name: str
    instrument: str
    municipality: str
    status: MeasureStatus
    participants: int
    places: int | None  # None where they are not counted


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A case conference in a list."""

    id: RecordId
    municipality: str
    date: dt.date
    status: MeetingStatus
