"""`kill -9` in the middle of real work: nothing acknowledged is lost, nothing is half done.

Each child is a whole program of its own; it is killed at a random moment after a random number of
acknowledged acts. What it leaves behind is opened as after any crash.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import acts
import pytest

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.store.backup import backups, check_backup
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.layout import BACKUPS, STORE, VAULT
from neuewege_desktop.store.migrate import file_version, migrate, schema_of
from neuewege_desktop.store.schema import VERSION
from neuewege_desktop.store.vault.access import unlock_password
from neuewege_desktop.store.vault.vault_file import VaultFile
from neuewege_desktop.store.verify import verify
from neuewege_desktop.store.workplace import open_workplace

pytestmark = pytest.mark.prove

KILLS = 20  # of each kind of act
ONE_FILE = 5  # kills before a fresh workplace is taken, as checking a grown one takes long
CHILD = Path(__file__).with_name("kill_child.py")
KEY = f"x'{'11' * 48}'"


@pytest.fixture
def chance():
    return random.Random(2009)  # the same kills in every run, as far as the machine allows


@pytest.fixture
def workplace(tmp_path):
    folder = tmp_path / "buero"
    return folder, acts.new_workplace(folder)


def killed(chance, longest, *arguments):
    """Start a child, kill it at some moment, and return what it had acknowledged by then."""
    command = [sys.executable, str(CHILD), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        said = [child.stdout.readline() for _ in range(chance.choice((1, 1, 2, 2, 3, 4)))]
        try:
            child.wait(timeout=chance.uniform(0, longest))
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
        said += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL, "the child ended before it was killed"
    assert said[0] == "ready\n"
    # A line cut off by the kill was not read whole by anybody, so it acknowledges nothing.
    return [line.rstrip("\n") for line in said[1:] if line.endswith("\n")]


def arguments_of(access):
    return access.slot, access.user, access.data_key.hex()


def reopened(folder, access):
    """Open the workplace after a crash, as a program does."""
    found = open_workplace(folder, acts.setting(), access.unlock)
    assert found.notices == [], "a crash must not look like an old state"
    return found


@pytest.mark.parametrize(
    ("kind", "size", "longest"), [("save", acts.SAVED, 0.03), ("import", acts.LISTED, 0.3)]
)
def test_a_kill_loses_no_act_and_halves_none(tmp_path, chance, kind, size, longest):
    acknowledged = 0
    for kill in range(KILLS):
        if kill % ONE_FILE == 0:
            folder = tmp_path / str(kill)
            access = acts.new_workplace(folder)
        said = killed(chance, longest, kind, folder, kill * 100, *arguments_of(access))
        crashed = reopened(folder, access)
        with crashed.store.reading() as reader:
            done = acts.sizes_of_acts(reader.connection)
        assert {int(act) for act in said} <= done.keys()
        assert all(found == size for found in list(done.values())[1:])  # the first founded it
        assert verify(crashed.store.database) == []
        crashed.abandon()
        acknowledged += len(said)
    print(f"\n{kind}: {KILLS} kills, {acknowledged} acknowledged, 0 lost")


def test_a_kill_leaves_the_old_password_or_the_new_one(workplace, chance):
    folder, access = workplace
    acknowledged, number = 0, 0
    for _kill in range(KILLS):
        said = killed(chance, 0.1, "password", folder, number + 1, *arguments_of(access))
        known = int(said[-1]) if said else number
        vault = VaultFile(folder / VAULT, None).read()
        number = next(n for n in (known + 1, known) if opens(vault, acts.password(n)))
        acknowledged += len(said)
    crashed = reopened(folder, access)
    assert verify(crashed.store.database) == []
    crashed.abandon()
    print(f"\npassword: {KILLS} kills, {acknowledged} acknowledged, 0 lost")


def opens(vault, password):
    try:
        return unlock_password(vault, password).user is not None
    except UserError:
        return False


def test_a_kill_leaves_only_sound_backups_and_unfinished_ones(workplace, chance):
    folder, access = workplace
    acknowledged, number = 0, 0
    for _kill in range(KILLS):
        said = killed(chance, 0.15, "backup", folder, number, *arguments_of(access))
        crashed = reopened(folder, access)
        names = [backup.name for backup in backups(folder)]
        assert not said or names[0] >= said[-1]
        unfinished = {p.name for p in (folder / BACKUPS).iterdir()}.difference(names)
        assert all(name.endswith(".teil") for name in unfinished)
        for name in names[:2]:
            copy = folder / BACKUPS / name
            check_backup(copy, copy / STORE, crashed.keys, crashed.key)
        assert verify(crashed.store.database) == []
        crashed.abandon()
        acknowledged, number = acknowledged + len(said), number + len(said) + 1
    print(f"\nbackup: {KILLS} kills, {acknowledged} acknowledged, 0 lost")


def test_a_kill_leaves_a_file_before_or_after_a_migration(tmp_path, chance):
    grown = Database(tmp_path / STORE, KEY)
    migrate(grown)
    store = acts.bare_store(grown)
    acts.enter_list(store, 1, 0)
    with grown.read() as connection:
        tables = schema_of(connection).keys()
    grown.close()
    acknowledged, number = 0, VERSION
    for _kill in range(KILLS):
        said = killed(chance, 0.2, "migration", tmp_path, number + 1, KEY)
        known = int(said[-1]) if said else number
        check_new_file(tmp_path / f"{known + 1}.db", {*tables})
        with grown.read() as connection:
            number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            assert schema_of(connection).keys() == tables
        assert number in (known, known + 1)
        assert verify(grown) == []
        grown.close()
        acknowledged += len(said)
    print(f"\nmigration: {KILLS} kills, {acknowledged} acknowledged, 0 lost")


def check_new_file(path, tables):
    """Find a new file after some whole step or none, and make it whole."""
    fresh = Database(path, KEY)
    with fresh.read() as connection:
        assert schema_of(connection).keys() <= tables
    assert file_version(fresh) in range(VERSION + 1)
    migrate(fresh)
    with fresh.read() as connection:
        assert schema_of(connection).keys() == tables
    assert verify(fresh) == []
    fresh.close()
