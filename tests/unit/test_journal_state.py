"""Versions side by side: what stands, what is a conflict, what is shown."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from kernel.lives import Life

from neuewege_desktop.domain.journal.editing import edit, shown
from neuewege_desktop.domain.journal.operations import (
    AddElement,
    Create,
    Finalise,
    RemoveElement,
    SetField,
)
from neuewege_desktop.domain.journal.replica import Replica
from neuewege_desktop.domain.journal.state import RecordState, apply, conflicts, differ
from neuewege_desktop.domain.records import KINDS

ACTOR = KINDS["actor"]
BEGUN = Create({"name": "Sportverein", "actor": "VEREIN", "topics": ["A"]})


def state_of(*steps):
    """Return what operations come to; each is given with its dot, which is its clock as well."""
    state = RecordState()
    for dot, op in steps:
        apply(state, op, dot, dot)
    return state


def test_concurrent_values_stand_side_by_side_in_whatever_order_they_came():
    steps = [(2, SetField("phone", "1", (1,))), (3, SetField("phone", "2", (1,)))]
    for order in permutations(steps):
        state = state_of((1, BEGUN), *order)
        assert {version.value for version in conflicts(state)["phone"]} == {"1", "2"}
        assert shown(ACTOR, state)["phone"] == "2"


def test_the_same_words_in_another_spelling_are_no_conflict():
    composed, decomposed = "M\u00fcller", "Mu\u0308ller "
    state = state_of(
        (1, BEGUN), (2, SetField("name", composed, (1,))), (3, SetField("name", decomposed, (1,)))
    )
    assert conflicts(state) == {}
    assert not differ(state.versions("name"))


def test_editing_the_value_shown_is_no_decision_about_the_other():
    state = state_of(
        (1, BEGUN), (2, SetField("phone", "1", (1,))), (3, SetField("phone", "2", (1,)))
    )
    after = {**shown(ACTOR, state), "phone": "3"}
    assert edit(ACTOR, state, after) == (SetField("phone", "3", (3,)),)
    (decided,) = edit(ACTOR, state, after, ["phone"])
    assert set(decided.replaces) == {2, 3}


def test_a_conflict_can_be_decided_for_the_value_already_shown():
    state = state_of(
        (1, BEGUN), (2, SetField("phone", "1", (1,))), (3, SetField("phone", "2", (1,)))
    )
    (decided,) = edit(ACTOR, state, shown(ACTOR, state), ["phone"])
    apply(state, decided, 4, 4)
    assert conflicts(state) == {}
    assert shown(ACTOR, state)["phone"] == "2"


def test_nobody_is_in_conflict_with_himself_within_one_act():
    state = state_of(
        (1, BEGUN), (2, SetField("phone", "1", (1,))), (2, SetField("phone", "2", (1,)))
    )
    assert [version.value for version in state.versions("phone")] == ["2"]


def test_an_addition_wins_over_a_removal_that_had_not_seen_it():
    steps = [(2, RemoveElement("topics", "A", (1,))), (3, AddElement("topics", "A"))]
    for order in permutations(steps):
        assert shown(ACTOR, state_of((1, BEGUN), *order))["topics"] == ["A"]


def test_what_is_added_behind_a_finalised_record_stays_when_another_field_is_edited():
    state = state_of((1, BEGUN))
    apply(state, Finalise(shown(ACTOR, state)), 2, 2)
    apply(state, AddElement("topics", "B"), 3, 3)
    after = {**shown(ACTOR, state), "phone": "1"}
    assert edit(ACTOR, state, after) == (SetField("phone", "1", (1,)),)
    assert {version.value for version in state.elements("topics")} == {"A", "B"}


def test_two_different_finalisations_are_a_conflict_and_the_first_by_the_clock_is_shown():
    content = shown(ACTOR, state_of((1, BEGUN)))
    steps = [(2, Finalise({**content, "note": "x"})), (3, Finalise({**content, "note": "y"}))]
    for order in permutations(steps):
        state = state_of((1, BEGUN), *order)
        assert "#final" in conflicts(state)
        assert shown(ACTOR, state)["note"] == "x"


@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_entries_in_any_order_come_to_the_same_state(seed, chance):
    life = Life(seed, steps=25)
    life.live()
    laptop = life.laptops[0]
    entries = [entry for scope in laptop.scopes for entry in laptop.entries_of(scope)]
    chance.shuffle(entries)
    ledger = type(laptop.ledger)(laptop.scopes)
    other = Replica(ledger, 1, chance.randbytes)
    cut = chance.randrange(len(entries) + 1)
    for brought in (entries[cut:], entries[:cut], entries):
        other.receive(brought, life.now)
    assert ledger.parked() == []
    assert ledger.erasures == laptop.ledger.erasures
    assert {key: _content(state) for key, state in ledger.states.items()} == {
        key: _content(state) for key, state in laptop.ledger.states.items()
    }


def _content(state):
    fields = {name: sorted(held, key=repr) for name, held in state.fields.items()}
    sets = {name: sorted(held) for name, held in state.sets.items()}
    return state.created, fields, sets, sorted(state.finals, key=repr)
