"""The public holidays of Hesse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

_SATURDAY = 5
# The library names the days differently from the act of Hesse (HFeiertagsG) and from calendars.
_OUR_NAMES = {
    "Erster Mai": "Tag der Arbeit",
    "Erster Weihnachtstag": "1. Weihnachtstag",
    "Zweiter Weihnachtstag": "2. Weihnachtstag",
}


@cache
def holidays_of(year: int) -> Mapping[dt.date, str]:
    """Return the public holidays of Hesse in `year` with their German names, in order."""
    # Imported late: the library takes a fifth of a second, and most commands never need it.
    from holidays import country_holidays

    found = country_holidays("DE", subdiv="HE", years=year, expand=False, language="de")
    return {day: _OUR_NAMES.get(name, name) for day, name in sorted(found.items())}


def is_working_day(day: dt.date) -> bool:
    """Say whether `day` is neither Saturday nor Sunday nor a public holiday."""
    return day.weekday() < _SATURDAY and day not in holidays_of(day.year)
