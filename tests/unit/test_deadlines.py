from __future__ import annotations

import datetime as dt

import pytest
from domain_vectors import VECTORS, day
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.choices.work import AgreementKind
from neuewege_desktop.domain.law.agreements import default_end, kinds_on, review_due, word_for
from neuewege_desktop.domain.law.deadlines import deemed_delivery, period_end
from neuewege_desktop.domain.law.holidays import holidays_of, is_working_day
from neuewege_desktop.services.catalogue import terms


@pytest.mark.parametrize("case", VECTORS["agreement_review"], ids=lambda case: case["valid_from"])
def test_an_agreement_is_reviewed_after_six_months(case):
    valid_from = day(case["valid_from"])
    assert review_due(valid_from) == day(case["expected_review_due"])
    assert default_end(valid_from) == day(case["expected_valid_to_egv"])


@pytest.mark.parametrize("case", VECTORS["deemed_delivery"], ids=lambda case: case["posted"])
def test_a_letter_counts_as_received_on_the_third_and_since_2025_on_the_fourth_day(case):
    received = deemed_delivery(day(case["posted"]))
    assert received == day(case["expected"])
    assert f"{received:%a}" == case["weekday"]


@pytest.mark.parametrize("year", VECTORS["holidays_hessen"])
def test_the_holidays_are_those_of_hesse_by_their_usual_names(year):
    found = {when.isoformat(): name for when, name in holidays_of(int(year)).items()}
    assert found == VECTORS["holidays_hessen"][year]


def test_the_reformation_day_of_2017_was_a_holiday_once():
    assert dt.date(2017, 10, 31) in holidays_of(2017)
    assert dt.date(2018, 10, 31) not in holidays_of(2018)


@pytest.mark.parametrize("case", VECTORS["period_end_shift"], ids=lambda case: case["nominal"])
def test_a_period_ends_on_the_next_working_day(case):
    assert period_end(day(case["nominal"])) == day(case["expected"])


@given(st.dates(dt.date(2005, 1, 1), dt.date(2035, 12, 31)))
def test_a_period_never_ends_early_nor_on_a_day_off(nominal):
    end = period_end(nominal)
    assert is_working_day(end)
    assert dt.timedelta(0) <= end - nominal <= dt.timedelta(days=5)


def test_the_law_of_the_day_decides_which_agreements_there_are():
    egv, va = AgreementKind.EGV, AgreementKind.EGV_VA
    plan, obligation = AgreementKind.COOPERATION_PLAN, AgreementKind.OBLIGATION
    assert kinds_on(day("2009-05-06")) == (egv, va)
    assert kinds_on(day("2023-06-30")) == (egv, va)
    assert kinds_on(day("2023-07-01")) == (plan,)
    assert kinds_on(day("2026-06-30")) == (plan,)
    assert kinds_on(day("2026-07-01")) == (plan, obligation)


def test_an_agreement_keeps_the_word_of_its_own_time():
    in_august = day("2023-08-01")
    assert word_for(AgreementKind.EGV, in_august, terms()) == "Eingliederungsvereinbarung"
    assert word_for(AgreementKind.COOPERATION_PLAN, in_august, terms()) == "Kooperationsplan"
    assert word_for(AgreementKind.OBLIGATION, day("2026-11-24"), terms()) == "Verpflichtung"
