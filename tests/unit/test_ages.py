from __future__ import annotations

import datetime as dt

import pytest
from domain_vectors import VECTORS, day
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.law.ages import (
    age,
    age_limit_7a,
    child_limit_10,
    leaves_household_on,
    reaches,
)
from neuewege_desktop.domain.law.months import add_months

BIRTHS = st.dates(dt.date(1920, 1, 1), dt.date(2026, 12, 31))
SON, CHILD_BEFORE, CHILD_SINCE = VECTORS["household_changes"]


@pytest.mark.parametrize("case", VECTORS["age_limit_7a"], ids=lambda case: case["birth"])
def test_the_age_limit_is_the_end_of_the_month_in_which_the_age_is_complete(case):
    assert age_limit_7a(day(case["birth"])) == day(case["expected_last_day"])


def test_a_son_leaves_the_household_on_his_25th_birthday():
    leaves = leaves_household_on(day(SON["birth"]))
    assert leaves == day(SON["expected_leaves_bg_on"])
    assert leaves - dt.timedelta(days=90) == day(SON["R15_first_day"])


def test_until_june_2026_a_child_excuses_from_work_until_its_third_birthday():
    limit = child_limit_10(day(CHILD_BEFORE["birth"]), dt.date(2026, 6, 30))
    assert limit == day(CHILD_BEFORE["expected"])


def test_since_july_2026_the_fourteenth_month_is_enough():
    limit = child_limit_10(day(CHILD_SINCE["birth"]), dt.date(2026, 7, 1))
    assert limit == day(CHILD_SINCE["expected"])


def test_somebody_born_on_29_february_is_a_year_older_on_1_march_in_common_years():
    birth = dt.date(1984, 2, 29)
    assert reaches(birth, 25) == dt.date(2009, 3, 1)
    assert age(birth, dt.date(2009, 2, 28)) == 24
    assert age(birth, dt.date(2009, 3, 1)) == 25
    assert reaches(birth, 28) == dt.date(2012, 2, 29)


def test_a_child_born_on_the_31st_completes_the_month_with_the_last_day_of_a_shorter_one():
    assert child_limit_10(dt.date(2025, 12, 31), dt.date(2027, 2, 1)) == dt.date(2027, 3, 1)


@given(BIRTHS, st.integers(0, 100))
def test_an_age_is_reached_on_one_day_and_not_the_day_before(birth, years):
    day_reached = reaches(birth, years)
    assert age(birth, day_reached) == years
    assert age(birth, day_reached - dt.timedelta(days=1)) == years - 1


@given(BIRTHS, BIRTHS)
def test_who_is_born_later_reaches_the_age_limit_no_earlier(one, other):
    older, younger = sorted((one, other))
    assert age_limit_7a(older) <= age_limit_7a(younger)


@given(st.lists(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), min_size=2, max_size=2))
def test_adding_months_keeps_the_order_of_days(days):
    earlier, later = sorted(days)
    assert add_months(earlier, 6) <= add_months(later, 6)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.integers(-240, 240))
def test_adding_months_lands_in_the_month_meant(start, months):
    found = add_months(start, months)
    assert (found.year - start.year) * 12 + found.month - start.month == months
    assert found.day <= start.day
