"""The tables are a projection: every record is folded anew out of its parts and compared.

Record by record in the order of ids, so that a file of any size is checked with little memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.journal.editing import shown
from neuewege_desktop.domain.journal.operations import BadOperation, load
from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.domain.journal.state import RecordState, apply, conflicts
from neuewege_desktop.domain.records import KINDS, Life
from neuewege_desktop.store import schema
from neuewege_desktop.store.rows import ROWS, Row, dump, select_rows
from neuewege_desktop.store.states import touched_fields, versions_kept

_BATCH = 400
_LIFE = 4  # the place of `life` in a row

_STEPS = """
SELECT part.record, part.kind, part.payload, entry.scope, entry.device << 32 | entry.seq, entry.hlc
FROM part JOIN entry ON entry.arrival = part.id >> 20
ORDER BY part.record, part.id
"""

VersionLine = tuple[str, int, int, str]  # field, dot, clock, value


@dataclass(slots=True)
class Folded:
    """What the journal says of one record."""

    kind: str
    scope: str
    state: RecordState = field(default_factory=RecordState)
    edited: set[str] = field(default_factory=set)  # names whose versions are kept
    redacted: bool = False

    def row(self, record: int) -> Row | None:
        """Return the row that the record must have; None if its beginning is not known."""
        created = self.state.created
        if created is None:
            return None
        rows = ROWS[self.kind]
        values = rows.values(shown(rows.kind, self.state))
        return (record, self.scope, created.dot, created.hlc, *values)

    def versions(self) -> set[VersionLine]:
        """Return the versions that must be kept for it."""
        return {
            (name, version.dot, version.hlc, dump(version.value))
            for name in self.edited
            for version in versions_kept(self.state, name)
        }


def projection_problems(connection: sa.Connection) -> Iterator[str]:
    """Yield a sentence for each record whose tables are not what the journal says."""
    erased = set(connection.scalars(sa.select(schema.erasure.c.record)))
    counts = dict.fromkeys(KINDS, 0)
    rows = connection.exec_driver_sql(_STEPS)
    groups = groupby(rows, key=itemgetter(0))
    while batch := {record: _fold(steps) for record, steps in islice(groups, _BATCH)}:
        known = {record: folded for record, folded in batch.items() if folded.kind in KINDS}
        for folded in known.values():
            counts[folded.kind] += 1
        for record in _wrong(connection, known, erased):
            yield _("{kind} {record} is not what the journal says.").format(
                kind=known[record].kind, record=record
            )
    for kind, count in counts.items():
        query = sa.select(sa.func.count()).select_from(schema.TABLES[kind])
        if connection.execute(query).scalar_one() != count:
            yield _("The table {kind} does not hold what the journal holds.").format(kind=kind)


def _fold(steps: Iterable[Sequence[Any]]) -> Folded:
    folded: Folded | None = None
    for _record, kind, payload, scope, dot, hlc in steps:
        folded = folded or Folded(kind, scope)
        if payload is None:
            folded.redacted = True
        elif payload != ERASURE and kind in KINDS:
            _fold_step(folded, payload, dot, hlc)
    if folded is None:
        raise ValueError("a record without parts")
    return folded


def _fold_step(folded: Folded, payload: str, dot: int, hlc: int) -> None:
    try:
        operations = load(payload)
    except BadOperation:
        folded.redacted = True  # the check of the chains names the entry
        return
    folded.edited |= touched_fields(folded.kind, folded.state, operations)
    for op in operations:
        apply(folded.state, op, dot, hlc)


def _wrong(
    connection: sa.Connection, batch: Mapping[int, Folded], erased: set[int]
) -> Iterator[int]:
    """Yield the records of a batch whose row, versions or conflicts are not as folded."""
    versions, listed = _versions(connection, batch), _listed_conflicts(connection, batch)
    rows: dict[int, Row] = {}
    for kind in {folded.kind for folded in batch.values()}:
        ids = [record for record, folded in batch.items() if folded.kind == kind]
        rows |= select_rows(connection, ROWS[kind], ids)
    for record, folded in batch.items():
        if record in erased:
            row = rows.get(record)
            clean = row is not None and row[_LIFE] == Life.ERASED.value
            right = clean and record not in versions and record not in listed
        else:
            expected = folded.row(record)
            right = not folded.redacted and expected == rows.get(record)
            right = right and versions.get(record, set()) == folded.versions()
            right = right and listed.get(record, set()) == set(conflicts(folded.state))
        if not right:
            yield record


def _versions(connection: sa.Connection, records: Iterable[int]) -> dict[int, set[VersionLine]]:
    v = schema.version.c
    found: dict[int, set[VersionLine]] = {}
    query = sa.select(v.record, v.field, v.dot, v.hlc, v.value).where(v.record.in_(list(records)))
    for record, name, dot, hlc, value in connection.execute(query):
        found.setdefault(record, set()).add((name, dot, hlc, value))
    return found


def _listed_conflicts(connection: sa.Connection, records: Iterable[int]) -> dict[int, set[str]]:
    c = schema.conflict.c
    found: dict[int, set[str]] = {}
    for record, name in connection.execute(
        sa.select(c.record, c.field).where(c.record.in_(list(records)))
    ):
        found.setdefault(record, set()).add(name)
    return found
