"""Taking back what one did, as a user lives it: whole acts, across restarts, never over others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import case_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.history import CannotUndo, household_history, redo, undo
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.store import Store
from neuewege_desktop.store.verify import verify

ZWINGENBERG = case_scope("06431022")
COLLEAGUE = 7
SINCE = Period(dt.date(2009, 4, 2))


def import_household(office, number="43102BG0000101"):
    """Begin a household with its head in one act, as the import of a list does."""
    with office.store.writing(ActLabel.IMPORT, office.author) as writer:
        person = Person(
            id=writer.new_id(),
            scope=ZWINGENBERG,
            name=PersonName("Täubchen", "Ulf"),
            birth_date=dt.date(1962, 5, 12),
        )
        household = Household(
            id=writer.new_id(),
            scope=ZWINGENBERG,
            number=number,
            pseudonym="ZW-001",
            period=SINCE,
        )
        membership = Membership(
            id=writer.new_id(),
            scope=ZWINGENBERG,
            household=household.id,
            person=person.id,
            role=MemberRole.HEAD,
            period=SINCE,
        )
        writer.add(person, household, membership)
    return household, person


def save(office, record, author=None):
    with office.store.writing(ActLabel.SAVE, author or office.author) as writer:
        writer.save(record)


def phone_of(office, person):
    with office.store.reading() as reader:
        return reader.get(Person, person.id).phone


def test_undo_takes_back_one_act_after_the_other_and_redo_brings_them_again(office):
    _household, person = import_household(office)
    for phone in ("06251 1", "06251 2", "06251 3"):
        save(office, replace(person, phone=phone))
    seen = []
    for _step in range(3):
        undo(office)
        seen.append(phone_of(office, person))
    for _step in range(3):
        redo(office)
        seen.append(phone_of(office, person))
    assert seen == ["06251 2", "06251 1", "", "06251 1", "06251 2", "06251 3"]
    with pytest.raises(UserError):
        redo(office)
    assert verify(office.store.database) == []


def test_undo_works_after_a_restart(office):
    _household, person = import_household(office)
    save(office, replace(person, phone="06251 1"))
    office.store.close()
    again = replace(office, store=Store(office.store.database, office.store._surroundings))
    undo(again)
    assert phone_of(again, person) == ""


def test_undo_of_an_import_takes_back_everything_it_brought(office):
    import_household(office)
    label, outcome = undo(office)
    with office.store.reading() as reader:
        assert (reader.count(Household), reader.count(Person), reader.count(Membership)) == (
            0,
            0,
            0,
        )
    assert label == ActLabel.IMPORT
    assert {kind: len(found) for kind, found in outcome.records.items()} == {
        "person": 1,
        "household": 1,
        "membership": 1,
    }


def test_undo_refuses_and_names_record_and_field_when_a_colleague_changed_it_since(office):
    _household, person = import_household(office)
    save(office, replace(person, phone="06251 1"))
    save(office, replace(person, phone="06251 9"), author=COLLEAGUE)
    with pytest.raises(CannotUndo) as refusal:
        undo(office)
    assert [(b.kind, b.record, b.field) for b in refusal.value.blockers] == [
        ("person", person.id, "phone")
    ]
    assert phone_of(office, person) == "06251 9"


def test_an_import_is_not_taken_back_in_part_when_something_was_built_on_it(office):
    household, person = import_household(office)
    with office.store.writing(ActLabel.SAVE, COLLEAGUE) as writer:
        child = Person(
            id=writer.new_id(),
            scope=ZWINGENBERG,
            name=PersonName("Täubchen", "Mia"),
            birth_date=dt.date(2006, 5, 12),
        )
        member = Membership(
            id=writer.new_id(),
            scope=ZWINGENBERG,
            household=household.id,
            person=child.id,
            role=MemberRole.CHILD_U25,
            period=SINCE,
        )
        writer.add(child, member)
    with pytest.raises(CannotUndo) as refusal:
        undo(office)
    assert ("membership", member.id, "household") in [
        (b.kind, b.record, b.field) for b in refusal.value.blockers
    ]
    with office.store.reading() as reader:
        assert reader.get(Person, person.id).life == "LIVE"


def test_something_new_ends_the_chance_to_redo(office):
    _household, person = import_household(office)
    save(office, replace(person, phone="06251 1"))
    undo(office)
    save(office, replace(person, phone="06251 2"))
    with pytest.raises(UserError):
        redo(office)


def test_the_setting_up_of_the_workplace_cannot_be_undone(office):
    with pytest.raises(UserError):
        undo(office)


def test_the_history_of_a_household_tells_who_changed_what_and_when(office):
    household, person = import_household(office)
    import_household(office, number="43102BG0000102")
    save(office, replace(person, phone="06251 1"))
    lines = household_history(office, household.id)
    last = lines[-1]
    assert (last.user, last.kind, last.field, last.old, last.new) == (
        "Anna Berg",
        "person",
        "phone",
        "",
        "06251 1",
    )
    assert {line.kind for line in lines} == {"household", "membership", "person"}
    assert "43102BG0000102" not in [line.new for line in lines]
