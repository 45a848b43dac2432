"""A hybrid clock: for display and for the provisional winner of a conflict, for nothing else."""

from __future__ import annotations

_COUNT_BITS = 16
_DAY = 86_400_000
_LARGEST = (1 << 63) - 1


def tick(last: int, now: int) -> int:
    """Return a reading later than `last`; `now` is in ms since 1970 and may jump back."""
    return min(max(last + 1, max(now, 0) << _COUNT_BITS), _LARGEST)


def observe(last: int, seen: int, now: int) -> int:
    """Return the clock after reading another laptop's: it moves mine by a day at the most."""
    return max(last, min(seen, (max(now, 0) + _DAY) << _COUNT_BITS))
