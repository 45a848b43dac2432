"""The same lives over the product's own tables: equal to the model, and tables equal to replay."""

from __future__ import annotations

import pytest
from lives import live, view
from store_ledger import StoreLedger


def compare(seed):
    """Live one life in memory and in encrypted tables; return everything that differs or broke."""
    broken, life = live(seed, ledger=StoreLedger)
    _broken, model = live(seed)
    problems = list(broken)
    for laptop, other in zip(life.laptops, model.laptops, strict=True):
        problems += laptop.ledger.problems()
        problems += [
            f"{laptop.name} differs from the model in {scope}"
            for scope in laptop.scopes
            if view(laptop.ledger, scope) != view(other.ledger, scope)
        ]
        laptop.ledger.close()
    return problems


@pytest.mark.parametrize("seed", range(8))
def test_tables_and_model_live_the_same_life(seed):
    assert compare(seed) == []


@pytest.mark.prove
@pytest.mark.parametrize("first", [1000, 1100])
def test_hundreds_of_lives_over_encrypted_tables(first):
    problems = {seed: found for seed in range(first, first + 100) if (found := compare(seed))}
    assert problems == {}
