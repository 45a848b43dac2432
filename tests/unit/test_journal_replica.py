"""What a kernel takes from others, what it refuses, what waits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from journal_entries import (
    ACTOR,
    ACTOR_BEGUN,
    BEGUN,
    CASE,
    HERE,
    NOW,
    PERSON,
    THERE,
    TOWN,
    begun_actor,
    begun_person,
    phone,
    replica,
    write,
)

from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.journal.entries import chain, commitment, root_of
from neuewege_desktop.domain.journal.operations import (
    AddElement,
    Create,
    Erase,
    Finalise,
    SetField,
)
from neuewege_desktop.domain.journal.peers import PeerVectors
from neuewege_desktop.domain.scopes import SHARED


def forged(entry, payload, **head):
    """Return an entry as a laptop would write it whose program is not ours."""
    part = entry.parts[0]
    mark = commitment(part.record, part.kind, payload, part.salt)
    part = replace(part, payload=payload, commitment=mark, known=None)
    made = replace(entry.head, root=root_of([part]), **head)
    return replace(entry, head=made, parts=(part,), hash=chain(b"", made))


def test_entries_may_come_in_any_order_and_as_often_as_they_like():
    here, there = replica(HERE), replica(THERE)
    first = begun_person(here)
    second = write(here, phone("1", first.head.dot), act=2)
    assert there.receive([second], NOW).parked == 1
    receipt = there.receive([first, second, first], NOW)
    assert (len(receipt.applied), receipt.parked) == (2, 0)
    assert there.receive([first, second], NOW).doubles == 2


def test_an_entry_waits_for_what_its_author_had_seen():
    here, there, third = replica(HERE), replica(THERE), replica(4713)
    first = begun_person(here)
    there.receive([first], NOW)
    answer = write(there, phone("1", first.head.dot))
    assert third.receive([answer], NOW).parked == 1
    assert len(third.receive([first], NOW).applied) == 2


def test_only_what_the_other_lacks_and_may_hold_is_handed_out():
    here = replica(HERE)
    first = begun_person(here)
    second = write(here, phone("1", first.head.dot), act=2)
    actor = begun_actor(here)
    assert list(here.missing({CASE: {HERE: 1}, SHARED: {}})) == [second]
    assert list(here.missing({TOWN: {}})) == [actor]
    assert list(here.missing({})) == []


def test_a_town_hall_takes_nothing_of_a_client_even_if_it_is_brought():
    here, town_hall = replica(HERE), replica(THERE, (TOWN, SHARED))
    receipt = town_hall.receive([begun_person(here), begun_actor(here)], NOW)
    assert (receipt.foreign, len(receipt.applied)) == (1, 1)
    assert town_hall.vectors() == {TOWN: {HERE: 1}, SHARED: {}}


def test_erasing_reaches_what_came_before_what_waits_and_what_is_still_to_come():
    here, there, third = replica(HERE), replica(THERE), replica(4713)
    first = begun_person(here)
    there.receive([first], NOW)
    seen = write(there, phone("1", first.head.dot))
    waiting = write(there, phone("2", seen.head.dot), act=2)
    erasure = write(here, Erase(), act=2)
    assert third.receive([first, waiting, erasure], NOW).parked == 1
    assert [entry.parts[0].payload for entry in third.ledger.parked()] == [None]
    third.receive([seen], NOW)
    payloads = [
        part.payload
        for device in (HERE, THERE)
        for entry in third.ledger.entries(CASE, device, 0)
        for part in entry.parts
    ]
    assert payloads == [None, '[["e"]]', None, None]
    assert third.ledger.states == {}


def test_an_erasure_that_comes_first_keeps_everything_out():
    here, there = replica(HERE), replica(THERE)
    write(there, Erase())
    there.receive([begun_person(here)], NOW)
    assert there.ledger.states == {}
    assert there.ledger.frozen() == frozenset()


def test_a_fork_is_noticed_and_nothing_more_is_taken_of_the_stream():
    here, copy, there = replica(HERE), replica(HERE), replica(THERE)
    one, other = begun_person(here), write(copy, BEGUN, at=NOW + 1)
    there.receive([one], NOW)
    assert there.receive([other], NOW).forks == {(CASE, HERE)}
    later = write(here, phone("1", one.head.dot), act=2)
    assert there.receive([later], NOW).applied == []


def test_a_fork_is_noticed_among_entries_that_still_wait():
    here, copy, there = replica(HERE), replica(HERE), replica(THERE)
    first = begun_person(here)
    copy.receive([], NOW)
    begun_person(copy)
    one = write(here, phone("1", first.head.dot), act=2)
    other = write(copy, phone("2", first.head.dot), act=2)
    assert there.receive([one, other], NOW).forks == {(CASE, HERE)}
    assert there.ledger.parked() == []


def test_a_laptop_notices_that_a_copy_of_it_wrote_under_its_number():
    here, copy = replica(HERE), replica(HERE)
    assert here.receive([begun_person(copy)], NOW).forks == {(CASE, HERE)}


def test_a_number_given_twice_is_noticed_even_in_two_scopes():
    here, copy, there = replica(HERE), replica(HERE), replica(THERE)
    entry = begun_person(here)
    twin = write(copy, ACTOR_BEGUN, record=PERSON, kind="actor", scope=TOWN)
    assert there.receive([entry, twin], NOW).forks == {(TOWN, HERE)}


@pytest.mark.parametrize(
    ("operations", "why"),
    [
        ('[ ["c",{"name":["A","B"]}]]', "another spelling"),
        ('[["c",{"name":["A","B"],"name":["A","C"]}]]', "a name twice"),
        ('[["c",{}]]', "an obligatory value is missing"),
        ('[["c",{"name":["A",null]}]]', "half a name"),
        ('[["c",{"name":"AB"}]]', "a text where a group belongs"),
        ('[["c",{"name":["A","B"],"birth_date":"19620512"}]]', "another spelling of a day"),
        ('[["c",{"name":["A","B"],"birth_date":"1962-02-30"}]]', "no day"),
        ('[["c",{"name":["A","B"],"secrecy_block":5}]]', "no yes or no"),
        ('[["c",{"name":["A","B"],"life":"ERASED"}]]', "erased without erasure"),
        ('[["c",{"name":["A","B"]}],["c",{"name":["A","C"]}]]', "begun twice"),
        ('[["a","phone","1"]]', "an element of no set"),
        ('[["s","phone","\\ud800",[]]]', "half a character"),
        ('[["s","phone",NaN,[]]]', "no value"),
        ('[["s","phone"]]', "half an operation"),
        ("[" * 5_000, "far too deep"),
    ],
)
def test_what_no_program_of_ours_writes_is_not_taken(operations, why):
    there = replica(THERE)
    receipt = there.receive([forged(begun_person(replica(HERE)), operations)], NOW)
    assert (receipt.unsound, receipt.applied, receipt.parked) == (1, [], 0), why


def test_half_a_character_in_a_payload_does_not_stop_the_others():
    there = replica(THERE)
    entry = begun_person(replica(HERE))
    broken = replace(entry, parts=(replace(entry.parts[0], payload='[["s","phone","\ud800",[]]]'),))
    receipt = there.receive([broken, entry], NOW)
    assert (receipt.unsound, len(receipt.applied)) == (1, 1)


def test_a_set_is_not_replaced_as_a_whole():
    there = replica(THERE)
    entry = write(
        replica(HERE), SetField("topics", ["A"], ()), record=ACTOR, kind="actor", scope=TOWN
    )
    assert there.receive([entry], NOW).unsound == 1


def test_nobody_begins_a_record_under_the_number_of_another():
    there = replica(THERE)
    entry = write(replica(HERE), BEGUN, record=compose(THERE, 1))
    assert there.receive([entry], NOW).unsound == 1


def test_a_client_is_not_taken_into_the_scope_of_a_town_hall():
    there = replica(THERE)
    entry = write(replica(HERE), BEGUN, scope=TOWN)
    assert there.receive([entry], NOW).unsound == 1


def test_kinds_and_fields_of_a_newer_program_are_kept_and_handed_on():
    here, there = replica(HERE), replica(THERE)
    kind = write(here, Create({"x": 1}), record=ACTOR, kind="house_visit")
    field = write(here, Create({"name": ["A", "B"], "shoe_size": 42}), act=2)
    added = write(here, AddElement("nicknames", "Ulli"), act=3)
    assert there.receive([kind, field, added], NOW).unsound == 0
    assert list(there.missing({CASE: {}})) == [kind, field, added]


def test_frozen_content_is_checked_like_any_other():
    there = replica(THERE)
    first = begun_person(here := replica(HERE))
    final = write(here, Finalise({"name": 5}), act=2)
    assert there.receive([first, final], NOW).unsound == 1


def test_a_clock_far_ahead_is_no_reason_to_refuse():
    here, there = replica(HERE), replica(THERE)
    entry = write(here, BEGUN, at=NOW + 365 * 86_400_000)
    assert len(there.receive([entry], NOW).applied) == 1
    assert there.ledger.clock() <= (NOW + 86_400_000) << 16


def test_only_what_the_other_side_said_itself_counts_as_received():
    peers = PeerVectors()
    peers.sent(THERE, {CASE: {HERE: 5}})
    assert peers.vectors_of(THERE) == {}
    peers.heard(THERE, {CASE: {HERE: 3}})
    peers.heard(THERE, {CASE: {HERE: 2}, TOWN: {HERE: 1}})
    assert peers.vectors_of(THERE) == {CASE: {HERE: 3}, TOWN: {HERE: 1}}
