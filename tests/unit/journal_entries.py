"""Entries for tests of the journal, written by a kernel over a ledger in memory."""

from __future__ import annotations

import random

from kernel.memory_ledger import MemoryLedger

from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.journal.entries import Act
from neuewege_desktop.domain.journal.operations import Create, SetField
from neuewege_desktop.domain.journal.replica import Change, Replica
from neuewege_desktop.domain.scopes import SHARED, case_scope, town_scope

HERE, THERE = 4711, 4712  # two laptops
CASE, TOWN = case_scope("06431002"), town_scope("06431002")
NOW = 1_238_666_400_000
PERSON = compose(HERE, 1)
ACTOR = compose(HERE, 2)
BEGUN = Create({"name": ["Täubchen", "Ulf"]})
ACTOR_BEGUN = Create({"name": "Sportverein", "actor": "VEREIN", "topics": ["SPORT"]})


def replica(device=HERE, scopes=(CASE, TOWN, SHARED), **options):
    """Return a kernel with an empty ledger."""
    return Replica(MemoryLedger(scopes), device, random.Random(device).randbytes, **options)


def write(kernel, *operations, record=PERSON, kind="person", scope=CASE, at=NOW, act=1):
    """Write one act on one record; return its entry."""
    change = Change(scope, record, kind, operations)
    return kernel.commit(Act(compose(kernel.device, act), 1, at, "save"), [change])[0]


def begun_person(kernel):
    return write(kernel, BEGUN)


def begun_actor(kernel):
    return write(kernel, ACTOR_BEGUN, record=ACTOR, kind="actor", scope=TOWN)


def phone(number, *replaces):
    return SetField("phone", number, replaces)
