"""JSON as narrow as a vault needs it, and one way to take checked values out of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from neuewege_desktop.store.vault.failures import DamagedVault

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8
MAX_INTEGER = 2**63 - 1


def canonical(value: Mapping[str, Json]) -> bytes:
    """Return the one spelling of `value` that seals and macs are computed over."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def parse_object(raw: bytes) -> dict[str, Json]:
    """Read one JSON object; DamagedVault for anything doubtful.

    Doubtful are doubled keys, fractions, NaN, lone surrogates, and more size or depth than any
    vault needs: two readers could understand them differently.
    """
    if len(raw) > MAX_BYTES:
        raise DamagedVault("size")
    try:
        value: Json = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_without_doubles,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as failure:
        raise DamagedVault("json") from failure
    if not isinstance(value, dict) or _depth(value) > MAX_DEPTH:
        raise DamagedVault("json")
    return value


def _without_doubles(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refuse(_text: str) -> NoReturn:
    raise ValueError


def _depth(value: Json, so_far: int = 1) -> int:
    if so_far > MAX_DEPTH or not isinstance(value, (dict, list)):
        return so_far
    inner = value.values() if isinstance(value, dict) else value
    return max((_depth(item, so_far + 1) for item in inner), default=so_far)


@dataclass(slots=True)
class Fields:
    """Takes known fields out of an object, each checked; the rest belongs to newer programs."""

    rest: dict[str, Json]

    def has(self, key: str) -> bool:
        """Say whether `key` was not taken yet."""
        return key in self.rest

    def text(self, key: str, longest: int = 100) -> str:
        """Take a text of 1 to `longest` characters."""
        value = self.rest.pop(key, None)
        if not isinstance(value, str) or not 1 <= len(value) <= longest:
            raise DamagedVault(key)
        return value

    def integer(self, key: str, low: int, high: int) -> int:
        """Take a whole number from `low` to `high`."""
        value = self.rest.pop(key, None)
        if type(value) is not int or not low <= value <= high:  # True is an int to isinstance
            raise DamagedVault(key)
        return value

    def octets(self, key: str, length: int) -> bytes:
        """Take exactly `length` bytes, written in small hexadecimal digits."""
        text = self.text(key, 2 * length)
        try:
            value = bytes.fromhex(text)
        except ValueError as failure:
            raise DamagedVault(key) from failure
        if len(value) != length or value.hex() != text:  # fromhex forgives spaces and capitals
            raise DamagedVault(key)
        return value

    def inner(self, key: str) -> Fields:
        """Take an object."""
        value = self.rest.pop(key, None)
        if not isinstance(value, dict):
            raise DamagedVault(key)
        return Fields(dict(value))

    def many(self, key: str, most: int) -> list[Fields]:
        """Take a list of up to `most` objects."""
        value = self.rest.pop(key, None)
        if not isinstance(value, list) or len(value) > most:
            raise DamagedVault(key)
        objects = [Fields(dict(item)) for item in value if isinstance(item, dict)]
        if len(objects) != len(value):
            raise DamagedVault(key)
        return objects

    def nothing_left(self, place: str) -> None:
        """Refuse further keys where one that we do not know would change the meaning."""
        if self.rest:
            raise DamagedVault(place)
