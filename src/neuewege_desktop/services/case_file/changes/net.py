"""From single edits to what is different in the end: the first value and the last one count.

What came back to where it was is no change, and neither is what was begun and taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.domain.journal.state import LIFE
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.services.labels import RESTORING
from neuewege_desktop.store.history import FieldChange


@dataclass(frozen=True, slots=True)
class NetField:
    """A field has another value than before; `by` is the change that wrote it."""

    name: str
    old: Any  # as the journal writes it
    new: Any
    by: FieldChange


@dataclass(frozen=True, slots=True)
class NetRecord:
    """What became of one record: begun, living otherwise, changed in fields, or all of them.

    A record that was begun has no fields: whatever it holds is new.
    """

    kind: str
    record: RecordId
    begun: FieldChange | None = None
    life: NetField | None = None
    fields: tuple[NetField, ...] = ()

    @property
    def written(self) -> list[FieldChange]:
        """Return the changes that made the difference, one for each thing there is to tell."""
        begun = [self.begun] if self.begun is not None else []
        return begun + [net.by for net in (self.life, *self.fields) if net is not None]


def net_records(changes: Iterable[FieldChange]) -> list[NetRecord]:
    """Return what is different in the end; of each record the changes come in their order."""
    by_record: defaultdict[RecordId, list[FieldChange]] = defaultdict(list)
    for change in changes:
        by_record[change.record].append(change)
    found = (_net(of_record) for of_record in by_record.values())
    return [net for net in found if net is not None]


def _net(changes: Sequence[FieldChange]) -> NetRecord | None:
    kind, record = changes[0].kind, changes[0].record
    by_field: defaultdict[str, list[FieldChange]] = defaultdict(list)
    for change in changes:
        by_field[change.field].append(change)
    lives = by_field.pop(LIFE, [])
    before, after = _lives(changes, lives)
    if before == Life.WITHDRAWN:
        begun = changes[0] if changes[0].begins else lives[-1]
        return NetRecord(kind, record, begun) if after == Life.LIVE else None
    life = _net_field(LIFE, lives)
    if life is not None and after in (Life.WITHDRAWN, Life.ERASED):
        return NetRecord(kind, record, life=life)
    fields = _net_fields(by_field)
    return NetRecord(kind, record, None, life, fields) if life or fields else None


def _lives(changes: Sequence[FieldChange], lives: Sequence[FieldChange]) -> tuple[str, str]:
    """Return how a record lived before and in the end; before it began it was as if taken back."""
    if changes[0].begins:
        return Life.WITHDRAWN, str(lives[-1].new) if lives else Life.LIVE
    return (str(lives[0].old), str(lives[-1].new)) if lives else (Life.LIVE, Life.LIVE)


def _net_fields(by_field: Mapping[str, Sequence[FieldChange]]) -> tuple[NetField, ...]:
    found = (_net_field(name, changes) for name, changes in by_field.items())
    return tuple(net for net in found if net is not None)


def _net_field(name: str, changes: Sequence[FieldChange]) -> NetField | None:
    if not changes or changes[0].old == changes[-1].new:
        return None
    return NetField(name, changes[0].old, changes[-1].new, _writer(changes))


def _writer(changes: Sequence[FieldChange]) -> FieldChange:
    """Return the change that wrote the last value: what gives it back has no opinion of its own."""
    last = changes[-1]
    if last.label not in RESTORING:
        return last
    return next((change for change in changes if change.new == last.new), last)
