"""A case conference with its agenda, and the next one that a household may come to."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    TownItem,
)
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.services.agenda import proposal_for
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.places import municipality_named
from neuewege_desktop.services.wording import reasons_in
from neuewege_desktop.store.conferences import first_meeting
from neuewege_desktop.store.reader import Reader

_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.CONVENED, MeetingStatus.RUNNING)


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item of the internal part: which household, why, and what was decided."""

    item: AgendaItem
    household: RecordId | None
    name: str  # its BG number or pseudonym
    reasons: tuple[str, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFile:
    """Everything about one conference."""

    meeting: Meeting
    municipality: str
    place: str
    chair: str
    minute_taker: str
    items: tuple[AgendaLine, ...]
    attendance: tuple[tuple[Attendance, str], ...]  # with the name of who was there
    town_items: tuple[TownItem, ...]


@dataclass(frozen=True, slots=True)
class NextConference:
    """The next conference of a municipality.

    `item` if the household stands on its agenda; `reasons` why it does, or why it is due for it.
    """

    meeting: Meeting
    item: AgendaItem | None
    reasons: tuple[str, ...]

    @property
    def is_due(self) -> bool:
        """Say whether there is anything to talk about."""
        return bool(self.reasons)


def meeting_file(office: Office, meeting: RecordId) -> MeetingFile:
    """Return what there is to say about a conference; UserError if it is gone."""
    with office.store.reading() as reader:
        found = reader.get(Meeting, meeting)
        if found is None:
            raise UserError(_("This case conference is no longer here."))
        names = Names(reader)
        attendance = reader.find(Attendance, meeting=meeting)
        return MeetingFile(
            meeting=found,
            municipality=municipality_named(reader, found.ags).name,
            place=names.of("place", found.place),
            chair=names.of("user", found.chair),
            minute_taker=names.of("user", found.minute_taker),
            items=_agenda(reader, meeting, names),
            attendance=tuple((a, a.guest or names.of("user", a.user)) for a in attendance),
            town_items=tuple(
                sorted(reader.find(TownItem, meeting=meeting), key=lambda item: item.seq)
            ),
        )


def _agenda(reader: Reader, meeting: RecordId, names: Names) -> tuple[AgendaLine, ...]:
    items = sorted(reader.find(AgendaItem, meeting=meeting), key=lambda item: item.seq)
    cases = reader.many(Case, [item.case for item in items if item.case is not None])
    decisions = reader.find(Decision, item=[item.id for item in items])
    return tuple(
        AgendaLine(
            item,
            cases[item.case].household if item.case in cases else None,
            names.of("case", item.case),
            tuple(reasons_in(item.reasons)),
            tuple(decision for decision in decisions if decision.item == item.id),
        )
        for item in items
    )


def next_conference(
    reader: Reader, office: Office, case: Case | None, scope: str
) -> NextConference | None:
    """Return the next conference of the municipality, and why the case comes up there."""
    found = first_meeting(reader, municipality_of(scope), office.today, _AHEAD)
    meeting = reader.get(Meeting, found) if found is not None else None
    if meeting is None:
        return None
    items = reader.find(AgendaItem, meeting=meeting.id, case=case.id) if case else []
    if items:
        return NextConference(meeting, items[0], tuple(reasons_in(items[0].reasons)))
    due = proposal_for(reader, case, meeting.day) if case else None
    return NextConference(
        meeting, None, tuple(reason.text for reason in due.reasons) if due else ()
    )
