"""Twenty thousand lives: a long proof, run by `make prove`."""

from __future__ import annotations

import time

import pytest
from lives import live

LIVES = 5_000


@pytest.mark.prove
@pytest.mark.parametrize("first", range(10_000, 30_000, LIVES))
def test_every_one_of_thousands_of_lives_ends_whole(first, capsys):
    begin = time.perf_counter()
    broken = {seed: found for seed in range(first, first + LIVES) if (found := live(seed)[0])}
    seconds = time.perf_counter() - begin
    with capsys.disabled():
        print(f"\n{LIVES} lives from {first}: {LIVES / seconds:.0f} lives/s, {len(broken)} broken")
    assert broken == {}
