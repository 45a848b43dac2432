"""The page of a list: its name and count, search and filters, the table, and the current record."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.listing import ORDERS, Query
from neuewege_desktop.gui.empty_list import EmptyList
from neuewege_desktop.gui.filter_bar import FilterBar
from neuewege_desktop.gui.full_page import FullPage
from neuewege_desktop.gui.kit.buttons import sign
from neuewege_desktop.gui.kit.columns_dialog import ColumnsDialog
from neuewege_desktop.gui.kit.following import Following
from neuewege_desktop.gui.kit.key_finder import KeyFinder
from neuewege_desktop.gui.kit.record_table import RecordTable
from neuewege_desktop.gui.kit.table_view import TableView
from neuewege_desktop.gui.kit.text import announce
from neuewege_desktop.gui.list_heading import ListHeading
from neuewege_desktop.gui.list_source import ListSource
from neuewege_desktop.gui.listing import Listing
from neuewege_desktop.gui.record_pane import RecordPane
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.outcome import Outcome

_PANE_FITS = 1000  # logical pixels of the page, for table and pane side by side
_PANE = 365


class ListPage(QWidget):
    """Finds, reads and edits the records of one list."""

    wanted = Signal(object)  # Target
    commanded = Signal(str, object)  # code, ids
    new_wanted = Signal()

    def __init__(self, session: Session, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.listing, self._session = listing, session
        self._order, self._descending = ORDERS[listing.kind][0], False
        self._is_stale = True
        source = ListSource(session, listing.kind)
        self._finder = KeyFinder(source, self)
        self._finder.failed.connect(session.refuse)
        self.table = RecordTable(listing.columns, source, self._finder, self)
        self.table.counted.connect(self._show_count)
        self.table.failed.connect(session.refuse)
        self.view = TableView(session.room, listing.kind.value)
        self.view.setAccessibleName(_(listing.title))
        self.view.show_table(self.table)
        self.view.show_order(self._order, descending=False)
        self.filters = FilterBar(session, listing)
        self.filters.changed.connect(self.ask)
        self.pane = RecordPane(session, listing)
        self.heading = ListHeading(session.room.theme, listing)
        self.columns_button = sign(
            session.room.theme,
            "columns-3",
            _("Columns and order"),
            self._show_columns,
            name="columns",
        )
        self._full = FullPage(session, listing)
        self.full_page, self.back_button = self._full.pane, self._full.back_button
        self._lay_out()
        self._connect()

    # --- making -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.filters, 1)
        bar.addWidget(self.columns_button, 0, Qt.AlignmentFlag.AlignTop)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addLayout(bar)
        column.addWidget(self._make_splitter(), 1)
        self._leaves = QStackedWidget()
        self._leaves.addWidget(self._list)
        self._leaves.addWidget(self._full)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.addWidget(self._leaves)

    def _make_splitter(self) -> QSplitter:
        self.empty = EmptyList(self._session.room.theme, self.listing)
        self._front = QStackedWidget()
        self._front.addWidget(self.view)
        self._front.addWidget(self.empty)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(14)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._front)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, _PANE])
        self.pane.setMinimumWidth(300)
        return self._splitter

    def _connect(self) -> None:
        self._following = Following(self._show_current, self)
        self.view.moved.connect(self._following.move)
        self.view.opened.connect(self.open_full)
        self.view.sorted_by.connect(self._sort)
        self.view.asked_for_menu.connect(self._show_menu)
        self.view.asked_for_columns.connect(lambda _place: self._show_columns())
        for pane in (self.pane, self.full_page):
            pane.wanted.connect(self.wanted)
            pane.commanded.connect(self._command)
        self.empty.reset_wanted.connect(self.filters.reset)
        self.heading.new_wanted.connect(self.new_wanted)
        self.empty.new_wanted.connect(self.new_wanted)
        self.empty.wanted.connect(self.wanted)
        self.filters.downward.connect(self.view.setFocus)
        self._session.changed.connect(self._take_change)
        self._session.came_in.connect(self._show_new)
        self._full.left.connect(self.close_full)

    # --- the list ---------------------------------------------------------------------------

    def query(self) -> Query:
        """Return what the page asks for."""
        return Query(
            day=self._session.room.today(),
            search=self.filters.search(),
            municipality=self.filters.municipality(),
            order=self._order,
            descending=self._descending,
            filters=self.filters.codes(),
            author=self._session.office.author,
        )

    def ask(self) -> None:
        """Find the rows anew."""
        self._is_stale = False
        self.table.ask(self.query())

    def enter(self) -> None:
        """Be in front: find what changed meanwhile, and take the keyboard."""
        if self._is_stale:
            self.filters.read_municipalities()
            self.ask()
        if self._leaves.currentWidget() is self._list:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: int) -> None:
        """Show the record with this id on a page of its own."""
        self.view.go_to(key)
        self.open_full(key)

    def close_finder(self) -> None:
        """End the thread that finds the rows."""
        self._finder.close()

    def keep_drafts(self) -> None:
        """Write what is being typed."""
        for pane in (self.pane, self.full_page):
            if pane.editor is not None:
                pane.editor.keep_draft()

    def _sort(self, order: str, descending: bool) -> None:
        self._order, self._descending = order, descending
        self.view.show_order(order, descending=descending)
        self.ask()

    def _show_count(self, count: int) -> None:
        self.heading.count.setText(self.listing.count(count))
        if self.filters.line.hasFocus():
            announce(self.filters.line, self.heading.count.text())
        if count == 0:
            self.empty.explain(narrowed=self.filters.is_narrowing())
            self.pane.show_key(None)
        self._front.setCurrentWidget(self.empty if count == 0 else self.view)
        if count and not self.view.currentIndex().isValid():
            self.view.selectRow(0)

    def _take_change(self, outcome: Outcome) -> None:
        if not any(outcome.records.get(kind) for kind in self.listing.kinds):
            return
        self._is_stale = True
        if self.isVisible():
            self.ask()
            self.pane.refresh()
            self.full_page.refresh()

    def _show_new(self, kind: str, key: int) -> None:
        if kind == self.listing.kinds[0]:
            self.close_full()  # what is being typed about another record stays as its draft
            self.view.go_to(key)

    # --- the current record -----------------------------------------------------------------

    def _show_current(self) -> None:
        if self.pane.isVisibleTo(self._splitter):
            self.pane.show_key(self.view.current_key())

    def edit(self) -> None:
        """Edit the record that is shown."""
        self._following.hurry()
        if self._leaves.currentWidget() is self._full:
            self.full_page.edit()
        elif self.pane.isVisible():
            self.pane.edit()
        elif (key := self.view.current_key()) is not None:
            self.open_full(key)
            self.full_page.edit()

    def open_full(self, key: int) -> None:
        """Show a record on a page of its own."""
        self.keep_drafts()
        self.full_page.show_key(key)
        self.full_page.refresh()
        self._leaves.setCurrentWidget(self._full)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_full(self) -> None:
        """Go back to the list."""
        self.keep_drafts()
        self._leaves.setCurrentWidget(self._list)
        if self.full_page.key is not None:
            self.view.go_to(self.full_page.key)
        self.full_page.show_key(None)
        self.pane.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- menus and sizes --------------------------------------------------------------------

    def _show_menu(self, place: QPoint) -> None:
        self._following.hurry()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = self._session.room.theme
        menu.addAction(theme.icon("maximize-2"), _("&Open"), self._open_current)
        menu.addAction(theme.icon("pencil"), _("&Edit"), self.edit)
        menu.addAction(theme.icon("copy"), _("&Copy as a table"), self.view.copy)
        menu.addSeparator()
        menu.addActions(self.pane.actions_now(menu))
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _command(self, code: str, key: int) -> None:
        """Do it with all selected rows, if the record is one of them."""
        selected = tuple(self.view.selected_keys())
        in_list = self._leaves.currentWidget() is self._list
        self.commanded.emit(code, selected if in_list and key in selected else (key,))

    def _open_current(self) -> None:
        if (key := self.view.current_key()) is not None:
            self.open_full(key)

    def _show_columns(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("Columns and order"))
        menu.addAction(_("&Choose the columns …"), self._choose_columns)
        menu.addSection(_("Sort by"))
        menu.addActions(self.view.sort_actions())
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    def _choose_columns(self) -> None:
        ColumnsDialog(self.view, self).open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_full = self._leaves.currentWidget() is self._full
        if event.key() == Qt.Key.Key_Escape and is_full:
            self.close_full()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= _PANE_FITS
        if fits != self.pane.isVisibleTo(self._splitter):
            self.pane.setVisible(fits)
            if fits:
                self._show_current()
