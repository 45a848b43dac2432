from __future__ import annotations

import datetime as dt

import pytest
from domain_vectors import day, period
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.domain.values import BadPeriod, Period, merged

DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2006, 12, 31))
WINDOW = Period(dt.date(2004, 12, 1), dt.date(2007, 1, 31))


@st.composite
def periods(draw):
    start = draw(DAYS)
    end = draw(st.none() | st.dates(start, dt.date(2007, 1, 15)))
    return Period(start, end)


def days_of(spells):
    window = (WINDOW.start + dt.timedelta(days=n) for n in range(WINDOW.days_within(WINDOW)))
    return {each for each in window if any(spell.covers(each) for spell in spells)}


def test_a_period_that_ends_before_it_starts_is_refused_with_both_days():
    with pytest.raises(BadPeriod, match=r"01\.05\.2009.*02\.05\.2009"):
        period("2009-05-02", "2009-05-01")


def test_both_ends_belong_to_a_period():
    one_day = period("2009-05-02", "2009-05-02")
    assert one_day.covers(day("2009-05-02"))
    assert not one_day.covers(day("2009-05-01"))
    assert not one_day.covers(day("2009-05-03"))


def test_days_in_a_window_without_end_are_not_guessed():
    with pytest.raises(Bug):
        period("2009-05-01", None).days_within(period("2009-06-01", None))


@given(periods(), periods())
def test_two_periods_overlap_when_they_share_a_day(one, other):
    shared = bool(days_of([one]) & days_of([other]))
    assert one.overlaps(other) == other.overlaps(one) == shared


@given(periods())
def test_days_within_a_window_are_the_days_one_can_count(spell):
    assert spell.days_within(WINDOW) == len(days_of([spell]))


@given(st.lists(periods(), max_size=6))
def test_merging_keeps_the_days_and_is_done_after_one_time(spells):
    blocks = merged(spells)
    assert days_of(blocks) == days_of(spells)
    assert merged(blocks) == blocks
    assert merged(reversed(spells)) == blocks
    assert all(block.end is not None for block in blocks[:-1])


def test_spells_that_adjoin_are_one():
    spells = [period("2009-05-01", None), period("2009-04-01", "2009-04-30")]
    assert merged(spells) == (period("2009-04-01", None),)
