"""A program that does one kind of act for ever and says so on stdout once each is committed.

Called with the kind of act, the folder of the workplace, what opens it, and the first number.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import acts
from old_tables import REBUILD_PERSONS

from neuewege_desktop.services.workplaces import set_password
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.layout import STORE
from neuewege_desktop.store.migrate import _step, migrate
from neuewege_desktop.store.workplace import opening


def saves(workplace, first):
    """Save single entries."""
    for number in itertools.count(first):
        yield acts.save(workplace.store, workplace.user, number)


def imports(workplace, first):
    """Enter lists."""
    for number in itertools.count(first):
        yield acts.enter_list(workplace.store, workplace.user, number)


def passwords(workplace, first):
    """Change the password; its number is what is acknowledged."""
    for number in itertools.count(first):
        set_password(workplace, acts.password(number), acts.DAY)
        yield number


def copies(workplace, first):
    """Save and make a backup; its name is what is acknowledged."""
    for number in itertools.count(first):
        acts.save(workplace.store, workplace.user, number)
        yield workplace.back_up().name


def migrations(folder, key, first):
    """Make a new file out of nothing, then rebuild a table full of data in the old one."""
    for number in itertools.count(first):
        fresh = Database(folder / f"{number}.db", key)
        migrate(fresh)
        fresh.close()
        grown = Database(folder / STORE, key)
        _step(grown, number, REBUILD_PERSONS)
        grown.close()
        yield number


IN_WORKPLACE = {"save": saves, "import": imports, "password": passwords, "backup": copies}


def acknowledge(done):
    for what in done:
        print(what, flush=True)


def main(kind, folder, first, *access):
    print("ready", flush=True)
    if kind == "migration":
        acknowledge(migrations(Path(folder), access[0], int(first)))
    slot, user, data_key = access
    unlock = acts.Access(slot, user, bytes.fromhex(data_key)).unlock
    with opening(Path(folder), acts.setting(), unlock) as workplace:
        acknowledge(IN_WORKPLACE[kind](workplace, int(first)))


if __name__ == "__main__":
    main(*sys.argv[1:])
