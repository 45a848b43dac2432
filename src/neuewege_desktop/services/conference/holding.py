"""Holding a conference: begin, write down, decide, finish or postpone an item, end (5.3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    GuestBasis,
    ItemState,
    MeetingStatus,
)
from neuewege_desktop.domain.conference.promises import needs_decision
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import AgendaFlag
from neuewege_desktop.domain.records.meeting import AgendaItem, Attendance, Meeting, TownItem
from neuewege_desktop.domain.records.minutes import GuestClearance
from neuewege_desktop.services.conference.facts import HELD
from neuewege_desktop.services.conference.planning import plan_ahead
from neuewege_desktop.services.conference.reading import (
    ConferenceFile,
    ItemLine,
    needed_line,
    needed_meeting,
    read_conference,
)
from neuewege_desktop.services.entries.saving import as_it_stands, keep
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.writer import Outcome, Writer


class DecisionNeeded(UserError):
    """The team put this off too often; it has to decide, or say why it is put off once more."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why an item cannot be finished yet, in a sentence with the way out."""

    code: str  # promises | guest
    text: str


def begin(office: Office, meeting: RecordId, at: dt.time) -> Outcome:
    """Open a conference at an hour of the day; who was invited counts as present until changed.

    The series plans on, so that the minutes can name the next conference.
    """
    with office.store.writing(ActLabel.BEGUN, office.author) as writer:
        found = needed_meeting(writer, meeting)
        if found.status not in (MeetingStatus.PLANNED, MeetingStatus.CONVENED):
            raise UserError(_("This conference has begun already, or it was cancelled."))
        writer.save(replace(found, status=MeetingStatus.RUNNING, start=at))
        plan_ahead(writer, office, found.series)
        for attendance in writer.find(Attendance, meeting=meeting):
            if attendance.status == AttendanceStatus.INVITED and not attendance.external:
                writer.save(replace(attendance, status=AttendanceStatus.PRESENT))
    return writer.outcome


def end(office: Office, meeting: RecordId, at: dt.time) -> Outcome:
    """Close a conference at an hour of the day; its minutes are a draft from now on."""
    with office.store.writing(ActLabel.ENDED, office.author) as writer:
        found = needed_meeting(writer, meeting)
        if found.status != MeetingStatus.RUNNING:
            raise UserError(_("This conference is not being held at the moment."))
        writer.save(replace(found, status=MeetingStatus.DRAFT_MINUTES, end=at))
    return writer.outcome


def resume(office: Office, meeting: RecordId) -> Outcome:
    """Open a conference once more whose minutes are still a draft."""
    with office.store.writing(ActLabel.BEGUN, office.author) as writer:
        found = needed_meeting(writer, meeting)
        if found.status != MeetingStatus.DRAFT_MINUTES:
            raise UserError(_("Only a conference whose minutes are a draft can be gone on with."))
        writer.save(replace(found, status=MeetingStatus.RUNNING, end=None, checked_by=None))
    return writer.outcome


def set_attendance(office: Office, attendance: Attendance) -> Outcome:
    """Keep who was there, from when to when; a new guest too."""
    with office.store.writing(ActLabel.ATTENDANCE, office.author) as writer:
        still_written(writer, attendance.meeting)
        if attendance.user is None and not attendance.guest.strip():
            raise UserError(_("Please enter the name of the guest."))
        if attendance.start and attendance.end and attendance.end < attendance.start:
            raise UserError(_("Somebody leaves before coming. Please correct one of the times."))
        keep(writer, attendance)
    return writer.outcome


def note(office: Office, item: AgendaItem | TownItem, text: str) -> Outcome:
    """Keep what was said about an item."""
    with office.store.writing(ActLabel.NOTED, office.author) as writer:
        still_written(writer, item.meeting)
        writer.save(replace(as_it_stands(writer, item), discussion=text.strip()))
        writer.drop_draft(draft_place(item))
    return writer.outcome


def draft_place(item: AgendaItem | TownItem) -> str:
    """Return the place under which the text that is being typed about an item is kept."""
    return f"conference/{item.kind.name}/{item.id}"


def obstacles(file: ConferenceFile, line: ItemLine) -> tuple[Obstacle, ...]:
    """Return why an item cannot be finished yet: promises without an answer, a guest (5.3)."""
    found: list[Obstacle] = []
    if line.promises:
        found.append(
            Obstacle(
                "promises",
                ngettext(
                    "One promise of an earlier conference has no answer yet: kept, new date or "
                    "dropped?",
                    "{n} promises of earlier conferences have no answer yet: kept, new date or "
                    "dropped?",
                    len(line.promises),
                ).format(n=len(line.promises)),
            )
        )
    if waiting := unanswered_guests(file, line):
        found.append(
            Obstacle(
                "guest",
                _("External people are present: {names}. Please answer the question first.").format(
                    names=", ".join(waiting)
                ),
            )
        )
    return tuple(found)


def unanswered_guests(file: ConferenceFile, line: ItemLine) -> tuple[str, ...]:
    """Return the names of guests in the room for whom this household was not cleared (5.3)."""
    if line.household is None:
        return ()
    cleared = {clearance.attendance for clearance in line.clearances}
    return tuple(
        guest.name for guest in file.guests_in_part_a if guest.attendance.id not in cleared
    )


