"""From a record as it is and as it shall be to the operations that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from neuewege_desktop.domain.journal.operations import (
    AddElement,
    Create,
    Operation,
    RemoveElement,
    SetField,
)
from neuewege_desktop.domain.journal.state import RecordState, differ, frozen, winner
from neuewege_desktop.domain.records.kind import FieldInfo, KindInfo, Life, Record


def encode(record: Record) -> dict[str, Any]:
    """Return all values of a record as the journal writes them."""
    return {info.name: info.shape.encode(getattr(record, info.name)) for info in record.kind.fields}


def creation(record: Record, *, admitted: bool = False) -> Create:
    """Return the operation that begins a record; defaults are not written down."""
    values: dict[str, Any] = {}
    for info in record.kind.fields:
        value = getattr(record, info.name)
        if value != info.initial:
            values[info.name] = info.shape.encode(value)
    return Create(values, admitted=admitted)


def shown(kind: KindInfo, state: RecordState) -> dict[str, Any]:
    """Return the values to show: frozen ones of a finalised record, else what nobody replaced."""
    held = frozen(state)
    if held is not None:
        return {info.name: held.get(info.name, info.default) for info in kind.fields}
    return {info.name: _shown(info, state) for info in kind.fields}


def _shown(info: FieldInfo, state: RecordState) -> Any:  # noqa: ANN401
    if info.shape.is_set:
        return sorted({version.value for version in state.elements(info.name)})
    versions = state.versions(info.name, info.default)
    return winner(versions).value if versions else info.default


def edit(
    kind: KindInfo,
    state: RecordState,
    after: Mapping[str, Any],
    resolves: Iterable[str] = (),
) -> tuple[Operation, ...]:
    """Return the operations from the state to the values `after`.

    A field in conflict keeps its other versions unless it is named in `resolves`: editing the one
    shown is no decision about the one not seen. Likewise what came into a set behind the frozen
    values of a finalised record stays there.
    """
    before, resolved = shown(kind, state), set(resolves)
    operations: list[Operation] = []
    for info in kind.fields:
        if info.shape.is_set:
            operations += _edit_set(info, state, before[info.name], after[info.name])
        elif before[info.name] != after[info.name] or info.name in resolved:
            operations.append(_edit_field(info, state, after[info.name], info.name in resolved))
    return tuple(operations)


def _edit_field(
    info: FieldInfo,
    state: RecordState,
    value: Any,  # noqa: ANN401
    resolve: bool,
) -> SetField:
    versions = state.versions(info.name, info.default)
    if resolve or not differ(versions):
        return SetField(info.name, value, tuple(version.dot for version in versions))
    return SetField(info.name, value, (winner(versions).dot,))


def _edit_set(
    info: FieldInfo, state: RecordState, before: Iterable[Any], after: Iterable[Any]
) -> list[Operation]:
    elements, seen, wanted = state.elements(info.name), set(before), list(after)
    held = {version.value for version in elements}
    operations: list[Operation] = [
        AddElement(info.name, element) for element in wanted if element not in seen | held
    ]
    for element in sorted(held & seen.difference(wanted)):
        dots = tuple(version.dot for version in elements if version.value == element)
        operations.append(RemoveElement(info.name, element, dots))
    return operations


def set_life(state: RecordState, life: Life) -> SetField:
    """Return the operation that archives, restores or withdraws a record."""
    versions = state.versions("life", Life.LIVE.value)
    return SetField("life", life.value, tuple(version.dot for version in versions))
