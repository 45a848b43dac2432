"""How long each item was talked about. It has no clock of its own: the time is handed in."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.records import RecordId

_MINUTE = dt.timedelta(minutes=1)
_NONE = dt.timedelta(0)


class Stopwatch:
    """Counts for one item at a time; it stands still while the talk does."""

    def __init__(self) -> None:
        self._spent: dict[RecordId, dt.timedelta] = {}
        self._item: RecordId | None = None
        self._since: dt.datetime | None = None

    @property
    def is_running(self) -> bool:
        """Say whether time is being counted."""
        return self._since is not None

    def turn_to(self, item: RecordId | None, at: dt.datetime, before_min: int = 0) -> None:
        """Count for another item from now on; `before_min` it took at an earlier sitting."""
        was_running = self.is_running
        self.stop(at)
        self._item = item
        if item is not None:
            self._spent.setdefault(item, before_min * _MINUTE)
        if was_running:
            self.go_on(at)

    def go_on(self, at: dt.datetime) -> None:
        """Count from now on."""
        if self._since is None:
            self._since = at

    def stop(self, at: dt.datetime) -> None:
        """Stand still from now on."""
        if self._item is not None:
            self._spent[self._item] = self.spent(self._item, at)
        self._since = None

    def spent(self, item: RecordId, at: dt.datetime) -> dt.timedelta:
        """Return how long an item was talked about until now."""
        known = self._spent.get(item, _NONE)
        if item != self._item or self._since is None:
            return known
        return known + max(at - self._since, _NONE)

    def minutes(self, item: RecordId, at: dt.datetime) -> int:
        """Return the same in whole minutes, as minutes are written: begun ones count."""
        return max(1, math.ceil(self.spent(item, at) / _MINUTE))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the watch says about an item: the figures, and words once the time is over."""

    figures: str
    words: str
    is_over: bool


def reading(spent: dt.timedelta, planned_min: int, *, is_running: bool) -> Reading:
    """Return the time spent against the minutes planned."""
    minutes, seconds = divmod(int(spent.total_seconds()), 60)
    over = minutes - planned_min
    words = _("of {n} min.").format(n=planned_min)
    if over >= 0:
        words = (
            ngettext("{n} minute over the plan", "{n} minutes over the plan", over)
            if over > 0
            else _("the planned time is up")
        )
    if not is_running:
        words = _("{words}, paused").format(words=words)
    return Reading(f"{minutes:02}:{seconds:02}", words, over >= 0)
