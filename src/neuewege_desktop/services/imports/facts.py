"""Facts with a validity: what a list says goes on, begins, ends, or corrects what it said before.

A value that a person wrote wins over the list, which reports the difference.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.values import Period
from neuewege_desktop.store.provenance import EVERY_FIELD, Provenance
from neuewege_desktop.store.writer import Writer

R = TypeVar("R", bound=Record)
_DAY = dt.timedelta(days=1)


class Shelf:
    """The facts that are known of the persons and households of a few lines."""

    def __init__(self, writer: Writer, provenance: Provenance) -> None:
        self._writer = writer
        self._provenance = provenance
        self._facts: dict[type[Record], defaultdict[RecordId, list[Any]]] = {}
        self._by_hand: dict[RecordId, set[str]] = {}

    def load(self, kind: type[Record], field: str, owners: Sequence[RecordId]) -> None:
        """Fetch the facts of a kind that belong to these owners."""
        found: defaultdict[RecordId, list[Any]] = defaultdict(list)
        records = self._writer.pointing_at(kind, field, owners) if owners else []
        live = [record for record in records if record.life == "LIVE"]
        for record in live:
            found[getattr(record, field)].append(record)
        self._facts[kind] = found
        self.remember(kind, [record.id for record in live])

    def remember(self, kind: type[Record], records: Sequence[RecordId]) -> None:
        """Fetch who wrote the values of these records."""
        self._by_hand |= self._provenance.fields_by_hand(kind, records)

    def of(self, kind: type[R], owner: RecordId) -> list[R]:
        """Return the facts of a kind that belong to an owner."""
        return self._facts[kind][owner]

    def is_by_hand(self, record: Record, *fields: str) -> bool:
        """Say whether a person wrote one of these values."""
        written = self._by_hand.get(record.id, set())
        return EVERY_FIELD in written or not written.isdisjoint(fields)

    def add(self, owner: RecordId, fact: Record) -> None:
        """Write a new fact."""
        self._writer.add(fact)
        self._facts[type(fact)][owner].append(fact)

    def exchange(self, owner: RecordId, old: R, new: R) -> None:
        """Write a changed fact."""
        self._writer.save(new)
        facts = self._facts[type(old)][owner]
        facts[facts.index(old)] = new


class FactKeeper:
    """Keeps what one line says of one owner; `changed` tells whether it was anything new."""

    def __init__(
        self,
        shelf: Shelf,
        writer: Writer,
        scope: str,
        day: dt.date,
        differs: Callable[[str], None],
    ) -> None:
        self._shelf = shelf
        self._new_id = writer.new_id
        self._scope = scope
        self._day = day
        self._differs = differs  # told the column in which a value by hand stands against the list
        self.changed = False

    def state(
        self,
        kind: type[Record],
        owner: Mapping[str, RecordId],
        values: Mapping[str, Any],
        column: str,
        key: Iterable[str] = (),
    ) -> None:
        """Keep what is true since the day of the list, until a list says otherwise.

        `owner` names the record it belongs to, first of all; facts with equal `key` fields are
        states of the same thing.
        """
        of = next(iter(owner.values()))
        alike = [
            fact for fact in self._shelf.of(kind, of) if _agree(fact, {**owner, **values}, key)
        ]
        current: Any = max(alike, key=_start_of, default=None)
        if current is None or (current.period.end is not None and current.period.end < self._day):
            self._begin(kind, owner, values, Period(self._day))
        elif not _agree(current, values, values):
            self._succeed(kind, owner, current, values, column)

    def _succeed(
        self,
        kind: type[Record],
        owner: Mapping[str, RecordId],
        current: Any,  # noqa: ANN401 - any kind with a period
        values: Mapping[str, Any],
        column: str,
    ) -> None:
        of = next(iter(owner.values()))
        if self._shelf.is_by_hand(current, *values) or current.period.start > self._day:
            self._differs(column)
        elif current.period.start == self._day:
            self._exchange(of, current, replace(current, **values))
        else:
            ended = Period(current.period.start, self._day - _DAY)
            self._exchange(of, current, replace(current, period=ended))
            self._begin(kind, owner, values, Period(self._day, current.period.end))

    def spell(
        self,
        kind: type[Record],
        owner: Mapping[str, RecordId],
        values: Mapping[str, Any],
        period: Period,
        column: str,
    ) -> None:
        """Keep a time that the list itself dates: a new one, its end, or a corrected beginning."""
        of = next(iter(owner.values()))
        facts: list[Any] = list(self._shelf.of(kind, of))
        same = next((f for f in facts if f.period.start == period.start), None)
        opened = next((f for f in facts if f.period.end is None), None)
        if same is not None:
            self._correct(of, same, {**values, "period": period}, column)
        elif opened is not None and opened.period.start > period.start:
            self._correct(of, opened, {**values, "period": period}, column)
        else:
            if opened is not None and period.end is None:
                self._end(of, opened, period.start - _DAY, column)
            self._begin(kind, owner, values, period)

    def no_longer(
        self,
        kind: type[Record],
        of: RecordId,
        column: str,
        still: Callable[[Any], bool] = lambda _fact: False,
    ) -> None:
        """End what was open and is not `still` said: the list no longer has it."""
        facts: list[Any] = list(self._shelf.of(kind, of))
        for fact in facts:
            if fact.period.end is None and fact.period.start < self._day and not still(fact):
                self._end(of, fact, self._day - _DAY, column)

    def _end(self, of: RecordId, fact: Any, day: dt.date, column: str) -> None:  # noqa: ANN401
        if day >= fact.period.start:
            self._correct(of, fact, {"period": Period(fact.period.start, day)}, column)

    def _correct(
        self,
        of: RecordId,
        fact: Any,  # noqa: ANN401
        values: Mapping[str, Any],
        column: str,
    ) -> None:
        if _agree(fact, values, values):
            return
        if self._shelf.is_by_hand(fact, *values):
            self._differs(column)
        else:
            self._exchange(of, fact, replace(fact, **values))

    def _begin(
        self,
        kind: type[Record],
        owner: Mapping[str, RecordId],
        values: Mapping[str, Any],
        period: Period,
    ) -> None:
        of = next(iter(owner.values()))
        make: Callable[..., Record] = kind
        fact = make(id=self._new_id(), scope=self._scope, period=period, **owner, **values)
        self._shelf.add(of, fact)
        self.changed = True

    def _exchange(self, of: RecordId, old: Any, new: Any) -> None:  # noqa: ANN401
        self._shelf.exchange(of, old, new)
        self.changed = True


def _agree(fact: object, values: Mapping[str, Any], names: Iterable[str]) -> bool:
    return all(getattr(fact, name) == values[name] for name in names)


def _start_of(fact: Any) -> dt.date:  # noqa: ANN401 - any kind with a period
    start: dt.date = fact.period.start
    return start
