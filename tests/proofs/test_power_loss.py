"""Pulling the plug, replayed: no state the disk may be left in loses or halves an act.

A child commits real acts under `strace`. Of its writes, states are built as a power cut may leave
them, and each is opened by the product. The same proof must find lost acts when the child does not
wait for the disk; else it would prove nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from pathlib import Path

import acts
import pytest
from disk_states import said, state_after
from write_record import record

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.layout import STORE, VAULT
from neuewege_desktop.store.vault.keys import Keys
from neuewege_desktop.store.vault.vault_file import VaultFile
from neuewege_desktop.store.verify import _chains, verify

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace records the writes"),
]

STATES = 300  # of each of the recorded lives
RESERVE = "reserve"  # 16 MiB that nothing happens to
CHECKED_WHOLE = 10  # every tenth state is verified like a workplace by its owner
ACTS = 40
CHILD = Path(__file__).with_name("power_loss_child.py")


class Replay:
    """One recorded life of a workplace, and what its disk may have held."""

    def __init__(self, tmp_path, synchronous):
        self.folder = tmp_path / "buero"
        access = acts.new_workplace(self.folder)
        before = self._files()
        self.names = {name: number for number, name in enumerate(sorted(before), 1)}
        self.contents = {number: before[name] for name, number in self.names.items()}
        vault = VaultFile(self.folder / VAULT, None).read()
        self.key = Keys(access.data_key).database_pragma(vault.db_salt)
        command = [sys.executable, str(CHILD), str(self.folder), str(ACTS), synchronous]
        command += [access.slot, access.user, access.data_key.hex()]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        log = tmp_path / "strace.log"
        self.steps = record(command, self.folder, self.names, log, environment)
        assert state_after(self.names, self.contents, self.steps, None) == self._files(), (
            "something was written in a way that the record does not see"
        )
        self.start = next(p for p, step in enumerate(self.steps) if step.data == b"ready\n")
        self.place = tmp_path / "disk"

    def _files(self):
        paths = [path for path in self.folder.iterdir() if not path.name.endswith("-shm")]
        return {p.name: p.read_bytes() for p in paths if p.is_file() and p.name != RESERVE}

    def states(self, count, seed):
        """Yield what was acknowledged and the folder in which the state lies, `count` times."""
        chance = random.Random(seed)
        cuts = range(self.start, len(self.steps) + 1)
        for number in range(count):
            cut = self.steps[: cuts[number * len(cuts) // count]]
            files = state_after(self.names, self.contents, cut, chance if number % 8 else None)
            shutil.rmtree(self.place, ignore_errors=True)
            self.place.mkdir()
            for name, content in files.items():
                (self.place / name).write_bytes(content)
            yield said(cut), self.place

    def found(self, acknowledged, place, *, whole):
        """Say what is wrong with a state: any of lost, halved, damaged, or no vault."""
        wrong = set()
        database = Database(place / STORE, self.key)
        try:
            with database.read() as connection:
                done = acts.sizes_of_acts(connection)
                if any(_chains(connection)):
                    wrong.add("damaged")
            if whole and verify(database):
                wrong.add("damaged")
        except StoreError:
            return {"damaged"}
        finally:
            database.close()
        lines = [line.split() for line in acknowledged]
        if not {int(line[1]) for line in lines if line[0] == "act"} <= done.keys():
            wrong.add("lost")
        if any(size not in (acts.SAVED, acts.LISTED) for size in list(done.values())[1:]):
            wrong.add("halved")
        generation = max((int(line[1]) for line in lines if line[0] == "vault"), default=0)
        if VaultFile(place / VAULT, None).read().generation < generation:
            wrong.add("vault")
        return wrong

    def counts(self, count, seed):
        """Return how many states were looked at and how often each thing was wrong."""
        counts = Counter()
        for number, (acknowledged, place) in enumerate(self.states(count, seed)):
            whole = number % CHECKED_WHOLE == 0
            counts.update({"states"} | self.found(acknowledged, place, whole=whole))
        return counts


@pytest.mark.parametrize("life", [1, 2])
def test_a_power_cut_loses_and_damages_nothing(tmp_path, life):
    counts = Replay(tmp_path, "FULL").counts(STATES, seed=life)
    print(f"\nsynchronous=FULL: {dict(counts)}")
    assert counts == {"states": STATES}


def test_the_proof_finds_lost_acts_where_the_disk_is_not_waited_for(tmp_path):
    counts = Replay(tmp_path, "NORMAL").counts(STATES, seed=3)
    print(f"\nsynchronous=NORMAL: {dict(counts)}")
    assert counts["lost"] > 0
    assert counts["damaged"] == counts["halved"] == 0
