"""Days as spreadsheets keep them: counted from 1900 or 1904, or written in ISO form."""

from __future__ import annotations

import datetime as dt

_EPOCH = dt.date(1899, 12, 30)
_FROM_1904 = 1_462  # 1.1.1904 in the count from 1900
# Spreadsheets count a 29.2.1900 that never was (as day 60): the count is right only after it.
_FIRST = 61
_LAST = 2_958_465  # 31.12.9999


def from_serial(serial: float, *, since_1904: bool = False) -> dt.date | None:
    """Return the day of a day count (its fraction is the time of day); None if it is no day."""
    days = serial + _FROM_1904 if since_1904 else serial
    return _EPOCH + dt.timedelta(days=int(days)) if _FIRST <= days < _LAST + 1 else None


def from_iso(text: str) -> dt.date | None:
    """Return the day of an ISO date or date and time; None if `text` writes none."""
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None
