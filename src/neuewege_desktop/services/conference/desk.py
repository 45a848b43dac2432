"""What the screen of a conference asks for besides the conference itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.base.formats import sort_key
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.conference.due import next_day
from neuewege_desktop.services.conference.facts import is_open
from neuewege_desktop.services.conference.reading import (
    ConferenceFile,
    head_names,
    needed_meeting,
    read_conference,
)
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader

Named = tuple[RecordId, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A conference, who may be given something to do, and the day of the next conference."""

    file: ConferenceFile
    people: tuple[Named, ...]  # who is at the table first, then the other members of staff
    next_day: dt.date


def conference_table(office: Office, meeting: RecordId) -> Table:
    """Return a conference as its screen shows it; UserError if it is gone."""
    with office.store.reading() as reader:
        file = read_conference(reader, meeting)
        return Table(
            file, _people(reader, file), next_day(reader, file.meeting.ags, file.meeting.day)
        )


def _people(reader: Reader, file: ConferenceFile) -> tuple[Named, ...]:
    everybody = {user.id: user.name for user in reader.find(User)}
    at_table = {line.attendance.user for line in file.attendance}
    found = sorted(everybody.items(), key=lambda each: (each[0] not in at_table, sort_key(each[1])))
    return tuple(found)


def households_to_add(office: Office, meeting: RecordId) -> tuple[Named, ...]:
    """Return the open cases that are not on the agenda, by the head and number of the household."""
    with office.store.reading() as reader:
        file, found = read_conference(reader, meeting), needed_meeting(reader, meeting)
        there = {line.item.case for line in file.items if line.item.state != ItemState.DROPPED}
        cases = [
            case
            for case in reader.find(Case, scope=case_scope(found.ags))
            if is_open(case, found.day) and case.id not in there
        ]
        households = reader.many(Household, [case.household for case in cases])
        heads, names = head_names(reader, found, list(households)), Names(reader)
        named = [
            (case.id, _called(heads.get(case.household, ""), names.of("household", case.household)))
            for case in cases
        ]
    return tuple(sorted(named, key=lambda each: sort_key(each[1])))


def _called(head: str, number: str) -> str:
    return f"{head}  ({number})" if head else number
