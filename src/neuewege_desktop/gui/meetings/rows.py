"""Everything one reads about a conference, in words: its items, topics and people as rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.choices.work import AttendanceStatus, ItemState
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.services.conference.reading import (
    AttendanceLine,
    ConferenceFile,
    ItemLine,
    TownLine,
)

_PRIORITIES = {
    1: (N_("very urgent"), Tone.BAD, "circle-alert"),
    2: (N_("urgent"), Tone.WARNING, "triangle-alert"),
    3: (N_("soon"), Tone.INFO, "clock"),
}
_NO_HURRY = (N_("no hurry"), Tone.QUIET, "circle")


def minutes_words(minutes: int) -> str:
    """Return a number of minutes as it stands beside other words."""
    return _("{n} min").format(n=minutes)


def priority_chip(priority: int) -> Cell:
    """Return how urgent an item is, in words; 1 is the most urgent."""
    words, tone, icon = _PRIORITIES.get(priority, _NO_HURRY)
    return Cell(_(words), tone=tone, icon=icon, shape=Shape.CHIP)


def item_rows(file: ConferenceFile) -> list[NumberedRow]:
    """Return part A: what is on the agenda, in order, and below it what had no room."""
    rows, number = [], 0
    for line in file.items:
        number += line.item.state != ItemState.DROPPED
        rows.append(_item_row(line, str(number)))
    below = ngettext(
        "No room any more ({n} household)",
        "No room any more ({n} households)",
        len(file.capped),
    )
    return [*rows, *(_item_row(line, "", below) for line in file.capped)]


def _item_row(line: ItemLine, number: str, group: str = "") -> NumberedRow:
    item = line.item
    dropped = item.state == ItemState.DROPPED
    is_open = item.state == ItemState.OPEN
    return NumberedRow(
        key=item.id,
        number="" if dropped else number,
        title=line.head or line.name,
        second=line.name if line.head else _("topic of the team") if item.case is None else "",
        lines=tuple(_why(line)),
        aside="" if dropped else minutes_words(item.planned_min),
        chips=(priority_chip(item.priority),) if is_open and item.case else _state(item.state),
        group=group,
        is_struck=dropped,
        is_quiet=bool(group),
    )


def _state(state: ItemState) -> tuple[Cell, ...]:
    return () if state == ItemState.OPEN else (chip_of(state),)


def _why(line: ItemLine) -> Iterator[str]:
    item = line.item
    if item.state_reason:
        state = item.state.label
        yield f"{state[:1].upper()}{state[1:]}: {item.state_reason}"
    if item.state == ItemState.DROPPED:
        return
    yield from line.reasons
    if line.postponed_before:
        yield ngettext(
            "Put off once already", "Put off {n} times in a row already", line.postponed_before
        )
    if line.promises:
        yield ngettext(
            "{n} promise of an earlier conference has no answer yet",
            "{n} promises of earlier conferences have no answer yet",
            len(line.promises),
        )


def town_rows(file: ConferenceFile) -> list[NumberedRow]:
    """Return part B: the topics with the municipality, in order."""
    rows, number = [], 0
    for line in file.town_items:
        number += line.item.state != ItemState.DROPPED
        rows.append(_town_row(line, str(number)))
    return rows


def _town_row(line: TownLine, number: str) -> NumberedRow:
    item = line.item
    dropped = item.state == ItemState.DROPPED
    state = item.state.label
    reason = f"{state[:1].upper()}{state[1:]}: {item.state_reason}" if item.state_reason else ""
    return NumberedRow(
        key=item.id,
        number="" if dropped else number,
        title=item.topic,
        lines=(reason,) if reason else (),
        aside="" if dropped else minutes_words(item.planned_min),
        chips=_state(item.state),
        is_struck=dropped,
    )


def people_rows(file: ConferenceFile) -> list[NumberedRow]:
    """Return who is asked to come or was there: the team first, then guests."""
    return [_person_row(file, line) for line in file.attendance]


def _person_row(file: ConferenceFile, line: AttendanceLine) -> NumberedRow:
    attendance = line.attendance
    tasks = []
    if attendance.user is not None and attendance.user == file.meeting.chair:
        tasks.append(_("chairs"))
    if attendance.user is not None and attendance.user == file.meeting.minute_taker:
        tasks.append(_("takes the minutes"))
    if attendance.external:
        tasks.append(_("guest"))
    return NumberedRow(
        key=attendance.id,
        title=line.name,
        second="  ·  ".join(tasks),
        aside="  ·  ".join(filter(None, (_hours(attendance.start, attendance.end), _part(line)))),
        chips=(attendance_chip(attendance.status),),
    )


def _part(line: AttendanceLine) -> str:
    return _("part {letter}, {words}").format(
        letter=line.attendance.part.value, words=line.attendance.part.label
    )


def _hours(start: dt.time | None, end: dt.time | None) -> str:
    begin = start.isoformat("minutes") if start else ""
    until = end.isoformat("minutes") if end else ""
    if begin and until:
        return f"{begin}–{until}"
    if begin:
        return _("from {time}").format(time=begin)
    return _("until {time}").format(time=until) if until else ""


_THERE = {
    AttendanceStatus.INVITED: (Tone.INFO, "mail"),
    AttendanceStatus.PRESENT: (Tone.GOOD, "circle-check"),
    AttendanceStatus.PARTLY: (Tone.GOOD, "clock"),
    AttendanceStatus.EXCUSED: (Tone.QUIET, "circle-x"),
    AttendanceStatus.ABSENT: (Tone.WARNING, "circle-alert"),
}


def attendance_chip(status: AttendanceStatus) -> Cell:
    """Return whether somebody comes or was there, as a chip."""
    tone, icon = _THERE[status]
    label = status.label
    return Cell(label[:1].upper() + label[1:], tone=tone, icon=icon, shape=Shape.CHIP)
