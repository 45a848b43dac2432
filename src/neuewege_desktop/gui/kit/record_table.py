"""A model that holds the ids of all rows and the contents of a few pages of them.

The ids are found on a worker: the first few hundred at once, then all. A newer question ends the
one before. Pages are fetched as they are painted; that takes a few milliseconds each.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.gui.kit.cells import NOTHING, AnyColumn, Cell
from neuewege_desktop.gui.kit.key_finder import KeyFinder, Keys
from neuewege_desktop.gui.kit.row_painter import CELL

Index = QModelIndex | QPersistentModelIndex
PAGE = 32  # rows: two windows full; what is painted next, and not much more
_PAGES = 256
_NOWHERE = QModelIndex()

# As plain numbers: comparing with members of an enumeration would double the time of a repaint.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class Rows(Protocol):
    """Where the contents of rows come from; each has an `id`."""

    def rows(self, ids: Sequence[int]) -> Sequence[Any]:
        """Return the rows with these ids, in their order; one that vanished is missing."""
        ...


class RecordTable(QAbstractTableModel):
    """The rows that answer a question, in its order."""

    counted = Signal(object)  # how many rows there are, once all are known
    failed = Signal(object)  # the error that kept rows from being read

    def __init__(
        self,
        columns: Sequence[AnyColumn],
        source: Rows,
        finder: KeyFinder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source = source
        self._finder = finder
        self._keys: Keys = array("q")
        self._pages: OrderedDict[int, dict[int, Any]] = OrderedDict()
        self._question = self._answered = 0
        finder.first_found.connect(self._take_first)
        finder.all_found.connect(self._take_all)

    def ask(self, question: object) -> None:
        """Show what answers `question`, as soon as it is known."""
        self._question = self._finder.ask(question)

    @property
    def is_asking(self) -> bool:
        """Say whether the answer to the latest question is not complete yet."""
        return self._answered != self._question

    def row(self, position: int) -> Any:  # noqa: ANN401 - a row of whatever kind
        """Return the row at a position, or None if it vanished meanwhile."""
        key = self._keys[position]
        page = position // PAGE
        if page not in self._pages:
            keys = self._keys[page * PAGE : (page + 1) * PAGE]
            self._pages[page] = self._fetch(keys)
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        return self._pages[page].get(key)

    def _fetch(self, keys: Keys) -> dict[int, Any]:
        """Return the rows of a page; if the disk fails while painting, that is told once a page."""
        try:
            return {row.id: row for row in self._source.rows(keys)}
        except StoreError as error:
            self.failed.emit(error)
            return {}

    def key(self, position: int) -> int | None:
        """Return the id of the row at a position, or None beyond the end."""
        return self._keys[position] if 0 <= position < len(self._keys) else None

    def position(self, key: int) -> int | None:
        """Return where the row with this id stands, or None."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def _take_first(self, question: int, keys: Keys) -> None:
        if question != self._question:
            return
        self.beginResetModel()
        self._keys = keys
        self._pages.clear()
        self.endResetModel()

    def _take_all(self, question: int, keys: Keys) -> None:
        if question != self._question:
            return
        self._answered = question
        known = len(self._keys)
        if len(keys) > known and keys[:known] == self._keys:
            self.beginInsertRows(_NOWHERE, known, len(keys) - 1)
            self._keys = keys
            self._pages.pop(known // PAGE, None)
            self.endInsertRows()
        elif keys != self._keys:
            self._take_first(question, keys)
        self.counted.emit(len(keys))

    # --- Qt asks ---------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == CELL:
            return self._cell(index)
        if role in (_DISPLAY, _ACCESSIBLE, _TOOL_TIP):
            return self._cell(index).spoken
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[index.column()].is_number else _LEFT
        return None

    def _cell(self, index: Index) -> Cell:
        row = self.row(index.row()) if index.isValid() else None
        return NOTHING if row is None else self.columns[index.column()].cell(row)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _DISPLAY else None
        if role in (_DISPLAY, _ACCESSIBLE):
            return self.columns[section].title
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[section].is_number else _LEFT
        return None
