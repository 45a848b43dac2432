"""What is counted agrees with what the lists show one by one."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from neuewege_desktop.domain.law.ages import born_at_least, reaches
from neuewege_desktop.domain.listing import Query
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.demo import make_demo
from neuewege_desktop.services.figures import figures
from neuewege_desktop.services.lists import list_households, list_persons
from neuewege_desktop.services.office import Office

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def today(office):
    make_demo(office.store, office.author, day=DAY)
    return Office(office.store, office.author, DAY)


def test_households_are_counted_as_they_are_listed(today):
    rows = list_households(today.store, Query(day=DAY))
    counted = figures(today)
    assert counted.households == len(rows) == 60
    assert +Counter(counted.types) == Counter(row.type for row in rows)
    assert +Counter(counted.phases) == Counter(row.phase for row in rows)
    by_town = {town.name: town.households for town in counted.towns}
    assert by_town == Counter(row.municipality_name for row in rows)


def test_persons_are_counted_who_belong_to_a_household(today):
    belonging = {row.id for row in list_persons(today.store, Query(day=DAY)) if row.household}
    with today.store.reading() as reader:
        births = [person.birth_date for person in reader.many(Person, sorted(belonging)).values()]
    counted = figures(today)
    assert counted.persons == len(belonging)
    young = sum(birth is not None and reaches(birth, 25) > DAY for birth in births)
    assert counted.under_25 == young > 0


def test_an_empty_workplace_has_figures_too(office):
    counted = figures(office)
    assert (counted.households, counted.persons, counted.under_25) == (0, 0, 0)
    assert counted.towns == ()


@pytest.mark.parametrize("day", [dt.date(2026, 2, 28), dt.date(2028, 2, 29), dt.date(2026, 3, 1)])
def test_the_last_day_of_birth_of_an_age_is_the_one_that_the_law_counts(day):
    births = [dt.date(2007, 1, 1) + dt.timedelta(days=number) for number in range(1500)]
    for birth in births:
        assert (birth <= born_at_least(18, day)) == (reaches(birth, 18) <= day)
