"""Workplaces for tests: founded, without a vault, with a known key."""

from __future__ import annotations

import datetime as dt
import itertools
import os

from neuewege_desktop.domain.identity import compose
from neuewege_desktop.services.founding import Founding, found
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.migrate import migrate
from neuewege_desktop.store.store import FIRST_USER, Store, Surroundings

DEVICE = 4711
KEY = f"x'{'11' * 48}'"
START = dt.datetime(2009, 4, 2, 8, 0, tzinfo=dt.UTC)


def store_in(folder, device=DEVICE):
    """Return an empty store; its clock starts with the project and goes on by a second an act."""
    database = Database(folder / "bestand.db", KEY)
    migrate(database)
    ticks = itertools.count(round(START.timestamp() * 1000), 1000)
    store = Store(database, Surroundings(lambda: next(ticks), os.urandom))
    store.become(device)
    return store


def founded_in(folder):
    """Return a founded workplace in the hands of Anna Berg."""
    store = store_in(folder)
    author = compose(DEVICE, FIRST_USER)
    found(store, Founding(name="Kommunalprojekt", user="Anna Berg", day=START.date()), author)
    return Office(store, author, START.date())
