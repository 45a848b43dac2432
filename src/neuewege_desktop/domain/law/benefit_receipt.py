"""Long-term benefit receipt (Langzeitleistungsbezug), § 6 (1) VO § 48a SGB II.

Of the 730 days that end with the day in question a person must have been an employable beneficiary
on 638, and must be one on that day. Overlapping spells count once, gaps do not count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from neuewege_desktop.domain.values import Period, merged

WINDOW_DAYS = 730
THRESHOLD_DAYS = 638


def days_of_receipt(spells: Iterable[Period], day: dt.date) -> int:
    """Return on how many of the 730 days up to and including `day` the spells lie."""
    window = Period(day - dt.timedelta(days=WINDOW_DAYS - 1), day)
    return sum(spell.days_within(window) for spell in merged(spells))


def is_lzb(spells: Iterable[Period], day: dt.date) -> bool:
    """Say whether somebody with these spells is a long-term recipient on `day`."""
    blocks = merged(spells)
    receives = any(block.covers(day) for block in blocks)
    return receives and days_of_receipt(blocks, day) >= THRESHOLD_DAYS


def becomes_lzb(spells: Iterable[Period], since: dt.date) -> dt.date | None:
    """Return the first day on or after `since` of long-term receipt, if the spells stay so.

    None if they end before. An open spell is taken to go on.
    """
    blocks = merged(spells)
    for block in blocks:
        day = max(since, block.start)
        while day <= block.last:
            missing = THRESHOLD_DAYS - days_of_receipt(blocks, day)
            if missing <= 0:
                return day
            # A day adds one day at most: nothing can happen before as many have passed.
            day += dt.timedelta(days=missing)
    return None
