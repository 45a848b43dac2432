"""The households that a list leaves out: known here, and left as they are."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.listing import ListKind
from neuewege_desktop.gui.dialogs.import_wizard.page import column_of
from neuewege_desktop.gui.kit.key_finder import Ending, KeyFinder, Keys
from neuewege_desktop.gui.kit.record_table import RecordTable
from neuewege_desktop.gui.kit.table_view import TableView
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.list_source import ListSource
from neuewege_desktop.gui.pages.households import columns
from neuewege_desktop.gui.session import Session

_SHOWN = {"head": 290, "phase": 180, "manager": 170, "approved": 150}  # column, its width


class _AbsentHouseholds(ListSource):
    """Some households of the list, in the order in which they are asked for."""

    @override
    def keys(self, question: object, limit: int | None, ending: Ending) -> Keys | None:
        if not isinstance(question, tuple):
            raise TypeError("absent households are asked for by their ids")
        return array("q", question[:limit])


class AbsentView(QWidget):
    """Names them; where one may leave the wizard, a row leads to its household."""

    opened = Signal(object)  # id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        source = _AbsentHouseholds(session, ListKind.HOUSEHOLDS)
        self._finder = KeyFinder(source, self)
        shown = [
            replace(column, order="", width=_SHOWN[column.key])
            for column in columns(session.room.today)
            if column.key in _SHOWN
        ]
        table = RecordTable(shown, source, self._finder, self)
        table.counted.connect(self._begin_at_the_top)
        self.view = TableView(session.room, "import-absent")
        self.view.setAccessibleName(_("Households that are not in the list"))
        self.view.setMinimumHeight(150)
        self.view.show_table(table)
        self.view.horizontalHeader().setSortIndicatorShown(False)
        self.view.opened.connect(self.opened)
        hint = _("They are known here, but this list leaves them out. They stay as they are.")
        column = column_of(self, 8)
        column.addWidget(Text(hint, "second", wrap=True))
        column.addWidget(self.view, 1)

    def show_households(self, ids: Sequence[int]) -> None:
        """Show the households with these ids."""
        self.view.table.ask(tuple(ids))

    def close_finder(self) -> None:
        """End the thread that finds the rows."""
        self._finder.close()

    def _begin_at_the_top(self, count: int) -> None:
        if count and not self.view.currentIndex().isValid():
            self.view.selectRow(0)
