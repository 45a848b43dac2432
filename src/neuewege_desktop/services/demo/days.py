"""Days as chance has them, and the working days next to them."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from neuewege_desktop.domain.law.holidays import is_working_day

_DAY = dt.timedelta(days=1)


def on_or_before(day: dt.date) -> dt.date:
    """Return the last working day up to `day`."""
    while not is_working_day(day):
        day -= _DAY
    return day


def on_or_after(day: dt.date) -> dt.date:
    """Return the first working day from `day` on."""
    while not is_working_day(day):
        day += _DAY
    return day


@dataclass(frozen=True, slots=True)
class Days:
    """The day of the example, and chance to pick days around it."""

    today: dt.date
    chance: random.Random

    def ago(self, least: int, most: int) -> dt.date:
        """Return a day between `least` and `most` days before the day of the example."""
        return self.today - dt.timedelta(self.chance.randint(least, most))

    def ahead(self, least: int, most: int) -> dt.date:
        """Return a day between `least` and `most` days after the day of the example."""
        return self.today + dt.timedelta(self.chance.randint(least, most))
