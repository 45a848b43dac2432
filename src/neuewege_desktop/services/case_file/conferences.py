"""The next case conference that a household may come to."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Meeting,
)
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.services.conference.due import proposal_for
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.wording import reasons_in
from neuewege_desktop.store.conferences import first_meeting
from neuewege_desktop.store.reader import Reader

_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.CONVENED, MeetingStatus.RUNNING)


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
