"""Proposing the agenda of a conference out of the rules (5.2)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.agenda.meeting import Thresholds
from neuewege_desktop.domain.agenda.proposal import AgendaProposal
from neuewege_desktop.domain.choices.work import ItemState, MeetingStatus
from neuewege_desktop.domain.records import Life, Record, RecordId
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Decision,
    Meeting,
    MeetingSeries,
    TownItem,
)
from neuewege_desktop.domain.records.minutes import GuestClearance, PromiseAnswer
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.services.conference.carrying import waiting_topics, waiting_town_topics
from neuewege_desktop.services.conference.due import due_on
from neuewege_desktop.services.conference.reading import needed_meeting
from neuewege_desktop.services.entries.saving import NEW
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome, Writer

_LEFT_AT_AN_ITEM: tuple[type[Record], ...] = (Decision, PromiseAnswer, GuestClearance)
_BEFORE = frozenset({MeetingStatus.PLANNED, MeetingStatus.CONVENED, MeetingStatus.RUNNING})


def propose(office: Office, meeting: RecordId, *, anew: bool = False) -> Outcome:
    """Put every household that is due on the agenda, in the order of 5.2.

    What the team set by hand stays: dropped items, topics, the order of what is there; new items
    stand where their urgency puts them, and topics that waited come back. `anew` orders everything
    by the rules again. Reasons and priorities are brought up to date; an item whose reasons are
    gone leaves the agenda.
    """
    with office.store.writing(ActLabel.AGENDA, office.author) as writer:
        found = open_for_changes(writer, meeting)
        there = sorted(writer.find(AgendaItem, meeting=meeting), key=_place)
        due = {proposal.case: proposal for proposal in due_on(writer, found.ags, found.day)}
        for item in there:
            if item.case is not None and item.case not in due and _is_untouched(writer, item):
                writer.save(replace(item, life=Life.WITHDRAWN))
        kept = [i for i in there if i.case is None or i.case in due or not _is_untouched(writer, i)]
        items = [refreshed(item, due.get(item.case or 0)) for item in kept]
        ranks = {case: rank for rank, case in enumerate(due)}
        if anew:
            items.sort(key=lambda item: ranks.get(item.case or 0, len(ranks)))
        items += [_topic(found, topic) for topic in waiting_topics(writer, found)]
        _bring_back_town_topics(writer, found)
        new = [item_of(found, proposal) for case, proposal in due.items() if not _has(kept, case)]
        room = _room(writer, found)
        if not anew:
            room = max(room, sum(not item.capped for item in kept))
        _write_in_order(writer, _inserted(items, new, ranks), room)
    return writer.outcome


def _topic(meeting: Meeting, topic: str) -> AgendaItem:
    scope = case_scope(meeting.ags)
    return AgendaItem(id=NEW, scope=scope, meeting=meeting.id, seq=0, topic=topic)


def _bring_back_town_topics(writer: Writer, meeting: Meeting) -> None:
    there = writer.find(TownItem, meeting=meeting.id)
    last = max((item.seq for item in there), default=0)
    for seq, topic in enumerate(waiting_town_topics(writer, meeting), last + 1):
        item = TownItem(
            id=writer.new_id(), scope=meeting.scope, meeting=meeting.id, seq=seq, topic=topic
        )
        writer.add(item)


def _place(item: AgendaItem) -> tuple[bool, int, RecordId]:
    return item.capped, item.seq, item.id


def _has(items: Iterable[AgendaItem], case: RecordId) -> bool:
    return any(item.case == case for item in items)


def _is_untouched(reader: Reader, item: AgendaItem) -> bool:
    """Say whether nothing was said, decided or answered about an item yet."""
    if item.state != ItemState.OPEN or item.discussion:
        return False
    return not any(reader.find(kind, item=item.id) for kind in _LEFT_AT_AN_ITEM)


def _inserted(
    items: Sequence[AgendaItem], new: Iterable[AgendaItem], ranks: Mapping[RecordId, int]
) -> list[AgendaItem]:
    """Return items with the new ones before the first that is less urgent."""
    found = list(items)
    for item in new:
        rank = ranks[item.case or 0]
        later = (p for p, other in enumerate(found) if ranks.get(other.case or 0, -1) > rank)
        found.insert(next(later, len(found)), item)
    return found


def _write_in_order(writer: Writer, items: Iterable[AgendaItem], room: int) -> None:
    """Give the items their numbers; beyond the room of the conference they stand below the line."""
    taken = 0
    for seq, item in enumerate(items, 1):
        taken += item.state != ItemState.DROPPED
        numbered = replace(item, seq=seq, capped=taken > room)
        if item.id == NEW:
            writer.add(replace(numbered, id=writer.new_id()))
        else:
            writer.save(numbered)


def reasons_json(proposal: AgendaProposal) -> str:
    """Return the reasons of a proposal as an item of the agenda keeps them."""
    reasons = [
        {
            "rule": reason.rule,
            "day": reason.day.isoformat(),
            "text": reason.text,
            "priority": reason.priority,
        }
        for reason in proposal.reasons
    ]
    return json.dumps(reasons, ensure_ascii=False)


def item_of(meeting: Meeting, proposal: AgendaProposal) -> AgendaItem:
    """Return a new item for a household that is due."""
    return AgendaItem(
        id=NEW,
        scope=case_scope(meeting.ags),
        meeting=meeting.id,
        case=proposal.case,
        seq=0,
        reasons=reasons_json(proposal),
        priority=proposal.priority,
    )


def refreshed(item: AgendaItem, proposal: AgendaProposal | None) -> AgendaItem:
    """Return an open item with the reasons and the priority it has today."""
    if proposal is None or item.state != ItemState.OPEN:
        return item
    return replace(item, reasons=reasons_json(proposal), priority=proposal.priority)


def _room(reader: Reader, meeting: Meeting) -> int:
    series = reader.get(MeetingSeries, meeting.series) if meeting.series is not None else None
    return series.max_items if series is not None else Thresholds().max_items


def open_for_changes(reader: Reader, meeting: RecordId) -> Meeting:
    """Return a conference whose agenda can still change; UserError if it was held."""
    found = needed_meeting(reader, meeting)
    if found.status not in _BEFORE:
        raise UserError(
            _("This conference was held or cancelled. Its agenda cannot be changed any more.")
        )
    return found
