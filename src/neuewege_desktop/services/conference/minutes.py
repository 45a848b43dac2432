"""Minutes: what they lack, checked, released once and for ever, corrected by numbered corrections.

Papers are made by whoever prints; they come in here as bytes and are kept in the act that issues
them, so that what is released and what is archived are one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.conference.minutes import (
    Gap,
    item_gaps,
    meeting_gaps,
    release_refusal,
    town_gaps,
)
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.meeting import AgendaItem, Meeting, TownItem
from neuewege_desktop.domain.records.minutes import (
    IssuedPaper,
    IssuedTownPaper,
    MinutesCorrection,
    PromiseAnswer,
    TownCorrection,
    TownPromiseAnswer,
)
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.conference.reading import (
    ConferenceFile,
    ItemLine,
    needed_meeting,
    read_conference,
)
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.papers import archived, checksum
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome, Writer

Issued = IssuedPaper | IssuedTownPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperToIssue:
    """A document that is ready: for whom, what it is called, its bytes."""

    variant: Variant
    title: str
    name: str  # of a file: never a client's
    content: bytes


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One place of released minutes that was wrong: what shall be read instead."""

    item: AgendaItem | TownItem
    now: str


def gaps(office: Office, meeting: RecordId) -> tuple[Gap, ...]:
    """Return everything that is missing before the minutes can be released, in their order."""
    with office.store.reading() as reader:
        return _gaps(read_conference(reader, meeting))


def _gaps(file: ConferenceFile) -> tuple[Gap, ...]:
    found = list(meeting_gaps(file.meeting, [line.attendance for line in file.attendance]))
    for line in file.items:
        decisions = [decision.decision for decision in line.decisions]
        found += item_gaps(line.item, item_title(line), decisions, len(line.promises))
    for topic in file.town_items:
        found += town_gaps(topic.item, [task for task, _name in topic.tasks])
    return tuple(found)


def item_title(line: ItemLine) -> str:
    """Return how an item is called where there is room for one line: its head, or its topic."""
    return line.head or line.name


def check(office: Office, meeting: RecordId) -> Outcome:
    """Say that the minutes were read and nothing is missing; UserError lists what is."""
    with office.store.writing(ActLabel.CHECKED, office.author) as writer:
        found = _draft(writer, meeting)
        _refuse_gaps(read_conference(writer, meeting))
        writer.save(replace(found, checked_by=office.author))
    return writer.outcome


def _draft(writer: Writer, meeting: RecordId) -> Meeting:
    found = needed_meeting(writer, meeting)
    if found.status != MeetingStatus.DRAFT_MINUTES:
        raise UserError(
            _("The conference must be ended first; then its minutes can be checked and released.")
        )
    return found


def _refuse_gaps(file: ConferenceFile) -> None:
    if missing := _gaps(file):
        lines = [gap.text for gap in missing]
        raise UserError("\n".join([_("The minutes are not complete yet:"), *lines]))


def release(
    office: Office,
    meeting: RecordId,
    papers: Sequence[PaperToIssue],
    with_access: Collection[RecordId],
    at: dt.datetime,
) -> Outcome:
    """Release checked minutes: everything in them is frozen, the papers are archived as issued.

    `with_access` are the users who can log in here: the chair releases, and not who took the
    minutes where there is somebody else. UserError if that is not so or something is missing.
    """
    with office.store.writing(ActLabel.MINUTES, office.author) as writer:
        found = _draft(writer, meeting)
        if found.checked_by is None:
            raise UserError(_("Please check the minutes first."))
        if refusal := release_refusal(found, office.author, with_access):
            raise UserError(refusal)
        file = read_conference(writer, meeting)
        _refuse_gaps(file)
        released = replace(found, status=MeetingStatus.RELEASED_MINUTES)
        writer.save(released)
        for record in (released, *_frozen_with(writer, file)):
            writer.finalise(record)
        for paper in papers:
            _issue(writer, office, found, paper, PaperKind.MINUTES, 0, at)
    return writer.outcome


