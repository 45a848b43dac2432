"""The rows of a numbered list as values: an item of an agenda with everything one reads of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from neuewege_desktop.gui.kit.cells import Cell

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
GROUP = ROW + 1  # the name of the group over its first row, or ""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedRow:
    """One row: its number, what it is, why it stands there, and its state at the right.

    One that is `struck` counts no longer; one that is `quiet` does not count yet.
    """

    key: int
    title: str
    number: str = ""
    second: str = ""
    lines: tuple[str, ...] = ()
    aside: str = ""
    chips: tuple[Cell, ...] = ()
    group: str = ""
    is_struck: bool = False
    is_quiet: bool = False
    marks: frozenset[str] = frozenset()  # what it is, for those who ask what fits it

    @property
    def spoken(self) -> str:
        """Return the whole row in words, as it is read out."""
        head = f"{self.number}. {self.title}" if self.number else self.title
        chips = (chip.text for chip in self.chips)
        return ", ".join(filter(None, (head, self.second, *self.lines, *chips, self.aside)))


class NumberedModel(QAbstractListModel):
    """The rows of a list; a few dozen at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[NumberedRow] = ()

    @property
    def rows(self) -> Sequence[NumberedRow]:
        """Return the rows that are shown."""
        return self._rows

    def show(self, rows: Sequence[NumberedRow]) -> None:
        """Show these rows; those of a group stand together."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def place_of(self, key: int) -> int | None:
        """Return where the row of a key stands."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), None)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        place = index.row()
        row = self._rows[place]
        if role in (_DISPLAY, _ACCESSIBLE):
            return row.spoken
        if role == ROW:
            return row
        if role == GROUP:
            before = self._rows[place - 1].group if place else ""
            return row.group if row.group != before else ""
        return None
