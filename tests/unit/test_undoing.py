"""Taking back what one did: always whole, never over others, and back again."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuewege_desktop.domain.journal.editing import edit, set_life, shown
from neuewege_desktop.domain.journal.operations import Create, Finalise, Release, SetField
from neuewege_desktop.domain.journal.undoing import (
    ActLine,
    Step,
    cancelled,
    invert,
    next_redo,
    next_undo,
    replay,
    since_last_counting,
)
from neuewege_desktop.domain.records import KINDS, Life

ACTOR = KINDS["actor"]
BEGUN = Create({"name": "Sportverein", "actor": "VEREIN", "topics": ["A"]})
ANNA, BERND = 1, 2


class Desk:
    """One record and everything that was done to it, act by act."""

    def __init__(self):
        self.steps, self.acts = [], []
        self._numbers = count(1)
        self.do(ANNA, BEGUN)

    @property
    def state(self):
        return replay(self.steps)

    @property
    def shown(self):
        return shown(ACTOR, self.state)

    def do(self, author, *operations, undoes=None):
        """Write an act; return its number, which is its dot and its clock as well."""
        number = next(self._numbers)
        self.steps.append(Step(number, number, number, operations))
        self.acts.append(ActLine(number, author, undoes))
        return number

    def save(self, author, **values):
        return self.do(author, *edit(ACTOR, self.state, {**self.shown, **values}))

    def inverse(self, act):
        return invert(ACTOR, self.steps, act, cancelled(self.acts) - {act})

    def undo(self, author=ANNA):
        act = next_undo(self.acts, author)
        return self.do(author, *self.inverse(act).operations, undoes=act)

    def redo(self, author=ANNA):
        act = next_redo(self.acts, author)
        return self.do(author, *self.inverse(act).operations, undoes=act)


CHANGES = st.lists(
    st.one_of(
        st.fixed_dictionaries({"phone": st.sampled_from("abc")}),
        st.fixed_dictionaries({"note": st.sampled_from("abc"), "phone": st.sampled_from("xyz")}),
        st.fixed_dictionaries({"topics": st.sets(st.sampled_from("ABC")).map(sorted)}),
        st.fixed_dictionaries({"life": st.sampled_from(["LIVE", "ARCHIVED"])}),
        st.fixed_dictionaries(
            {"address": st.sampled_from([None, ["Rathausstraße 1", "68647", "Biblis"]])}
        ),
    ),
    max_size=8,
)


def lived(changes):
    """Return a desk where these changes were saved, and what was shown before each."""
    desk, before = Desk(), []
    for change in changes:
        if any(desk.shown[name] != value for name, value in change.items()):
            before.append(desk.shown)
            desk.save(ANNA, **change)
    return desk, before


@given(CHANGES, st.data())
def test_taking_back_any_number_of_acts_gives_the_values_from_before(changes, data):
    desk, before = lived(changes)
    for values in reversed(before[data.draw(st.integers(0, len(before))) :]):
        desk.undo()
        assert desk.shown == values


@given(CHANGES, st.lists(st.booleans(), max_size=12))
def test_undo_and_redo_in_any_turn_walk_along_the_same_values(changes, turns):
    desk, before = lived(changes)
    values = [*before, desk.shown]
    place = len(before)
    for back in turns:
        if back and place > 0:
            desk.undo()
            place -= 1
        elif not back and place < len(before):
            desk.redo()
            place += 1
        assert desk.shown == values[place]
    if place == len(before):
        assert next_redo(desk.acts, ANNA) is None


@given(CHANGES)
def test_after_taking_back_everything_the_record_is_withdrawn_and_can_come_back(changes):
    desk, before = lived(changes)
    last = desk.shown
    for _act in range(len(before) + 1):
        desk.undo()
    assert desk.shown["life"] == Life.WITHDRAWN
    assert next_undo(desk.acts, ANNA) is None
    for _act in range(len(before) + 1):
        desk.redo()
    assert desk.shown == last


def test_undo_refuses_and_names_the_field_that_somebody_changed_since():
    desk = Desk()
    act = desk.save(ANNA, phone="1", note="x")
    desk.save(BERND, phone="2")
    assert desk.inverse(act).blockers == ("phone",)
    assert desk.inverse(act).operations == ()


def test_undo_of_a_beginning_names_everything_that_was_built_on_it():
    desk = Desk()
    desk.save(BERND, phone="2", note="x")
    assert set(desk.inverse(1).blockers) == {"phone", "note"}


def test_a_change_that_its_author_took_back_does_not_stand_in_the_way():
    desk = Desk()
    desk.save(ANNA, phone="1")
    desk.save(BERND, phone="2")
    desk.undo(BERND)
    assert desk.shown["phone"] == "1"
    desk.undo(ANNA)
    assert desk.shown["phone"] == ""


def test_another_field_of_the_same_record_does_not_stand_in_the_way():
    desk = Desk()
    desk.save(ANNA, phone="1")
    desk.save(BERND, note="x")
    desk.undo(ANNA)
    assert (desk.shown["phone"], desk.shown["note"]) == ("", "x")


def test_a_value_written_elsewhere_at_the_same_time_is_not_taken_back_with_mine():
    desk = Desk()
    desk.do(BERND, SetField("phone", "2", (1,)))
    act = desk.do(ANNA, SetField("phone", "1", (1,)))
    (back,) = desk.inverse(act).operations
    desk.do(ANNA, back, undoes=act)
    assert "2" in {version.value for version in desk.state.versions("phone")}


@pytest.mark.parametrize("final", ["finalised", "taken back"])
def test_nothing_is_taken_back_behind_a_finalised_record(final):
    desk = Desk()
    act = desk.save(ANNA, phone="1")
    finalised = desk.do(ANNA, Finalise(desk.shown))
    assert desk.inverse(finalised if final == "taken back" else act).blockers == ("#final",)


def test_handing_over_and_putting_away_can_be_taken_back():
    desk = Desk()
    desk.do(ANNA, Release((1,)))
    assert desk.shown["life"] == Life.RELEASED
    desk.undo()
    desk.do(ANNA, set_life(desk.state, Life.ARCHIVED))
    desk.undo()
    assert desk.shown["life"] == Life.LIVE


def test_an_element_somebody_took_out_meanwhile_is_named():
    desk = Desk()
    act = desk.save(ANNA, topics=["A", "B"])
    desk.save(BERND, topics=["A"])
    assert desk.inverse(act).blockers == ("topics",)


@pytest.mark.parametrize(
    ("acts", "gone", "undo", "redo"),
    [
        ([], set(), None, None),
        ([(1, None)], set(), 1, None),
        ([(1, None), (2, 1)], {1, 2}, None, 2),
        ([(1, None), (2, 1), (3, 2)], {2, 3}, 1, None),
        ([(1, None), (2, 1), (3, 2), (4, 1)], {1, 2, 3, 4}, None, 4),
        ([(1, None), (2, None), (3, 2), (4, 1)], {1, 2, 3, 4}, None, 4),
        ([(1, None), (2, None), (3, 2), (4, 1), (5, 4)], {2, 3, 4, 5}, 1, 3),
        ([(1, None), (2, 1), (3, None)], {1, 2}, 3, None),
    ],
)
def test_what_counts_what_is_taken_back_next_and_what_is_done_again(acts, gone, undo, redo):
    lines = [ActLine(number, ANNA, undoes) for number, undoes in acts]
    assert cancelled(lines) == gone
    assert next_undo(lines, ANNA) == undo
    assert next_redo(lines, ANNA) == redo


def test_everybody_takes_back_only_what_is_their_own():
    lines = [ActLine(1, ANNA, None), ActLine(2, BERND, None), ActLine(3, ANNA, 1)]
    assert next_undo(lines, BERND) == 2
    assert next_undo(lines, ANNA) is None
    assert next_redo(lines, BERND) is None


@given(st.lists(st.sampled_from(["something new", "undo", "redo", "a colleague"]), max_size=40))
def test_the_end_of_a_history_tells_the_next_undo_and_redo_as_well_as_all_of_it(wishes):
    acts = [ActLine(1, ANNA, None)]
    for number, wish in enumerate(wishes, start=2):
        author = BERND if wish == "a colleague" else ANNA
        undone = {"undo": next_undo, "redo": next_redo}.get(wish, lambda *_: None)(acts, author)
        if undone is not None or wish in ("something new", "a colleague"):
            acts.append(ActLine(number, author, undone))
        end = since_last_counting(act for act in reversed(acts) if act.author == ANNA)
        assert next_undo(end, ANNA) == next_undo(acts, ANNA)
        assert next_redo(end, ANNA) == next_redo(acts, ANNA)


def test_of_a_long_history_the_end_only_is_read():
    acts = (ActLine(number, ANNA, None) for number in range(1000, 0, -1))
    assert [act.id for act in since_last_counting(acts)] == [1000]
    assert next(acts).id == 999
