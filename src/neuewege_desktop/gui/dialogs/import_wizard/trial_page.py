"""Third page: the trial. It does all that the import would do, and keeps nothing of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.dialogs.import_wizard.page import WizardPage, column_of, scrolling
from neuewege_desktop.gui.dialogs.import_wizard.plan import ImportPlan, Progress, try_out
from neuewege_desktop.gui.dialogs.import_wizard.result_view import ResultView, in_words
from neuewege_desktop.gui.dialogs.import_wizard.running import Running
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.imports.report import ImportReport


class TrialPage(WizardPage):
    """Runs on the worker; the report stands here to be read before anything is kept."""

    failed = Signal(object)  # the error that ended the trial, Cancelled among them

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_working = False
        self.report: ImportReport | None = None
        self.notice = Notice(session.room.theme)
        self.running = Running(_("The list is being tried out"), _("The list is being read …"))
        self.result = ResultView(session)
        self._front = QStackedWidget()
        self._front.addWidget(self.running)
        self._front.addWidget(scrolling(self.result))
        column = column_of(self)
        column.addWidget(self.notice)
        column.addWidget(self._front, 1)

    def begin(self, plan: ImportPlan, why: str = "") -> None:
        """Try this out; `why` says what made it necessary once more."""
        progress = Progress()
        self.report, self._is_working = None, True
        self._front.setCurrentIndex(0)
        if why:
            self.notice.tell(why, Tone.WARNING)
        else:
            self.notice.clear()
        self.running.begin(progress)
        self.changed.emit()
        self.arrived.emit()
        office = self._session.office
        self._session.room.tasks.run(
            lambda: try_out(office, plan, progress),
            self._finish,
            self._fail,
            owner=self,
        )

    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        """Say something about how one came here."""
        self.notice.tell(sentence, tone)

    def _finish(self, report: ImportReport) -> None:
        self._end()
        self.report = report
        self.result.show_report(report)
        self._front.setCurrentIndex(1)
        if not self.notice.isVisible():
            self.notice.tell(
                _("So far nothing was changed. The import would bring: {result}").format(
                    result=in_words(report)
                ),
                Tone.WARNING if report.errors else Tone.GOOD,
            )
        self.changed.emit()
        self.arrived.emit()

    def _fail(self, error: Exception) -> None:
        self._end()
        self.changed.emit()
        self.failed.emit(error)

    def _end(self) -> None:
        self._is_working = False
        self.running.end()

    # --- as a page --------------------------------------------------------------------------

    @property
    @override
    def next_words(self) -> str:
        return _("&Import now")

    @property
    @override
    def is_ready(self) -> bool:
        return self.report is not None

    @property
    @override
    def is_working(self) -> bool:
        return self._is_working

    @override
    def break_off(self) -> None:
        self.running.break_off()

    @override
    def first(self) -> QWidget | None:
        return self.running.stop if self._is_working else self.result.first()
