"""What is taken from another laptop at all: sound, in its place, in values we can read.

Nothing here asks what this laptop holds; the same entry is acceptable everywhere or nowhere.
"""

from __future__ import annotations

from typing import Any

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.identity import device_of
from neuewege_desktop.domain.journal.entries import Entry, Part, is_sound
from neuewege_desktop.domain.journal.operations import (
    AddElement,
    Create,
    Finalise,
    Operation,
    RemoveElement,
    SetField,
    dump,
)
from neuewege_desktop.domain.journal.state import LIFE
from neuewege_desktop.domain.records.kind import KINDS, FieldInfo, KindInfo, Life
from neuewege_desktop.domain.scopes import family_of

_BEGINNINGS = ('[["c",', '[["m",')


def is_acceptable(entry: Entry) -> bool:
    """Say whether hashes are right, kinds live here, makers name records, values can be read."""
    try:
        family = family_of(entry.head.scope)
        in_place = all(_part_in_place(part, family, entry.head.device) for part in entry.parts)
        begun = [part.record for part in entry.parts if begins_record(part)]
        return is_sound(entry) and in_place and len(begun) == len(set(begun))
    except (ValueError, TypeError, UserError):
        return False


def begins_record(part: Part) -> bool:
    """Say whether a part begins a record: then that is the first thing it says."""
    return part.payload is not None and part.payload.startswith(_BEGINNINGS)


def _part_in_place(part: Part, family: str, device: int) -> bool:
    kind = KINDS.get(part.kind)
    if kind is None or part.payload is None:
        return True
    if kind.family != family:
        return False
    operations = part.operations()
    if dump(operations) != part.payload:
        return False  # one meaning has one spelling, so that every program reads the same
    for op in operations:
        _check_values(kind, op)
    if any(isinstance(op, Create) for op in operations[1:]):
        return False
    return device_of(part.record) == device or not begins_record(part)


def _check_values(kind: KindInfo, op: Operation) -> None:
    """Read every value of a field we know; ValueError, TypeError or UserError if one is none."""
    match op:
        case Create(values) | Finalise(values):
            for info in kind.fields:
                _check_value(info, values.get(info.name, info.default))
        case SetField(name, value):
            _check_field(kind, name, value, in_set=False)
        case AddElement(name, element) | RemoveElement(name, element):
            _check_field(kind, name, [element], in_set=True)


def _check_field(kind: KindInfo, name: str, value: Any, *, in_set: bool) -> None:  # noqa: ANN401
    info = kind.by_name.get(name)
    if info is None:
        return  # of a newer program
    if info.shape.is_set != in_set:
        raise TypeError("a set is changed by its elements, any other field as a whole")
    _check_value(info, value)


def _check_value(info: FieldInfo, value: Any) -> None:  # noqa: ANN401 - any JSON value
    shape = info.shape
    if shape.encode(shape.decode(value)) != value:
        raise ValueError("a value is not spelled as we spell it")
    columns = zip(shape.columns(value), shape.nullable, strict=True)
    if any(column is None and not nullable for column, nullable in columns):
        raise TypeError("an obligatory value is missing")
    if info.name == LIFE and value == Life.ERASED:
        raise ValueError("only an erasure erases")
