"""Who works here: who has access with a password of their own, and the recovery code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.card import Card, Leaf
from neuewege_desktop.gui.settings.line_list import Deed, Line, LineList
from neuewege_desktop.gui.settings.passwords import NewColleague, NewRecoveryCode, OwnPassword
from neuewege_desktop.services.workplaces import UserLine, take_access, users


class StaffLeaf(Leaf):
    """Gives and takes access."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("&Users"))
        self._session = session
        theme = session.room.theme
        self._users: dict[int, UserLine] = {}
        self.notice = Notice(theme)
        self.lines = LineList(theme)
        self.lines.chosen.connect(self._do)
        access = Card(
            _("Who has access here"),
            _("Whoever has access opens this workplace with a password of their own."),
        )
        self.add_button = with_icon(
            button(_("Give a &colleague access …"), self._add, name="newColleague"),
            theme,
            "user-plus",
        )
        access.add_beside_heading(self.add_button)
        access.column.addSpacing(4)
        access.column.addWidget(self.lines)
        code = Card(
            _("Recovery code"),
            _(
                "The code on paper opens the workplace if all passwords are forgotten. Make a new "
                "one if the sheet is lost or somebody has seen it who should not."
            ),
        )
        self.code_button = with_icon(
            button(_("New &recovery code …"), self._renew_code, name="newCode"),
            theme,
            "key-round",
        )
        code.add_beside_heading(self.code_button)
        self.column.addWidget(self.notice)
        self.column.addWidget(access)
        self.column.addWidget(code)
        self.column.addStretch(1)

    @override
    def enter(self) -> None:
        """Show who has access now."""
        workplace = self._session.workplace
        self._session.room.tasks.run(lambda: users(workplace), self._show, owner=self)

    def _show(self, found: Sequence[UserLine]) -> None:
        self._users = {line.id: line for line in found}
        self.lines.show_lines([self._line(line) for line in found])

    def _line(self, line: UserLine) -> Line:
        if line.id == self._session.workplace.user:
            second, deed = _("This is you."), Deed("password", _("Change the password …"))
        elif line.has_access:
            second, deed = "", Deed("take", _("Take access away …"))
        else:
            second = _("Known from a list or a team.")
            deed = Deed("give", _("Give access …"))
        return Line(line.id, line.name, second, "user-round", _chip(line), (deed,))

    def _do(self, code: str, key: int) -> None:
        line = self._users[key]
        if code == "password":
            self._open(
                OwnPassword(self._session, self),
                _("Your password was changed. It counts from the next time you log in."),
            )
        elif code == "give":
            self._open_colleague(line.name)
        else:
            self._ask_to_take(line)

    def _add(self) -> None:
        self._open_colleague("")

    def _open_colleague(self, name: str) -> None:
        dialog = NewColleague(self._session, self, name)
        dialog.accepted.connect(self.enter)
        self._open(dialog, _("The new password opens this workplace from now on."))

    def _renew_code(self) -> None:
        self._open(
            NewRecoveryCode(self._session, self),
            _("The new recovery code counts from now on. Please destroy the old sheets."),
        )

    def _open(self, dialog: QDialog, success: str) -> None:
        self.notice.clear()
        dialog.accepted.connect(lambda: self.notice.tell(success, Tone.GOOD))
        dialog.open()

    def _ask_to_take(self, line: UserLine) -> None:
        workplace = self._session.workplace

        def finish(_nothing: None) -> None:
            self.notice.tell(_("{name} has no access any more.").format(name=line.name), Tone.GOOD)
            self.enter()

        def take() -> None:
            self._session.room.tasks.run(
                lambda: take_access(workplace, line.name),
                finish,
                self._session.refuse,
                owner=self,
            )

        ask(
            self,
            self._session.room.theme,
            _("Take access away from {name}?").format(name=line.name),
            _(
                "The password of {name} no longer opens this workplace. What {name} did here keeps "
                "the name. Older backups can still be opened with the old password."
            ).format(name=line.name),
            [Answer(_("&Take access away"), take)],
        )


def _chip(line: UserLine) -> Cell:
    if line.has_access:
        return Cell(_("has access"), tone=Tone.GOOD, icon="circle-check", shape=Shape.CHIP)
    return Cell(_("no access"), tone=Tone.QUIET, icon="circle", shape=Shape.CHIP)
