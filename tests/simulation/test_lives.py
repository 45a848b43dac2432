"""Copies that never meet come to the same result, and the simulation would notice if not."""

from __future__ import annotations

import random

import pytest
from laptops import Laptop
from lives import begun, live
from memory_ledger import MemoryLedger
from mutants import MORE, THE_TWELVE

from neuewege_desktop.domain.scopes import SHARED

LIVES = 150
PATIENCE = 2000  # lives within which each seeded bug must show


def test_every_life_ends_whole():
    broken = {seed: found for seed in range(LIVES) if (found := live(seed)[0])}
    assert broken == {}


@pytest.mark.parametrize("mutant", [*THE_TWELVE, *MORE], ids=lambda mutant: mutant.__name__)
def test_the_simulation_finds_a_kernel_that_is_wrong(mutant):
    with mutant():
        found = next((seed for seed in range(PATIENCE) if live(seed)[0]), None)
    assert found is not None


def test_a_cloned_laptop_is_noticed_as_a_fork():
    """Two copies of one identity that both write are found out by whoever meets both."""
    chance = random.Random(1)
    one = Laptop("T0", MemoryLedger([SHARED]), 1, chance)
    one.create(10**12, SHARED, "V1")
    clone = Laptop("T1", one.backup(), 1, chance)
    clone.ids.last = one.ids.last
    other = Laptop("T2", MemoryLedger([SHARED]), 2, chance)
    one.create(10**12, SHARED, "V2")
    clone.create(10**12, SHARED, "V3")
    other.read(one.pack(other), 10**12)
    receipt = other.read(clone.pack(other), 10**12)
    assert receipt.forks == {(SHARED, 1)}
    before = other.replica.vectors()
    one.create(10**12, SHARED, "V4")
    other.read(one.pack(other), 10**12)
    assert other.replica.vectors() == before


def test_a_town_hall_never_holds_a_client():
    life = begun(1)
    for laptop in life.laptops:
        if laptop.name.startswith("L"):
            assert not [scope for scope in laptop.scopes if scope.startswith("case")]
