"""What SQL asks of us about German texts: their order, and whether typed words are in them.

For columns that store no key of their own, in lists of some thousands or with few different texts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from neuewege_desktop.base.formats import fold, sort_key

_ORDER, _FINDS = "nw_sort_key", "nw_finds"
_WORD = re.compile(r"[^\W_]+")


def register_german(raw: Any, _record: object) -> None:  # noqa: ANN401 - the driver has no types
    """Teach a new connection the functions below (event `connect`)."""
    raw.create_function(_ORDER, 1, _key, deterministic=True)
    raw.create_function(_FINDS, 2, _finds, deterministic=True)


def in_german_order(text: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """Return what sorts this text as DIN 5007-1 does; nothing for an empty text."""
    return sa.Function(_ORDER, text, type_=sa.Text())


def finds(typed: str, *texts: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return the condition that each word typed begins a word of one of these texts."""
    joined = sa.func.concat_ws(" ", *texts)
    return sa.Function(_FINDS, " ".join(words_of(typed)), joined, type_=sa.Boolean())


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, without any sign between them."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=8192)  # the same names of streets and colleagues come again and again
def _key(text: str | None) -> str | None:
    return sort_key(text) if text else None


def _finds(typed: str, text: str) -> bool:
    searched = _searched(text)
    return all(f" {word}" in searched for word in typed.split())


@lru_cache(maxsize=16_384)  # the rows of a small list, asked again with every letter typed
def _searched(text: str) -> str:
    return f" {' '.join(words_of(text))}"
