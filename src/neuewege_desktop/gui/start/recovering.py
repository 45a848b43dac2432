"""Setting a new password with the code on paper; the used code gives way to a new one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.buttons import button, primary
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.start.acts import NewCode, Recovery, set_password_anew
from neuewege_desktop.gui.start.code_card import CodeCard
from neuewege_desktop.gui.start.frame import StartWindow, Waiting
from neuewege_desktop.gui.start.line import Line
from neuewege_desktop.gui.start.new_password import NewPassword
from neuewege_desktop.gui.start.pages import Pages
from neuewege_desktop.gui.start.surroundings import Surroundings
from neuewege_desktop.services.workplaces import ForeignCode, MistypedCode

_SIZE = QSize(660, 640)


class Recovering(StartWindow):
    """Asks for the code and a new password, then shows the new code."""

    finished_anew = Signal()
    given_up = Signal()

    def __init__(self, room: Room, folder: Path, surroundings: Surroundings) -> None:
        super().__init__(room, _SIZE)
        offer_help(self, room.theme, "unlock")
        self.folder = folder
        self._surroundings = surroundings
        self.code = Line(
            room.theme,
            _("&Recovery code from your sheet"),
            hint=_("Spaces, hyphens and small or capital letters do not matter."),
            name="recoveryCode",
        )
        self.name = Line(
            room.theme,
            _("&User name"),
            hint=_("Only needed if several people have access."),
            name="userName",
        )
        self.password = NewPassword(room.theme, lambda: (folder.name, self.name.text))
        self.notice = Notice(room.theme)
        self.waiting = Waiting()
        self.back = button(_("&Back"), self.given_up.emit, name="back")
        self.renew = primary(_("Set the &new password"), self._set, name="set")
        self.renew.setDefault(True)
        self.finish = primary(_("&Finish"), self.finished_anew.emit, name="finish")
        self.card: CodeCard | None = None
        self._pages = Pages()
        self.column.addWidget(self._pages, 1)
        self._pages.show_page(self._first_page())
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.waiting, 1)
        row.addWidget(self.renew)
        row.addWidget(self.finish)
        self.finish.hide()
        self.column.addLayout(row)
        self.code.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(Text(_("Forgot the password"), "title"))
        sentence = _("The recovery code opens “{workplace}” once more and sets a new password.")
        column.addWidget(Text(sentence.format(workplace=self.folder.name), "second", wrap=True))
        for widget in (self.notice, self.code, self.name, self.password):
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _set(self) -> None:
        if not self.code.text:
            self.code.refuse(_("Please type the recovery code from your sheet."))
            return
        password = self.password.taken()
        if password is None:
            return
        wish = Recovery(
            folder=self.folder,
            code=self.code.text,
            name=self.name.text or None,
            password=password,
        )
        setting, today = self._surroundings.setting, self.room.today()
        self.notice.clear()
        self._set_busy(True)
        self.room.tasks.run(
            lambda: set_password_anew(wish, setting(), today), self._show, self._fail, owner=self
        )

    def _set_busy(self, is_busy: bool) -> None:
        self.renew.setEnabled(not is_busy)
        self.back.setEnabled(not is_busy)
        self._pages.setEnabled(not is_busy)
        if is_busy:
            self.waiting.tell(_("The new password is being set …"))
        else:
            self.waiting.hide()

    def _fail(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, (MistypedCode, ForeignCode)):
            self.code.refuse(str(error))
        elif isinstance(error, UserError):
            self.notice.tell(str(error), Tone.BAD)
        else:
            raise error

    def _show(self, new: NewCode) -> None:
        self._set_busy(False)
        self.password.forget()
        self.code.edit.clear()
        self.card = CodeCard(self.room, new.code, self.folder.name, new.vault)
        self.card.typed.connect(self._look_at_code)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(Text(_("The new recovery code"), "title"))
        sentence = _("The new password is set. The code on your old sheet is void from now on.")
        column.addWidget(Text(sentence, "second", wrap=True))
        column.addWidget(self.card)
        column.addStretch(1)
        self._pages.show_page(page)
        self.back.hide()
        self.renew.hide()
        self.finish.show()
        self.finish.setDefault(True)
        self._look_at_code()
        self.card.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at_code(self) -> None:
        self.finish.setEnabled(self.card is not None and self.card.was_typed)

    @override
    def may_close(self) -> bool:
        """Say no while the new code is only on the screen."""
        if self.card is None or self.card.was_typed:
            return True
        ask(
            self,
            self.room.theme,
            _("Leave without the recovery code?"),
            _("The old code is void already. Without the new one nobody helps a lost password."),
            [Answer(_("&Leave"), self.closed.emit)],
        )
        return False
