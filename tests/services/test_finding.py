"""One finds a household, person, measure, conference or actor by whatever one remembers of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from lists_of_offices import every, row, written

from neuewege_desktop.domain.choices.work import ActorKind
from neuewege_desktop.domain.finding import FoundKind, Nearness
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.records.catalogue import InstrumentVersion
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.measure import Measure
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import town_scope
from neuewege_desktop.services.finding import find
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.services.labels import ActLabel

DAY = dt.date(2009, 4, 20)
ZWINGENBERG, BIBLIS = "06431022", "06431003"
TESTMANN = {
    "bg_nr": "43102BG0000101",
    "kdnr": "427D000101",
    "nachname": "Testmann",
    "vorname": "Karl",
    "geburtsdatum": "12.05.1962",
    "strasse": "Bäckergasse 7",
}


@pytest.fixture
def desk(office, tmp_path):
    """Return a workplace with two households, conferences, a measure and an actor."""
    mia = row(kdnr="427D000903", rolle="CHILD_U25", vorname="Mia", geburtsdatum="01.02.2001")
    import_list(office, written(tmp_path, row(), mia, row(**TESTMANN)), DAY)
    town = town_scope(ZWINGENBERG)
    version = every(office, InstrumentVersion)[0].id
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        for ags, day in ((ZWINGENBERG, DAY), (ZWINGENBERG, dt.date(2009, 5, 4)), (BIBLIS, DAY)):
            writer.add(Meeting(id=writer.new_id(), scope=town_scope(ags), ags=ags, day=day))
        writer.add(
            Measure(
                id=writer.new_id(),
                scope=town,
                instrument_version=version,
                name="Bewerbungswerkstatt Bergstraße",
            ),
            Actor(
                id=writer.new_id(),
                scope=town,
                name="Kindergarten Rasselbande",
                actor=ActorKind.NURSERY,
            ),
        )
    return office


def titles(office, typed, kind=None, **options):
    hits = find(office.store, typed, DAY, **options)
    return [hit.title for hit in hits if kind in (None, hit.kind)]


@pytest.mark.parametrize(
    "typed",
    [
        "43102BG0000101",
        "43102bg00001",
        "427D000101",
        "Testmann",
        "testm",
        "Karl Testmann",
        "testmann karl",
        "TESTMANN, KARL",
        "Tesdmann",
        "Kalr Tetsmann",
        "Bäckergasse",
        "Baeckergasse 7",
        "backergasse",
        "Bäkergasse",
    ],
)
def test_a_household_is_found_by_number_name_and_street(desk, typed):
    assert titles(desk, typed, FoundKind.HOUSEHOLD) == ["Testmann, Karl"]


def test_a_household_is_found_by_its_pseudonym(desk):
    pseudonym = next(
        found.pseudonym for found in every(desk, Household) if found.number.endswith("101")
    )
    assert titles(desk, pseudonym, FoundKind.HOUSEHOLD) == ["Testmann, Karl"]


def test_a_household_is_found_by_every_member_and_stands_under_its_head(desk):
    household, person = find(desk.store, "Mia", DAY)
    assert (household.title, person.title) == ("Quittenbaum, Rosa", "Quittenbaum, Mia")
    assert household.subtitle.startswith("43102BG0000901 · ZW-")
    assert household.subtitle.endswith(" · Musterweg 1, Zwingenberg")
    assert person.subtitle == "427D000903 · 01.02.2001 · 43102BG0000901 · Zwingenberg"


@pytest.mark.parametrize("typed", ["427D000101", "Karl 12.05.1962", "12.5.1962", "1962-05-12"])
def test_a_person_is_found_by_number_and_birth_date(desk, typed):
    assert titles(desk, typed, FoundKind.PERSON) == ["Testmann, Karl"]


def test_what_is_put_away_is_not_offered(desk):
    person = next(found for found in every(desk, Person) if found.name.last == "Testmann")
    with desk.store.writing(ActLabel.SAVE, desk.author) as writer:
        writer.save(replace(person, life=Life.ARCHIVED))
    assert titles(desk, "Testmann", FoundKind.PERSON) == []


def test_a_measure_and_an_actor_are_found_by_a_word_of_their_names(desk):
    assert titles(desk, "werkstatt") == ["Bewerbungswerkstatt Bergstraße"]
    assert titles(desk, "bewerbungs") == ["Bewerbungswerkstatt Bergstraße"]
    assert titles(desk, "bergstrasse bewerbungswerkstat") == ["Bewerbungswerkstatt Bergstraße"]
    (hit,) = find(desk.store, "rasselbnade", DAY)
    assert (hit.title, hit.score) == ("Kindergarten Rasselbande", Nearness.FORGIVEN)
    assert hit.subtitle.endswith(" · Zwingenberg")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("20.04.2009 Zwingenberg", ["20.04.2009"]),
        ("Zwingenberg", ["20.04.2009", "04.05.2009"]),
        ("zwingenburg mai", ["04.05.2009"]),
        ("4.5.", ["04.05.2009"]),
        ("April 2009", ["20.04.2009", "20.04.2009"]),
        ("20. April", ["20.04.2009", "20.04.2009"]),
        ("2009", ["20.04.2009", "20.04.2009", "04.05.2009"]),
        ("case conference biblis", ["20.04.2009"]),
        ("30.04.2009", []),
    ],
)
def test_a_conference_is_found_by_day_and_municipality_the_closest_first(desk, typed, days):
    assert titles(desk, typed, FoundKind.MEETING) == [f"Case conference on {day}" for day in days]


def test_whole_words_stand_before_beginnings_and_these_before_slips(office, tmp_path):
    names = {"Bergg": "1", "Bergmann": "2", "Berg": "3", "Borg": "4"}
    rows = [
        row(bg_nr=f"43102BG000090{end}", kdnr=f"427D00090{end}", nachname=name, strasse="")
        for name, end in names.items()
    ]
    import_list(office, written(tmp_path, *rows), DAY)
    hits = [hit for hit in find(office.store, "berg", DAY) if hit.kind == FoundKind.PERSON]
    assert [hit.title for hit in hits] == [
        f"{name}, Rosa" for name in ("Berg", "Bergg", "Bergmann", "Borg")
    ]
    assert [hit.score for hit in hits] == [3, 2, 2, 1]


def test_each_kind_has_its_turn_and_no_more_comes_than_was_asked_for(desk):
    kinds = [hit.kind for hit in find(desk.store, "Zwingenberg", DAY)]
    assert kinds[:2] == [FoundKind.HOUSEHOLD, FoundKind.MEETING]
    assert len(titles(desk, "Zwingenberg", limit=2)) == 2


@pytest.mark.parametrize(
    "typed", ["", "  ", "., -", '"', "nirgends", 'a" OR "b', "NOT *", "x" * 9999]
)
def test_whatever_is_typed_there_is_an_answer(desk, typed):
    assert find(desk.store, typed, DAY) == []
