"""Bugs put into the kernel on purpose: if the lives did not notice one, they would prove nothing.

The first twelve are those of `design/security-and-exchange.md`, part 6, row 7.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from unittest import mock

from kernel.laptops import Laptop, MemoryLaptop
from kernel.memory_ledger import MemoryLedger
from neuewege_desktop.domain.journal import (
    acceptance,
    clock,
    editing,
    entries,
    replica,
    state,
    undoing,
)
from neuewege_desktop.domain.journal.peers import PeerVectors
from neuewege_desktop.domain.journal.replica import Replica

DAY = 86_400_000


def _latest_wins(held, name, new, replaces):
    versions = held.versions(name)
    if not versions or max(version.hlc for version in versions) <= new.hlc:
        held.fields[name] = [new]


def _remove_wins(held, name, element, replaces):
    held.sets[name] = [v for v in held.elements(name) if v.value != element]


def _ready_without_causes(kernel, entry):
    head = entry.head
    return kernel.ledger.vector(head.scope).get(head.device, 0) + 1 == head.seq


def _ready_with_gaps(kernel, entry):
    vector = kernel.ledger.vector(entry.head.scope)
    return all(vector.get(device, 0) >= seq for device, seq in entry.head.deps)


def _leaking(kernel, vectors):
    for scope in sorted(kernel.ledger.scopes()):
        for device, seq in sorted(kernel.ledger.vector(scope).items()):
            held = vectors.get(scope, {}).get(device, 0)
            if held < seq:
                yield from kernel.ledger.entries(scope, device, held)


def _same_identity(laptop, backup, device, now):
    laptop.put_back(backup)
    laptop.erase_again(now)


def _erased_quietly(laptop, now):
    for scope, record, kind in laptop.erasures.difference(laptop.erased()):
        laptop.ledger.erase(scope, record, kind)


_admissible = Replica._is_admissible


def _no_future(kernel, entry, receipt):
    # The local clock is not handed down here; the last reading of the ledger is never before it.
    if entry.head.hlc > kernel.ledger.clock() + (DAY << 16):
        return False
    return _admissible(kernel, entry, receipt)


def _blind_edit(info, held, value, resolve):
    return editing.SetField(info.name, value, ())


def _greedy_edit(info, held, value, resolve):
    dots = tuple(version.dot for version in held.versions(info.name))
    return editing.SetField(info.name, value, dots)


def _first_run_only(parts, limit):
    return entries.in_entries(parts, limit)[:1]


def _last_finalisation(held):
    return max(held.finals, key=lambda final: final[:2]).value if held.finals else None


def _first_seen_finalisation(held):
    return held.finals[0].value if held.finals else None


def _unsound(kernel, entry, receipt):
    with mock.patch.object(acceptance, "is_sound", return_value=True):
        return _admissible(kernel, entry, receipt)


def _any_time(last, seen, now):
    return max(last, seen)


def _shift_of_clock(last, now):
    return max(now, 0) << 16


def _without_conflicts(held):
    return {}


def _delivered_once(kernel, waiting, receipt, now):
    for key in sorted(waiting):
        entry = waiting[key]
        if kernel._is_ready(entry) and kernel._fits(entry):
            kernel._forget(waiting, key)
            kernel._take(entry, now)


def _unparked(ledger, entry):
    """Forget what should have been kept until its causes come."""


def _kept_known(kernel, entry):
    records = [part.record for part in entry.parts]
    erased = kernel.ledger.erased(entry.head.scope, records)
    return replace(entry, parts=tuple(part for part in entry.parts if part.record not in erased))


TWELVE = {
    "the latest wins": (state, "replace_versions", _latest_wins),
    "a removal wins": (state, "remove_seen", _remove_wins),
    "no causal check": (Replica, "_is_ready", _ready_without_causes),
    "no gap check": (Replica, "_is_ready", _ready_with_gaps),
    "erased records come back": (Replica, "_redacted", lambda kernel, entry: entry),
    "no redaction": (MemoryLedger, "redact", lambda ledger, scope, record: None),
    "finalised records are edited": (editing, "frozen", lambda held: None),
    "foreign scopes leak": (Replica, "missing", _leaking),
    "sent counts as received": (PeerVectors, "sent", PeerVectors.heard),
    "a restored laptop keeps its identity": (Laptop, "restore", _same_identity),
    "erasures are not told again": (MemoryLaptop, "erase_again", _erased_quietly),
    "future clocks are refused": (Replica, "_is_admissible", _no_future),
}

MORE = {
    "an edit replaces nothing": (editing, "_edit_field", _blind_edit),
    "an edit decides conflicts nobody saw": (editing, "_edit_field", _greedy_edit),
    "conflicts are not listed": (state, "differ", lambda versions: False),
    "the shown value depends on arrival": (editing, "winner", lambda versions: versions[-1]),
    "undo ignores later changes": (undoing, "_fields_of", lambda steps: ()),
    "undo replaces what others wrote": (
        undoing._View,
        "_set_back",
        lambda view, name: editing.SetField(
            name, view.before[name], tuple(v.dot for v in view.now.versions(name))
        ),
    ),
    "long acts are cut off": (replica, "in_entries", _first_run_only),
    "the last finalisation counts": (editing, "frozen", _last_finalisation),
    "the finalisation that came first counts": (editing, "frozen", _first_seen_finalisation),
    "damaged entries are taken": (Replica, "_is_admissible", _unsound),
    "others move a clock for years": (clock, "observe", _any_time),
    "a clock set back goes back": (clock, "tick", _shift_of_clock),
    "waiting entries are forgotten": (MemoryLedger, "park", _unparked),
    "entries are delivered in one pass": (Replica, "_deliver", _delivered_once),
    "redaction drops whole parts": (Replica, "_redacted", _kept_known),
}


OF_COPIES = {
    "streams are not compared": (Replica, "_fits", lambda kernel, entry: True),
    "numbers given twice are taken": (MemoryLedger, "begun", lambda *place: ()),
    "a fork freezes nothing": (MemoryLedger, "freeze", lambda ledger, stream: None),
}


@contextmanager
def seeded(bug):
    """Put a bug into the kernel for a while."""
    place, name, wrong = {**TWELVE, **MORE, **OF_COPIES}[bug]
    with mock.patch.object(place, name, wrong):
        yield


def life_that_notices(bug, lived, most):
    """Return the number of the first of `most` lives in which a bug is noticed, and how."""
    with seeded(bug):
        for seed in range(most):
            wrongs = lived(seed).wrongs
            if wrongs:
                return seed, wrongs
    return None, []
