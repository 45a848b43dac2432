"""The figures of Biblis on 15 June 2010 out of an imported list: exactly those of the vector."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from domain_vectors import VECTORS

from neuewege_desktop.domain.choices.people import MemberRole, NeedKind, Sex, Vocational
from neuewege_desktop.domain.choices.work import ParticipationState
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.law.benefit_receipt import is_lzb
from neuewege_desktop.domain.law.unemployment import is_lza_statistical, is_unemployed
from neuewege_desktop.domain.listing import ListKind, Query
from neuewege_desktop.domain.records.abilities import (
    Barrier,
    CourseEntitlement,
    HealthLimit,
    Need16a,
    Qualification,
)
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.records.measure import Participation
from neuewege_desktop.domain.records.person import (
    ElbSpell,
    EmploymentSpell,
    Person,
    SchoolSpell,
    UnemploymentSpell,
)
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.store.lists import household_rows, keys

DAY = dt.date(2010, 6, 15)
RAW = VECTORS["biblis_2010_06_15"]["raw"]
LIST = Path("tests/data/samples/biblis_2010-06-15.csv")


class Town:
    """The imported list, looked at on the day."""

    def __init__(self, reader):
        self.persons = {person.id: person for person in reader.find(Person)}
        self.rows = household_rows(reader, keys(reader, ListKind.HOUSEHOLDS, Query(day=DAY)), DAY)
        self.roles = {m.person: m.role for m in reader.find(Membership)}
        self.facts = {}
        for kind in (
            *(ElbSpell, UnemploymentSpell, EmploymentSpell, SchoolSpell, Participation),
            *(Qualification, HealthLimit, Need16a, Barrier, CourseEntitlement),
        ):
            found = defaultdict(list)
            for fact in reader.find(kind):
                found[fact.person].append(fact)
            self.facts[kind] = found
        self.elb = [p for p in self.persons if self.periods(ElbSpell, p, covering=True)]

    def of(self, kind, person):
        return self.facts[kind].get(person, [])

    def periods(self, kind, person, *, covering=False):
        found = [fact.period for fact in self.of(kind, person)]
        return [period for period in found if not covering or period.covers(DAY)]

    def in_measure(self, person):
        return [
            fact.period
            for fact in self.of(Participation, person)
            if fact.state == ParticipationState.ACTIVE and fact.period.covers(DAY)
        ]

    def unemployed(self, person):
        spells = self.periods(UnemploymentSpell, person)
        return is_unemployed(spells, self.in_measure(person), DAY)

    def years(self, person):
        return age(self.persons[person].birth_date, DAY)


@pytest.fixture
def biblis(office):
    report = import_list(office, LIST, DAY)
    assert report.errors == []
    with office.store.reading() as reader:
        return Town(reader)


def test_households_and_their_types(biblis):
    assert len(biblis.rows) == RAW["bg"]
    assert dict(Counter(str(row.type) for row in biblis.rows)) == RAW["bg_types"]
    assert len(biblis.persons) == RAW["persons"]


def test_who_can_work(biblis):
    assert len(biblis.elb) == RAW["elb"]
    assert len(biblis.persons) - len(biblis.elb) == RAW["nef"]
    sexes = Counter(biblis.persons[person].sex for person in biblis.elb)
    assert {"m": sexes[Sex.MALE], "w": sexes[Sex.FEMALE]} == RAW["sex"]
    groups = Counter()
    for person in biblis.elb:
        years = biblis.years(person)
        young, middle = years < 25, years < 50
        groups["<25" if young else "25-49" if middle else "50-54" if years < 55 else "55+"] += 1
    assert dict(groups) == RAW["age"]


def test_long_receipt_and_unemployment(biblis):
    assert sum(is_lzb(biblis.periods(ElbSpell, p), DAY) for p in biblis.elb) == RAW["lzb"]
    unemployed = [person for person in biblis.elb if biblis.unemployed(person)]
    assert len(unemployed) == RAW["unemployed"]
    since = {
        p: min(period.start for period in biblis.periods(UnemploymentSpell, p)) for p in unemployed
    }
    assert sum(is_lza_statistical(start, DAY) for start in since.values()) == RAW["lza"]


def test_work_measures_and_education(biblis):
    working = [p for p in biblis.elb if biblis.periods(EmploymentSpell, p, covering=True)]
    assert len(working) == RAW["employed"]
    assert sum(bool(biblis.in_measure(person)) for person in biblis.elb) == RAW["in_measure"]
    words = {
        Vocational.NONE: "ohne",
        Vocational.COMPANY: "berufsausbildung",
        Vocational.MASTER: "studium",
    }
    education = Counter(
        words[fact.vocational] for p in biblis.elb for fact in biblis.of(Qualification, p)
    )
    assert dict(education) == RAW["education"]


def test_needs(biblis):
    needs = Counter(fact.need for found in biblis.facts[Need16a].values() for fact in found)
    assert {
        "schulden": needs[NeedKind.DEBTS],
        "gesundheit": len(biblis.facts[HealthLimit]),
        "kinderbetreuung": needs[NeedKind.CHILDCARE],
        "mobilitaet": len(biblis.facts[Barrier]),
        "sprache": len(biblis.facts[CourseEntitlement]),
        "sucht": needs[NeedKind.ADDICTION],
    } == RAW["needs"]


def test_children_by_age(biblis):
    children = [p for p, role in biblis.roles.items() if role == MemberRole.CHILD_U25]
    years = [biblis.years(child) for child in children]
    groups = [(0, 2), (3, 5), (6, 14), (15, 17)]
    counted = [sum(low <= found <= high for found in years) for low, high in groups]
    assert counted == RAW["children_u3_35_614_1517"]
