"""Loading and keeping the states of records: the row, and versions where fields were edited."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.domain.journal.editing import shown
from neuewege_desktop.domain.journal.operations import (
    AddElement,
    Finalise,
    Operation,
    Release,
    RemoveElement,
    SetField,
)
from neuewege_desktop.domain.journal.state import FINAL, LIFE, RecordState, Version, conflicts
from neuewege_desktop.domain.records import KINDS, KindInfo
from neuewege_desktop.store import schema
from neuewege_desktop.store.rows import ROWS, dump, in_chunks, select_rows

_VERSIONS = sa.select(
    schema.version.c.record,
    schema.version.c.field,
    schema.version.c.hlc,
    schema.version.c.dot,
    schema.version.c.value,
).where(schema.version.c.record.in_(sa.bindparam("ids", expanding=True)))


def load_states(
    connection: sa.Connection, kind: str, scope: str, records: Sequence[int]
) -> dict[int, RecordState]:
    """Return the states of records of one kind; empty ones for those not known in this scope.

    A field that was never edited has the version of its creation, so the row holds it. Once a
    record is finalised its row shows frozen values; what it began with then comes from `version`.
    """
    states = {record: RecordState() for record in records}
    rows = ROWS[kind]
    for record, row in select_rows(connection, rows, records).items():
        if row[1] == scope and row[2]:
            states[record].created = Version(row[3], row[2], rows.encoded(row))
    for chunk in in_chunks(records):
        for record, field, hlc, dot, value in connection.execute(_VERSIONS, {"ids": list(chunk)}):
            _put(states[record], kind, field, Version(hlc, dot, json.loads(value)))
    return states


def _put(state: RecordState, kind: str, field: str, version: Version) -> None:
    if field == FINAL:
        state.finals.append(version)
        return
    info = KINDS[kind].by_name.get(field)
    if info is not None and info.shape.is_set:
        elements = state.sets.setdefault(field, [])
        if version.value is not None:  # the mark of a set that was touched and is empty
            elements.append(version)
    else:
        state.fields.setdefault(field, []).append(version)


def keep_states(
    connection: sa.Connection,
    kind: str,
    scope: str,
    states: Mapping[int, RecordState],
    fields: Mapping[int, set[str]],
) -> None:
    """Write states back: rows, the versions of the fields named, and the list of conflicts."""
    rows = ROWS[kind]
    updates, inserts = [], []
    known = select_rows(connection, rows, list(states))
    for record, state in states.items():
        if state.created is None:
            raise Bug("a record is kept that never began")
        values = rows.values(shown(rows.kind, state))
        begun = (state.created.dot, state.created.hlc)
        if record in known:
            updates.append((*begun, *values, record, scope))
        else:
            inserts.append((record, scope, *begun, *values))
    _many(connection, rows.update, updates)
    _many(connection, rows.insert, inserts)
    _keep_versions(connection, states, fields)
    _keep_conflicts(connection, kind, states)


def _keep_versions(
    connection: sa.Connection,
    states: Mapping[int, RecordState],
    fields: Mapping[int, set[str]],
) -> None:
    gone = [(record, field) for record, names in fields.items() for field in names]
    _many(connection, "DELETE FROM version WHERE record = ? AND field = ?", gone)
    lines = [
        (record, field, version.dot, version.hlc, dump(version.value))
        for record, field in gone
        for version in versions_kept(states[record], field)
    ]
    insert = "INSERT INTO version (record, field, dot, hlc, value) VALUES (?, ?, ?, ?, ?)"
    _many(connection, insert, lines)


def versions_kept(state: RecordState, field: str) -> Sequence[Version]:
    """Return the versions that are kept of a field; an emptied set leaves a mark."""
    if field == FINAL:
        return state.finals
    if field in state.sets:
        return state.sets[field] or [Version(0, 0, None)]
    return state.fields.get(field, ())


def _keep_conflicts(
    connection: sa.Connection, kind: str, states: Mapping[int, RecordState]
) -> None:
    _many(connection, "DELETE FROM conflict WHERE record = ?", [(record,) for record in states])
    lines = [
        (record, field, kind) for record, state in states.items() for field in conflicts(state)
    ]
    _many(connection, "INSERT INTO conflict (record, field, kind) VALUES (?, ?, ?)", lines)


def touched_fields(kind: str, state: RecordState, operations: Sequence[Operation]) -> set[str]:
    """Return the names under which the versions of these operations are kept.

    From its finalisation on a row shows frozen values, so everything else moves to `version`.
    """
    names: set[str] = set()
    for op in operations:
        match op:
            case SetField(field) | AddElement(field) | RemoveElement(field):
                names.add(field)
            case Release():
                names.add(LIFE)
            case Finalise():
                names |= {FINAL, *_materialised(KINDS[kind], state)}
    return names


def _materialised(kind: KindInfo, state: RecordState) -> list[str]:
    for info in kind.fields:
        if info.shape.is_set:
            state.sets[info.name] = state.elements(info.name)
        else:
            state.fields[info.name] = state.versions(info.name, info.default)
    return [info.name for info in kind.fields]


def _many(connection: sa.Connection, statement: str, lines: Sequence[tuple[Any, ...]]) -> None:
    if lines:
        connection.exec_driver_sql(statement, list(lines))
