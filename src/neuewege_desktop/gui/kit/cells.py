"""What a table shows of a row: cells as values, which a painter draws and a screen reader says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from neuewege_desktop.gui.kit.look.colours import Tone

Row = TypeVar("Row")


class Shape(StrEnum):
    """How a cell is drawn."""

    TEXT = "text"
    CHIP = "chip"  # a word on a coloured ground, with a sign
    BADGE = "badge"  # a name beside its initial


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a text, a second line, a tone, a sign."""

    text: str
    second: str = ""
    tone: Tone = Tone.PLAIN
    icon: str = ""
    shape: Shape = Shape.TEXT

    @property
    def spoken(self) -> str:
        """Return the whole content in words, as it is read out and copied."""
        return ", ".join(part for part in (self.text, self.second) if part)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its code, its title, what it shows of a row, and by what it sorts."""

    key: str
    title: str
    cell: Callable[[Row], Cell]
    order: str = ""  # name of the order; empty: it cannot be sorted by this column
    width: int = 150
    is_number: bool = False
    is_hidden: bool = False  # until somebody asks for it


NOTHING = Cell("")
AnyColumn = Column[Any]
