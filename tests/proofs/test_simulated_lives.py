"""The long run of simulated lives, in parts that processors share; prints what was lived."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from kernel.copies import lived_with_a_copy
from kernel.lives import lived
from kernel.sql_laptops import lived_on_tables

pytestmark = [pytest.mark.prove, pytest.mark.parametrize("part", range(4))]

LIVES = 1_000  # in each part
COPIES = 100
ON_TABLES = 6
FIRST = 1_000_000  # seeds that the daily run does not use


def wrongs_of(live, part, lives):
    """Return what went wrong in the lives of a part, by seed."""
    wrongs, counts, begin = {}, Counter(), time.perf_counter()
    for seed in range(FIRST + part * lives, FIRST + (part + 1) * lives):
        outcome = live(seed)
        counts += outcome.counts
        if outcome.wrongs:
            wrongs[seed] = outcome.wrongs
    print(f"\n{lives} lives in {time.perf_counter() - begin:.0f} s")
    print(", ".join(f"{name} {count}" for name, count in counts.most_common()))
    return wrongs


def test_thousands_of_lives_lose_nothing(part):
    assert wrongs_of(lived, part, LIVES) == {}


def test_hundreds_of_copied_laptops_are_noticed(part):
    assert wrongs_of(lived_with_a_copy, part, COPIES) == {}


def test_many_lives_on_encrypted_tables_come_to_the_same_as_in_memory(part):
    assert wrongs_of(lived_on_tables, part, ON_TABLES) == {}
