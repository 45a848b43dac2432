"""A list as it was read: its header, its rows and where each stood."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Protocol

from neuewege_desktop.domain.lists.cells import Cell


class ListFormat(StrEnum):
    """How the file of a list is written."""

    CSV = "CSV"
    XLSX = "XLSX"
    ODS = "ODS"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row with content; `line` is its sheet row or the physical line on which it starts."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of a workbook; a CSV file has one without a name."""

    index: int
    name: str
    visible: bool = True


class Rows(Protocol):
    """The rows of a list, read anew each time they are iterated."""

    def __iter__(self) -> Generator[ListRow]:
        """Yield the rows from the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTable:
    """A list ready to be read.

    `rows` reads the file anew each time it is iterated, and only then finds what is wrong further
    down: it raises UserError in the middle, so whoever imports does so in one transaction.
    Rows without content are left out; each row has at least as many cells as `header`, and more
    only if there was something in them.
    """

    header: tuple[str, ...]
    rows: Rows
    format: ListFormat
    sheet: str

    def first_rows(self, count: int) -> list[ListRow]:
        """Return up to `count` rows from the top and let go of the file."""
        with closing(iter(self.rows)) as rows:
            return list(islice(rows, count))


class Source(Protocol):
    """A file that yields its sheets and their rows, first the header."""

    format: ListFormat

    def sheets(self) -> Generator[Sheet]:
        """Yield the sheets in the order of the workbook."""

    def rows(self, sheet: Sheet) -> Generator[ListRow]:
        """Yield the rows of `sheet` that have content; raise UserError where it is unreadable."""
