"""Going back to a backup: one is chosen, what happens is said, and the password asked again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.backing_up import moment_words
from neuewege_desktop.gui.kit.questions import tell
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.backup_lines import backup_line
from neuewege_desktop.gui.settings.line_list import Deed, LineList
from neuewege_desktop.gui.settings.sheet import Sheet
from neuewege_desktop.gui.settings.work_dialog import WorkDialog
from neuewege_desktop.gui.start.password_line import PasswordLine
from neuewege_desktop.services.access import NotYourPassword
from neuewege_desktop.services.care import (
    Backup,
    BackupLine,
    Unlocked,
    backup_lines,
    go_back_to,
    prepare_going_back,
)
from neuewege_desktop.services.workplaces import Throttled


class BackupsDialog(Sheet):
    """The backups there are; choosing one opens the question about it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(
            session.room.theme,
            parent,
            _("Restore a backup"),
            _("Choose the state that you want to go back to. Nothing happens before you confirm."),
        )
        self._session = session
        self._found: Sequence[BackupLine] = ()
        self.lines = LineList(session.room.theme)
        self.lines.chosen.connect(self._choose)
        self.content.addWidget(self.lines)
        folder = session.workplace.folder
        session.room.tasks.run(lambda: backup_lines(folder), self._show, owner=self)

    def _show(self, found: Sequence[BackupLine]) -> None:
        self._found, now = found, self._session.room.now()
        deeds = (Deed("restore", _("Go back to this …")),)
        self.lines.show_lines(
            [backup_line(number, line, now, deeds) for number, line in enumerate(found)],
            _("There is no backup yet. “Back up now” in the menu “File” makes one."),
        )
        self.lines.focus_first()

    def _choose(self, _code: str, key: int) -> None:
        window = self.parentWidget()
        if window is not None:
            self.accept()
            RestoreDialog(self._session, window, self._found[key].backup).open()


class RestoreDialog(WorkDialog):
    """Says what going back means, and does it once the password was typed."""

    def __init__(self, session: Session, parent: QWidget, backup: Backup) -> None:
        moment = moment_words(backup, session.room.now())
        super().__init__(
            session,
            parent,
            _("Go back to {moment}?").format(moment=moment),
            _("What was entered after that is no longer in the lists then."),
            _("&Go back"),
        )
        self._backup = backup
        self._is_closing = False
        self.content.addWidget(Text(_what_happens(), "plain", wrap=True))
        self.password = PasswordLine(session.room.theme, _("Your &password"), name="password")
        self.content.addWidget(self.password)
        self.password.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def act(self) -> None:
        """Prove the password and keep today's state; only then go back."""
        password, workplace = self.password.password, self.session.workplace
        if not password:
            self.password.refuse(_("Please type your password."))
            return
        backup = self._backup
        self.work(
            _("Today's state is being backed up first …"),
            lambda: prepare_going_back(workplace, backup, password),
            self._go_back,
        )

    @override
    def refuse(self, error: UserError) -> None:
        """Say at the password that it is wrong; once the workplace is closed, start anew."""
        if self._is_closing:
            question = tell(self, self.session.room.theme, str(error), _("Please log in anew."))
            question.finished.connect(self._log_in_anew)
        elif isinstance(error, (NotYourPassword, Throttled)):
            self.password.refuse(str(error))
        else:
            super().refuse(error)

    def _go_back(self, opened: Unlocked) -> None:
        self.password.edit.clear()
        self._is_closing = True
        workplace, backup = self.session.workplace, self._backup
        self.work(
            _("The backup is being put in place …"),
            lambda: go_back_to(workplace, backup, opened),
            lambda _nothing: self._log_in_anew(),
        )

    def _log_in_anew(self) -> None:
        signal = getattr(self.parentWidget(), "restart_wanted", None)
        if isinstance(signal, SignalInstance):
            signal.emit()


def _what_happens() -> str:
    return "\n".join(
        (
            _("1. Today's state is backed up, so you can come back to it."),
            _("2. The workplace is closed and the chosen state put in its place."),
            _("3. The program starts anew and asks for your password of today."),
        )
    )
