"""Everything about one case conference, as its page, its screen and its papers need it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import AttendanceStatus, GuestBasis, MeetingPart
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingSeries,
    TownItem,
    TownTask,
)
from neuewege_desktop.domain.records.minutes import GuestClearance
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.conference.facts import kept_reasons
from neuewege_desktop.services.conference.promises import (
    OF_THE_TEAM,
    Promise,
    open_promises,
    open_town_promises,
    postponements,
)
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.store.reader import Reader

THERE = frozenset({AttendanceStatus.PRESENT, AttendanceStatus.PARTLY})
USUAL_TOWN_MIN = 30


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision, and the name of who is responsible."""

    decision: Decision
    responsible: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """An item of part A: which household, why, what is owed, what was said and decided.

    `name` is the BG number or pseudonym, `head` the name of its head; of a topic of the team `name`
    is the topic. `postponed_before` counts the conferences in a row that put the household off.
    """

    item: AgendaItem
    household: RecordId | None
    name: str
    pseudonym: str
    head: str
    reasons: tuple[str, ...]
    promises: tuple[Promise, ...]  # open ones of earlier conferences
    decisions: tuple[DecisionLine, ...]
    clearances: tuple[GuestClearance, ...]
    postponed_before: int

    @property
    def topic(self) -> str:
        """Return what is talked about if it is no household, or one that was erased since."""
        return self.name if self.household is None else ""


@dataclass(frozen=True, slots=True)
class TownLine:
    """A topic of part B, and the tasks that came out of it."""

    item: TownItem
    tasks: tuple[tuple[TownTask, str], ...]  # with the name of who does it


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """Who is asked or was there, by name."""

    attendance: Attendance
    name: str

    @property
    def is_there(self) -> bool:
        """Say whether the person took part, at least for a time."""
        return self.attendance.status in THERE


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceFile:
    """Everything about one conference."""

    meeting: Meeting
    municipality: str
    team: str
    place: str
    chair: str
    minute_taker: str
    town_min: int  # planned for part B, at the end
    items: tuple[ItemLine, ...]  # on the agenda, in order
    capped: tuple[ItemLine, ...]  # below the line
    attendance: tuple[AttendanceLine, ...]
    town_items: tuple[TownLine, ...]
    town_promises: tuple[Promise, ...]  # open tasks with the municipality from earlier on

    @property
    def guests_in_part_a(self) -> tuple[AttendanceLine, ...]:
        """Return the external people who are in the room while households are talked about.

        An hour until which somebody stays may lie ahead; only who was seen leaving is gone.
        """
        left = {
            clearance.attendance
            for line in (*self.items, *self.capped)
            for clearance in line.clearances
            if clearance.basis == GuestBasis.LEFT
        }
        return tuple(
            line
            for line in self.attendance
            if line.attendance.external
            and line.attendance.part == MeetingPart.INTERNAL
            and line.is_there
            and not (line.attendance.end is not None and line.attendance.id in left)
        )


def needed_line(file: ConferenceFile, item: RecordId) -> ItemLine:
    """Return an item of part A, on the agenda or below the line; UserError if it is gone."""
    for line in (*file.items, *file.capped):
        if line.item.id == item:
            return line
    raise UserError(_("This item of the agenda is no longer here."))


def conference_file(office: Office, meeting: RecordId) -> ConferenceFile:
    """Return what there is to say about a conference; UserError if it is gone."""
    with office.store.reading() as reader:
        return read_conference(reader, meeting)


def needed_meeting(reader: Reader, meeting: RecordId) -> Meeting:
    """Return a conference; UserError if it is gone."""
    found = reader.get(Meeting, meeting)
    if found is None:
        raise UserError(_("This case conference is no longer here."))
    return found


