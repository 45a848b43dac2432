"""The opened store: read it, write acts into it, exchange entries with another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.domain.identity import Ids
from neuewege_desktop.domain.journal.entries import Act, Entry
from neuewege_desktop.domain.journal.ledger import Vector
from neuewege_desktop.domain.journal.replica import Receipt, Replica
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.derived import forget_erased, refresh
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.guard import act_open
from neuewege_desktop.store.ledger import SqlLedger
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.settings import read_setting, write_setting
from neuewege_desktop.store.writer import Writer

Erased = tuple[tuple[str, int, str], ...]  # scope, record, kind

_DEVICE = "device"
_COUNT = "last_id"
FIRST_USER = 1  # the first id of an incarnation is kept free for the user that founds a workplace


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the store may not fetch for itself."""

    now: Callable[[], int]  # ms since 1970
    random_bytes: Callable[[int], bytes]


class Store:
    """One encrypted file in use. `writing` is the only way to change a record."""

    def __init__(
        self,
        database: Database,
        surroundings: Surroundings,
        on_erased: Callable[[Erased], None] | None = None,
    ) -> None:
        self.database = database
        self._surroundings = surroundings
        self._on_erased = on_erased

    @contextmanager
    def reading(self, cancel: Cancel | None = None) -> Iterator[Reader]:
        """Give a reader of one state of the file; Cancelled as soon as `cancel` is wished for."""
        with self.database.read(cancel) as connection:
            yield Reader(connection)

    @contextmanager
    def writing(self, label: str, author: RecordId, undoes: int | None = None) -> Iterator[Writer]:
        """Open an act. It is written as a whole when the block ends, or not at all.

        The author is the user whose slot opened the workplace.

        `Writer.outcome` tells what it did once the block has ended.
        """
        with self.database.write() as connection:
            ids = _ids(connection)
            act = Act(ids.next(), author, self._surroundings.now(), label, undoes)
            writer = Writer(connection, self._replica(connection), ids, act)
            yield writer
            writer.commit()
            if writer.outcome.changed:
                write_setting(connection, _COUNT, str(ids.last))
        if writer.outcome.erased:
            self._tell(writer.outcome.erased)
            self._sweep()

    def _replica(self, connection: sa.Connection) -> Replica:
        device = _ids(connection).device
        return Replica(SqlLedger(connection), device, self._surroundings.random_bytes)

    def _tell(self, erased: Erased) -> None:
        if self._on_erased is not None:
            self._on_erased(erased)

    def _sweep(self) -> None:
        """Leave nothing of erased records in the search index and the write-ahead log."""
        with self.database.write() as connection:
            forget_erased(connection)
        self.database.checkpoint()

    @property
    def device(self) -> int:
        """Return the number of this incarnation of the workplace."""
        with self.database.read() as connection:
            return int(read_setting(connection, _DEVICE))

    def become(self, device: int) -> None:
        """Begin a new incarnation: a fresh number, under which nothing was ever written."""
        with self.database.write() as connection:
            write_setting(connection, _DEVICE, str(device))
            write_setting(connection, _COUNT, str(FIRST_USER))

    def hold(self, scopes: Iterable[str]) -> None:
        """Let this workplace hold these scopes too."""
        with self.database.write() as connection:
            hold_scopes(connection, scopes)

    def vectors(self) -> dict[str, dict[int, int]]:
        """Return what this workplace holds, by scope and device."""
        with self.database.read() as connection:
            return self._replica(connection).vectors()

    def missing(self, vectors: Mapping[str, Vector]) -> list[Entry]:
        """Return the entries that a workplace with these vectors lacks."""
        with self.database.read() as connection:
            return list(self._replica(connection).missing(vectors))

    def receive(self, entries: Iterable[Entry]) -> Receipt:
        """Take entries of another workplace, all in one transaction."""
        erased: Erased = ()
        with self.database.write() as connection:
            replica = self._replica(connection)
            with act_open(connection):
                receipt = replica.receive(entries, self._surroundings.now())
                ledger = replica.ledger
                if isinstance(ledger, SqlLedger):
                    refresh(connection, ledger.touched)
                    erased = tuple(ledger.erasures)
        if erased:
            self._tell(erased)
            self._sweep()
        return receipt

    def erasures(self) -> Erased:
        """Return everything that was erased in this store."""
        x = schema.erasure.c
        with self.database.read() as connection:
            found = connection.execute(sa.select(x.scope, x.record, x.kind))
            return tuple((scope, record, kind) for scope, record, kind in found)

    def close(self) -> None:
        """Write everything into the file and close it."""
        with self.database.write() as connection:
            connection.exec_driver_sql("PRAGMA optimize")  # statistics for the query planner
        self.database.checkpoint()
        self.database.close()


def _ids(connection: sa.Connection) -> Ids:
    device = int(read_setting(connection, _DEVICE))
    return Ids(device, int(read_setting(connection, _COUNT, "0")))


def hold_scopes(connection: sa.Connection, scopes: Iterable[str]) -> None:
    """Let the file hold these scopes."""
    for name in scopes:
        connection.exec_driver_sql("INSERT OR IGNORE INTO scope VALUES (?)", (name,))


def all_scopes(connection: sa.Connection) -> list[str]:
    """Return the scopes the file holds."""
    return list(connection.scalars(sa.select(schema.scope.c.name).order_by(schema.scope.c.name)))
