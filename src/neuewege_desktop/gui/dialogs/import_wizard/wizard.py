"""The wizard that imports a list: four pages, forward and back, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.cancelling import Cancelled
from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.dialogs.import_wizard.columns_page import ColumnsPage
from neuewege_desktop.gui.dialogs.import_wizard.file_page import FilePage
from neuewege_desktop.gui.dialogs.import_wizard.import_page import ImportPage
from neuewege_desktop.gui.dialogs.import_wizard.page import WizardPage, bring_into_view
from neuewege_desktop.gui.dialogs.import_wizard.plan import ImportPlan
from neuewege_desktop.gui.dialogs.import_wizard.steps import Steps
from neuewege_desktop.gui.dialogs.import_wizard.trial_page import TrialPage
from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.buttons import button, primary
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.imports import ListChanged

_USUAL = (980, 700)
_TITLE_FITS = 560  # logical pixels of height; below, the frame of the window names the dialog


class ImportWizard(Dialog):
    """Leads from a file to its households; until the last page nothing is kept."""

    wanted = Signal(object)  # Target: where to go after it

    def __init__(self, session: Session, parent: QWidget, source: Path | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(_("Import a list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offer_help(self, session.room.theme, "import")
        self.setModal(True)
        self.setAcceptDrops(True)
        self._plan: ImportPlan | None = None
        self.file_page = FilePage(session)
        self.columns_page = ColumnsPage(session)
        self.trial_page = TrialPage(session)
        self.import_page = ImportPage(session)
        self._pages: tuple[WizardPage, ...] = (
            self.file_page,
            self.columns_page,
            self.trial_page,
            self.import_page,
        )
        names = [_("File"), _("Columns"), _("Trial"), _("Import")]
        self.steps = Steps(session.room.theme, names)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._fit(parent)
        self._show(self.file_page)
        if source is not None:
            self.file_page.choose(source)

    def _make_buttons(self) -> None:
        self.cancel_button = button(_("&Cancel"), self.reject, name="cancel")
        self.back_button = button(_("&Back"), self.go_back, name="back")
        self.next_button = primary("", self.go_on, name="next")
        self.next_button.setDefault(True)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(12)
        self._title = Text(_("Import a list"), "name")
        layout.addWidget(self._title)
        layout.addWidget(self.steps)
        layout.addWidget(self._stack, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for page in self._pages:
            page.changed.connect(self._show_buttons)
            page.arrived.connect(self._focus_first)
            page.finished.connect(self._advance)
        self.trial_page.failed.connect(self._end_trial)
        self.import_page.failed.connect(self._end_import)
        self.import_page.wanted.connect(self._leave_for)

    def _fit(self, parent: QWidget) -> None:
        window = parent.window()
        self.resize(
            min(_USUAL[0], max(560, window.width() - 40)),
            min(_USUAL[1], max(380, window.height() - 40)),
        )

    # --- forward and back -------------------------------------------------------------------

    @property
    def page(self) -> WizardPage:
        """Return the page in front."""
        return self._pages[self._stack.currentIndex()]

    def go_on(self) -> None:
        """Leave the page forward, if that is possible."""
        if self.page.is_ready and not self.page.is_working:
            self.page.go_on()

    def go_back(self) -> None:
        """Go one page back, if nothing runs."""
        position = self._stack.currentIndex()
        if position and not self.page.is_working and not self.page.is_final:
            self._show(self._pages[position - 1])

    def _advance(self) -> None:
        page = self.page
        if page is self.file_page and self.file_page.chosen is not None:
            self.columns_page.show_list(self.file_page.chosen)
            self._show(self.columns_page)
        elif page is self.columns_page and self.columns_page.chosen is not None:
            self._plan = ImportPlan(
                chosen=self.columns_page.chosen,
                day=self.file_page.day,
                mapping=self.columns_page.mapping(),
                keeps_mapping=self.columns_page.keeps_mapping,
            )
            self._try_out(self._plan)
        elif page is self.trial_page and self._plan and self.trial_page.report:
            self._show(self.import_page)
            self.import_page.begin(self._plan, self.trial_page.report)
        else:
            self.accept()

    def _try_out(self, plan: ImportPlan, why: str = "") -> None:
        self._show(self.trial_page)
        self.trial_page.begin(plan, why)

    def _show(self, page: WizardPage) -> None:
        position = self._pages.index(page)
        self._stack.setCurrentIndex(position)
        self.steps.show_step(position)
        self._show_buttons()
        self._focus_first()

    def _focus_first(self) -> None:
        first = self.page.first() or self.next_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, first, lambda: bring_into_view(first))  # once it has its place

    def _show_buttons(self) -> None:
        page = self.page
        self.next_button.setText(page.next_words)
        self.next_button.setEnabled(page.is_ready and not page.is_working)
        self.back_button.setVisible(page is not self.file_page and not page.is_final)
        self.back_button.setEnabled(not page.is_working)
        self.cancel_button.setVisible(not page.is_final)

    # --- when work ends otherwise -----------------------------------------------------------

    def _end_trial(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._show(self.columns_page)
            self.columns_page.tell(_("The trial was stopped."))
        else:
            self._refuse(error)

    def _end_import(self, error: Exception) -> None:
        self._show(self.trial_page)
        if isinstance(error, ListChanged) and self._plan is not None:
            why = _("The file was changed meanwhile. Nothing was imported; this is a new trial.")
            self._try_out(self._plan, why)
        elif isinstance(error, Cancelled):
            self.trial_page.tell(_("The import was stopped. Nothing was imported."))
        else:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.trial_page.tell(str(error), Tone.BAD)
            self.back_button.setFocus()
        else:
            self._session.refuse(error)

    # --- coming and going -------------------------------------------------------------------

    def _leave_for(self, target: Target) -> None:
        self.accept()
        self.wanted.emit(target)

    @override
    def reject(self) -> None:
        if not self.page.is_working:
            super().reject()
            return
        ask(
            self,
            self._session.room.theme,
            _("Stop the work that is running?"),
            _("Then nothing of this list is imported."),
            [Answer(_("&Stop it"), self.page.break_off)],
        )

    @override
    def done(self, result: int) -> None:
        for page in (self.trial_page, self.import_page):
            page.result.close_finders()
        super().done(result)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus with Enter too; everywhere else Enter leads on."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
        else:
            self.go_on()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title.setVisible(self.height() >= _TITLE_FITS)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.page.is_working and not self.page.is_final:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show(self.file_page)
        self.file_page.choose_dropped(event.mimeData().urls())
        event.acceptProposedAction()
