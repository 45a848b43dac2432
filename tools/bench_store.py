"""How fast the store is: lists taken in, saving, reading, finding, the whole file.

What is measured against: the same SQL on the same tables in plain SQLite (the same library without
a key, as the one of Python may be too old for our search), a plain transaction with
`synchronous = FULL` in the same folder, and only reading the same list. What is ours beyond the SQL
alone is making values out of rows.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from invented_town import DAY, PILOTS, add_households, list_lines
from measuring import Times, peak_memory, say, seconds, shares
from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.listing import ListKind, Query
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.exchange.lists.reading import read_list
from neuewege_desktop.services.finding import find
from neuewege_desktop.services.founding import Founding, found
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.engine import Database
from neuewege_desktop.store.lists import count, household_rows, keys
from neuewege_desktop.store.migrate import migrate
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.store import FIRST_USER, Store, Surroundings
from neuewege_desktop.store.vault.passwords import FIXED_COST, stretched
from neuewege_desktop.store.verify import verify

Connection = Any  # a connection of the driver, which has no types

KEY = f"x'{'11' * 48}'"
DEVICE = 4711
PAGE = 100
SAVES = 200
ROUNDS = 7
TYPED = ("müller", "täubchen", "schönwein", "jörg", "acker", "43102bg00", "427d0001", "elif groß")
MISTYPED = ("mülelr", "täubchne", "schönwien", "jögr", "akcer", "elfi großbahc", "ackermnan nle")


def founded(folder: Path) -> Office:
    """Return a workplace with the catalogues and a known key, without its vault."""
    folder.mkdir()
    database = Database(folder / "bestand.db", KEY)
    migrate(database)
    store = Store(database, Surroundings(lambda: round(time.time() * 1000), os.urandom))
    store.become(DEVICE)
    author = compose(DEVICE, FIRST_USER)
    found(store, Founding(name="Messung", user="Anna Berg", day=DAY), author)
    return Office(store, author, DAY)


# --- lists ----------------------------------------------------------------------------------


def bench_import(folder: Path, rows: int) -> None:
    """Import a list, and compare with only reading it."""
    path = folder / f"liste-{rows}.csv"
    path.write_text("\n".join(list_lines(rows)), encoding="utf-8")
    office = founded(folder / f"import-{rows}")
    reading = seconds(lambda: sum(1 for _row in read_list(path).rows))
    importing = seconds(lambda: import_list(office, path, DAY))
    again = seconds(lambda: import_list(office, path, DAY))
    say(
        f"import of {rows} rows",
        f"{rows / importing:6.0f} persons/s  {importing / reading:5.0f} x reading  "
        f"second time {rows / again:6.0f} persons/s  {peak_memory()}",
    )
    office.store.close()


# --- saving ---------------------------------------------------------------------------------


def bench_save(office: Office, folder: Path) -> None:
    """Save one field of one person, and compare with a plain transaction."""
    with office.store.reading() as reader:
        person = reader.find(Person, scope=f"case:{PILOTS[0]}")[0]
    with closing(dbapi2.connect(str(folder / "schlicht.db"), isolation_level=None)) as plain:
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            plain.execute(f"PRAGMA {pragma}")
        plain.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, phone TEXT)")
        plain.execute("INSERT INTO person VALUES (1, '')")
        ours, theirs = [], []
        for number in range(SAVES):
            ours.append(seconds(partial(save, office, person, number)))
            theirs.append(seconds(partial(save_plainly, plain, number)))
    ratio = statistics.median(ours) / statistics.median(theirs)
    say("one journaled save", f"{shares(ours)}  {ratio:5.1f} x a plain transaction")


def save(office: Office, person: Person, number: int) -> None:
    """Save a telephone number as a person does."""
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        writer.save(replace(person, phone=f"06251 {number}"))


def save_plainly(plain: Connection, number: int) -> None:
    """Save a telephone number without a journal and without encryption."""
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("UPDATE person SET phone = ? WHERE id = 1", (f"06251 {number}",))
    plain.execute("COMMIT")


# --- reading --------------------------------------------------------------------------------


@dataclass
class Heard:
    """The statements that a piece of work sent to the file."""

    statements: list[tuple[str, Any]] = field(default_factory=list)


@contextmanager
def listening(database: Database) -> Iterator[Heard]:
    """Hear the statements that go to the file."""
    heard = Heard()

    def hear(_conn: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:  # noqa: ANN401
        if not statement.startswith("BEGIN"):
            heard.statements.append((statement, values))

    sa.event.listen(database.engine, "before_cursor_execute", hear)
    yield heard
    sa.event.remove(database.engine, "before_cursor_execute", hear)


def exported(database: Database, path: Path) -> Connection:
    """Return a connection to the same tables without encryption."""
    with closing(database.raw()) as raw:
        raw.execute(f"ATTACH DATABASE '{path}' AS plain KEY ''")
        raw.execute("SELECT sqlcipher_export('plain')")
    plain = dbapi2.connect(str(path), isolation_level=None)
    plain.execute("PRAGMA cache_size = -65536")
    plain.execute("ANALYZE")
    return plain


@dataclass
class Files:
    """The store with us and with its key alone, and the same tables without a key."""

    store: Store
    keyed: Connection
    plain: Connection


def compare(files: Files, what: str, asks: Sequence[Callable[[Reader], object]]) -> None:
    """Measure questions in interleaved rounds: with us, and only their SQL on both files."""
    ours, keyed, plain = (Times(len(asks)) for _way in range(3))
    for _round in range(ROUNDS):
        for place, ask in enumerate(asks):
            with files.store.reading() as reader:
                with listening(files.store.database) as heard:
                    ask(reader)
                ours.add(place, partial(ask, reader))
            keyed.add(place, partial(repeat, files.keyed, heard))
            plain.add(place, partial(repeat, files.plain, heard))
    say(
        what,
        f"{shares(ours.all)}  {ours.middle / plain.middle:5.2f} x plain SQL, "
        f"SQL alone {keyed.middle / plain.middle:5.2f} x",
    )


def repeat(file: Connection, heard: Heard) -> None:
    """Send the same statements to a file and read all their rows."""
    for statement, values in heard.statements:
        file.execute(statement, values).fetchall()


def page(query: Query) -> Callable[[Reader], object]:
    """Return the question for the first page of households."""
    return lambda reader: household_rows(
        reader, keys(reader, ListKind.HOUSEHOLDS, query, limit=PAGE), DAY
    )


def bench_lists(office: Office, folder: Path) -> None:
    """First page, sorted the other way, filtered while typing, counted."""
    plain = exported(office.store.database, folder / "ohne-schluessel.db")
    every = Query(day=DAY)
    typed = [
        Query(day=DAY, search=word[:length]) for word in TYPED for length in range(1, len(word) + 1)
    ]
    with closing(plain), closing(office.store.database.raw()) as keyed:
        files = Files(office.store, keyed, plain)
        compare(files, "first page of households", [page(every)])
        backwards = page(replace(every, descending=True))
        compare(files, "first page, sorted backwards", [backwards])
        compare(files, "filter as you type, page", [page(query) for query in typed])
        counts = [partial(count, kind=ListKind.HOUSEHOLDS, query=query) for query in typed]
        compare(files, "filter as you type, count", counts)


def bench_finding(office: Office) -> None:
    """Find anything while typing, and with a slip in each word."""
    typed = [word[:length] for word in TYPED for length in range(1, len(word) + 1)]
    for what, texts in (("find anything as you type", typed), ("the same, mistyped", MISTYPED)):
        asks = [partial(find, office.store, text, DAY) for text in texts]
        say(what, shares([seconds(ask) for _round in range(ROUNDS) for ask in asks]))


def bench_whole(office: Office, households: int) -> None:
    """Open, check and weigh the whole file."""
    database = office.store.database
    path = database.path
    if path is None:
        raise ValueError("a file is needed")
    office.store.database.checkpoint()
    say("size of the file", f"{path.stat().st_size / households:6.0f} bytes per household")
    raw = [seconds(lambda: open_and_read(path)) for _round in range(ROUNDS)]
    say("open with the raw key and read one row", shares(raw))
    kdf = [seconds(lambda: stretched("geheim", bytes(16), FIXED_COST)) for _round in range(3)]
    say("password to key (argon2id, fixed cost)", shares(kdf))
    found_problems: list[str] = []
    took = seconds(lambda: found_problems.extend(verify(database)))
    say("verify everything", f"{took:6.1f} s  {len(found_problems)} problems")


def open_and_read(path: Path) -> None:
    """Open the file anew and read one household."""
    database = Database(path, KEY)
    with database.read() as connection:
        connection.exec_driver_sql("SELECT id FROM household LIMIT 1").first()
    database.close()


def bench_store(folder: Path, households: int, lists: Sequence[int]) -> None:
    """Measure everything that needs no window."""
    say("households", str(households))
    for rows in lists:
        bench_import(folder, rows)
    office = founded(folder / "haushalte")
    with office.store.writing(ActLabel.IMPORT, office.author) as writer:
        add_households(writer, households)
    bench_save(office, folder)
    bench_lists(office, folder)
    bench_finding(office)
    bench_whole(office, households)
    office.store.close()
