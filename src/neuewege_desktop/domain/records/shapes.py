"""The shape of a field: how its value looks in the journal and in the columns of a table.

The journal writes JSON; a table has one column per plain value. Dates are ISO texts in both, so a
plain value is stored as it is journaled. A small value class (a period, an address) is one field
of the journal, because its parts belong together, and several columns of the table.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from neuewege_desktop.base.errors import Bug

Storage = Literal["text", "integer"]


@dataclass(frozen=True, slots=True)
class Shape:
    """How the values of one field are written and read."""

    suffixes: tuple[str, ...]  # of its columns; ("",) for a plain value
    storage: tuple[Storage, ...]
    nullable: tuple[bool, ...]
    is_set: bool
    encode: Callable[[Any], Any]  # value -> JSON value
    decode: Callable[[Any], Any]  # JSON value -> value

    def columns(self, encoded: Any) -> tuple[Any, ...]:  # noqa: ANN401 - any JSON value
        """Return the column values of an encoded value."""
        if self.is_set:
            return (json.dumps(encoded or [], ensure_ascii=False),)
        if self.suffixes == ("",):
            return (encoded,)
        return tuple(encoded) if encoded is not None else (None,) * len(self.suffixes)

    def from_columns(self, values: tuple[Any, ...]) -> Any:  # noqa: ANN401
        """Return the encoded value that these columns hold."""
        if self.is_set:
            return json.loads(values[0]) if values[0] else []
        if self.suffixes == ("",):
            return values[0]
        return None if all(value is None for value in values) else list(values)


def _same(value: Any) -> Any:  # noqa: ANN401
    return value


def _text(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _whole(value: Any) -> int:  # noqa: ANN401
    if type(value) is not int or not -(1 << 63) <= value < 1 << 63:
        raise TypeError("no whole number")
    return value


# Reading is strict, because a value may come from another laptop.
_PLAIN: Mapping[type, tuple[Storage, Callable[[Any], Any], Callable[[Any], Any]]] = {
    str: ("text", _same, _text),
    int: ("integer", _same, _whole),
    bool: ("integer", int, lambda value: bool(_whole(value))),
    dt.date: ("text", dt.date.isoformat, dt.date.fromisoformat),
    dt.datetime: ("text", dt.datetime.isoformat, dt.datetime.fromisoformat),
    dt.time: ("text", dt.time.isoformat, dt.time.fromisoformat),
}


def _plain(hint: Any) -> tuple[Storage, Callable[[Any], Any], Callable[[Any], Any]]:  # noqa: ANN401
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ("text", lambda value: value.value, hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    raise Bug(f"no shape for {hint}")


def _unwrap(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = [part for part in typing.get_args(hint) if part is not types.NoneType]
        if len(inner) == 1:
            return inner[0], True
    return hint, False


def _or_none(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else function(value)


@cache
def shape_of(hint: Any) -> Shape:  # noqa: ANN401 - a type hint
    """Return the shape of a field with this type; a Bug for a type we do not keep."""
    inner, optional = _unwrap(hint)
    if typing.get_origin(inner) is frozenset:
        _storage, encode, decode = _plain(typing.get_args(inner)[0])
        return Shape(
            suffixes=("",),
            storage=("text",),
            nullable=(False,),
            is_set=True,
            encode=lambda value: sorted(encode(element) for element in value or ()),
            decode=lambda value: frozenset(decode(element) for element in value or ()),
        )
    if dataclasses.is_dataclass(inner) and isinstance(inner, type):
        return _group(inner, optional)
    storage, encode, decode = _plain(inner)
    return Shape(
        ("",),
        (storage,),
        (optional,),
        is_set=False,
        encode=_or_none(encode),
        decode=_or_none(decode),
    )


def _group(cls: type, optional: bool) -> Shape:
    hints = typing.get_type_hints(cls)
    names = tuple(field.name for field in dataclasses.fields(cls))
    parts = tuple(shape_of(hints[name]) for name in names)
    if any(part.is_set or part.suffixes != ("",) for part in parts):
        raise Bug(f"{cls.__name__} is no group of plain values")

    def encode(value: Any) -> list[Any]:  # noqa: ANN401
        return [part.encode(getattr(value, name)) for part, name in zip(parts, names, strict=True)]

    def decode(values: list[Any]) -> Any:  # noqa: ANN401
        return cls(*(part.decode(value) for part, value in zip(parts, values, strict=True)))

    return Shape(
        suffixes=tuple(f"_{name}" for name in names),
        storage=tuple(part.storage[0] for part in parts),
        nullable=tuple(optional or part.nullable[0] for part in parts),
        is_set=False,
        encode=_or_none(encode),
        decode=_or_none(decode),
    )
