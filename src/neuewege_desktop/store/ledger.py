"""The journal in the encrypted file: what the kernel asks of the place where it is kept."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import sqlalchemy as sa

from neuewege_desktop.domain.journal.entries import Entry, Part
from neuewege_desktop.domain.journal.ledger import Stream, Vector
from neuewege_desktop.domain.journal.operations import Create, Operation
from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.domain.journal.state import apply
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.store import schema
from neuewege_desktop.store.entries import (
    append_entry,
    begun_among,
    erased_among,
    from_json,
    read_entries,
    redact,
    to_json,
)
from neuewege_desktop.store.rows import BLANK, ROWS, select_rows
from neuewege_desktop.store.settings import read_setting, write_setting
from neuewege_desktop.store.states import keep_states, load_states, touched_fields

_CLOCK = "clock"


class SqlLedger:
    """The ledger over one writing connection; lives as long as its transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._scopes = {name for (name,) in connection.execute(sa.select(schema.scope.c.name))}
        # Records by kind, as machine integers: a large list touches millions.
        self.touched: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
        self.erasures: list[tuple[str, int, str]] = []

    def scopes(self) -> Collection[str]:
        """Return the scopes this workplace may hold."""
        return self._scopes

    def vector(self, scope: str) -> Vector:
        """Return the highest number held of each stream of a scope."""
        s = schema.stream
        query = sa.select(s.c.device, s.c.seq).where(s.c.scope == scope, s.c.seq > 0)
        return {row.device: row.seq for row in self._connection.execute(query)}

    def hash_at(self, scope: str, device: int, seq: int) -> bytes | None:
        """Return the hash of an entry, b"" for number 0, None where it is not held."""
        if seq == 0:
            return b""
        e = schema.entry
        query = sa.select(e.c.hash).where(e.c.scope == scope, e.c.device == device, e.c.seq == seq)
        return self._connection.execute(query).scalar_one_or_none()

    def entries(self, scope: str, device: int, after: int) -> Iterable[Entry]:
        """Return the entries of a stream behind a number, in order."""
        return read_entries(self._connection, scope, device, after)

    def append(self, entry: Entry) -> None:
        """Keep an entry at the end of its stream and project its open parts."""
        append_entry(self._connection, entry)
        self._project(entry)

    def erased(self, scope: str, records: Collection[int]) -> Collection[int]:
        """Return those of the records that are erased."""
        return erased_among(self._connection, scope, list(records))

    def begun(self, scope: str, device: int, records: Collection[int]) -> Collection[int]:
        """Return those of the records that this device began before, here or in another scope."""
        return begun_among(self._connection, scope, device, list(records))

    def erase(self, scope: str, record: int, kind: str) -> None:
        """Remember an erasure, redact all parts of the record and blank its row.

        Only in this scope: nobody erases by its number what lives where he has no say.
        """
        run = self._connection.exec_driver_sql
        run("INSERT OR IGNORE INTO erasure VALUES (?, ?, ?)", (scope, record, kind))
        redact(self._connection, scope, record)
        if kind in ROWS and self._blank(scope, record, kind):
            for table in ("version", "conflict", "draft"):
                run(f"DELETE FROM {table} WHERE record = ?", (record,))
            self.touched[kind].append(record)
        self.erasures.append((scope, record, kind))

    def _blank(self, scope: str, record: int, kind: str) -> bool:
        """Leave a bare row for a record; False if its row belongs to another scope."""
        rows = ROWS[kind]
        empty = (BLANK["life"], *(None,) * (len(rows.columns) - 5))
        row = select_rows(self._connection, rows, [record]).get(record)
        if row is None:
            self._connection.exec_driver_sql(rows.insert, (record, scope, 0, 0, *empty))
        elif row[1] == scope:
            self._connection.exec_driver_sql(rows.update, (0, 0, *empty, record, scope))
        return row is not None and row[1] == scope

    def _project(self, entry: Entry) -> None:
        begun: dict[str, list[tuple[int, Create]]] = defaultdict(list)
        edited: dict[str, dict[int, list[Operation]]] = defaultdict(dict)
        for part in entry.parts:
            if part.kind not in KINDS or part.payload == ERASURE:
                continue
            if part.payload is None:
                self._keep_place(entry.head.scope, part)
                continue
            match part.operations():
                case (Create() as create, *others):
                    begun[part.kind].append((part.record, create))
                case others:
                    pass
            if others:
                edited[part.kind].setdefault(part.record, []).extend(others)
        for kind, created in begun.items():
            self._begin(kind, entry, created)
        for kind, changed in edited.items():
            self._edit(kind, entry, changed)

    def _keep_place(self, scope: str, part: Part) -> None:
        """Make a bare row for a record that came redacted, so that others may point at it."""
        if not select_rows(self._connection, ROWS[part.kind], [part.record]):
            self._blank(scope, part.record, part.kind)

    def _begin(self, kind: str, entry: Entry, created: Sequence[tuple[int, Create]]) -> None:
        rows, head = ROWS[kind], entry.head
        lines = [
            (record, head.scope, head.dot, head.hlc, *rows.values(create.values))
            for record, create in created
        ]
        self._connection.exec_driver_sql(rows.insert, lines)
        self.touched[kind].extend(record for record, _create in created)

    def _edit(self, kind: str, entry: Entry, changed: Mapping[int, Sequence[Operation]]) -> None:
        """Apply changes to the records that began in this scope; others are not ours to change.

        What began with a redacted entry is not there either: its erasure is on its way.
        """
        head = entry.head
        found = load_states(self._connection, kind, head.scope, list(changed))
        states = {record: state for record, state in found.items() if state.created is not None}
        fields = {}
        for record, state in states.items():
            fields[record] = touched_fields(kind, state, changed[record])
            for op in changed[record]:
                apply(state, op, head.dot, head.hlc)
        keep_states(self._connection, kind, head.scope, states, fields)
        self.touched[kind].extend(states)

    def parked(self) -> Collection[Entry]:
        """Return the entries that wait for an earlier one."""
        found = self._connection.execute(sa.select(schema.parked.c.body))
        return [from_json(body) for (body,) in found]

    def park(self, entry: Entry) -> None:
        """Keep an entry until what it depends on has come; again to replace it."""
        head = entry.head
        line = (head.scope, head.device, head.seq, to_json(entry))
        self._connection.exec_driver_sql("INSERT OR REPLACE INTO parked VALUES (?, ?, ?, ?)", line)

    def unpark(self, entry: Entry) -> None:
        """Forget a parked entry."""
        statement = "DELETE FROM parked WHERE scope = ? AND device = ? AND seq = ?"
        head = entry.head
        self._connection.exec_driver_sql(statement, (head.scope, head.device, head.seq))

    def freeze(self, stream: Stream) -> None:
        """Remember that a stream came in two versions: nothing more is taken from it."""
        statement = (
            "INSERT INTO stream (scope, device, seq, hash, forked) VALUES (?, ?, 0, x'', 1) "
            "ON CONFLICT (scope, device) DO UPDATE SET forked = 1"
        )
        self._connection.exec_driver_sql(statement, stream)

    def frozen(self) -> Collection[Stream]:
        """Return the streams that came in two versions."""
        s = schema.stream
        query = sa.select(s.c.scope, s.c.device).where(s.c.forked == 1)
        return {(scope, device) for scope, device in self._connection.execute(query)}

    def clock(self) -> int:
        """Return the last reading of the hybrid clock."""
        return int(read_setting(self._connection, _CLOCK, "0"))

    def set_clock(self, reading: int) -> None:
        """Keep a reading of the hybrid clock."""
        write_setting(self._connection, _CLOCK, str(reading))
