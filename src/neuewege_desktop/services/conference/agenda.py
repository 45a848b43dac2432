"""Setting the agenda of a conference by hand: order, additions, what is dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import ItemState, MeetingStatus
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.case import AgendaFlag, Case
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Meeting,
    TownItem,
)
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.conference.due import proposal_for
from neuewege_desktop.services.conference.holding import still_written
from neuewege_desktop.services.conference.proposing import item_of, open_for_changes, refreshed
from neuewege_desktop.services.entries.saving import as_it_stands, keep
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome, Writer

_DEFAULT_PRIORITY = 3


def move_item(office: Office, item: RecordId, to: int) -> Outcome:
    """Move an item of part A to a place, counted from 1; the others make room."""
    with office.store.writing(ActLabel.REORDERED, office.author) as writer:
        found = _needed_item(writer, item)
        open_for_changes(writer, found.meeting)
        others = [
            other
            for other in writer.find(AgendaItem, meeting=found.meeting)
            if other.id != item and not other.capped
        ]
        others.sort(key=lambda other: (other.seq, other.id))
        others.insert(max(to, 1) - 1, replace(found, capped=False))
        _renumber(writer, others)
    return writer.outcome


def move_town_item(office: Office, item: RecordId, to: int) -> Outcome:
    """Move a topic of part B to a place, counted from 1."""
    with office.store.writing(ActLabel.REORDERED, office.author) as writer:
        found = _needed_town_item(writer, item)
        open_for_changes(writer, found.meeting)
        others = [o for o in writer.find(TownItem, meeting=found.meeting) if o.id != item]
        others.sort(key=lambda other: (other.seq, other.id))
        others.insert(max(to, 1) - 1, found)
        for seq, other in enumerate(others, 1):
            writer.save(replace(other, seq=seq))
    return writer.outcome


def _renumber(writer: Writer, items: Iterable[AgendaItem]) -> None:
    for seq, item in enumerate(items, 1):
        writer.save(replace(item, seq=seq))


def take_in(office: Office, item: RecordId) -> Outcome:
    """Take an item in that stood below the line, as the last one."""
    with office.store.writing(ActLabel.ITEM, office.author) as writer:
        found = _needed_item(writer, item)
        open_for_changes(writer, found.meeting)
        writer.save(replace(found, capped=False, seq=_next_seq(writer, found.meeting)))
    return writer.outcome


def add_household(office: Office, meeting: RecordId, case: RecordId, why: str) -> Outcome:
    """Put a household on the agenda by hand; `why` stands there as its reason (rule R20)."""
    if not why.strip():
        raise UserError(_("Please say why the household should be talked about."))
    with office.store.writing(ActLabel.ITEM, office.author) as writer:
        found = open_for_changes(writer, meeting)
        owner = writer.get(Case, case)
        if owner is None or owner.closed_on is not None:
            raise UserError(_("The case of this household is closed. Please reopen it first."))
        on_it = [i for i in writer.find(AgendaItem, meeting=meeting, case=case) if not i.capped]
        if any(item.state != ItemState.DROPPED for item in on_it):
            raise UserError(_("This household is on the agenda already."))
        flag = AgendaFlag(
            id=writer.new_id(),
            scope=owner.scope,
            case=case,
            raised_by=office.author,
            raised_on=min(office.today, found.day),
            text=why.strip(),
        )
        writer.add(flag)
        writer.flush()
        _put_on(writer, found, owner)
    return writer.outcome


def _put_on(writer: Writer, meeting: Meeting, case: Case) -> None:
    is_of_town = case.scope == case_scope(meeting.ags)
    proposal = proposal_for(writer, case, meeting.day) if is_of_town else None
    if proposal is None:
        raise UserError(
            _(
                "This household cannot be put on this agenda: it belongs to another municipality, "
                "was put away, or its case is opened only after the conference."
            )
        )
    seq = _next_seq(writer, meeting.id)
    there = writer.find(AgendaItem, meeting=meeting.id, case=case.id)
    if there:
        again = refreshed(replace(there[0], state=ItemState.OPEN, state_reason=""), proposal)
        writer.save(replace(again, capped=False, seq=seq))
    else:
        writer.add(replace(item_of(meeting, proposal), id=writer.new_id(), seq=seq))


def add_topic(office: Office, meeting: RecordId, topic: str) -> Outcome:
    """Put a topic of the team itself on part A; it names no household."""
    if not topic.strip():
        raise UserError(_("Please enter the topic."))
    with office.store.writing(ActLabel.ITEM, office.author) as writer:
        found = open_for_changes(writer, meeting)
        item = AgendaItem(
            id=writer.new_id(),
            scope=case_scope(found.ags),
            meeting=meeting,
            seq=_next_seq(writer, meeting),
            topic=topic.strip(),
            priority=_DEFAULT_PRIORITY,
        )
        writer.add(item)
    return writer.outcome


def add_town_topic(office: Office, meeting: RecordId, topic: str) -> Outcome:
    """Put a topic on part B, which is held with the municipality: without any client's data."""
    if not topic.strip():
        raise UserError(_("Please enter the topic."))
    with office.store.writing(ActLabel.ITEM, office.author) as writer:
        found = open_for_changes(writer, meeting)
        there = writer.find(TownItem, meeting=meeting)
        item = TownItem(
            id=writer.new_id(),
            scope=found.scope,
            meeting=meeting,
            seq=max((other.seq for other in there), default=0) + 1,
            topic=topic.strip(),
        )
        writer.add(item)
    return writer.outcome


