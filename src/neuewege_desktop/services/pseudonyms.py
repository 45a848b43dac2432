"""Pseudonyms for new households (domain specification 7.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from neuewege_desktop.store.indexes import pseudonyms
from neuewege_desktop.store.reader import Reader


class Pseudonyms:
    """Hands out pseudonyms in random order; none is used twice (domain specification 7.5)."""

    def __init__(self, reader: Reader, random_below: Callable[[int], int]) -> None:
        self._used = pseudonyms(reader)
        self._below = random_below
        self._count: defaultdict[str, int] = defaultdict(int)
        for used in self._used:
            self._count[used.partition("-")[0]] += 1

    def draw(self, short: str) -> str:
        """Return a new one; numbers grow longer before most of the short ones are gone."""
        largest = 999
        while self._count[short] > largest // 2:
            largest = largest * 10 + 9
        while (found := f"{short}-{self._below(largest) + 1:03d}") in self._used:
            pass
        self._used.add(found)
        self._count[short] += 1
        return found
