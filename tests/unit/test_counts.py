"""Long-term receipt, long-term unemployment, household types and places."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby

import pytest
from domain_vectors import VECTORS, biblis, day, period
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.choices.work import ParticipationState
from neuewege_desktop.domain.law.benefit_receipt import becomes_lzb, days_of_receipt, is_lzb
from neuewege_desktop.domain.law.household_type import HouseholdType, Member, household_type
from neuewege_desktop.domain.law.places import PlaceTaken, free_places, outcome_checks
from neuewege_desktop.domain.law.unemployment import (
    duration_counts_from,
    is_lza_18_1,
    is_lza_statistical,
    is_unemployed,
    unemployed_days,
)
from neuewege_desktop.domain.values import Period

LZB, LZA, PLACES = VECTORS["lzb"], VECTORS["lza_stat"], VECTORS["places"]
BIBLIS_DAY = day("2010-06-15")
RAW = VECTORS["biblis_2010_06_15"]["raw"]


@pytest.mark.parametrize("case", LZB["cases"], ids=lambda case: case["id"])
def test_long_term_receipt_needs_638_of_730_days_and_the_day_itself(case):
    spells = [period(*spell) for spell in case["elb_spells"]]
    assert days_of_receipt(spells, day(LZB["stichtag"])) == case["expected_days"]
    assert is_lzb(spells, day(LZB["stichtag"])) is case["expected_lzb"]


def test_the_first_day_of_long_term_receipt_is_foreseen():
    case = LZB["becomes_lzb"][0]
    spells = [period(case["elb_from"], None)]
    assert becomes_lzb(spells, day(case["elb_from"])) == day(case["expected_first_day"])
    assert becomes_lzb([period("2008-11-01", "2010-07-30")], day("2008-11-01")) is None


@st.composite
def elb_spells(draw):
    starts = draw(st.lists(st.dates(dt.date(2006, 1, 1), dt.date(2010, 1, 1)), max_size=4))
    lengths = st.none() | st.integers(0, 900)
    ends = [(start, draw(lengths)) for start in starts]
    return [Period(s, None if n is None else s + dt.timedelta(days=n)) for s, n in ends]


@given(elb_spells())
def test_the_foreseen_day_is_the_first_one_that_counting_finds(spells):
    since = dt.date(2008, 6, 1)
    days = (since + dt.timedelta(days=n) for n in range(1800))
    assert becomes_lzb(spells, since) == next((d for d in days if is_lzb(spells, d)), None)


@pytest.mark.parametrize("case", LZA["cases"], ids=lambda case: case["unemployed_since"])
def test_the_statistics_count_364_days_as_long_term_unemployment(case):
    since, reference = day(case["unemployed_since"]), day(LZA["stichtag"])
    assert unemployed_days(since, reference) == case["expected_days"]
    assert is_lza_statistical(since, reference) is case["expected_lza"]
    assert is_lza_18_1([Period(since)], reference) is case["expected_lza"]


def test_a_harmless_interruption_does_not_begin_the_year_anew():
    spells = [period("2024-01-01", "2024-06-30"), period("2024-08-01", None)]
    illness = [period("2024-07-01", "2024-07-31")]
    assert is_lza_18_1(spells, day("2024-12-31"), illness)
    assert not is_lza_18_1(spells, day("2024-12-30"), illness)
    assert not is_lza_18_1(spells, day("2025-07-30"))
    assert is_lza_18_1(spells, day("2025-07-31"))


def test_an_interruption_bridges_unemployment_but_does_not_begin_it():
    spells = [period("2024-02-01", None)]
    measure = [period("2024-01-01", "2024-01-31")]
    assert duration_counts_from(spells, day("2024-03-01"), measure) == day("2024-02-01")
    assert duration_counts_from(spells, day("2024-01-15"), measure) is None


def test_biblis_has_the_household_types_the_specification_counts():
    roles = {"HAUPT": MemberRole.HEAD, "PARTNER": MemberRole.PARTNER, "KIND": MemberRole.CHILD_U25}
    types = Counter(
        household_type(
            [Member(roles[row["rolle"]], day(row["geburtsdatum"])) for row in rows], BIBLIS_DAY
        )
        for _number, rows in groupby(biblis(), key=lambda row: row["bg"])
    )
    assert types == RAW["bg_types"]


def test_biblis_has_the_long_term_recipients_and_unemployed_the_specification_counts():
    elb = [row for row in biblis() if row["elb"] == "1"]
    long_term = [row for row in elb if is_lzb([Period(day(row["elb_von"]))], BIBLIS_DAY)]
    assert (len(elb), len(long_term)) == (RAW["elb"], RAW["lzb"])
    since = [day(row["arbeitslos_seit"]) for row in elb if is_unemployed(*_work(row), BIBLIS_DAY)]
    assert len(since) == RAW["unemployed"]
    assert sum(is_lza_statistical(start, BIBLIS_DAY) for start in since) == RAW["lza"]


def _work(row):
    spells = [Period(day(row["arbeitslos_seit"]))] if row["arbeitslos_seit"] else []
    measures = [Period(day("2010-06-01"))] if row["massnahme"] else []
    return spells, measures


def test_a_child_makes_a_single_parent_until_it_is_18_or_married():
    head = Member(MemberRole.HEAD, day("1970-01-01"), unmarried=False)
    birth = day("1992-06-15")
    child = Member(MemberRole.CHILD_U25, birth)
    married = Member(MemberRole.CHILD_U25, birth, unmarried=False)
    assert household_type([head, child], day("2010-06-14")) == HouseholdType.SINGLE_PARENT
    assert household_type([head, child], day("2010-06-15")) == HouseholdType.OTHER
    assert household_type([head, married], day("2010-06-14")) == HouseholdType.OTHER


def test_places_are_free_when_nobody_assigned_or_active_takes_them():
    states = {"A": "AKTIV", "B": "BEENDET", "C": "NICHT_ANGETRETEN", "D": "AKTIV"}
    taken = [
        PlaceTaken(
            next(state for state in ParticipationState if state == states[each["p"]]),
            period(each["start"], each["end"]) if "start" in each else None,
        )
        for each in PLACES["participations"]
    ]
    run = period(*PLACES["run"])
    for when, free in PLACES["expected_free"].items():
        assert free_places(run, PLACES["total"], taken, day(when)) == free
    assert free_places(run, PLACES["total"], taken, day("2010-01-01")) == 0
    assert free_places(run, 1, taken, day("2009-07-01")) == 0


def test_one_asks_what_became_of_a_participant_after_one_three_and_six_months():
    expected = tuple(day(when) for when in PLACES["outcome_checks_B"])
    assert outcome_checks(day(PLACES["participations"][1]["end"])) == expected
