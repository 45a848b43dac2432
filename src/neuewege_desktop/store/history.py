"""What was done: acts in order, the steps of a record, and what taking an act back would need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.domain.journal.editing import shown
from neuewege_desktop.domain.journal.operations import Create, load
from neuewege_desktop.domain.journal.replica import ERASURE, Change
from neuewege_desktop.domain.journal.state import LIFE, apply
from neuewege_desktop.domain.journal.undoing import (
    ActLine,
    Step,
    cancelled,
    invert,
    replay,
    since_last_counting,
)
from neuewege_desktop.domain.records import KINDS, Life
from neuewege_desktop.store import schema
from neuewege_desktop.store.rows import in_chunks

_PLACE_BITS = 20


@dataclass(frozen=True, slots=True)
class Trail:
    """All steps of one record, oldest first, as they were applied here."""

    record: int
    kind: str
    scope: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A field, or a record that points at one, that stands in the way of taking an act back."""

    kind: str
    record: int
    field: str


@dataclass(frozen=True, slots=True)
class Reversal:
    """The changes that take an act back, or what stands in the way."""

    changes: tuple[Change, ...] = ()
    blockers: tuple[Blocker, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record went from one value to another, in an act of somebody."""

    act: int
    author: int
    at: int
    label: str
    kind: str
    record: int
    field: str
    old: Any  # as the journal writes it
    new: Any
    begins: bool = False  # the act began the record


@dataclass(frozen=True, slots=True)
class ActHead:
    """An act as a list names it: what was done, by whom, when (ms since 1970)."""

    act: int
    label: str
    author: int
    at: int


def act_lines(connection: sa.Connection, *, only_undoing: bool = False) -> list[ActLine]:
    """Return every act in the order in which it was done or arrived here.

    Those that take another one back are few, whatever the length of the history.
    """
    e = schema.entry.c
    query = sa.select(e.act, e.author, e.undoes).group_by(e.act).order_by(sa.func.min(e.arrival))
    if only_undoing:
        query = query.where(e.undoes.is_not(None))
    return [ActLine(*row) for row in connection.execute(query)]


def recent_acts(
    connection: sa.Connection, author: int, passing_over: Collection[str] = ()
) -> list[ActLine]:
    """Return what decides about somebody's next undo and redo, oldest first.

    Acts with a label of `passing_over` are as if they had not been done. Walks back from the end,
    so that a long history costs no more than a short one.
    """
    e = schema.entry.c
    query = sa.select(e.act, e.author, e.undoes).where(e.author == author)
    query = query.where(e.label.not_in(list(passing_over)))
    rows = connection.execute(query.order_by(e.arrival.desc()).execution_options(yield_per=50))
    try:  # an act of several entries is one act
        return since_last_counting(ActLine(*row) for row, _entries in groupby(rows))
    finally:
        rows.close()


def label_of(connection: sa.Connection, act: int) -> str:
    """Return the code that names what an act did."""
    e = schema.entry.c
    return str(connection.scalars(sa.select(e.label).where(e.act == act).limit(1)).one())


def records_of(connection: sa.Connection, act: int) -> list[int]:
    """Return the records that an act touched."""
    e, p = schema.entry.c, schema.part.c
    found: set[int] = set()
    for arrival in connection.scalars(sa.select(e.arrival).where(e.act == act)).all():
        low, high = arrival << _PLACE_BITS, (arrival + 1) << _PLACE_BITS
        found.update(connection.scalars(sa.select(p.record).where(p.id >= low, p.id < high)))
    return sorted(found)


def trails(connection: sa.Connection, records: Sequence[int]) -> Iterator[Trail]:
    """Yield the steps of these records, record by record; what was erased has none."""
    e, p = schema.entry.c, schema.part.c
    query = (
        sa.select(p.record, p.kind, p.payload, e.scope, e.act, e.device, e.seq, e.hlc)
        .join(schema.entry, e.arrival == p.id.op(">>")(_PLACE_BITS))
        .where(p.record.in_(sa.bindparam("ids", expanding=True)))
        .order_by(p.record, p.id)
    )
    for chunk in in_chunks(records):
        steps: dict[tuple[int, str, str], list[Step]] = {}
        for row in connection.execute(query, {"ids": list(chunk)}):
            if row.payload is None or row.payload == ERASURE or row.kind not in KINDS:
                continue
            dot = row.device << 32 | row.seq
            step = Step(row.act, dot, row.hlc, load(row.payload))
            steps.setdefault((row.record, row.kind, row.scope), []).append(step)
        for (record, kind, scope), found in steps.items():
            yield Trail(record, kind, scope, tuple(found))


def reversal(connection: sa.Connection, act: int) -> Reversal:
    """Return what takes an act back as a whole, or everything that stands in its way."""
    gone = cancelled(act_lines(connection, only_undoing=True)) - {act}
    changes: list[Change] = []
    blockers: list[Blocker] = []
    withdrawn: dict[str, list[int]] = {}
    touched = records_of(connection, act)
    for trail in trails(connection, touched):
        inverse = invert(KINDS[trail.kind], trail.steps, act, gone)
        blockers += [Blocker(trail.kind, trail.record, name) for name in inverse.blockers]
        changes.append(Change(trail.scope, trail.record, trail.kind, inverse.operations))
        if any(isinstance(op, Create) for s in trail.steps if s.act == act for op in s.operations):
            withdrawn.setdefault(trail.kind, []).append(trail.record)
    blockers += _pointing_at(connection, withdrawn, set(touched))
    if blockers or len(changes) < len(touched):
        return Reversal(blockers=tuple(blockers))
    return Reversal(changes=tuple(reversed(changes)))


def _pointing_at(
    connection: sa.Connection, withdrawn: dict[str, list[int]], touched: Collection[int]
) -> list[Blocker]:
    """Return the live records, not of the same act, that point at what would be withdrawn."""
    found = []
    for kind in KINDS.values():
        table = schema.TABLES[kind.name].c
        for info in kind.fields:
            for chunk in in_chunks(withdrawn.get(info.refers or "", [])):
                query = sa.select(table.id).where(
                    table[info.name].in_(list(chunk)), table.life == Life.LIVE.value
                )
                found += [
                    Blocker(kind.name, record, info.name)
                    for record in connection.scalars(query)
                    if record not in touched
                ]
    return found


def changes_of(connection: sa.Connection, records: Sequence[int]) -> list[FieldChange]:
    """Return every change of these records, oldest first: who, when, what it was and became."""
    known = list(trails(connection, records))
    heads = heads_of(connection, {step.act for trail in known for step in trail.steps})
    found = [change for trail in known for change in changes_in(trail, heads)]
    return sorted(found, key=lambda change: (change.at, change.act, change.record))


def changes_in(
    trail: Trail, heads: Mapping[int, ActHead], start: int = 0, end: int | None = None
) -> Iterator[FieldChange]:
    """Yield what the steps from `start` up to `end` changed, in the order of their arrival."""
    kind = KINDS[trail.kind]
    state = replay(trail.steps[:start])
    before = shown(kind, state) if start else dict.fromkeys(kind.by_name)
    for step in trail.steps[start:end]:
        for op in step.operations:
            apply(state, op, step.dot, step.hlc)
        after, head = shown(kind, state), heads[step.act]
        for name, value in after.items():
            if value != before[name] and not _is_trivial(kind.by_name[name], before, value):
                yield FieldChange(
                    act=step.act,
                    author=head.author,
                    at=head.at,
                    label=head.label,
                    kind=kind.name,
                    record=trail.record,
                    field=name,
                    old=before[name],
                    new=value,
                    begins=before[LIFE] is None,
                )
        before = after


def latest_changes(
    connection: sa.Connection, records: Sequence[int], count: int
) -> list[FieldChange]:
    """Return the changes in the latest `count` doings to these records, oldest first."""
    e, p = schema.entry.c, schema.part.c
    query = sa.select(p.id, p.record).where(p.record.in_(sa.bindparam("ids", expanding=True)))
    query = query.order_by(p.id.desc()).limit(count)
    parts = [
        (part, record)
        for chunk in in_chunks(records)
        for part, record in connection.execute(query, {"ids": list(chunk)})
    ]
    latest = sorted(parts, reverse=True)[:count]
    acts: set[int] = set()
    for chunk in in_chunks(sorted({part >> _PLACE_BITS for part, _record in latest})):
        acts.update(connection.scalars(sa.select(e.act).where(e.arrival.in_(list(chunk)))))
    found = changes_of(connection, sorted({record for _part, record in latest}))
    return [change for change in found if change.act in acts]


def _is_trivial(info: Any, before: dict[str, Any], value: Any) -> bool:  # noqa: ANN401
    """Say whether a new record merely has its default in a field."""
    return before["life"] is None and value == info.default


def heads_of(connection: sa.Connection, acts: Collection[int]) -> dict[int, ActHead]:
    """Return what these acts were, by their ids."""
    e = schema.entry.c
    found: dict[int, ActHead] = {}
    for chunk in in_chunks(sorted(acts)):
        query = sa.select(e.act, e.label, e.author, e.at).where(e.act.in_(list(chunk)))
        found |= {row.act: ActHead(*row) for row in connection.execute(query)}
    return found


def latest_acts(connection: sa.Connection, limit: int) -> list[ActHead]:
    """Return the acts that were written here last, newest first."""
    e = schema.entry.c
    query = sa.select(e.act, e.label, e.author, e.at).order_by(e.arrival.desc())
    rows = connection.execute(query.execution_options(yield_per=50))
    try:
        return list(islice(_each_act(rows), limit))
    finally:
        rows.close()


def first_moment(connection: sa.Connection) -> int:
    """Return when the first act was done (ms since 1970)."""
    e = schema.entry.c
    return int(connection.scalars(sa.select(e.at).order_by(e.arrival).limit(1)).one())


def _each_act(rows: Iterable[Any]) -> Iterator[ActHead]:
    """Yield each act once: it wrote an entry into each scope it touched, one after the other."""
    for _act, entries in groupby(rows, key=lambda row: row.act):
        yield ActHead(*next(entries))
