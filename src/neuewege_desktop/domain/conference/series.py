"""On which days a series of conferences meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.domain.law.holidays import holidays_of
from neuewege_desktop.domain.records.meeting import MeetingSeries

_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(days=7)


def conference_days(series: MeetingSeries, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the days from `first` to `last` on which the series meets; holidays are left out.

    The rhythm counts from the first day of the series, so that a skipped conference does not move
    the ones after it.
    """
    begin = series.period.start
    begin += _DAY * ((series.weekday - begin.weekday()) % 7)
    step = _WEEK * max(series.rhythm_weeks, 1)
    day = begin if first <= begin else begin + step * -(-(first - begin) // step)
    while day <= min(last, series.period.last):
        if day not in holidays_of(day.year):
            yield day
        day += step
