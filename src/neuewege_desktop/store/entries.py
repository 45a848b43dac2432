"""Entries of the journal in their tables: append, read back, redact."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.domain.journal.entries import Act, Entry, Head, Part
from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.store import schema
from neuewege_desktop.store.rows import in_chunks

PLACE_BITS = 20  # of the place of a part within its entry

_INSERT_ENTRY = (
    "INSERT INTO entry (arrival, scope, device, seq, hlc, act, author, at, label, undoes, deps, "
    "schema, root, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_PART = (
    "INSERT INTO part (id, record, kind, commitment, salt, payload) VALUES (?, ?, ?, ?, ?, ?)"
)
_ADVANCE = (
    "INSERT INTO stream (scope, device, seq, hash) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (scope, device) DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
)
_REDACT = (
    "UPDATE part SET salt = NULL, payload = NULL WHERE record = ? AND payload <> ? "
    f"AND (SELECT scope FROM entry WHERE arrival = part.id >> {PLACE_BITS}) = ?"
)


def append_entry(connection: sa.Connection, entry: Entry) -> int:
    """Keep an entry with its parts at the end of its stream; return its number of arrival."""
    head, act = entry.head, entry.head.act
    arrival = _last_arrival(connection) + 1
    deps = json.dumps(head.deps, separators=(",", ":"))
    line = (arrival, head.scope, head.device, head.seq, head.hlc, act.id, act.author, act.at)
    line += (act.label, act.undoes, deps, head.schema, head.root, entry.hash)  # type: ignore[assignment]
    connection.exec_driver_sql(_INSERT_ENTRY, line)
    first = arrival << PLACE_BITS
    parts = [
        (first | place, part.record, part.kind, part.commitment, part.salt, part.payload)
        for place, part in enumerate(entry.parts)
    ]
    if parts:
        connection.exec_driver_sql(_INSERT_PART, parts)
    connection.exec_driver_sql(_ADVANCE, (head.scope, head.device, head.seq, entry.hash))
    return arrival


def _last_arrival(connection: sa.Connection) -> int:
    return int(
        connection.exec_driver_sql("SELECT coalesce(max(arrival), 0) FROM entry").scalar_one()
    )


def redact(connection: sa.Connection, scope: str, record: int) -> None:
    """Destroy payload and salt of every part of a record in a scope; heads and hashes stay."""
    connection.exec_driver_sql(_REDACT, (record, ERASURE, scope))


def head_of(row: Any) -> Head:  # noqa: ANN401 - a row of `entry`
    """Return the head that a row of `entry` holds."""
    act = Act(row.act, row.author, row.at, row.label, row.undoes)
    deps = tuple((device, seq) for device, seq in json.loads(row.deps))
    return Head(row.scope, row.device, row.seq, row.hlc, act, deps, row.schema, row.root)


def read_entries(connection: sa.Connection, scope: str, device: int, after: int) -> Iterator[Entry]:
    """Return the entries of a stream behind a number, in order."""
    e = schema.entry
    query = sa.select(e).where(e.c.scope == scope, e.c.device == device, e.c.seq > after)
    for row in connection.execute(query.order_by(e.c.seq)).all():
        yield Entry(head_of(row), tuple(parts_of(connection, row.arrival)), row.hash)


def parts_of(connection: sa.Connection, arrival: int) -> list[Part]:
    """Return the parts of the entry with this number of arrival, in order."""
    p = schema.part
    first, last = arrival << PLACE_BITS, (arrival + 1) << PLACE_BITS
    query = sa.select(p.c.record, p.c.kind, p.c.commitment, p.c.salt, p.c.payload)
    found = connection.execute(query.where(p.c.id >= first, p.c.id < last).order_by(p.c.id))
    return [Part(*row) for row in found]


def erased_among(connection: sa.Connection, scope: str, records: Sequence[int]) -> Collection[int]:
    """Return those of the records that were erased in a scope."""
    if not connection.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM erasure)").scalar_one():
        return ()
    x = schema.erasure
    return {
        row.record
        for chunk in in_chunks(records)
        for row in connection.execute(
            sa.select(x.c.record).where(x.c.scope == scope, x.c.record.in_(chunk))
        )
    }


def begun_among(
    connection: sa.Connection, scope: str, device: int, records: Sequence[int]
) -> Collection[int]:
    """Return those of the records of which a device wrote before, but for erasures in the scope."""
    e, p = schema.entry, schema.part
    query = (
        sa.select(p.c.record)
        .join(e, e.c.arrival == p.c.id.op(">>")(PLACE_BITS))
        .where(e.c.device == device)
        .where(sa.or_(e.c.scope != scope, p.c.payload.is_distinct_from(ERASURE)))
    )
    return {
        record
        for chunk in in_chunks(records)
        for record in connection.scalars(query.where(p.c.record.in_(chunk)))
    }


def to_json(entry: Entry) -> str:
    """Return an entry as the text in which it is parked."""
    head, act = entry.head, entry.head.act
    return json.dumps(
        {
            "head": [head.scope, head.device, head.seq, head.hlc, head.deps, head.schema],
            "act": [act.id, act.author, act.at, act.label, act.undoes],
            "root": head.root.hex(),
            "hash": entry.hash.hex(),
            "parts": [
                [p.record, p.kind, p.commitment.hex(), p.salt.hex() if p.salt else None, p.payload]
                for p in entry.parts
            ],
        },
        ensure_ascii=False,
    )


def from_json(text: str) -> Entry:
    """Return the entry that `to_json` wrote."""
    body = json.loads(text)
    scope, device, seq, hlc, deps, version = body["head"]
    pairs = tuple((device, seq) for device, seq in deps)
    root = bytes.fromhex(body["root"])
    head = Head(scope, device, seq, hlc, Act(*body["act"]), pairs, version, root)
    parts = tuple(
        Part(record, kind, bytes.fromhex(mark), bytes.fromhex(salt) if salt else None, payload)
        for record, kind, mark, salt, payload in body["parts"]
    )
    return Entry(head, parts, bytes.fromhex(body["hash"]))
