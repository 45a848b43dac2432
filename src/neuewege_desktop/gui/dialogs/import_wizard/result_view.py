"""What came of an import or of its trial: counts, what was said about lines, who is missing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QWidget

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.dialogs.import_wizard.absent_view import AbsentView
from neuewege_desktop.gui.dialogs.import_wizard.findings_view import FindingsView
from neuewege_desktop.gui.dialogs.import_wizard.page import column_of
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.imports.report import Counts, ImportReport


class ResultView(QWidget):
    """Three figures above, and two tables to leaf through below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.households = _Figure(_("Households"))
        self.persons = _Figure(_("Persons"))
        self.lines = _Figure(_("Lines"))
        self.findings = FindingsView(session.room)
        self.absent = AbsentView(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(_("Result"))
        for tab in (self.findings, self.absent):
            tab.layout().setContentsMargins(0, 10, 0, 0)  # type: ignore[union-attr]
            self.tabs.addTab(tab, "")
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for figure in (self.households, self.persons, self.lines):
            figures.addWidget(figure, 1)
        column = column_of(self)
        column.addLayout(figures)
        column.addWidget(self.tabs, 1)

    def show_report(self, report: ImportReport) -> None:
        """Show what came of it."""
        for figure, counts in (
            (self.households, report.households),
            (self.persons, report.persons),
        ):
            figure.tell(_("{n} new").format(n=counts.new), _rest(counts))
        self.lines.tell(
            _("{n} faulty").format(n=len(report.errors)),
            ngettext("{n} line read", "{n} lines read", report.lines),
        )
        self.findings.show_report(report)
        self.absent.show_households([household.id for household in report.absent])
        said = len(report.errors) + len(report.warnings)
        self.tabs.setTabText(0, _("Errors and warnings ({n})").format(n=said))
        self.tabs.setTabText(1, _("Not in the list ({n})").format(n=len(report.absent)))
        self.tabs.setTabVisible(1, bool(report.absent))
        self.tabs.setCurrentIndex(0)

    def first(self) -> QWidget | None:
        """Return the first filter, if there is anything to filter."""
        first = self.findings.chips[""]
        return first if first.isVisible() else None

    def close_finders(self) -> None:
        """End the threads of the tables."""
        self.findings.close_finder()
        self.absent.close_finder()


class _Figure(QFrame):
    """A card with what is counted, the figure one looks for, and the others."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.figure, self.rest = Text("", "name"), Text("", "second", wrap=True)
        column = column_of(self, 1)
        column.setContentsMargins(16, 10, 16, 11)
        column.addWidget(Text(label, "label"))
        column.addWidget(self.figure)
        column.addWidget(self.rest)
        column.addStretch(1)

    def tell(self, figure: str, rest: str) -> None:
        """Show other figures."""
        self.figure.setText(figure)
        self.rest.setText(rest)


def _rest(counts: Counts) -> str:
    return _("{changed} changed  ·  {unchanged} unchanged").format(
        changed=counts.changed, unchanged=counts.unchanged
    )


def in_words(report: ImportReport) -> str:
    """Return the result as one would say it."""
    households = ngettext("{n} new household", "{n} new households", report.households.new)
    persons = ngettext("{n} new person", "{n} new persons", report.persons.new)
    faulty = ngettext("{n} faulty line", "{n} faulty lines", len(report.errors))
    return _("{households}, {persons}, {faulty}.").format(
        households=households, persons=persons, faulty=faulty
    )
