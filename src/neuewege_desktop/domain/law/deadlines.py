"""Deadlines of the administrative procedure (domain specification 5.5)."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.law.holidays import is_working_day

_DAY = dt.timedelta(days=1)
_FOURTH_DAY_SINCE = dt.date(2025, 1, 1)


def deemed_delivery(posted: dt.date) -> dt.date:
    """Return the day on which a letter counts as received, § 37 (2) SGB X.

    The third day after posting, the fourth for letters posted since 2025. It is not moved off
    weekends and holidays: § 26 SGB X moves the end of a period, and this is none.
    """
    return posted + (4 if posted >= _FOURTH_DAY_SINCE else 3) * _DAY


def period_end(nominal: dt.date) -> dt.date:
    """Return the day on which a period ends that would end on `nominal`, § 26 (3) SGB X.

    Saturday, Sunday and holiday give way to the next working day. An appointment set by the
    authority stands, § 26 (5) SGB X: it does not go through here.
    """
    day = nominal
    while not is_working_day(day):
        day += _DAY
    return day