def _frozen_with(writer: Writer, file: ConferenceFile) -> Iterator[Record]:
    """Yield what the minutes consist of; tasks go on and stay open to change."""
    yield from (line.attendance for line in file.attendance)
    lines = (*file.items, *file.capped)
    for line in lines:
        yield line.item
        yield from (decision.decision for decision in line.decisions)
        yield from line.clearances
    yield from writer.find(PromiseAnswer, item=[line.item.id for line in lines])
    yield from (line.item for line in file.town_items)
    yield from writer.find(TownPromiseAnswer, meeting=file.meeting.id)


def _issue(
    writer: Writer,
    office: Office,
    meeting: Meeting,
    paper: PaperToIssue,
    kind: PaperKind,
    number: int,
    at: dt.datetime,
) -> None:
    is_for_town = paper.variant == Variant.MUNICIPALITY
    made = (IssuedTownPaper if is_for_town else IssuedPaper)(
        id=writer.new_id(),
        scope=meeting.scope if is_for_town else case_scope(meeting.ags),
        meeting=meeting.id,
        paper=kind,
        variant=paper.variant,
        number=number,
        title=paper.title,
        name=paper.name,
        issued_at=at.replace(tzinfo=None),
        issued_by=office.author,
        legal_date=meeting.day,
        sha256=checksum(paper.content),
    )
    writer.add(made)
    writer.archive(made.id, paper.content)


def next_correction(office: Office, meeting: RecordId) -> int:
    """Return the number that the next correction of these minutes bears."""
    with office.store.reading() as reader:
        return last_correction(reader, meeting) + 1


def last_correction(reader: Reader, meeting: RecordId) -> int:
    """Return the number of the last correction of these minutes, 0 if there is none."""
    in_cases = reader.find(MinutesCorrection, meeting=meeting)
    with_town = reader.find(TownCorrection, meeting=meeting)
    numbers = [*(found.number for found in in_cases), *(found.number for found in with_town)]
    return max(numbers, default=0)


def correct(
    office: Office,
    meeting: RecordId,
    lines: Sequence[CorrectionLine],
    reason: str,
    papers: Sequence[PaperToIssue],
    at: dt.datetime,
) -> Outcome:
    """Write the next numbered correction of released minutes; they themselves stay as they are."""
    refuse_unsaid(lines, reason)
    with office.store.writing(ActLabel.CORRECTED, office.author) as writer:
        found = needed_meeting(writer, meeting)
        if found.status != MeetingStatus.RELEASED_MINUTES:
            raise UserError(
                _("The minutes are not released yet. You can still change them as they are.")
            )
        number = last_correction(writer, meeting) + 1
        for line in lines:
            correction = _correction(writer, office, line, number, reason)
            writer.add(correction)
            writer.finalise(correction)
        for paper in papers:
            _issue(writer, office, found, paper, PaperKind.CORRECTION, number, at)
    return writer.outcome


def refuse_unsaid(lines: Sequence[CorrectionLine], reason: str) -> None:
    """Raise UserError if a correction does not say what shall be read instead, or why."""
    if not reason.strip() or not any(line.now.strip() for line in lines):
        raise UserError(_("Please say what shall be read instead, and why."))


def _correction(
    writer: Writer, office: Office, line: CorrectionLine, number: int, reason: str
) -> MinutesCorrection | TownCorrection:
    kind = MinutesCorrection if isinstance(line.item, AgendaItem) else TownCorrection
    return kind(
        id=writer.new_id(),
        scope=line.item.scope,
        meeting=line.item.meeting,
        number=number,
        item=line.item.id,
        was=line.item.discussion,
        now=line.now.strip(),
        reason=reason.strip(),
        corrected_by=office.author,
        corrected_on=office.today,
    )


def issued_papers(office: Office, meeting: RecordId) -> tuple[Issued, ...]:
    """Return the papers that were issued of a conference, in the order of issue."""
    with office.store.reading() as reader:
        found: list[Issued] = [
            *reader.find(IssuedPaper, meeting=meeting),
            *reader.find(IssuedTownPaper, meeting=meeting),
        ]
    return tuple(sorted(found, key=lambda paper: (paper.number, paper.id)))


def as_issued(office: Office, paper: Issued) -> bytes:
    """Return the bytes of a paper exactly as it was issued."""
    with office.store.reading() as reader:
        return archived(reader, paper.id, paper.sha256)
