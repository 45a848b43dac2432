"""What agenda and minutes say of a conference: its head, its people, its households."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import AttendanceStatus, MeetingPart
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import Team, TeamMember
from neuewege_desktop.domain.records.meeting import Attendance
from neuewege_desktop.reports.documents.conference import (
    Attendee,
    Conference,
    HouseholdHead,
    hours,
)
from neuewege_desktop.services.conference.reading import (
    AttendanceLine,
    ConferenceFile,
    ItemLine,
    read_conference,
)
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.papers.homes import Home, head_words, homes
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A conference with its households, ready to become a paper."""

    file: ConferenceFile
    conference: Conference
    homes: Mapping[RecordId, Home]
    heads: Mapping[RecordId, HouseholdHead]
    names: Names

    @property
    def day(self) -> dt.date:
        """Return the day of the conference; its words are the words of the paper."""
        return self.file.meeting.day

    def head_of(self, line: ItemLine) -> HouseholdHead | None:
        """Return the household of an item, None for a topic of the team."""
        return self.heads.get(line.household or 0)


def gathered(reader: Reader, meeting: RecordId) -> Gathered:
    """Return a conference and its households; UserError if it is gone."""
    file, names = read_conference(reader, meeting), Names(reader)
    lines = (*file.items, *file.capped)
    day = file.meeting.day
    found = homes(reader, {line.household for line in lines if line.household is not None}, day)
    return Gathered(
        file=file,
        conference=_conference(reader, file),
        homes=found,
        heads={id_: head_words(home, day, names) for id_, home in found.items()},
        names=names,
    )


def _conference(reader: Reader, file: ConferenceFile) -> Conference:
    meeting = file.meeting
    town = municipality_named(reader, meeting.ags)
    functions = _functions(reader, town.id, meeting.day)
    return Conference(
        number=f"{town.short} {meeting.day.isoformat()}",
        municipality=file.municipality,
        team=file.team,
        day=meeting.day,
        start=meeting.start,
        end=meeting.end,
        place=file.place,
        chair=file.chair,
        minute_taker=file.minute_taker,
        people=tuple(_attendee(line, functions) for line in file.attendance),
    )


def _functions(reader: Reader, town: RecordId, day: dt.date) -> dict[RecordId, str]:
    """Return by user what they do in the team of a municipality on a day."""
    teams = [team.id for team in reader.find(Team, municipality=town)]
    members = [m for m in reader.find(TeamMember, team=teams) if m.period.covers(day)]
    members.sort(key=lambda member: not member.deputy)  # one's own right counts more
    return {member.user: member.function.label for member in members}


def _attendee(line: AttendanceLine, functions: Mapping[RecordId, str]) -> Attendee:
    attendance = line.attendance
    function = functions.get(attendance.user or 0, "")
    if attendance.external:
        function = _("guest")
    is_internal = attendance.part == MeetingPart.INTERNAL
    return Attendee(
        name=line.name,
        function=function,
        external=attendance.external,
        part=_("A and B") if is_internal and not attendance.external else attendance.part.value,
        presence=_presence(attendance),
    )


def _presence(attendance: Attendance) -> str:
    """Return whether somebody was there and when: „teilweise anwesend, 15:00–15:30“."""
    label = attendance.status.label
    is_timed = attendance.status in (AttendanceStatus.PRESENT, AttendanceStatus.PARTLY)
    if not is_timed or (attendance.start is None and attendance.end is None):
        return label
    return f"{label}, {hours(attendance.start, attendance.end)}"
