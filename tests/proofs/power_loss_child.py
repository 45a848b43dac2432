"""A program that commits real acts and changes its vault, and says so on stdout after each.

What it writes is recorded by `strace`. Called with the folder of the workplace, what opens it, the
number of acts, and how the file is synchronised (FULL is what the product does).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import acts
import sqlalchemy as sa

from neuewege_desktop.store.vault.access import advance
from neuewege_desktop.store.workplace import open_workplace

CHECKPOINT_PAGES = 100  # many checkpoints in a short record; the product waits for 1000 pages


def main(folder, count, synchronous, *access):
    slot, user, data_key = access
    unlock = acts.Access(slot, user, bytes.fromhex(data_key)).unlock
    workplace = open_workplace(Path(folder), acts.setting(), unlock)
    engine = workplace.store.database.engine
    engine.dispose()
    sa.event.listen(engine, "connect", lambda raw, _record: adjust(raw, synchronous))
    say("ready")
    for number in range(int(count)):
        if number % 10 == 9:
            say(f"act {acts.enter_list(workplace.store, workplace.user, number)}")
        else:
            say(f"act {acts.save(workplace.store, workplace.user, number)}")
        if number % 5 == 4:
            workplace.keep(advance(workplace.vault, workplace.keys))
            say(f"vault {workplace.vault.generation}")
    os._exit(0)  # closing would tidy up what a power cut does not


def adjust(raw, synchronous):
    raw.execute(f"PRAGMA synchronous = {synchronous}")
    raw.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")


def say(text):
    os.write(1, f"{text}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
