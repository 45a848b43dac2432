"""Everything about the minutes of a conference, as their page shows it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.conference.minutes import Gap, release_refusal
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.minutes import MinutesCorrection, TownCorrection
from neuewege_desktop.services.conference.minutes import Issued, gaps, issued_papers
from neuewege_desktop.services.conference.reading import ConferenceFile, read_conference
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office

Correction = MinutesCorrection | TownCorrection


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper as it was issued, and the name of who issued it."""

    paper: Issued
    issued_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesView:
    """The minutes with what they lack, why one may not release them, and what came of them."""

    file: ConferenceFile
    gaps: tuple[Gap, ...]
    checked_by: str
    refusal: str  # why the user of this workplace may not release them; empty if they may
    papers: tuple[PaperLine, ...]
    corrections: tuple[Correction, ...]  # in the order of their numbers

    @property
    def is_draft(self) -> bool:
        """Say whether the minutes can still be written."""
        return self.file.meeting.status == MeetingStatus.DRAFT_MINUTES

    @property
    def is_released(self) -> bool:
        """Say whether the minutes are frozen for ever."""
        return self.file.meeting.status == MeetingStatus.RELEASED_MINUTES


def minutes_view(
    office: Office, meeting: RecordId, with_access: Collection[RecordId]
) -> MinutesView:
    """Return the minutes of a conference; `with_access` are the users who can log in here."""
    papers = issued_papers(office, meeting)
    with office.store.reading() as reader:
        file, names = read_conference(reader, meeting), Names(reader)
        corrections: list[Correction] = [
            *reader.find(MinutesCorrection, meeting=meeting),
            *reader.find(TownCorrection, meeting=meeting),
        ]
        lines = tuple(PaperLine(paper, names.of("user", paper.issued_by)) for paper in papers)
        checked_by = names.of("user", file.meeting.checked_by)
    is_draft = file.meeting.status == MeetingStatus.DRAFT_MINUTES
    return MinutesView(
        file=file,
        gaps=gaps(office, meeting) if is_draft else (),
        checked_by=checked_by,
        refusal=release_refusal(file.meeting, office.author, with_access) if is_draft else "",
        papers=lines,
        corrections=tuple(sorted(corrections, key=lambda found: (found.number, found.id))),
    )
