"""The long run of simulated lives, on all processors; prints how many were lived and how fast."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import pytest
from kernel.copies import lived_with_a_copy
from kernel.lives import lived
from kernel.sql_laptops import lived_on_tables

pytestmark = pytest.mark.prove

LIVES = 20_000
COPIES = 2_000
ON_TABLES = 120
BLOCK = 50  # lives that a process lives in one go
FIRST = 1_000_000  # seeds that the daily run does not use


def wrongs_of(live, seeds):
    """Return what went wrong in these lives, by seed, and what happened in them."""
    outcomes = {seed: live(seed) for seed in seeds}
    wrongs = {seed: outcome.wrongs for seed, outcome in outcomes.items() if outcome.wrongs}
    return wrongs, sum((outcome.counts for outcome in outcomes.values()), Counter())


def lived_by_all(live, lives, block=BLOCK):
    """Live these lives on all processors; return what went wrong, by seed."""
    blocks = [range(FIRST + n, FIRST + min(n + block, lives)) for n in range(0, lives, block)]
    wrongs, counts, begin = {}, Counter(), time.perf_counter()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=spawn) as pool:
        for found, lived_through in pool.map(partial(wrongs_of, live), blocks):
            wrongs |= found
            counts += lived_through
    seconds = time.perf_counter() - begin
    print(f"\n{lives} lives in {seconds:.0f} s: {lives / seconds:.0f} lives a second")
    print(", ".join(f"{name} {count}" for name, count in counts.most_common()))
    return wrongs


def test_twenty_thousand_lives_lose_nothing():
    assert lived_by_all(lived, LIVES) == {}


def test_thousands_of_copied_laptops_are_noticed():
    assert lived_by_all(lived_with_a_copy, COPIES) == {}


def test_many_lives_on_encrypted_tables_come_to_the_same_as_in_memory():
    assert lived_by_all(lived_on_tables, ON_TABLES, block=5) == {}
