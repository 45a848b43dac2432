"""Small stores with a known key, without a vault."""

from __future__ import annotations

import datetime as dt
import itertools
import os

from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import SHARED, TEAM, case_scope, town_scope
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.layout import STORE
from neuewege_desktop.store.migrate import migrate
from neuewege_desktop.store.store import FIRST_USER, Store, Surroundings

DEVICE = 4711
AUTHOR = compose(DEVICE, FIRST_USER)
KEY = f"x'{'11' * 48}'"
OTHER_KEY = f"x'{'22' * 48}'"
AGS = "06431022"
START_MS = 1_238_666_400_000


def store_in(folder):
    """Return an empty store that may hold the records of one municipality."""
    database = Database(folder / STORE, KEY)
    migrate(database)
    ticks = itertools.count(START_MS, 1000)
    store = Store(database, Surroundings(lambda: next(ticks), os.urandom))
    store.become(DEVICE)
    store.hold([SHARED, TEAM, case_scope(AGS), town_scope(AGS)])
    return store


def add_person(store, last="Täubchen", **fields):
    with store.writing(ActLabel.SAVE, AUTHOR) as writer:
        person = Person(
            id=writer.new_id(),
            scope=case_scope(AGS),
            name=PersonName(last, "Ulf"),
            birth_date=dt.date(1962, 5, 12),
            **fields,
        )
        writer.add(person)
    return person