def clear_guests(office: Office, item: AgendaItem, basis: GuestBasis, at: dt.time) -> Outcome:
    """Answer the blocking question of 5.3 for every guest in the room; the journal keeps it.

    One who leaves the room is there until `at`.
    """
    with office.store.writing(ActLabel.GUEST, office.author) as writer:
        still_written(writer, item.meeting)
        file = read_conference(writer, item.meeting)
        line = needed_line(file, item.id)
        cleared = {clearance.attendance for clearance in line.clearances}
        for guest in file.guests_in_part_a:
            if guest.attendance.id in cleared:
                continue
            clearance = GuestClearance(
                id=writer.new_id(),
                scope=item.scope,
                item=item.id,
                attendance=guest.attendance.id,
                basis=basis,
            )
            writer.add(clearance)
            if basis == GuestBasis.LEFT:
                until = min(guest.attendance.end or at, at)
                gone = replace(guest.attendance, status=AttendanceStatus.PARTLY, end=until)
                writer.save(gone)
    return writer.outcome


def finish_item(office: Office, item: AgendaItem, spent_min: int | None = None) -> Outcome:
    """Say that an item was talked about; UserError names what must be answered before."""
    with office.store.writing(ActLabel.DISCUSSED, office.author) as writer:
        being_held(writer, item.meeting)
        file = read_conference(writer, item.meeting)
        line = needed_line(file, item.id)
        if found := obstacles(file, line):
            raise UserError("\n".join(obstacle.text for obstacle in found))
        writer.save(
            replace(
                line.item,
                state=ItemState.DISCUSSED,
                state_reason="",
                capped=False,
                spent_min=spent_min if spent_min is not None else line.item.spent_min,
            )
        )
        _settle_flags(writer, line.item, file.meeting)
    return writer.outcome


def _settle_flags(writer: Writer, item: AgendaItem, meeting: Meeting) -> None:
    """Let the notes that put the case on this agenda rest: it was talked about."""
    if item.case is None:
        return
    for flag in writer.find(AgendaFlag, case=item.case):
        if flag.settled_on is None and flag.raised_on <= meeting.day:
            writer.save(replace(flag, settled_on=meeting.day))


def postpone_item(office: Office, item: AgendaItem, why: str) -> Outcome:
    """Put an item off; it comes back more urgent. DecisionNeeded at the third time without why."""
    with office.store.writing(ActLabel.POSTPONED, office.author) as writer:
        being_held(writer, item.meeting)
        file = read_conference(writer, item.meeting)
        line = needed_line(file, item.id)
        if needs_decision(line.postponed_before) and not why.strip():
            raise DecisionNeeded(
                _(
                    "This household was put off {count} times in a row already. Please decide "
                    "something, or say why it is put off once more."
                ).format(count=line.postponed_before)
            )
        postponed = replace(line.item, state=ItemState.POSTPONED, state_reason=why.strip())
        writer.save(postponed)
    return writer.outcome


def reopen_item(office: Office, item: AgendaItem | TownItem) -> Outcome:
    """Take up an item again that was finished, postponed or dropped."""
    with office.store.writing(ActLabel.REOPENED, office.author) as writer:
        still_written(writer, item.meeting)
        found = as_it_stands(writer, item)
        writer.save(replace(found, state=ItemState.OPEN, state_reason=""))
    return writer.outcome


def finish_town_item(office: Office, item: TownItem) -> Outcome:
    """Say that a topic with the municipality was talked about."""
    with office.store.writing(ActLabel.DISCUSSED, office.author) as writer:
        being_held(writer, item.meeting)
        found = as_it_stands(writer, item)
        writer.save(replace(found, state=ItemState.DISCUSSED, state_reason=""))
    return writer.outcome


def postpone_town_item(office: Office, item: TownItem, why: str) -> Outcome:
    """Put a topic with the municipality off."""
    with office.store.writing(ActLabel.POSTPONED, office.author) as writer:
        being_held(writer, item.meeting)
        found = as_it_stands(writer, item)
        writer.save(replace(found, state=ItemState.POSTPONED, state_reason=why.strip()))
    return writer.outcome


def still_written(writer: Writer, meeting: RecordId) -> Meeting:
    """Return a conference whose minutes can still be written; UserError if they are released.

    Whatever is written now has to be checked anew.
    """
    found = needed_meeting(writer, meeting)
    if found.status == MeetingStatus.RELEASED_MINUTES:
        raise UserError(
            _("The minutes are released and cannot be changed. You can write a correction.")
        )
    if found.status == MeetingStatus.CANCELLED:
        raise UserError(_("This conference was cancelled."))
    if found.checked_by is not None:
        writer.save(replace(found, checked_by=None))
    return found


def being_held(writer: Writer, meeting: RecordId) -> Meeting:
    """Return a conference that has begun, as `still_written`; UserError if it has not.

    What is settled before could be lost if the conference is cancelled after all.
    """
    found = still_written(writer, meeting)
    if found.status not in HELD:
        raise UserError(_("This conference has not begun yet. Please begin it first."))
    return found
