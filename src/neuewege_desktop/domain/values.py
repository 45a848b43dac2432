"""Small values that several kinds of record share: a period and a postal address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from neuewege_desktop.base.errors import Bug, UserError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _

_DAY = dt.timedelta(days=1)


class BadPeriod(UserError):
    """A period whose end lies before its beginning."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; without an end it goes on."""

    start: dt.date
    end: dt.date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise BadPeriod(
                _(
                    "The end ({end}) lies before the beginning ({start}). Please correct one."
                ).format(end=long_date(self.end), start=long_date(self.start))
            )

    @property
    def last(self) -> dt.date:
        """Return the last day, the end of the calendar for an open period."""
        return self.end or dt.date.max

    def covers(self, day: dt.date) -> bool:
        """Say whether `day` belongs to the period."""
        return self.start <= day <= self.last

    def overlaps(self, other: Period) -> bool:
        """Say whether both periods share at least one day."""
        return self.start <= other.last and other.start <= self.last

    def days_within(self, window: Period) -> int:
        """Return how many days of the period lie in `window`; a Bug if that is without end."""
        if not self.overlaps(window):
            return 0
        last = min(self.last, window.last)
        if last == dt.date.max:
            raise Bug("an open period in an open window has no number of days")
        return (last - max(self.start, window.start)).days + 1


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return the same days as few periods: overlapping and adjoining ones become one."""
    found: list[Period] = []
    for period in sorted(periods, key=lambda period: period.start):
        before = found[-1] if found else None
        if before is None or (before.end is not None and before.end + _DAY < period.start):
            found.append(period)
        elif before.end is not None:
            end = None if period.end is None else max(before.end, period.end)
            found[-1] = Period(before.start, end)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """Where letters go; the municipality is recorded apart, a postcode does not identify it."""

    street: str
    postcode: str
    town: str
