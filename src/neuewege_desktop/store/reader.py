"""Reading records as values: by id, by plain fields, with what stands beside them in conflict."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from neuewege_desktop.domain.journal.state import conflicts
from neuewege_desktop.domain.records import KINDS, Life, Record, RecordId
from neuewege_desktop.store import schema
from neuewege_desktop.store.rows import ROWS, in_chunks, rows_of, select_rows
from neuewege_desktop.store.states import load_states

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that was written differently in two places, with every value that stands."""

    kind: str
    record: RecordId
    field: str
    values: tuple[Any, ...]


class Reader:
    """Questions to one state of the file."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def get(self, kind: type[R], record: RecordId) -> R | None:
        """Return a record, or None; an erased one is gone."""
        return self.many(kind, [record]).get(record)

    def many(self, kind: type[R], records: Sequence[RecordId]) -> dict[RecordId, R]:
        """Return the records with these ids, in one query a page."""
        rows = rows_of(kind)
        found = select_rows(self.connection, rows, records)
        erased = Life.ERASED.value
        return {id_: cast("R", rows.record(row)) for id_, row in found.items() if row[4] != erased}

    def find(
        self,
        kind: type[R],
        *,
        scope: str | None = None,
        lives: Collection[Life] = (Life.LIVE,),
        **equals: Any,  # noqa: ANN401 - a value, or a collection of values, of the field named
    ) -> list[R]:
        """Return the records whose plain fields have these values, oldest first."""
        rows = rows_of(kind)
        table = rows.table
        query = sa.select(*rows.selected).where(table.c.life.in_([life.value for life in lives]))
        if scope is not None:
            query = query.where(table.c.scope == scope)
        collections = [
            (name, list(value))
            for name, value in equals.items()
            if isinstance(value, (list, tuple, set, frozenset))
        ]
        for name, value in equals.items():
            if name not in dict(collections):
                encoded = rows.kind.by_name[name].shape.encode(value)
                query = query.where(table.c[name] == encoded)
        found: list[Any] = []
        for wheres in _chunked(table, collections):
            found += self.connection.execute(query.where(*wheres).order_by(table.c.id))
        return [cast("R", rows.record(row)) for row in found]

    def pointing_at(self, kind: type[R], field: str, records: Collection[RecordId]) -> list[R]:
        """Return all records of a kind, living or not, whose `field` refers to one of these."""
        equals: dict[str, Any] = {field: set(records)}
        return self.find(kind, lives=[life for life in Life if life != Life.ERASED], **equals)

    def ids_pointing_at(
        self, kind: type[Record], field: str, records: Collection[RecordId]
    ) -> set[RecordId]:
        """Return the ids of what `pointing_at` returns, without reading the records."""
        table = schema.TABLES[kind.kind.name].c
        query = sa.select(table.id).where(table.life != Life.ERASED.value)
        found: set[RecordId] = set()
        for chunk in in_chunks(sorted(records)):
            pointing = self.connection.scalars(query.where(table[field].in_(list(chunk))))
            found.update(pointing.all())
        return found

    def count(self, kind: type[Record]) -> int:
        """Return how many live records of a kind there are."""
        table = schema.TABLES[kind.kind.name]
        query = sa.select(sa.func.count()).where(table.c.life == Life.LIVE.value)
        return int(self.connection.execute(query.select_from(table)).scalar_one())

    def conflicts(self) -> list[Conflict]:
        """Return every field that waits for a person's decision."""
        c = schema.conflict
        found: list[Conflict] = []
        for record, field, kind in self.connection.execute(
            sa.select(c.c.record, c.c.field, c.c.kind).order_by(c.c.record, c.c.field)
        ):
            scope = select_rows(self.connection, ROWS[kind], [record])[record][1]
            state = load_states(self.connection, kind, scope, [record])[record]
            heads = conflicts(state).get(field, [])
            shape = KINDS[kind].by_name[field].shape if field in KINDS[kind].by_name else None
            values = tuple(shape.decode(v.value) if shape else v.value for v in heads)
            found.append(Conflict(kind, record, field, values))
        return found


def _chunked(
    table: sa.Table, collections: Sequence[tuple[str, list[Any]]]
) -> list[list[sa.ColumnElement[bool]]]:
    """Return the conditions of each statement that a long list of values is cut into."""
    if not collections:
        return [[]]
    (name, values), *rest = collections
    others = [table.c[other].in_(list(found)) for other, found in rest]
    return [[table.c[name].in_(list(chunk)), *others] for chunk in in_chunks(values)]
