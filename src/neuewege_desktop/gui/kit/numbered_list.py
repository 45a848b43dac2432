"""A list of numbered rows, each as high as it needs; for an agenda, not for thousands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.numbered_painter import NumberedPainter
from neuewege_desktop.gui.kit.numbered_rows import Index, NumberedModel, NumberedRow


class NumberedList(QListView):
    """Shows rows and keeps the current one, also when it moves or the rows are read anew."""

    moved = Signal()  # another row is current, or it changed

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_rows = NumberedModel(self)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(NumberedPainter(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    @property
    def rows(self) -> Sequence[NumberedRow]:
        """Return the rows that are shown."""
        return self.model_of_rows.rows

    def show_rows(self, rows: Sequence[NumberedRow]) -> None:
        """Show these rows; the current one stays current, or the one that took its place."""
        if tuple(rows) == tuple(self.rows):
            return
        before = self.current()
        place = self.currentIndex().row()
        self.model_of_rows.show(rows)
        found = self.model_of_rows.place_of(before.key) if before is not None else 0
        if rows:
            kept = place if found is None else found
            self.setCurrentIndex(self.model_of_rows.index(min(max(kept, 0), len(rows) - 1)))
        self.moved.emit()

    def current(self) -> NumberedRow | None:
        """Return the current row."""
        index = self.currentIndex()
        return self.rows[index.row()] if index.isValid() else None

    def go_to(self, key: int) -> None:
        """Make the row of a key the current one."""
        place = self.model_of_rows.place_of(key)
        if place is not None:
            self.setCurrentIndex(self.model_of_rows.index(place))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()
