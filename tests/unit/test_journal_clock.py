from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.journal.clock import observe, tick

READINGS = st.integers(0, (1 << 62) - 1)
TIMES = st.integers(-(10**13), 10**13)
DAY = 86_400_000


@given(READINGS, TIMES)
def test_every_reading_is_later_than_the_one_before_however_the_clock_is_set(last, now):
    assert tick(last, now) > last


@given(READINGS, READINGS, TIMES)
def test_another_laptop_moves_the_clock_forward_by_a_day_at_the_most(last, seen, now):
    after = observe(last, seen, now)
    assert after >= last
    assert after <= max(last, (max(now, 0) + DAY) << 16)


@given(READINGS, READINGS)
def test_what_was_seen_within_a_day_is_never_later_than_what_is_written_next(last, seen):
    now = seen >> 16
    assert tick(observe(last, seen, now), now) > seen


def test_a_reading_always_fits_into_the_store():
    assert tick((1 << 63) - 1, 10**30) == (1 << 63) - 1
