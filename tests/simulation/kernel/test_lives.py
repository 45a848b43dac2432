"""A few hundred simulated lives, and the bugs that they must notice.

The long run is `tests/proofs/test_simulated_lives.py`.
"""

from __future__ import annotations

import pytest

from kernel.copies import lived_with_a_copy
from kernel.lives import lived
from kernel.seeded_bugs import MORE, OF_COPIES, TWELVE, life_that_notices

LIVES = 100  # in one test
NOTICED_WITHIN = 2_000  # lives


@pytest.mark.parametrize("block", range(4))
def test_laptops_that_never_meet_come_to_the_same_and_lose_nothing(block):
    seeds = range(block * LIVES, (block + 1) * LIVES)
    assert {seed: wrongs for seed in seeds if (wrongs := lived(seed).wrongs)} == {}


def test_everybody_notices_two_laptops_under_one_identity():
    seeds = range(2 * LIVES)
    assert {seed: wrongs for seed in seeds if (wrongs := lived_with_a_copy(seed).wrongs)} == {}


@pytest.mark.parametrize("bug", [*TWELVE, *MORE])
def test_the_lives_would_notice_if(bug):
    seed, _wrongs = life_that_notices(bug, lived, NOTICED_WITHIN)
    assert seed is not None


@pytest.mark.parametrize("bug", OF_COPIES)
def test_the_lives_with_a_copy_would_notice_if(bug):
    seed, _wrongs = life_that_notices(bug, lived_with_a_copy, NOTICED_WITHIN)
    assert seed is not None
