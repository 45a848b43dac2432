"""Last page: the import itself, what came of it, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.dialogs.import_wizard.page import WizardPage, column_of, scrolling
from neuewege_desktop.gui.dialogs.import_wizard.plan import ImportPlan, Progress, take_in
from neuewege_desktop.gui.dialogs.import_wizard.result_view import ResultView
from neuewege_desktop.gui.dialogs.import_wizard.running import Running
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.history import undo
from neuewege_desktop.services.imports.report import ImportReport
from neuewege_desktop.services.outcome import Outcome


class ImportPage(WizardPage):
    """One act, taken back by one button; until it is done it can be broken off without a trace."""

    failed = Signal(object)  # the error that ended the import, Cancelled among them
    wanted = Signal(object)  # Target: where to go from here

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_working = False
        self.report: ImportReport | None = None
        self.notice = Notice(session.room.theme)
        self.running = Running(_("The list is being imported"), _("A backup is being made …"))
        self.result = ResultView(session)
        self.result.absent.opened.connect(
            lambda household: self.wanted.emit(Target("household", household))
        )
        theme = session.room.theme
        self.undo_button = with_icon(
            button(_("Take everything &back"), self._undo, name="undo"), theme, "undo-2"
        )
        self.show_button = with_icon(
            button(_("Go to the &households"), self._go, name="show"), theme, "house"
        )
        self._lay_out()

    def _lay_out(self) -> None:
        done = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        inner = column_of(done)
        inner.addWidget(self.notice)
        inner.addLayout(buttons)
        inner.addWidget(self.result, 100)
        inner.addStretch(1)
        self._front = QStackedWidget()
        self._front.addWidget(self.running)
        self._front.addWidget(scrolling(done))
        column_of(self).addWidget(self._front)

    # --- importing --------------------------------------------------------------------------

    def begin(self, plan: ImportPlan, tried: ImportReport) -> None:
        """Import what was tried out."""
        progress = Progress(tried.lines)
        self.report, self._is_working = None, True
        self._front.setCurrentIndex(0)
        self.running.begin(progress)
        self.changed.emit()
        self.arrived.emit()
        office = self._session.office
        self._session.room.tasks.run(
            lambda: take_in(self._session, office, plan, tried, progress),
            self._finish,
            self._fail,
            owner=self,
        )

    def _finish(self, report: ImportReport) -> None:
        self._end()
        self.report = report
        self.result.show_report(report)
        self.undo_button.setVisible(_changed(report))
        self._front.setCurrentIndex(1)
        self.notice.tell(_in_words(report), Tone.WARNING if report.errors else Tone.GOOD)
        self.changed.emit()
        self.arrived.emit()
        if report.outcome is not None:
            self._session.tell(report.outcome)

    def _fail(self, error: Exception) -> None:
        self._end()
        self.changed.emit()
        self.failed.emit(error)

    def _end(self) -> None:
        self._is_working = False
        self.running.end()

    # --- afterwards -------------------------------------------------------------------------

    def _undo(self) -> None:
        self.undo_button.setEnabled(False)
        office = self._session.office
        self._session.room.tasks.run(
            lambda: undo(office)[1],
            self._tell_undone,
            self._refuse_undo,
            owner=self,
        )

    def _tell_undone(self, outcome: Outcome) -> None:
        self._session.changed.emit(outcome)
        self._session.look_back()
        self.undo_button.hide()
        self.result.hide()
        self.notice.tell(_("Everything was taken back: the list is not imported."), Tone.INFO)
        self.arrived.emit()

    def _refuse_undo(self, error: Exception) -> None:
        self.undo_button.setEnabled(True)
        if isinstance(error, UserError):
            self.notice.tell(str(error), Tone.BAD)
        else:
            self._session.refuse(error)

    def _go(self) -> None:
        self.wanted.emit(Target("page:households"))

    # --- as a page --------------------------------------------------------------------------

    @property
    @override
    def next_words(self) -> str:
        return _("&Finish")

    @property
    @override
    def is_ready(self) -> bool:
        return self.report is not None

    @property
    @override
    def is_working(self) -> bool:
        return self._is_working

    @property
    @override
    def is_final(self) -> bool:
        return self.report is not None

    @override
    def break_off(self) -> None:
        self.running.break_off()

    @override
    def first(self) -> QWidget:
        return self.running.stop if self._is_working else self.show_button


def _changed(report: ImportReport) -> bool:
    return report.outcome is not None and report.outcome.changed


def _in_words(report: ImportReport) -> str:
    if not _changed(report):
        words = _("The list is imported. It brought nothing that was not known.")
    else:
        words = _("The list is imported.")
    if not report.errors:
        return words
    faulty = ngettext(
        "One faulty line was left out. Please correct it in the list and import it once more.",
        "{n} faulty lines were left out. Please correct them in the list and import it once more.",
        len(report.errors),
    )
    return f"{words} {faulty}"
