"""Operations: what an entry does to one record.

Values are JSON values as `Shape.encode` makes them. A dot names the entry in which a value was
written, within its scope; an operation names the dots it replaces, because nobody can replace what
he has not seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _

Dot = int


@dataclass(frozen=True, slots=True)
class Create:
    """Begin a record with these values; what is not named has its default."""

    values: Mapping[str, Any]
    admitted: bool = False  # it came from another scope


@dataclass(frozen=True, slots=True)
class SetField:
    """Write a value in place of the versions named."""

    field: str
    value: Any
    replaces: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class AddElement:
    """Put an element into a set."""

    field: str
    element: Any


@dataclass(frozen=True, slots=True)
class RemoveElement:
    """Take an element out of a set, as far as it was seen there."""

    field: str
    element: Any
    replaces: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Finalise:
    """Freeze a record with the content it then has; `values` are all its fields."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Release:
    """Hand a record over to another scope; what is written here later is shown as late."""

    replaces: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase a record for ever, Art. 17 DSGVO: wins over everything, known or still to come."""


Operation = Create | SetField | AddElement | RemoveElement | Finalise | Release | Erase


class BadOperation(UserError):
    """A journal text is none of ours."""


def dump(operations: Sequence[Operation]) -> str:
    """Return the text in which operations are kept and exchanged."""
    return json.dumps(
        [_to_json(op) for op in operations], ensure_ascii=False, separators=(",", ":")
    )


def _to_json(op: Operation) -> list[Any]:
    match op:
        case Create(values, admitted):
            return ["m" if admitted else "c", values]
        case SetField(field, value, replaces):
            return ["s", field, value, list(replaces)]
        case AddElement(field, element):
            return ["a", field, element]
        case RemoveElement(field, element, replaces):
            return ["r", field, element, list(replaces)]
        case Finalise(values):
            return ["f", values]
        case Release(replaces):
            return ["l", list(replaces)]
        case Erase():
            return ["e"]


_READERS: Mapping[str, Any] = {
    "c": lambda values: Create(_fields(values)),
    "m": lambda values: Create(_fields(values), admitted=True),
    "s": lambda field, value, dots: SetField(_name(field), value, _dots(dots)),
    "a": lambda field, element: AddElement(_name(field), element),
    "r": lambda field, element, dots: RemoveElement(_name(field), element, _dots(dots)),
    "f": lambda values: Finalise(_fields(values)),
    "l": lambda dots: Release(_dots(dots)),
    "e": Erase,
}


def load(text: str) -> tuple[Operation, ...]:
    """Read what `dump` wrote; BadOperation for anything else."""
    try:
        steps = json.loads(text, parse_constant=_no_number)
        return tuple(_read(*_list(step)) for step in _list(steps))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BadOperation(_("An entry of the journal cannot be read.")) from error


def _read(word: str, *rest: object) -> Operation:
    operation: Operation = _READERS[word](*rest)
    return operation


def _no_number(text: str) -> None:
    raise ValueError(text)  # NaN and its like are no JSON


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _dots(value: object) -> tuple[Dot, ...]:
    if not isinstance(value, list) or not all(type(dot) is int for dot in value):
        raise TypeError
    return tuple(value)


def _fields(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError
    return value
