"""A founded workplace without its vault: the store with a known key, in the hands of one person."""

from __future__ import annotations

import datetime as dt
import itertools
import os

import pytest

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


@pytest.fixture
def office(tmp_path):
    store = store_in(tmp_path)
    author = compose(DEVICE, FIRST_USER)
    found(store, Founding(name="Kommunalprojekt", user="Anna Berg", day=START.date()), author)
    yield Office(store, author, START.date())
    store.close()
