"""Seeded bugs: kernels wrong in one known way. A simulation that lets one live is blind."""

from __future__ import annotations

from contextlib import contextmanager

from laptops import Laptop
from memory_ledger import MemoryLedger

from neuewege_desktop.domain.journal import clock, editing, state
from neuewege_desktop.domain.journal.peers import PeerVectors
from neuewege_desktop.domain.journal.replica import Replica

DAY = 86_400_000


@contextmanager
def changed(owner, name, value):
    """Put a wrong function in the place of a right one."""
    right = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, right)


def last_writer_wins():
    def replace_versions(found, name, new, replaces):
        newest = max([*found.versions(name), new], key=lambda version: version[:2])
        found.fields[name] = [newest]

    return changed(state, "replace_versions", replace_versions)


def removal_wins():
    def remove_seen(found, name, element, replaces):
        found.sets[name] = [v for v in found.elements(name) if v.value != element]

    return changed(state, "remove_seen", remove_seen)


def no_causal_order():
    def is_ready(replica, entry):
        head = entry.head
        return replica.ledger.vector(head.scope).get(head.device, 0) + 1 == head.seq

    return changed(Replica, "_is_ready", is_ready)


def gaps_are_skipped():
    def is_ready(replica, entry):
        vector = replica.ledger.vector(entry.head.scope)
        return all(vector.get(device, 0) >= seq for device, seq in entry.head.deps)

    return changed(Replica, "_is_ready", is_ready)


def the_erased_come_back():
    return changed(Replica, "_redacted", lambda replica, entry: entry)


def nothing_is_redacted():
    return changed(MemoryLedger, "redact", lambda ledger, scope, record: None)


def the_final_can_be_edited():
    return changed(editing, "frozen", lambda found: None)


def foreign_scopes_leak():
    def missing(replica, vectors):
        for scope in replica.ledger.scopes():
            for device in sorted(replica.ledger.vector(scope)):
                held = vectors.get(scope, {}).get(device, 0)
                yield from replica.ledger.entries(scope, device, held)

    return changed(Replica, "missing", missing)


def sent_counts_as_received():
    return changed(PeerVectors, "sent", PeerVectors.heard)


def a_restored_laptop_keeps_its_number():
    restore = Laptop.restore

    def with_old_number(laptop, backup, device, now):
        restore(laptop, backup, laptop.replica.device, now)

    return changed(Laptop, "restore", with_old_number)


def erasures_are_not_told_again():
    def erase_again(laptop, now):
        for (scope, record), kind in laptop.outer.items():
            if scope in laptop.scopes and not laptop.ledger.erased(scope, [record]):
                laptop.ledger.erase(scope, record, kind)

    return changed(Laptop, "erase_again", erase_again)


def fast_clocks_are_refused():
    right = Replica.receive

    def receive(replica, entries, now):
        fit = [entry for entry in entries if entry.head.hlc >> 16 <= now + DAY]
        return right(replica, fit, now)

    return changed(Replica, "receive", receive)


THE_TWELVE = (
    last_writer_wins,
    removal_wins,
    no_causal_order,
    gaps_are_skipped,
    the_erased_come_back,
    nothing_is_redacted,
    the_final_can_be_edited,
    foreign_scopes_leak,
    sent_counts_as_received,
    a_restored_laptop_keeps_its_number,
    erasures_are_not_told_again,
    fast_clocks_are_refused,
)


def edits_replace_everything():
    """An edit of the value shown also removes the one not seen."""

    def replace_versions(found, name, new, replaces):
        found.fields[name] = [new]

    return changed(state, "replace_versions", replace_versions)


def parked_values_survive():
    park = MemoryLedger.park

    def spared(ledger, entry):
        key = (entry.head.scope, entry.head.device, entry.head.seq)
        if key not in ledger.waiting:
            park(ledger, entry)

    return changed(MemoryLedger, "park", spared)


def clocks_are_believed():
    """A foreign clock moves mine as far as it likes."""
    return changed(clock, "observe", lambda last, seen, now: max(last, seen))


MORE = (edits_replace_everything, parked_values_survive, clocks_are_believed)
