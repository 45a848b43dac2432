"""The product's own ledger in a simulated life: encrypted tables in memory, one for each laptop."""

from __future__ import annotations

from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from laptops import FIELDS

from neuewege_desktop.store import schema
from neuewege_desktop.store.derived import refresh
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.entries import read_entries
from neuewege_desktop.store.guard import act_open
from neuewege_desktop.store.history import act_lines, trails
from neuewege_desktop.store.ledger import SqlLedger
from neuewege_desktop.store.migrate import migrate
from neuewege_desktop.store.replay import projection_problems
from neuewege_desktop.store.states import load_states
from neuewege_desktop.store.store import hold_scopes

KEY = f"x'{'11' * 48}'"


@cache
def empty():
    """Return a raw connection to an empty store, from which the others are copied."""
    with TemporaryDirectory() as folder:
        database = Database(Path(folder) / "leer.db", KEY)
        migrate(database)
        memory = Database(None, KEY).raw()
        with closing(database.raw()) as raw:
            raw.backup(memory)
        database.close()
    return memory


class StoreLedger(SqlLedger):
    """A ledger over a file in memory, open for writing as long as the life lasts."""

    def __init__(self, scopes, source=None):
        self.database = Database(None, KEY)
        self._open = self.database.engine.connect()
        (source or empty()).backup(self._open.connection.dbapi_connection)
        self._open.begin()
        hold_scopes(self._open, scopes)
        self._act = act_open(self._open)
        self._act.__enter__()
        super().__init__(self._open)

    def state(self, scope, record):
        kind = self.known()[scope, record]
        return load_states(self._open, kind, scope, [record])[record]

    def known(self):
        found = {}
        for name in FIELDS:
            table = schema.TABLES[name].c
            query = sa.select(table.scope, table.id).where(table.life != "ERASED")
            found |= dict.fromkeys(map(tuple, self._open.execute(query)), name)
        return found

    def erasures_now(self):
        x = schema.erasure.c
        rows = self._open.execute(sa.select(x.scope, x.record, x.kind))
        return {(scope, record): kind for scope, record, kind in rows}

    def all_entries(self):
        s = schema.stream.c
        streams = self._open.execute(sa.select(s.scope, s.device)).all()
        return [e for scope, device in streams for e in read_entries(self._open, scope, device, 0)]

    def acts(self):
        return act_lines(self._open)

    def steps(self, scope, record):
        return next((trail.steps for trail in trails(self._open, [record])), ())

    def copied(self):
        self._open.commit()
        copy = StoreLedger((), self._open.connection.dbapi_connection)
        self._open.begin()
        return copy

    def problems(self):
        """Return what `verify` would say of references, and of tables against the journal."""
        refresh(self._open, self.touched)
        found = [tuple(row) for row in self._open.exec_driver_sql("PRAGMA foreign_key_check")]
        return found + list(projection_problems(self._open))

    def close(self):
        with suppress(sa.exc.DBAPIError), closing(self._open):
            self._open.rollback()
        self.database.close()
