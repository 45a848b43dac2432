"""Laptops whose ledger is the encrypted store, so that the same lives are lived on real tables."""

from __future__ import annotations

import shutil
import tempfile
from copy import deepcopy
from functools import partial
from pathlib import Path

from typing_extensions import override

from kernel.laptops import ENTRY_BYTES, Laptop, salts
from kernel.lives import STEPS, Life, Outcome
from neuewege_desktop.domain.journal.replica import Replica
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.store import schema
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.history import act_lines, reversal
from neuewege_desktop.store.ledger import SqlLedger
from neuewege_desktop.store.migrate import migrate
from neuewege_desktop.store.rows import ROWS, select_rows
from neuewege_desktop.store.states import load_states
from neuewege_desktop.store.store import Store, Surroundings
from neuewege_desktop.store.verify import verify

KEY = f"x'{'11' * 48}'"


class SmallEntryStore(Store):
    """A store whose acts soon become several entries."""

    @override
    def _replica(self, connection):
        plain = super()._replica(connection)
        random_bytes = self._surroundings.random_bytes
        return Replica(SqlLedger(connection), plain.device, random_bytes, ENTRY_BYTES)


class Desk:
    """What somebody sees in an open act."""

    def __init__(self, writer):
        self._writer = writer
        self.new_id = writer.new_id

    def state(self, scope, kind, record):
        return load_states(self._writer.connection, kind, scope, [record])[record]


class SqlLaptop(Laptop):
    """A laptop over an encrypted file in a folder of its own."""

    def __init__(self, folder, name, author, scopes, device):
        super().__init__(name, author, scopes)
        self._folder = folder
        self._path = folder / f"{name}.db"
        shutil.copyfile(folder / "empty.db", self._path)
        self._now = 0
        self._backups = 0
        self._open()
        self.store.hold(self.scopes)
        self.renew(device)

    def _open(self):
        self.store = SmallEntryStore(
            Database(self._path, KEY),
            Surroundings(lambda: self._now, lambda count: self._salts(count)),
            self.erasures.update,
        )

    # --- what a person does ------------------------------------------------------------------

    def act(self, label, now, plan, undoes=None):
        self._now = now + self.offset
        with self.store.writing(label, self.author, undoes) as writer:
            writer.apply(plan(Desk(writer)))

    def state(self, scope, kind, record):
        with self.store.reading() as reader:
            return load_states(reader.connection, kind, scope, [record])[record]

    def shown_row(self, scope, kind, record):
        """Return the values in the row of a record; None if it is erased or not there."""
        with self.store.reading() as reader:
            row = select_rows(reader.connection, ROWS[kind], [record]).get(record)
        if row is None:
            return None
        values = ROWS[kind].encoded(row)
        return None if values["life"] == "ERASED" else values

    def acts(self):
        with self.store.reading() as reader:
            return act_lines(reader.connection)

    def reversal(self, act):
        with self.store.reading() as reader:
            return list(reversal(reader.connection, act).changes)

    # --- what travels ------------------------------------------------------------------------

    def vectors(self):
        return self.store.vectors()

    def missing(self, vectors):
        return self.store.missing(vectors)

    def receive(self, entries, now):
        self._now = now + self.offset
        return self.store.receive(entries)

    # --- the state of the workplace ----------------------------------------------------------

    @property
    def device(self):
        return self.store.device

    def _ledger(self, question):
        with self.store.database.read() as connection:
            return question(SqlLedger(connection))

    @property
    def clock(self):
        return self._ledger(SqlLedger.clock)

    def parked(self):
        return self._ledger(SqlLedger.parked)

    def frozen(self):
        return self._ledger(SqlLedger.frozen)

    def erased(self):
        return set(self.store.erasures())

    def held_scopes(self):
        tables = (*KINDS, "entry", "stream", "parked", "erasure")
        union = " UNION ".join(f'SELECT scope FROM "{table}"' for table in tables)
        with self.store.database.read() as connection:
            return set(connection.exec_driver_sql(union).scalars())

    def entries_of(self, scope):
        return self.missing({scope: {}})

    def problems(self):
        """Return what the store's own check finds."""
        return verify(self.store.database)

    def all_texts(self):
        """Return every text that is kept anywhere in the tables of records and journal."""
        tables = (*schema.TABLES, "part", "version", "conflict", "parked", "draft")
        with self.store.database.read() as connection:
            rows = [connection.exec_driver_sql(f'SELECT * FROM "{t}"').all() for t in tables]
        return repr(rows)

    # --- backups -----------------------------------------------------------------------------

    def back_up(self):
        self._backups += 1
        copy = self._path.with_suffix(f".{self._backups}")
        self.store.database.checkpoint()
        shutil.copyfile(self._path, copy)
        return copy, deepcopy(self.peers)

    def put_back(self, backup):
        copy, peers = backup
        self.close()
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(copy, self._path)
        self.peers = deepcopy(peers)
        self._open()

    def clone(self, name):
        """Return what copying the disk of this laptop makes: the same identity once more."""
        twin = SqlLaptop(self._folder, name, self.author, self.scopes, self.device)
        twin.offset = self.offset
        twin.put_back(self.back_up())
        return twin

    def renew(self, device):
        self._salts = salts(device)
        self.store.become(device)

    def close(self):
        self.store.database.checkpoint()
        self.store.database.close()


def sql_laptops(folder):
    """Return what makes laptops with stores in a folder."""
    database = Database(folder / "empty.db", KEY)
    migrate(database)
    database.checkpoint()
    database.close()
    return partial(SqlLaptop, folder)


def lived_on_tables(seed, steps=STEPS):
    """Live one life in memory and on tables: the same must come of both, and the store be sound."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            return _lived_twice(seed, steps, Path(folder))
    except Exception as error:  # noqa: BLE001 - a bug may show as any error
        return Outcome([f"{type(error).__name__}: {error}"])


def _lived_twice(seed, steps, folder):
    model, real = Life(seed, steps=steps), Life(seed, sql_laptops(folder), steps)
    expected, outcome = model.live(), real.live()
    agree = real.checks.agree
    agree(expected.counts == outcome.counts, "the tables led to another life")
    for ours, theirs in zip(real.laptops, model.laptops, strict=True):
        agree(ours.problems() == [], "the store finds itself damaged")
        agree(ours.erased() == theirs.erased(), "tables and model erased different records")
        agree(ours.clock == theirs.clock, "tables and model read different clocks")
        agree(_names(ours.parked()) == _names(theirs.parked()), "different entries wait")
        for scope in ours.scopes:
            same = ours.entries_of(scope) == theirs.entries_of(scope)
            agree(same, "tables and model hold different entries")
        texts = ours.all_texts()
        gone = (word for word in real.truth.words_erased() if f'"{word}"' in texts)
        agree(next(gone, None) is None, "an erased word is still in a table")
        ours.close()
    return Outcome(sorted({*real.checks.wrongs, *expected.wrongs}), outcome.counts)


def _names(entries):
    return sorted((e.head.scope, e.head.device, e.head.seq, e.parts) for e in entries)