def drop_item(office: Office, item: RecordId, why: str) -> Outcome:
    """Take an item off the agenda; it says why, and comes back at the next conference."""
    with office.store.writing(ActLabel.DROPPED, office.author) as writer:
        found = _needed_item(writer, item)
        still_written(writer, found.meeting)
        writer.save(replace(found, state=ItemState.DROPPED, state_reason=_needed_reason(why)))
    return writer.outcome


def drop_town_item(office: Office, item: RecordId, why: str) -> Outcome:
    """Take a topic off part B; it says why."""
    with office.store.writing(ActLabel.DROPPED, office.author) as writer:
        found = _needed_town_item(writer, item)
        still_written(writer, found.meeting)
        writer.save(replace(found, state=ItemState.DROPPED, state_reason=_needed_reason(why)))
    return writer.outcome


def _needed_reason(why: str) -> str:
    if not why.strip():
        raise UserError(_("Please say why the item is dropped. It comes back next time."))
    return why.strip()


def set_minutes(office: Office, item: AgendaItem | TownItem, minutes: int) -> Outcome:
    """Plan so many minutes for an item."""
    with office.store.writing(ActLabel.REORDERED, office.author) as writer:
        open_for_changes(writer, item.meeting)
        keep(writer, replace(as_it_stands(writer, item), planned_min=max(minutes, 1)))
    return writer.outcome


def convene(office: Office, meeting: RecordId) -> Outcome:
    """Say that the people were asked to come with this agenda."""
    with office.store.writing(ActLabel.CONVENED, office.author) as writer:
        found = open_for_changes(writer, meeting)
        writer.save(replace(found, status=MeetingStatus.CONVENED))
    return writer.outcome


def uninvite(office: Office, attendance: Attendance) -> Outcome:
    """Take somebody off the list of a conference: it was a mistake that they stood there."""
    with office.store.writing(ActLabel.ATTENDANCE, office.author) as writer:
        still_written(writer, attendance.meeting)
        writer.save(replace(as_it_stands(writer, attendance), life=Life.WITHDRAWN))
    return writer.outcome


def _needed_item(reader: Reader, item: RecordId) -> AgendaItem:
    found = reader.get(AgendaItem, item)
    if found is None:
        raise UserError(_("This item of the agenda is no longer here."))
    return found


def _needed_town_item(reader: Reader, item: RecordId) -> TownItem:
    found = reader.get(TownItem, item)
    if found is None:
        raise UserError(_("This item of the agenda is no longer here."))
    return found


def _next_seq(reader: Reader, meeting: RecordId) -> int:
    items = reader.find(AgendaItem, meeting=meeting)
    return max((item.seq for item in items if not item.capped), default=0) + 1
