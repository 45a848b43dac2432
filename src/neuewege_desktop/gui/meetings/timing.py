"""How long a conference takes as it is planned, and how long it may take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.domain.records.meeting import AgendaItem, TownItem
from neuewege_desktop.gui.meetings.rows import minutes_words
from neuewege_desktop.services.conference.reading import ConferenceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Minutes of both parts as they are planned, and of the whole; None while its end is open."""

    items: int  # of part A that are not dropped
    in_cases: int
    with_town: int
    allowed: int | None

    @property
    def planned(self) -> int:
        """Return the minutes of both parts together."""
        return self.in_cases + self.with_town

    @property
    def words(self) -> str:
        """Return the plan in one line."""
        items = ngettext("{n} item", "{n} items", self.items)
        parts = _("{items}: {a}  ·  part B: {b}  ·  together {sum}").format(
            items=items,
            a=minutes_words(self.in_cases),
            b=minutes_words(self.with_town),
            sum=minutes_words(self.planned),
        )
        if self.allowed is None:
            return parts
        return _("{plan} of {allowed}").format(plan=parts, allowed=minutes_words(self.allowed))

    @property
    def warning(self) -> str:
        """Return a sentence if more is planned than there is time for; empty otherwise."""
        if self.allowed is None or self.planned <= self.allowed:
            return ""
        return _(
            "{planned} minutes are planned, the conference takes {allowed}. Please shorten items, "
            "let some drop, or move the end."
        ).format(planned=self.planned, allowed=self.allowed)


def timing_of(file: ConferenceFile) -> Timing:
    """Return how long a conference takes; part B has at least the time that is kept for it."""
    items = [line.item for line in file.items if line.item.state != ItemState.DROPPED]
    topics = _minutes(line.item for line in file.town_items)
    meeting = file.meeting
    return Timing(
        items=len(items),
        in_cases=_minutes(items),
        with_town=max(topics, file.town_min),
        allowed=_between(meeting.start, meeting.end),
    )


def _minutes(items: Iterable[AgendaItem | TownItem]) -> int:
    return sum(item.planned_min for item in items if item.state != ItemState.DROPPED)


def _between(start: dt.time | None, end: dt.time | None) -> int | None:
    if start is None or end is None:
        return None
    return (end.hour - start.hour) * 60 + end.minute - start.minute
