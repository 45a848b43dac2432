from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from domain_vectors import VECTORS, day, period

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.domain.choices.work import MunicipalityKind
from neuewege_desktop.domain.law.terms import NoWord, Term, Terms
from neuewege_desktop.services.catalogue import instruments, municipalities, terms


def test_all_22_municipalities_are_known_and_three_are_pilots():
    found = municipalities()
    assert len({municipality.ags for municipality in found}) == 22
    pilots = {each.name: each.short for each in found if each.pilot}
    assert pilots == {"Biblis": "BI", "Grasellenbach": "GR", "Zwingenberg": "ZW"}


def test_the_district_has_ten_towns():
    towns = [each for each in municipalities() if each.kind == MunicipalityKind.TOWN]
    assert len(towns) == 10


def test_every_municipality_has_two_letters_of_its_own_for_pseudonyms():
    letters = [each.short for each in municipalities()]
    assert len(set(letters)) == len(letters)
    assert all(len(short) == 2 and short.isascii() and short.isupper() for short in letters)


def test_every_instrument_has_a_name_a_law_and_its_days():
    found = instruments()
    assert len(found) == 50
    assert all(each.code and each.group and each.name and each.law for each in found)
    work_opportunity = next(each for each in found if each.code == "AGH_16d")
    assert work_opportunity.counts_public_job
    assert work_opportunity.counts_activation
    assert not work_opportunity.counts_job_accompanying
    assert work_opportunity.max_months == 24
    assert work_opportunity.period == period("2012-04-01", None)


def test_an_instrument_has_one_version_at_a_time():
    by_code = sorted(instruments(), key=lambda each: (each.code, each.period.start))
    for _code, group in groupby(by_code, key=lambda each: each.code):
        versions = [each.period for each in group]
        assert not any(a.overlaps(b) for a, b in pairwise(versions))


@pytest.mark.parametrize("case", VECTORS["terms"], ids=lambda c: f"{c['key']} {c['legal_date']}")
def test_the_law_has_its_own_word_on_each_day(case):
    assert terms().word(case["key"], day(case["legal_date"])) == case["expected"]


def test_a_day_before_the_law_has_no_word_and_the_clerk_is_told_the_day():
    with pytest.raises(NoWord, match=r"31\.12\.2004"):
        terms().word("benefit.elb", day("2004-12-31"))


def test_an_unknown_term_and_two_words_at_once_are_mistakes_of_ours():
    with pytest.raises(Bug):
        terms().word("no.such.term", day("2009-05-06"))
    with pytest.raises(Bug):
        Terms(
            [Term("a", period("2005-01-01", None), "x"), Term("a", period("2009-01-01", None), "y")]
        )
