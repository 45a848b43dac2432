"""The facts that are known of the persons and households of a few lines, and who wrote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from neuewege_desktop.domain.records import Life, Record, RecordId
from neuewege_desktop.store.provenance import EVERY_FIELD, Provenance
from neuewege_desktop.store.writer import Writer

R = TypeVar("R", bound=Record)
_Facts = dict[type[Record], defaultdict[RecordId, list[Any]]]  # by kind and owner


class Shelf:
    """Holds facts by owner; what changes here is written."""

    def __init__(self, writer: Writer, provenance: Provenance) -> None:
        self._writer = writer
        self._provenance = provenance
        self._facts: _Facts = {}
        self._removed: _Facts = {}
        self._by_hand: dict[RecordId, set[str]] = {}

    def load(self, kind: type[Record], field: str, owners: Sequence[RecordId]) -> None:
        """Fetch the facts of a kind that belong to these owners."""
        facts: defaultdict[RecordId, list[Any]] = defaultdict(list)
        removed: defaultdict[RecordId, list[Any]] = defaultdict(list)
        records = self._writer.pointing_at(kind, field, owners) if owners else []
        self.remember(kind, [record.id for record in records])
        for record in records:
            if record.life == Life.LIVE:
                facts[getattr(record, field)].append(record)
            elif "life" in self._by_hand.get(record.id, ()):
                removed[getattr(record, field)].append(record)
        self._facts[kind], self._removed[kind] = facts, removed

    def remember(self, kind: type[Record], records: Sequence[RecordId]) -> None:
        """Fetch who wrote the values of these records."""
        self._by_hand |= self._provenance.fields_by_hand(kind, records)

    def of(self, kind: type[R], owner: RecordId) -> list[R]:
        """Return the facts of a kind that belong to an owner."""
        return self._facts[kind][owner]

    def removed(self, kind: type[R], owner: RecordId) -> list[R]:
        """Return the facts that a person took away from an owner: they were wrong."""
        return self._removed[kind][owner]

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

    def withdraw(self, owner: RecordId, fact: Record) -> None:
        """Take a fact away that never was true."""
        self._writer.save(replace(fact, life=Life.WITHDRAWN))
        self._facts[type(fact)][owner].remove(fact)
