"""On which days a series of conferences meets, and on which it would but for a holiday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.law.holidays import holidays_of
from neuewege_desktop.domain.records.meeting import MeetingSeries

_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


def conference_days(series: MeetingSeries, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the days from `first` to `last` on which the series meets; holidays are left out."""
    return (day for day in _rhythm(series, first, last) if not holiday_on(day))


def skipped_days(
    series: MeetingSeries, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, str]]:
    """Yield the days from `first` to `last` that fall on a holiday, with its name."""
    return ((day, name) for day in _rhythm(series, first, last) if (name := holiday_on(day)))


def holiday_on(day: dt.date) -> str:
    """Return the name of the public holiday in Hesse on a day; empty if it is none."""
    return holidays_of(day.year).get(day, "")


def day_warning(day: dt.date) -> str:
    """Return a sentence if nobody would come on this day; empty otherwise."""
    name = holiday_on(day)
    if not name:
        return ""
    return _("{day} is a public holiday ({name}).").format(day=long_date(day), name=name)


def _rhythm(series: MeetingSeries, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the days of the series, holidays among them.

    The rhythm counts from the first day of the series, so that a skipped conference does not move
    the ones after it.
    """
    begin = series.period.start
    begin += _DAY * ((series.weekday - begin.weekday()) % 7)
    step = _WEEK * max(series.rhythm_weeks, 1)
    day = begin if first <= begin else begin + step * -(-(first - begin) // step)
    while day <= min(last, series.period.last):
        yield day
        day += step
