"""What is being talked about, and the stops of a conference in their order, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import ItemState, MeetingPart
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, TownItem, TownTask
from neuewege_desktop.gui.conference.discretion import Shown, shown, without_names
from neuewege_desktop.services.conference.promises import Promise
from neuewege_desktop.services.conference.reading import ConferenceFile, ItemLine, TownLine


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on an item, or a task of a topic with the municipality; who carries it out."""

    record: Decision | TownTask
    words: str
    responsible: str
    due_on: dt.date | None
    is_readable: bool = True  # as it was written; else it cannot be changed in this company


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One item in the list of all items; `name` is what may be read out in this company."""

    key: RecordId
    part: MeetingPart
    number: int
    name: str
    state: ItemState
    planned_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The item that is being talked about, as much of it as may be shown."""

    item: AgendaItem | TownItem
    part: MeetingPart
    number: int
    count: int  # of items of this part
    title: str
    subtitle: str = ""
    household: RecordId | None = None
    shown: Shown = Shown.ALL
    reasons: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    decided: tuple[Decided, ...] = ()
    is_readable: bool = True  # what was noted may stand on the screen as it is

    @property
    def key(self) -> RecordId:
        """Return the id of the item."""
        return self.item.id


def stops(file: ConferenceFile) -> tuple[Stop, ...]:
    """Return the items of both parts in order; while a guest sits there, by pseudonym."""
    veiled = bool(file.guests_in_part_a)
    internal = (
        _stop(line.item, MeetingPart.INTERNAL, number, _name(line, veiled=veiled))
        for number, line in enumerate(file.items, 1)
    )
    with_town = (
        _stop(line.item, MeetingPart.TOWN, number, line.item.topic)
        for number, line in enumerate(file.town_items, 1)
    )
    return (*internal, *with_town)


def _stop(item: AgendaItem | TownItem, part: MeetingPart, number: int, name: str) -> Stop:
    return Stop(
        key=item.id,
        part=part,
        number=number,
        name=name,
        state=item.state,
        planned_min=item.planned_min,
    )


def _name(line: ItemLine, *, veiled: bool) -> str:
    if line.household is None:
        return line.item.topic
    return line.pseudonym if veiled else line.head or line.name


def subject(file: ConferenceFile, key: RecordId | None) -> Subject | None:
    """Return an item with all that may be shown of it; None if it is not on the agenda."""
    for number, line in enumerate(file.items, 1):
        if line.item.id == key:
            return _of_line(file, line, number)
    for number, topic in enumerate(file.town_items, 1):
        if topic.item.id == key:
            return _of_topic(file, topic, number)
    return None


def _of_line(file: ConferenceFile, line: ItemLine, number: int) -> Subject:
    company = shown(file, line)
    found = Subject(
        item=line.item,
        part=MeetingPart.INTERNAL,
        number=number,
        count=len(file.items),
        title=_name(line, veiled=company is not Shown.ALL),
        household=line.household,
        shown=company,
    )
    if company is Shown.NOTHING:
        return found
    number_and_pseudonym = (line.name if line.head else "", line.pseudonym)
    return replace(
        found,
        subtitle="  ·  ".join(dict.fromkeys(filter(None, number_and_pseudonym)))
        if company is Shown.ALL
        else "",
        reasons=line.reasons,
        promises=line.promises,
        decided=tuple(
            Decided(
                made.decision,
                made.decision.text or made.decision.decision.label,
                made.responsible,
                made.decision.due_on,
            )
            for made in line.decisions
        ),
    )


def _of_topic(file: ConferenceFile, line: TownLine, number: int) -> Subject:
    return Subject(
        item=line.item,
        part=MeetingPart.TOWN,
        number=number,
        count=len(file.town_items),
        title=line.item.topic,
        promises=file.town_promises,
        decided=tuple(Decided(task, task.title, who, task.due_on) for task, who in line.tasks),
    )


def under_pseudonym(found: Subject, names: Sequence[str]) -> Subject:
    """Return an item in whose texts no word tells any more who it is about."""

    def veil(text: str) -> str:
        return without_names(text, names)

    return replace(
        found,
        reasons=tuple(map(veil, found.reasons)),
        promises=tuple(_veiled(promise, veil) for promise in found.promises),
        decided=tuple(
            replace(made, words=veil(made.words), is_readable=veil(made.words) == made.words)
            for made in found.decided
        ),
        is_readable=veil(found.item.discussion) == found.item.discussion,
    )


def _veiled(promise: Promise, veil: Callable[[str], str]) -> Promise:
    return replace(promise, task=replace(promise.task, title=veil(promise.task.title)))


def place_in_part(found: Subject) -> str:
    """Return where an item stands: „item 3 of 7“."""
    words = _("Item {n} of {count}")
    if found.part is MeetingPart.TOWN:
        words = _("Part B, topic {n} of {count}")
    return words.format(n=found.number, count=found.count)


def next_open(all_stops: Sequence[Stop], after: RecordId | None) -> RecordId | None:
    """Return the next item that is still open, beginning anew at the first one; None: all done."""
    keys = [stop.key for stop in all_stops]
    start = keys.index(after) + 1 if after in keys else 0
    for stop in (*all_stops[start:], *all_stops[:start]):
        if stop.state == ItemState.OPEN and stop.key != after:
            return stop.key
    return None


def minutes_left(all_stops: Sequence[Stop], current: RecordId | None, spent: dt.timedelta) -> int:
    """Return the planned minutes of what is still open; those spent on the current item count."""
    left = 0
    for stop in all_stops:
        if stop.state == ItemState.OPEN:
            used = int(spent.total_seconds()) // 60 if stop.key == current else 0
            left += max(stop.planned_min - used, 0)
    return left


def decision_place(item: RecordId) -> str:
    """Return the place under which a decision that is being entered is kept."""
    return f"conference/decision/{item}"
