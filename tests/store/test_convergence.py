"""Simulated lives on encrypted files: the same comes of them as in memory, and tables agree."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from kernel.copies import lived_with_a_copy
from kernel.memory_ledger import MemoryLedger
from kernel.sql_laptops import lived_on_tables, sql_laptops
from stores import AGS, AUTHOR, START_MS, add_person, store_in

from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.journal.entries import Act
from neuewege_desktop.domain.journal.operations import Create, Erase, SetField
from neuewege_desktop.domain.journal.replica import Change, Replica
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.states import load_states
from neuewege_desktop.store.verify import verify


@pytest.mark.parametrize("seed", range(15))
def test_stores_that_never_meet_come_to_the_same_as_the_model_in_memory(seed):
    assert lived_on_tables(seed).wrongs == []


@pytest.mark.parametrize("seed", range(3))
def test_a_store_that_meets_a_copied_laptop_notices_and_goes_on(seed, tmp_path):
    assert lived_with_a_copy(seed, sql_laptops(tmp_path)).wrongs == []


def test_nobody_changes_or_erases_by_its_number_what_lives_in_another_scope(tmp_path):
    store = store_in(tmp_path)
    person = add_person(store)
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        writer.save(replace(person, phone="06251 1"))
    town_hall = Replica(MemoryLedger([town_scope(AGS)]), 4712, random.Random(1).randbytes)
    entries = [
        entry
        for act, op in enumerate((SetField("phone", "0", ()), Erase()), start=1)
        for entry in town_hall.commit(
            Act(compose(4712, act), 1, START_MS, "save"),
            [Change(town_scope(AGS), person.id, "actor", (op,))],
        )
    ]
    assert len(store.receive(entries).applied) == 2
    with store.reading() as reader:
        assert reader.get(Person, person.id) == replace(person, phone="06251 1")
    payloads = [part.payload for e in store.missing({person.scope: {}}) for part in e.parts]
    assert None not in payloads
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        writer.save(replace(person, phone="06251 2"))
    with store.reading() as reader:
        assert reader.conflicts() == []


def test_everything_an_act_says_of_one_record_is_in_its_row(tmp_path):
    store = store_in(tmp_path)
    person = add_person(store)
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        writer.save(replace(person, phone="06251 1"))
        writer.finalise(replace(person, phone="06251 1"))
    with store.reading() as reader:
        state = load_states(reader.connection, "person", person.scope, [person.id])[person.id]
    assert [version.value for version in state.versions("phone")] == ["06251 1"]
    assert verify(store.database) == []


def test_a_record_that_came_redacted_waits_for_its_erasure_without_a_row_to_read(tmp_path):
    store = store_in(tmp_path)
    team = Replica(MemoryLedger([case_scope(AGS)]), 4712, random.Random(1).randbytes)
    begun = Create({"name": ["Täubchen", "Ulf"]})
    for act, op in enumerate((begun, SetField("phone", "06251 1", ()), Erase()), start=1):
        change = Change(case_scope(AGS), compose(4712, 9), "person", (op,))
        team.commit(Act(compose(4712, act), 1, START_MS, "save"), [change])
    entries = list(team.missing({case_scope(AGS): {}}))
    store.receive(entries[:2])
    with store.reading() as reader:
        assert reader.get(Person, compose(4712, 9)) is None
    store.receive(entries)
    assert store.erasures() == ((case_scope(AGS), compose(4712, 9), "person"),)
    assert verify(store.database) == []
