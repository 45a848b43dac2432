"""Tables of plain text for a person to read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from neuewege_desktop.base.i18n import _

T = TypeVar("T")
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its heading (marked with `N_`), what it shows of a row, and whether of numbers."""

    heading: str
    text: Callable[[T], str]
    numbers: bool = False


def table(columns: Sequence[Column[T]], rows: Sequence[T], total: str = "") -> Iterator[str]:
    """Yield a heading, a rule and a line for each row, if there are any; then the total."""
    if rows:
        yield from _body(columns, rows)
    if total:
        yield total


def _body(columns: Sequence[Column[T]], rows: Sequence[T]) -> Iterator[str]:
    head = [_(column.heading) for column in columns]
    body = [[column.text(row) for column in columns] for row in rows]
    widths = [max(map(_width, cells)) for cells in zip(head, *body, strict=True)]
    for cells in (head, ["─" * width for width in widths], *body):
        padded = [
            _padded(cell, width, column.numbers)
            for cell, width, column in zip(cells, widths, columns, strict=True)
        ]
        yield _GAP.join(padded).rstrip()


def _padded(cell: str, width: int, numbers: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if numbers else cell + space


def _width(text: str) -> int:
    """Return how many places a text takes on a terminal: wide signs two, accents none."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )
