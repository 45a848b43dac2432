"""Opening the encrypted file: key, pragmas, transactions. One writer, any number of readers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from neuewege_desktop.base.cancelling import Cancel, Cancelled
from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.store.files import DiskFull
from neuewege_desktop.store.german import register_german
from neuewege_desktop.store.guard import register_guard

_PLAINTEXT_HEADER = b"SQLite format 3\x00"
_KEY_LENGTH = len("x''") + 96
CACHE_KIB = 65_536
_STEPS = 20_000  # of SQLite's machine between two looks at a wish to cancel: some milliseconds

# In this order. `trusted_schema` stays on: the guard triggers need it. `cipher_memory_security`
# stays off: it locks every small allocation and made writing six times slower
# (docs/decisions/0005-memory-security.md).
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS only; elsewhere without effect
    "checkpoint_fullfsync = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "cell_size_check = ON",
    f"cache_size = -{CACHE_KIB}",
    "busy_timeout = 30000",
    "wal_autocheckpoint = 1000",
    "journal_size_limit = 67108864",
    "recursive_triggers = OFF",
)


def connect(path: Path | None, key: str) -> Any:  # noqa: ANN401 - the driver has no types
    """Return a raw keyed connection; `path` None is a file in memory.

    Raises StoreError if the file is not encrypted, or not with this key.
    """
    if len(key) != _KEY_LENGTH:
        raise ValueError("a raw key has 64 hex digits of key and 32 of salt")
    if path is not None and not path.exists():
        path.touch(mode=0o600)  # the log beside it gets the same rights
    raw = dbapi2.connect(
        str(path) if path else ":memory:", isolation_level=None, check_same_thread=False
    )
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f'PRAGMA key = "{key}"')
        if path and (raw.execute("PRAGMA cipher_status").fetchone() or ("0",))[0] != "1":
            raise StoreError(_("This program cannot encrypt here. Nothing was opened."))
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
    except dbapi2.DatabaseError as error:
        raw.close()
        raise explained(error) from error
    except StoreError:
        raw.close()
        raise
    return raw


def refuse_plaintext(path: Path) -> None:
    """Raise StoreError if a file that should be encrypted is not.

    Only before the first connection: closing another handle of an open file drops its locks.
    """
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(len(_PLAINTEXT_HEADER)) == _PLAINTEXT_HEADER:
                raise StoreError(_("This workplace is not encrypted. It was not opened."))


def explained(error: dbapi2.Error) -> StoreError:
    """Return the sentence for an error of the driver; its own text never reaches a person."""
    text = str(error).lower()
    if "not a database" in text:
        return StoreError(_("The data file does not belong to this key, or it is damaged."))
    if "full" in text:
        return DiskFull(_("The disk is full. Make room and try again; nothing was lost."))
    if "locked" in text or "busy" in text:
        return StoreError(_("Another program is using this workplace. Close it and try again."))
    if "readonly" in text:
        return StoreError(_("This folder cannot be written to. Choose another place."))
    return StoreError(_("The data file cannot be read or written. Check the disk."))


class Database:
    """The opened file. Writing is for one thread at a time; reading never waits for it."""

    def __init__(self, path: Path | None, key: str) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._key = key
        creator: Callable[[], Any] = lambda: connect(path, key)  # noqa: E731
        # Last in, first out: the connection used last has the pages in its cache, deciphered.
        options: dict[str, Any] = (
            {"pool_use_lifo": True} if path else {"poolclass": sa.pool.StaticPool}
        )
        self.engine = sa.create_engine(
            "sqlite:///store",
            module=dbapi2,
            creator=creator,
            hide_parameters=True,
            **options,
        )
        sa.event.listen(self.engine, "connect", register_guard)
        sa.event.listen(self.engine, "connect", register_german)
        sa.event.listen(self.engine, "begin", _begin)

    @contextmanager
    def read(self, cancel: Cancel | None = None) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the file and cannot change it.

        Raises Cancelled as soon as `cancel` is wished for, also in the midst of a statement.
        """
        with _explaining(), self.engine.connect() as connection:
            driver: Any = connection.connection.dbapi_connection
            driver.execute("PRAGMA query_only = ON")
            try:
                with connection.begin(), _heeding(driver, cancel):
                    yield connection
            finally:
                driver.execute("PRAGMA query_only = OFF")  # the pool may lend it to a writer

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """Give the one writing connection; all or nothing of what is done in it is kept."""
        with _explaining(), self._lock, self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def rebuilding(self) -> Iterator[sa.Connection]:
        """Give a writing connection that does not watch references, for a step of a migration.

        Inside a transaction the pragma would do nothing, and a rebuilt table would lose its rows.
        """
        with _explaining(), self._lock, self.engine.connect() as plain:
            driver: Any = plain.connection.dbapi_connection
            driver.execute("PRAGMA foreign_keys = OFF")
            try:
                connection = plain.execution_options(writes=True)
                with connection.begin():
                    yield connection
            finally:
                plain.invalidate()  # this connection is not used again

    def raw(self) -> Any:  # noqa: ANN401
        """Return a fresh raw connection (for backup and checks); the caller closes it."""
        return connect(self.path, self._key)

    def checkpoint(self) -> None:
        """Write everything into the file itself and empty the write-ahead log."""
        with self._lock, self.engine.connect() as connection:
            driver: Any = connection.connection.dbapi_connection
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _heeding(driver: Any, cancel: Cancel | None) -> Iterator[None]:  # noqa: ANN401
    """End what runs in the block once its end is wished.

    SQLite asks us, instead of being told by `interrupt()`: that is lost between two statements,
    and may hit the next borrower of the connection.
    """
    if cancel is None:
        yield
        return
    driver.set_progress_handler(lambda: cancel.wished, _STEPS)
    try:
        cancel.heed()
        yield
        cancel.heed()
    except sa.exc.OperationalError as error:
        if cancel.wished:
            raise Cancelled from error
        raise
    finally:
        driver.set_progress_handler(None, 0)


@contextmanager
def _explaining() -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        if isinstance(error.orig, (dbapi2.OperationalError, dbapi2.DatabaseError)) and not (
            isinstance(error.orig, (dbapi2.IntegrityError, dbapi2.ProgrammingError))
        ):
            raise explained(error.orig) from error
        raise
