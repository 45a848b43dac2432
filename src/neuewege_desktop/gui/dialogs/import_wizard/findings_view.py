"""The table of errors and warnings: filtered, sorted, read in full, copied."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.dialogs.import_wizard.findings import (
    ERRORS,
    WARNINGS,
    FindingQuery,
    FindingSource,
    columns,
    findings_of,
)
from neuewege_desktop.gui.dialogs.import_wizard.page import column_of
from neuewege_desktop.gui.kit.buttons import button, chip, with_icon
from neuewege_desktop.gui.kit.copying import as_text
from neuewege_desktop.gui.kit.empty_state import EmptyState
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.key_finder import KeyFinder
from neuewege_desktop.gui.kit.record_table import RecordTable
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.table_view import TableView
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.services.imports.report import ImportReport


class FindingsView(QWidget):
    """Shows what one import said about lines. It names people, so it never goes to a file."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = FindingSource()
        self._query = FindingQuery(0)
        self._finder = KeyFinder(self._source, self)
        table = RecordTable(columns(), self._source, self._finder, self)
        table.counted.connect(self._begin_at_the_top)
        self.view = TableView(room, "import-findings")
        self.view.setAccessibleName(_("Errors and warnings"))
        self.view.setMinimumHeight(150)
        self.view.show_table(table)
        self.view.moved.connect(self._show_in_full)
        self.view.sorted_by.connect(self._sort)
        self.in_full = Text("", "second", wrap=True)
        self.in_full.setObjectName("in-full")
        self.copy_button = with_icon(
            button(_("Co&py this list as text"), self.copy, name="copy"), room.theme, "copy"
        )
        self.copied = Text("", "second")
        self.empty = EmptyState(room.theme, "circle-check")
        self.empty.tell(_("Nothing to complain about"), _("Every line can be read."))
        self._make_chips()
        self._lay_out()

    def _make_chips(self) -> None:
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for kind in ("", ERRORS, WARNINGS):
            made = chip("", checked=not kind, name=f"show-{kind or 'all'}")
            made.clicked.connect(lambda _checked, kind=kind: self._filter(kind))
            group.addButton(made)
            self.chips[kind] = made

    def _lay_out(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar, 8)
        for made in (*self.chips.values(), self.copy_button, self.copied):
            flow.addWidget(made)
        hint = _(
            "This list names people. It therefore stays inside the encrypted workplace"
            " and cannot be saved as a file."
        )
        found = QWidget()
        column = column_of(found, 8)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.in_full)
        column.addWidget(Text(hint, "hint", wrap=True))
        self._front = QStackedWidget()
        self._front.addWidget(found)
        self._front.addWidget(self.empty)
        column_of(self, 0).addWidget(self._front)

    def show_report(self, report: ImportReport) -> None:
        """Show what this import said."""
        findings = findings_of(report)
        errors, warnings = len(report.errors), len(report.warnings)
        self._source.replace(findings)
        self.chips[""].setText(_("A&ll ({n})").format(n=errors + warnings))
        self.chips[ERRORS].setText(_("&Errors ({n})").format(n=errors))
        self.chips[WARNINGS].setText(_("&Warnings ({n})").format(n=warnings))
        self._front.setCurrentIndex(0 if findings else 1)
        self._ask(FindingQuery(self._query.list_number + 1))
        self.chips[""].setChecked(True)

    def copy(self) -> None:
        """Put what is shown on the clipboard, line by line."""
        lines = [[column.title for column in columns()]]
        lines += [
            [str(found.line), found.kind, found.column, found.text]
            for found in self._source.asked_for(self._query)
        ]
        QGuiApplication.clipboard().setText(as_text(lines))
        self.copied.setText(_("Copied"))
        announce(self, _("The list is on the clipboard."))

    def close_finder(self) -> None:
        """End the thread that sorts and filters."""
        self._finder.close()

    def _ask(self, query: FindingQuery) -> None:
        self._query = query
        self.copied.clear()
        self.view.show_order(query.order, descending=query.descending)
        self.view.table.ask(query)

    def _filter(self, kind: str) -> None:
        self._ask(replace(self._query, kind=kind))

    def _sort(self, order: str, descending: bool) -> None:
        self._ask(replace(self._query, order=order, descending=descending))

    def _begin_at_the_top(self, count: int) -> None:
        if count and not self.view.currentIndex().isValid():
            self.view.selectRow(0)

    def _show_in_full(self, key: int | None) -> None:
        rows = self._source.rows([key]) if key is not None else []
        self.in_full.setText(
            _("Line {line}, {column}: {text}").format(
                line=rows[0].line, column=rows[0].column, text=rows[0].text
            )
            if rows
            else ""
        )
