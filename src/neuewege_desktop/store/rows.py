"""Between the journal's values and the rows of the tables of records."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from neuewege_desktop.domain.records import KINDS, KindInfo, Life, Record
from neuewege_desktop.domain.records.kind import RecordId
from neuewege_desktop.store.schema import TABLES, columns_of

R = TypeVar("R", bound=Record)
Row = tuple[Any, ...]

_HEAD = ("id", "scope", "dot", "hlc")  # the columns before the values


class KindRows:
    """How the records of one kind are written to and read from their table."""

    def __init__(self, kind: KindInfo) -> None:
        self.kind = kind
        self.table = TABLES[kind.name]
        names = [*_HEAD, *(name for info in kind.fields for name in columns_of(info))]
        quoted = [f'"{name}"' for name in names]
        marks = ", ".join("?" * len(names))
        self.columns = tuple(names)
        self.selected = [self.table.c[name] for name in names]
        self.insert = f'INSERT INTO "{kind.name}" ({", ".join(quoted)}) VALUES ({marks})'
        self.update = (
            f'UPDATE "{kind.name}" SET {", ".join(f"{name} = ?" for name in quoted[2:])} '
            "WHERE id = ? AND scope = ?"
        )
        self._plain = all(
            info.shape.suffixes == ("",) and not info.shape.is_set for info in kind.fields
        )
        self._fields = tuple((info.name, info.default, info.shape) for info in kind.fields)

    def values(self, encoded: Mapping[str, Any]) -> Row:
        """Return the value columns of these values; what is missing has its default."""
        if self._plain:
            return tuple(encoded.get(name, default) for name, default, _shape in self._fields)
        row: list[Any] = []
        for name, default, shape in self._fields:
            row.extend(shape.columns(encoded.get(name, default)))
        return tuple(row)

    def encoded(self, row: Sequence[Any]) -> dict[str, Any]:
        """Return the values that the value columns of a row hold."""
        found: dict[str, Any] = {}
        place = len(_HEAD)
        for name, _default, shape in self._fields:
            width = len(shape.suffixes)
            found[name] = shape.from_columns(tuple(row[place : place + width]))
            place += width
        return found

    def record(self, row: Sequence[Any]) -> Record:
        """Return the record that a whole row holds."""
        place = len(_HEAD)
        values: dict[str, Any] = {}
        for name, _default, shape in self._fields:
            width = len(shape.suffixes)
            encoded = shape.from_columns(tuple(row[place : place + width]))
            values[name] = shape.decode(encoded)
            place += width
        return self.kind.record(id=row[0], scope=row[1], **values)


ROWS: dict[str, KindRows] = {name: KindRows(kind) for name, kind in KINDS.items()}
BLANK = {"life": Life.ERASED.value}


def rows_of(kind: type[Record] | str) -> KindRows:
    """Return the reader and writer of a kind's table."""
    return ROWS[kind if isinstance(kind, str) else kind.kind.name]


def in_chunks(ids: Sequence[RecordId], size: int = 500) -> list[Sequence[RecordId]]:
    """Cut ids into runs that fit into one statement."""
    return [ids[start : start + size] for start in range(0, len(ids), size)]


def select_rows(
    connection: sa.Connection, rows: KindRows, ids: Sequence[RecordId]
) -> dict[RecordId, Row]:
    """Return the rows with these ids, by id."""
    found: dict[RecordId, Row] = {}
    query = sa.select(*rows.selected).where(
        rows.table.c.id.in_(sa.bindparam("ids", expanding=True))
    )
    for chunk in in_chunks(ids):
        for row in connection.execute(query, {"ids": list(chunk)}):
            found[row[0]] = tuple(row)
    return found


def dump(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return a value as the version table keeps it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
