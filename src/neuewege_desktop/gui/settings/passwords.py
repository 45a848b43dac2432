"""Dialogs about who may open the workplace: a colleague, one's own password, the recovery code."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.work_dialog import WorkDialog
from neuewege_desktop.gui.start.code_card import CodeCard
from neuewege_desktop.gui.start.line import Line
from neuewege_desktop.gui.start.new_password import NewPassword
from neuewege_desktop.gui.start.password_line import PasswordLine
from neuewege_desktop.services.access import (
    NotYourPassword,
    change_own_password,
    offer_recovery_code,
    prove_password,
    replace_recovery_code,
)
from neuewege_desktop.services.workplaces import Throttled, give_access


class NewColleague(WorkDialog):
    """Gives somebody a password of their own: a new colleague, or one whom a list named."""

    def __init__(self, session: Session, parent: QWidget, name: str = "") -> None:
        super().__init__(
            session,
            parent,
            _("Give a colleague access"),
            _(
                "Each person logs in with a password of their own; so one can see later who did "
                "what. Your colleague can change it here after logging in."
            ),
            _("&Give access"),
        )
        theme = session.room.theme
        self.name = Line(theme, _("&First and last name"), name="name")
        self.name.edit.setText(name)
        self.name.edit.setReadOnly(bool(name))
        self.password = NewPassword(theme, lambda: (self.name.text, session.workplace.folder.name))
        self.content.addWidget(self.name)
        self.content.addWidget(self.password)
        (self.password.offered if name else self.name.edit).setFocus()

    @override
    def act(self) -> None:
        """Give access, once there is a name and a password."""
        name = " ".join(self.name.text.split())
        if not name:
            self.name.refuse(_("Please enter the name."))
            return
        password = self.password.taken()
        if password is None:
            return
        workplace, today = self.session.workplace, self.session.room.today()
        self.work(
            _("The key is being made …"),
            lambda: give_access(workplace, name, password, today),
            lambda _user: self._finish(),
        )

    def _finish(self) -> None:
        self.password.forget()
        self.session.look_back()
        self.accept()


class OwnPassword(WorkDialog):
    """Changes the password of the person who is logged in."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(
            session,
            parent,
            _("Change my password"),
            _("It counts from the next time you log in."),
            _("Change the &password"),
        )
        theme = session.room.theme
        self.old = PasswordLine(theme, _("Your password &until now"), name="oldPassword")
        self.new = NewPassword(theme, lambda: (session.workplace.folder.name,))
        self.content.addWidget(self.old)
        self.content.addWidget(self.new)
        self.old.edit.setFocus()

    @override
    def act(self) -> None:
        """Change the password, once the old one is there and a new one chosen."""
        if not self.old.password:
            self.old.refuse(_("Please type your password."))
            return
        new = self.new.taken()
        if new is None:
            return
        old, workplace = self.old.password, self.session.workplace
        today = self.session.room.today()
        self.work(
            _("The new key is being made …"),
            lambda: change_own_password(workplace, old, new, today),
            lambda _nothing: self._finish(),
        )

    @override
    def refuse(self, error: UserError) -> None:
        """Say at the old password that it is wrong."""
        _refuse(self, self.old, error)

    def _finish(self) -> None:
        self.new.forget()
        self.old.edit.clear()
        self.accept()


class NewRecoveryCode(WorkDialog):
    """Makes a new recovery code; it counts once it was typed from paper."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(
            session,
            parent,
            _("New recovery code"),
            _(
                "It opens the workplace if all passwords are forgotten. Write it down or print it, "
                "then type it once. After that the old code no longer opens anything."
            ),
            _("Let this code c&ount"),
        )
        room, workplace = session.room, session.workplace
        self._code = offer_recovery_code(workplace)
        self.card = CodeCard(room, self._code, workplace.folder.name, workplace.vault.id)
        self.password = PasswordLine(room.theme, _("Your &password"), name="password")
        self.content.addWidget(self.card)
        self.content.addWidget(self.password)
        self.card.typed.connect(self._look)
        self.card.line.edit.setFocus()
        self._look()

    def _look(self) -> None:
        self.act_button.setEnabled(self.card.was_typed)

    @override
    def act(self) -> None:
        """Let the code count, once the password shows who asks for it."""
        password = self.password.password
        if not password:
            self.password.refuse(_("Please type your password."))
            return
        code, workplace = self._code, self.session.workplace
        today = self.session.room.today()

        def work() -> None:
            prove_password(workplace, password)
            replace_recovery_code(workplace, code, today)

        self.work(_("The code is being put in force …"), work, lambda _nothing: self.accept())

    @override
    def refuse(self, error: UserError) -> None:
        """Say at the password that it is wrong."""
        _refuse(self, self.password, error)


def _refuse(dialog: WorkDialog, line: PasswordLine, error: UserError) -> None:
    if isinstance(error, (NotYourPassword, Throttled)):
        line.refuse(str(error))
    else:
        WorkDialog.refuse(dialog, error)
