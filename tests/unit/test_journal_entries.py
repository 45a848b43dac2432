from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_entries import BEGUN, CASE, HERE, PERSON, begun_person, phone, replica, write
from kernel.memory_ledger import redacted

from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.journal.entries import (
    Act,
    chain,
    commit,
    in_entries,
    is_sound,
    root_of,
)
from neuewege_desktop.domain.journal.replica import Change

PARTS = st.lists(
    st.tuples(st.integers(1, 2**62), st.text(max_size=300), st.binary(min_size=16, max_size=16)),
    max_size=12,
).map(
    lambda found: [commit(record, "person", (phone(text),), salt) for record, text, salt in found]
)


@pytest.fixture
def entry():
    kernel = replica()
    second = Change(CASE, compose(HERE, 2), "person", (BEGUN,))
    return kernel.commit(
        Act(compose(HERE, 9), 1, 5, "save"), [Change(CASE, PERSON, "person", (BEGUN,)), second]
    )[0]


def flipped(data, place):
    changed = bytearray(data)
    changed[place % len(changed)] ^= 1
    return bytes(changed)


@given(place=st.integers(0, 10_000), which=st.sampled_from(["payload", "salt", "commitment"]))
def test_any_changed_byte_of_a_part_is_noticed(place, which):
    entry = begun_person(replica())
    part = entry.parts[0]
    data = getattr(part, which)
    raw = data.encode() if isinstance(data, str) else data
    changed = flipped(raw, place)
    value = changed.decode("latin-1") if isinstance(data, str) else changed
    assert not is_sound(replace(entry, parts=(replace(part, **{which: value}),)))


@pytest.mark.parametrize(
    "change",
    [
        {"scope": "shared"},
        {"device": HERE + 1},
        {"seq": 2},
        {"hlc": 1},
        {"deps": ((5, 1),)},
        {"schema": 2},
        {"root": bytes(32)},
        {"act": Act(7, 1, 5, "save")},
        {"act": Act(compose(HERE, 9), 2, 5, "save")},
        {"act": Act(compose(HERE, 9), 1, 6, "save")},
        {"act": Act(compose(HERE, 9), 1, 5, "undo")},
        {"act": Act(compose(HERE, 9), 1, 5, "save", 3)},
    ],
)
def test_any_change_of_a_head_is_noticed(entry, change):
    assert chain(b"", entry.head) == entry.hash
    assert chain(b"", replace(entry.head, **change)) != entry.hash


def test_parts_cannot_be_left_out_added_or_exchanged(entry):
    first, second = entry.parts
    for parts in [(first,), (second, first), (first, second, second), ()]:
        assert not is_sound(replace(entry, parts=parts))
    other = replace(first, record=second.record)
    assert not is_sound(replace(entry, parts=(other, second)))


def test_erasing_one_person_redacts_that_person_alone_and_the_chain_still_verifies(entry):
    gone = redacted(entry, PERSON)
    assert [part.payload is None for part in gone.parts] == [True, False]
    assert is_sound(gone)
    assert chain(b"", gone.head) == gone.hash == entry.hash
    assert root_of(gone.parts) == gone.head.root


def test_half_a_redaction_is_noticed(entry):
    part = replace(entry.parts[0], payload=None)
    assert not is_sound(replace(entry, parts=(part, entry.parts[1])))


def test_two_entries_with_the_same_content_have_commitments_that_tell_nothing():
    kernel = replica()
    begun_person(kernel)
    first = write(kernel, phone("06251 1"), act=2).parts[0]
    second = write(kernel, phone("06251 1"), act=3).parts[0]
    assert first.payload == second.payload
    assert first.commitment != second.commitment


@given(PARTS, st.integers(1, 2_000))
def test_a_long_act_is_cut_into_entries_without_loss(parts, limit):
    runs = in_entries(parts, limit)
    assert [part for run in runs for part in run] == parts
    assert all(runs)
    weights = [[len(part.payload.encode()) + 100 for part in run] for run in runs]
    assert all(sum(run) <= limit or len(run) == 1 for run in weights)


def test_every_entry_of_a_long_act_names_the_act():
    kernel = replica(entry_bytes=300)
    changes = [Change(CASE, compose(HERE, n), "person", (BEGUN,)) for n in range(1, 20)]
    entries = kernel.commit(Act(compose(HERE, 99), 1, 5, "import"), changes)
    assert len(entries) > 5
    assert {entry.head.act.id for entry in entries} == {compose(HERE, 99)}
    assert [entry.head.seq for entry in entries] == list(range(1, len(entries) + 1))
