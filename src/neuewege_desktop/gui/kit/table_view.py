"""The table of a list: chosen and opened by the keyboard, its columns arranged by its reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from neuewege_desktop.gui.kit.copying import as_html, as_text
from neuewege_desktop.gui.kit.record_table import RecordTable
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.row_painter import ROW_HEIGHT, RowPainter

_NARROWEST = 56
_MOST_COPIED = 10_000  # rows


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """A column of a table: its number, its title, whether it is shown."""

    column: int
    title: str
    is_shown: bool


class TableView(QTableView):
    """Shows a `RecordTable`; tells which row is current and which one is opened."""

    moved = Signal(object)  # id of the current row, or None
    opened = Signal(object)  # id
    sorted_by = Signal(str, bool)  # order, whether descending
    asked_for_menu = Signal(QPoint)
    asked_for_columns = Signal(QPoint)

    def __init__(self, room: Room, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._place = f"table/{name}"
        self._wanted: int | None = None
        self._descending = False
        self.setItemDelegate(RowPainter(room.theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.asked_for_menu)
        self.doubleClicked.connect(self._open_current)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        room.theme.changed.connect(self.viewport().update)

    def show_table(self, table: RecordTable) -> None:
        """Show a table, its columns as they were arranged last."""
        self.setModel(table)
        header = self.horizontalHeader()
        header.ensurePolished()  # its font is known from here on
        header.setSortIndicatorShown(True)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.asked_for_columns)
        for position, column in enumerate(table.columns):
            needed = header.sectionSizeFromContents(position).width()
            header.resizeSection(position, max(column.width, needed))
            header.setSectionHidden(position, column.is_hidden)
        kept = self._room.state.find(self._place)
        if kept is not None:
            header.restoreState(kept)
        header.sectionClicked.connect(self._sort)
        for signal in (header.sectionMoved, header.sectionResized):
            signal.connect(self._keep_columns)
        table.modelAboutToBeReset.connect(self._remember_current)
        table.modelReset.connect(self._find_current)
        self.selectionModel().currentRowChanged.connect(self._tell_current)

    @property
    def table(self) -> RecordTable:
        """Return the table that is shown."""
        table = self.model()
        if not isinstance(table, RecordTable):
            raise TypeError("this view shows record tables only")
        return table

    def current_key(self) -> int | None:
        """Return the id of the current row, or None."""
        index = self.currentIndex()
        return self.table.key(index.row()) if index.isValid() else None

    def selected_keys(self) -> Sequence[int]:
        """Return the ids of the selected rows in the order of the table."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [key for row in rows if (key := self.table.key(row)) is not None]

    def go_to(self, key: int) -> bool:
        """Make the row with this id the current one, now or once it is there."""
        position = self.table.position(key)
        self._wanted = key if position is None else None
        if position is None:
            return False
        self.selectRow(position)
        self.scrollTo(self.table.index(position, 0))
        return True

    def show_order(self, order: str, *, descending: bool) -> None:
        """Show at the heading of its column by what is sorted."""
        self._descending = descending
        for position, column in enumerate(self.table.columns):
            if column.order == order:
                direction = Qt.SortOrder.DescendingOrder if descending else _ASCENDING
                self.horizontalHeader().setSortIndicator(position, direction)

    def column_places(self) -> list[ColumnPlace]:
        """Return the columns in the order in which they stand."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(visual) for visual in range(header.count())]
        return [
            ColumnPlace(
                column, self.table.columns[column].title, not header.isSectionHidden(column)
            )
            for column in order
        ]

    def arrange_columns(self, places: Sequence[tuple[int, bool]]) -> None:
        """Put the columns into this order, and show only those that shall be shown."""
        header = self.horizontalHeader()
        for visual, (column, is_shown) in enumerate(places):
            header.moveSection(header.visualIndex(column), visual)
            header.setSectionHidden(column, not is_shown)
        self._keep_columns()

    def sort_by(self, order: str) -> None:
        """Ask for another order; asking again for the same turns it round."""
        orders = [column.order for column in self.table.columns]
        self._sort(orders.index(order))

    def sort_actions(self) -> list[QAction]:
        """Return an action for each column by which one can sort; the present one is ticked."""
        shown = self.horizontalHeader().sortIndicatorSection()
        actions = []
        for position, column in enumerate(self.table.columns):
            if column.order:
                action = QAction(column.title, self)
                action.setCheckable(True)
                action.setChecked(position == shown)
                action.triggered.connect(lambda _on=False, by=column.order: self.sort_by(by))
                actions.append(action)
        return actions

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table, with the headings that are shown."""
        header = self.horizontalHeader()
        shown = [
            logical
            for visual in range(header.count())
            if not header.isSectionHidden(logical := header.logicalIndex(visual))
        ]
        table = self.table
        positions = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [[table.columns[column].title for column in shown]]
        lines += [
            [str(table.index(position, column).data()) for column in shown]
            for position in positions[:_MOST_COPIED]
        ]
        data = QMimeData()
        data.setText(as_text(lines))
        data.setHtml(as_html(lines))
        QGuiApplication.clipboard().setMimeData(data)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        key = self.current_key()
        if key is not None:
            self.opened.emit(key)

    def _sort(self, position: int) -> None:
        header = self.horizontalHeader()
        column = self.table.columns[position]
        shown = self.table.columns[header.sortIndicatorSection()].order
        if column.order:
            descending = column.order == shown and not self._descending
            self.sorted_by.emit(column.order, descending)
        else:
            self.show_order(shown, descending=self._descending)

    def _keep_columns(self) -> None:
        self._room.state.keep(self._place, self.horizontalHeader().saveState())

    def _remember_current(self) -> None:
        if self._wanted is None:
            self._wanted = self.current_key()

    def _find_current(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or not self.go_to(wanted):
            self._tell_current()

    def _tell_current(self) -> None:
        self.moved.emit(self.current_key())


_ASCENDING = Qt.SortOrder.AscendingOrder
