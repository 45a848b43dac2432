"""Long-term unemployment (Langzeitarbeitslosigkeit), § 18 (1) SGB III, and its statistics."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from neuewege_desktop.domain.law.months import add_months
from neuewege_desktop.domain.values import Period, merged

LZA_DAYS = 364
_DAY = dt.timedelta(days=1)


def is_unemployed(spells: Iterable[Period], measures: Iterable[Period], day: dt.date) -> bool:
    """Say whether somebody is unemployed on `day`: who takes part in a measure is not, § 16 (2)."""
    registered = any(spell.covers(day) for spell in spells)
    return registered and not any(measure.covers(day) for measure in measures)


def unemployed_days(since: dt.date, day: dt.date) -> int:
    """Return the days from `since` to `day`, as the statistics count them."""
    return (day - since).days


def is_lza_statistical(since: dt.date, day: dt.date) -> bool:
    """Say whether the statistics count somebody unemployed `since` then as long-term on `day`."""
    return unemployed_days(since, day) >= LZA_DAYS


def duration_counts_from(
    spells: Iterable[Period], day: dt.date, harmless: Iterable[Period] = ()
) -> dt.date | None:
    """Return since when the unemployment of `day` counts, None if there is none on `day`.

    `harmless` are the interruptions that the law of the day disregards, § 18 (1) sentence 2 SGB III
    (measures under § 45, illness up to six weeks): they bridge two spells and begin none.
    """
    spells = tuple(spells)
    for block in merged((*spells, *harmless)):
        starts = [spell.start for spell in spells if block.covers(spell.start)]
        if starts and block.covers(day) and min(starts) <= day:
            return min(starts)
    return None


def is_lza_18_1(spells: Iterable[Period], day: dt.date, harmless: Iterable[Period] = ()) -> bool:
    """Say whether somebody has been unemployed for one year at the end of `day`, § 18 (1)."""
    since = duration_counts_from(spells, day, harmless)
    return since is not None and add_months(since, 12) - _DAY <= day
