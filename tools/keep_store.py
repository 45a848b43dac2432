"""Keep a small file of today's version for ever, so that every later program is tried on it.

Run once before a version is released: `.venv/bin/python tools/keep_store.py`. What lies there is
never replaced. All people in it are invented and its key is no secret.
"""

from __future__ import annotations

import itertools
import os
import sys
from dataclasses import replace
from pathlib import Path

from invented_town import DAY, add_households
from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.founding import Founding, found
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.drafts import Draft, keep_draft
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.layout import STORE
from neuewege_desktop.store.migrate import migrate
from neuewege_desktop.store.schema import VERSION
from neuewege_desktop.store.store import FIRST_USER, Store, Surroundings

KEPT = Path(__file__).resolve().parent.parent / "tests/data/stores"
KEY = f"x'{'4e' * 48}'"
_DEVICE = 4711
_HOUSEHOLDS = 6
_START_MS = 1_238_666_400_000  # 2009-04-02, 10:00 in Germany


def fill(store: Store) -> None:
    """Found a workplace, enter a few households, edit and erase somebody, keep a draft."""
    author = compose(_DEVICE, FIRST_USER)
    found(store, Founding(name="Kommunalprojekt", user="Anna Berg", day=DAY), author)
    with store.writing(ActLabel.IMPORT, author) as writer:
        add_households(writer, _HOUSEHOLDS)
    with store.reading() as reader:
        first, second, *_others = reader.find(Person)
    with store.writing(ActLabel.SAVE, author) as writer:
        writer.save(replace(first, phone="06251 0000"))
    with store.writing(ActLabel.ERASE, author) as writer:
        writer.erase(second.scope, second.id, "person")
    draft = Draft("person.note", author, first.id, _START_MS, "noch nicht fertig")
    keep_draft(store.database, draft)


def keep(path: Path) -> None:
    """Write the file of today's version to `path`."""
    database = Database(path, KEY)
    migrate(database)
    ticks = itertools.count(_START_MS, 1000)
    store = Store(database, Surroundings(lambda: next(ticks), os.urandom))
    store.become(_DEVICE)
    fill(store)
    store.close()


def main() -> int:
    """Keep the file unless there is one of this version; return the exit code."""
    path = KEPT / f"v{VERSION:04d}" / STORE
    if path.exists():
        print(f"{path} is kept already.", file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True)
    keep(path)
    print(f"{path}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
