"""Who wrote the value that stands: a person, or the program out of a list; and out of which list.

Acts that take back or do again have no opinion of their own: they give a value back to whoever
wrote it first.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.domain.identity import COUNT_BITS, compose
from neuewege_desktop.domain.journal.editing import shown
from neuewege_desktop.domain.journal.operations import Dot
from neuewege_desktop.domain.journal.state import LIFE, RecordState, apply
from neuewege_desktop.domain.records import KINDS, Life, Record, RecordId
from neuewege_desktop.domain.records.team import ImportedList
from neuewege_desktop.domain.scopes import Family, family_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.history import Trail, trails
from neuewege_desktop.store.rows import in_chunks

EVERY_FIELD = "*"
_LISTS = schema.TABLES[ImportedList.kind.name]

_Dots = defaultdict[str, set[Dot]]  # by scope


@dataclass(slots=True)
class _Findings:
    """Fields known to be written by hand, and those for which the history must be asked."""

    by_hand: defaultdict[RecordId, set[str]] = field(default_factory=lambda: defaultdict(set))
    open: defaultdict[RecordId, set[str]] = field(default_factory=lambda: defaultdict(set))


class Provenance:
    """Tells values written by hand, by the labels of the acts that wrote them."""

    def __init__(
        self, connection: sa.Connection, by_program: Collection[str], restoring: Collection[str]
    ) -> None:
        self._connection = connection
        self._restoring = _dots(connection, schema.entry.c.label.in_(sorted(restoring)))
        others = sorted({*by_program, *restoring})
        self._by_hand = _dots(connection, schema.entry.c.label.not_in(others))
        self._families = {family_of(scope) for scope in self._by_hand}

    def fields_by_hand(
        self, kind: type[Record], records: Sequence[RecordId]
    ) -> Mapping[RecordId, set[str]]:
        """Return the fields whose value a person wrote; `EVERY_FIELD` for a record they began.

        Fields of such a record that a list has changed since are left out of account: whoever
        entered a record by hand answers for all of it.
        """
        if kind.kind.family not in self._families:
            return {}
        found = _Findings()
        for chunk in in_chunks(records):
            self._look_at(kind, chunk, found)
        for trail in trails(self._connection, sorted(found.open)):
            found.by_hand[trail.record] |= self._written_by_hand(trail, found.open[trail.record])
        return found.by_hand

    def _look_at(self, kind: type[Record], records: Sequence[RecordId], found: _Findings) -> None:
        table, v = schema.TABLES[kind.kind.name].c, schema.version.c
        rows = sa.select(table.id, table.scope, table.dot).where(table.id.in_(records))
        scopes = {}
        for record, scope, dot in self._connection.execute(rows):
            scopes[record] = scope
            if dot in self._by_hand[scope]:
                found.by_hand[record].add(EVERY_FIELD)
        edits = sa.select(v.record, v.field, v.dot).where(v.record.in_(list(scopes)))
        for record, name, dot in self._connection.execute(edits):
            scope, info = scopes[record], kind.kind.by_name.get(name)
            if dot in self._by_hand[scope]:
                found.by_hand[record].add(name)
            elif info is not None and info.shape.is_set:
                found.open[record].add(name)  # what was taken out of a set leaves no version
            elif dot in self._restoring[scope] and name != LIFE:
                found.open[record].add(name)

    def _written_by_hand(self, trail: Trail, names: Iterable[str]) -> set[str]:
        """Return those of the fields whose value, as it stands, a person wrote."""
        kind, state = KINDS[trail.kind], RecordState()
        writings: dict[str, list[tuple[Any, Dot]]] = {name: [] for name in names}
        for step in trail.steps:
            for op in step.operations:
                apply(state, op, step.dot, step.hlc)
            now = shown(kind, state)
            gives_back = step.dot in self._restoring[trail.scope]
            for name, written in writings.items():
                if written and written[-1][0] == now[name]:
                    continue
                earlier = [dot for value, dot in written if value == now[name]]
                dot = earlier[-1] if gives_back and earlier else step.dot
                written.append((now[name], dot))
        by_hand = self._by_hand[trail.scope]
        return {name for name, written in writings.items() if written[-1][1] in by_hand}


def newest_lists(connection: sa.Connection) -> dict[str, dt.date]:
    """Return, by the scope of its clients, for which day the newest list of a municipality is true.

    Lists whose import was taken back do not count.
    """
    noted, told = schema.entry.alias(), schema.entry.alias()
    query = (
        sa.select(told.c.scope, sa.func.max(_LISTS.c.day))
        .join_from(_LISTS, noted, _its_entry(noted))
        .join(told, told.c.act == noted.c.act)
        .where(_LISTS.c.life == Life.LIVE.value)
        .group_by(told.c.scope)
    )
    return {
        scope: dt.date.fromisoformat(day)
        for scope, day in connection.execute(query)
        if family_of(scope) == Family.CASE
    }


def list_days(connection: sa.Connection) -> dict[int, dt.date]:
    """Return, by the act that brought a list in, for which day the list is true."""
    noted = schema.entry.alias()
    query = sa.select(noted.c.act, _LISTS.c.day).join_from(_LISTS, noted, _its_entry(noted))
    return {act: dt.date.fromisoformat(day) for act, day in connection.execute(query)}


def _its_entry(noted: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return the condition that finds the entry in which a list was noted."""
    return (
        (noted.c.scope == _LISTS.c.scope)
        & (noted.c.device == _LISTS.c.dot.op(">>")(COUNT_BITS))
        & (noted.c.seq == _LISTS.c.dot.op("&")((1 << COUNT_BITS) - 1))
    )


def _dots(connection: sa.Connection, labelled: sa.ColumnElement[bool]) -> _Dots:
    e = schema.entry.c
    found: _Dots = defaultdict(set)
    for scope, device, seq in connection.execute(
        sa.select(e.scope, e.device, e.seq).where(labelled)
    ):
        found[scope].add(compose(device, seq))
    return found
