"""Lists as a clerk uses them: beginnings of words, German order, page by page, as of a day."""

from __future__ import annotations

import datetime as dt

import pytest
from stores import AGS, AUTHOR, store_in

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.law.household_type import HouseholdType
from neuewege_desktop.domain.listing import ListKind, Query
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store import lists
from neuewege_desktop.store.lists import asking

START, DAY = dt.date(2009, 4, 2), dt.date(2009, 4, 20)
SCOPE = case_scope(AGS)
HEADS = ("Öhler", "Muller", "Müller", "Zander", "Mueller", "Ärmel")


@pytest.fixture
def store(tmp_path):
    store = store_in(tmp_path)
    with store.writing(ActLabel.IMPORT, AUTHOR) as writer:
        for number, last in enumerate(HEADS):
            add_household(writer, number, last)
    yield store
    store.close()


def add_household(writer, number, *lasts, start=START, end=None):
    """Add a household: a head born in 1970, and children whose birth dates nobody knows."""
    home = Household(
        id=writer.new_id(),
        scope=SCOPE,
        number=f"43102BG{number:07d}",
        pseudonym=f"ZW-{number}",
        period=Period(start, end),
    )
    writer.add(home)
    for place, last in enumerate(lasts):
        person = Person(
            id=writer.new_id(),
            scope=SCOPE,
            name=PersonName(last, "Elif" if place else "Ute"),
            birth_date=None if place else dt.date(1970, 1, 2),
        )
        member = Membership(
            id=writer.new_id(),
            scope=SCOPE,
            household=home.id,
            person=person.id,
            role=MemberRole.CHILD_U25 if place else MemberRole.HEAD,
            period=Period(start, end),
        )
        writer.add(person, member)
    return home


def found(store, search="", day=DAY, **query):
    """Return the heads of the households in a list, in its order."""
    limits = {name: query.pop(name) for name in ("limit", "offset") if name in query}
    asked = Query(day=day, search=search, **query)
    with store.reading() as reader:
        ids = lists.keys(reader, ListKind.HOUSEHOLDS, asked, **limits)
        rows = lists.household_rows(reader, ids, day)
        assert limits or lists.count(reader, ListKind.HOUSEHOLDS, asked) == len(ids) == len(rows)
    return [row.head.partition(",")[0] for row in rows]


@pytest.fixture(params=["few hits", "many hits"])
def hits(request, monkeypatch):
    """Let a search take either way to its rows, however few there are here."""
    if request.param == "many hits":
        monkeypatch.setattr(asking, "_MANY", 1)


def test_names_stand_in_german_order_and_backwards(store):
    order = ["Ärmel", "Mueller", "Muller", "Müller", "Öhler", "Zander"]
    assert found(store) == order
    assert found(store, descending=True) == order[::-1]


def test_pages_follow_each_other_without_a_gap(store, hits):
    whole = found(store, "ute")
    pages = [found(store, "ute", limit=4, offset=offset) for offset in (0, 4, 8)]
    assert pages == [whole[:4], whole[4:], []]


@pytest.mark.parametrize("typed", ["mül", "MUEL", "muller ute", "ute mu", "Müller, Ute"])
def test_a_name_is_found_however_it_is_spelt(store, hits, typed):
    assert found(store, typed) == ["Mueller", "Muller", "Müller"]


@pytest.mark.parametrize(
    ("typed", "head"), [("zw-3", "Zander"), ("43102bg0000005", "Ärmel"), ("öh", "Öhler")]
)
def test_numbers_and_pseudonyms_are_found_too(store, hits, typed, head):
    assert found(store, typed) == [head]


@pytest.mark.parametrize("typed", ['"', "*", "NEAR(", "a OR b", "mull*'", "-zander", "^", "\x00"])
def test_no_sign_in_a_search_is_taken_for_a_command(store, typed):
    assert set(found(store, typed)) <= set(HEADS)


def test_another_municipality_shows_none_of_them(store, hits):
    assert found(store, "mu", municipality=AGS) == ["Mueller", "Muller", "Müller"]
    assert found(store, "mu", municipality="06431003") == []


def test_a_household_is_listed_on_the_days_of_its_period(store, hits):
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        add_household(writer, 9, "Mumpitz", end=dt.date(2009, 4, 10))
    assert "Mumpitz" in found(store, "mu", day=dt.date(2009, 4, 10))
    assert "Mumpitz" not in found(store, "mu", day=dt.date(2009, 4, 11))
    assert found(store, day=dt.date(2009, 4, 1)) == []


def test_a_child_whose_birth_date_nobody_knows_still_counts(store):
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        home = add_household(writer, 9, "Quittenbaum", "Quittenbaum", "Rübsamen")
    with store.reading() as reader:
        (row,) = lists.household_rows(reader, [home.id], DAY)
    assert (row.members, row.type) == (3, HouseholdType.SINGLE_PARENT)
    assert row.head == "Quittenbaum, Ute"


def test_an_erased_person_is_neither_counted_nor_found(store, hits):
    with store.reading() as reader:
        zander = next(p for p in reader.find(Person) if p.name.last == "Zander")
        home = reader.find(Membership, person=zander.id)[0].household
    with store.writing(ActLabel.ERASE, AUTHOR) as writer:
        writer.erase(zander.scope, zander.id, "person")
    assert found(store, "zander") == []
    with store.reading() as reader:
        (row,) = lists.household_rows(reader, [home], DAY)
        assert (row.head, row.members) == ("", 0)


def test_ids_that_are_no_household_are_left_out_and_the_order_is_kept(store):
    with store.reading() as reader:
        ids = lists.keys(reader, ListKind.HOUSEHOLDS, Query(day=DAY))
        rows = lists.household_rows(reader, [ids[3], 12345, ids[0]], DAY)
        assert [row.id for row in rows] == [ids[3], ids[0]]
        assert lists.household_rows(reader, [], DAY) == []


def test_persons_are_listed_with_their_household(store, hits):
    with store.reading() as reader:
        asked = Query(day=DAY, search="müll")
        rows = lists.person_rows(reader, lists.keys(reader, ListKind.PERSONS, asked), DAY)
        assert lists.count(reader, ListKind.PERSONS, asked) == 3
    assert [(row.last_name, row.household, row.role) for row in rows] == [
        ("Mueller", "43102BG0000004", MemberRole.HEAD),
        ("Muller", "43102BG0000001", MemberRole.HEAD),
        ("Müller", "43102BG0000002", MemberRole.HEAD),
    ]