def read_conference(reader: Reader, meeting: RecordId) -> ConferenceFile:
    """Return what there is to say about a conference, within an act or a reading."""
    found, names = needed_meeting(reader, meeting), Names(reader)
    series = reader.get(MeetingSeries, found.series) if found.series is not None else None
    lines = item_lines(reader, found, names)
    return ConferenceFile(
        meeting=found,
        municipality=municipality_named(reader, found.ags).name,
        team=names.of("team", series.team) if series is not None else "",
        place=names.of("place", found.place),
        chair=names.of("user", found.chair),
        minute_taker=names.of("user", found.minute_taker),
        town_min=series.town_min if series is not None else USUAL_TOWN_MIN,
        items=tuple(line for line in lines if not line.item.capped),
        capped=tuple(line for line in lines if line.item.capped),
        attendance=_attendance(reader, meeting, names),
        town_items=_town_lines(reader, meeting, names),
        town_promises=open_town_promises(reader, found, names),
    )


def _attendance(reader: Reader, meeting: RecordId, names: Names) -> tuple[AttendanceLine, ...]:
    found = reader.find(Attendance, meeting=meeting)
    lines = [AttendanceLine(a, a.guest or names.of("user", a.user)) for a in found]
    return tuple(sorted(lines, key=lambda line: (line.attendance.external, line.attendance.id)))


def _town_lines(reader: Reader, meeting: RecordId, names: Names) -> tuple[TownLine, ...]:
    items = sorted(reader.find(TownItem, meeting=meeting), key=lambda item: (item.seq, item.id))
    tasks = reader.find(TownTask, item=[item.id for item in items])
    return tuple(
        TownLine(
            item,
            tuple(
                (task, names.of("user", task.assignee)) for task in tasks if task.item == item.id
            ),
        )
        for item in items
    )


def item_lines(reader: Reader, meeting: Meeting, names: Names) -> tuple[ItemLine, ...]:
    """Return the items of part A in order, those below the line last."""
    items = reader.find(AgendaItem, meeting=meeting.id)
    items.sort(key=lambda item: (item.capped, item.seq, item.id))
    cases = reader.many(Case, [item.case for item in items if item.case is not None])
    households = reader.many(Household, [case.household for case in cases.values()])
    heads = head_names(reader, meeting, list(households))
    decisions = reader.find(Decision, item=[item.id for item in items])
    clearances = reader.find(GuestClearance, item=[item.id for item in items])
    promises = open_promises(reader, list(cases), meeting, names)
    put_off = postponements(reader, list(cases), meeting)
    lines = []
    for item in items:
        case = cases.get(item.case) if item.case is not None else None
        line = ItemLine(
            item=item,
            reasons=tuple(reason.text for reason in kept_reasons(item, meeting.day))
            if item.reasons
            else (),
            promises=promises.get(item.case or OF_THE_TEAM, ()),
            decisions=tuple(
                DecisionLine(decision, names.of("user", decision.responsible))
                for decision in decisions
                if decision.item == item.id
            ),
            clearances=tuple(found for found in clearances if found.item == item.id),
            postponed_before=put_off.get(item.case or 0, 0),
            **_titles(item, households.get(case.household) if case else None, heads),
        )
        lines.append(line)
    return tuple(lines)


class _Titles(TypedDict):
    household: RecordId | None
    name: str
    pseudonym: str
    head: str


def _titles(
    item: AgendaItem, household: Household | None, heads: Mapping[RecordId, str]
) -> _Titles:
    if household is None:
        name = item.topic if item.case is None else _("erased household")
        return _Titles(household=None, name=name, pseudonym="", head="")
    return _Titles(
        household=household.id,
        name=household.number or household.pseudonym,
        pseudonym=household.pseudonym,
        head=heads.get(household.id, ""),
    )


def head_names(
    reader: Reader, meeting: Meeting, households: Sequence[RecordId]
) -> dict[RecordId, str]:
    """Return the names of the heads of these households on the day of the conference."""
    memberships = [
        found
        for found in reader.find(Membership, household=list(households))
        if found.role == MemberRole.HEAD
    ]
    persons = reader.many(Person, [found.person for found in memberships])
    # One who belongs to it on the day comes last, and so is the one that counts.
    memberships.sort(key=lambda found: (found.period.covers(meeting.day), found.period.start))
    return {
        found.household: str(persons[found.person].name)
        for found in memberships
        if found.person in persons
    }
