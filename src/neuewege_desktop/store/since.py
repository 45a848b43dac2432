"""What became of records since a moment: the changes behind it, found without reading the past.

A colleague's laptop may bring today what was done last week. So a moment remembers both when it
was and what this workplace knew then, and whatever came behind either of them is new.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.domain.journal.state import LIFE
from neuewege_desktop.domain.records import Life
from neuewege_desktop.store import schema
from neuewege_desktop.store.history import FieldChange, changes_in, heads_of, trails
from neuewege_desktop.store.rows import in_chunks

_PLACE_BITS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point of the history: what was done later (ms since 1970) or arrived here later is new.

    What is None does not count; the beginning of all things has neither.
    """

    at: int | None = None
    arrival: int | None = None

    @classmethod
    def of(cls, when: dt.datetime) -> Moment:
        """Return the moment of a time by the clock; one without a zone is local."""
        return cls(at=round(when.timestamp() * 1000))


BEGINNING = Moment()


def present_moment(connection: sa.Connection) -> Moment:
    """Return the moment of now: whatever is still to arrive will be new to it."""
    return Moment(arrival=connection.scalar(sa.select(sa.func.max(schema.entry.c.arrival))) or 0)


def moment_of(connection: sa.Connection, act: int) -> Moment:
    """Return the moment at which an act was done here, or arrived here whole."""
    e = schema.entry.c
    query = sa.select(e.at, sa.func.max(e.arrival)).where(e.act == act)
    at, arrival = connection.execute(query).one()
    return Moment(at=at, arrival=arrival)


def changes_between(
    connection: sa.Connection,
    records: Sequence[int],
    since: Moment,
    until: Moment | None = None,
) -> list[FieldChange]:
    """Return what changed in these records between two moments, of each in order of arrival.

    An erasure is a change of its life, whatever it erased.
    """
    first, erased = _behind(connection, records, since)
    beyond = _behind(connection, sorted(first), until)[0] if until is not None else {}
    found = list(trails(connection, sorted(first)))
    heads = heads_of(connection, {step.act for trail in found for step in trail.steps})
    changes = [change for change in erased if change.act != beyond.get(change.record)]
    for trail in found:
        acts = [step.act for step in trail.steps]
        start = _place(acts, first[trail.record]) or 0
        changes += changes_in(trail, heads, start, _place(acts, beyond.get(trail.record)))
    return changes


def _place(acts: Sequence[int], act: int | None) -> int | None:
    return acts.index(act) if act in acts else None


def _behind(
    connection: sa.Connection, records: Sequence[int], moment: Moment
) -> tuple[Mapping[int, int], list[FieldChange]]:
    """Return the first act behind a moment for each record that has one, and the erasures there."""
    e, p = schema.entry.c, schema.part.c
    is_erasure = p.payload == ERASURE
    query = (
        sa.select(p.record, p.kind, e.act, e.author, e.at, e.label, is_erasure.label("erases"))
        .join(schema.entry, e.arrival == p.id.op(">>")(_PLACE_BITS))
        .where(p.record.in_(sa.bindparam("ids", expanding=True)), _is_behind(moment))
        .order_by(p.id)
    )
    first: dict[int, int] = {}
    erased: list[FieldChange] = []
    for chunk in in_chunks(records):
        for row in connection.execute(query, {"ids": list(chunk)}).all():
            first.setdefault(row.record, row.act)
            if row.erases:
                erased.append(
                    FieldChange(
                        act=row.act,
                        author=row.author,
                        at=row.at,
                        label=row.label,
                        kind=row.kind,
                        record=row.record,
                        field=LIFE,
                        old=Life.LIVE.value,
                        new=Life.ERASED.value,
                    )
                )
    return first, erased


def _is_behind(moment: Moment) -> sa.ColumnElement[bool]:
    e = schema.entry.c
    limits = ((e.at, moment.at), (e.arrival, moment.arrival))
    later = [column > limit for column, limit in limits if limit is not None]
    return sa.or_(*later) if later else sa.true()
