"""The window that asks for the password. It is painted before anything heavy is brought in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.buttons import link, primary
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.start.demo import DEMO_PASSWORD, demo_folder
from neuewege_desktop.gui.start.frame import Card, StartWindow, Waiting
from neuewege_desktop.gui.start.line import Line
from neuewege_desktop.gui.start.password_line import PasswordLine
from neuewege_desktop.gui.start.surroundings import Surroundings

if TYPE_CHECKING:
    from neuewege_desktop.services.workplaces import Workplace

_SIZE = QSize(540, 470)


class Unlock(StartWindow):
    """Opens one workplace."""

    opened = Signal(object)  # Workplace
    forgotten = Signal()  # the password
    other_wanted = Signal()

    def __init__(
        self, room: Room, folder: Path, surroundings: Surroundings, remark: str = ""
    ) -> None:
        super().__init__(room, _SIZE)
        offer_help(self, room.theme, "unlock")
        self.folder = folder
        self._surroundings = surroundings
        self.notice = Notice(room.theme)
        self.name = Line(room.theme, _("&User name"), name="userName")
        self.name.hide()
        self._locked = _("This workplace is locked. Please type your password.")
        self.password = PasswordLine(
            room.theme, _("&Password"), spoken=f"{folder.name}. {self._locked}", name="password"
        )
        self.enter = primary(_("&Open"), self._try, name="open")
        self.enter.setDefault(True)
        self.waiting = Waiting()
        self._seconds = 0
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._count_down)
        self._lay_out()
        if remark:
            self.notice.tell(remark, Tone.GOOD)
        self.password.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card()
        title = Text(self.folder.name, "title", wrap=True)
        title.setToolTip(str(self.folder))
        card.column.addWidget(title)
        card.column.addWidget(Text(self._locked, "second", wrap=True))
        card.column.addWidget(self.notice)
        card.column.addWidget(self.name)
        card.column.addWidget(self.password)
        card.column.addWidget(self.enter)
        card.column.addWidget(self.waiting)
        self.enter.setMinimumHeight(38)
        links = QHBoxLayout()
        links.setSpacing(4)
        links.addWidget(link(_("&Forgot the password …"), self.forgotten.emit, name="forgotten"))
        links.addStretch(1)
        self._with_name = link(_("With a &user name"), self._ask_name, name="withName")
        links.addWidget(self._with_name)
        links.addStretch(1)
        links.addWidget(link(_("Other &workplace …"), self.other_wanted.emit, name="other"))
        self.column.addWidget(card)
        self.column.addLayout(links)
        self.column.addStretch(1)
        if self.folder == demo_folder(self._surroundings.profile):
            sentence = _("These are example data. Their password is “{password}”.")
            self.notice.tell(sentence.format(password=DEMO_PASSWORD))

    def _ask_name(self) -> None:
        """Show the line for the name: with it, only one user's key has to be tried."""
        self.name.show()
        self._with_name.hide()
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        if self._seconds or not self.enter.isEnabled():
            return
        if not self.password.password:
            self.password.refuse(_("Please type your password."))
            return
        if self.notice.property("tone") == Tone.BAD.value:
            self.notice.clear()
        self._set_busy(True)
        folder, password = self.folder, self.password.password
        name = self.name.text or None
        setting = self._surroundings.setting

        def unlock() -> Workplace:
            from neuewege_desktop.gui.start.acts import unlock as open_with

            return open_with(folder, password, name, setting())

        self.room.tasks.run(unlock, self._finish, self._fail, owner=self)

    def _set_busy(self, is_busy: bool) -> None:
        self.enter.setEnabled(not is_busy)
        self.password.edit.setReadOnly(is_busy)
        if is_busy:
            self.waiting.tell(_("Just a moment: the workplace is being opened …"))
        else:
            self.waiting.hide()

    def _finish(self, workplace: Workplace) -> None:
        self.password.edit.clear()
        self.waiting.tell(_("The workplace is open. Its window is being built …"))
        self.opened.emit(workplace)

    def _fail(self, error: Exception) -> None:
        from neuewege_desktop.services.workplaces import SeveralUsersFit, Throttled, WrongPassword

        self._set_busy(False)
        self.password.hide_text()
        if isinstance(error, Throttled):
            self._wait(error.seconds)
        elif isinstance(error, SeveralUsersFit):
            self._ask_name()
            self.name.refuse(str(error))
        elif isinstance(error, WrongPassword):
            self.password.refuse(self._wrong())
        elif isinstance(error, UserError):
            self.notice.tell(str(error), Tone.BAD)
        else:
            raise error

    def _wrong(self) -> str:
        if self.name.isVisible():
            return _("User name or password is wrong. Please type both again.")
        return _("This password does not open the workplace. Please type it again.")

    def _wait(self, seconds: int) -> None:
        self._seconds = seconds
        self.enter.setEnabled(False)
        self._tell_wait()
        self.password.refuse(self._wait_sentence())
        self._countdown.start()

    def _wait_sentence(self) -> str:
        return ngettext(
            "Too many wrong passwords. Please try again in {n} second.",
            "Too many wrong passwords. Please try again in {n} seconds.",
            self._seconds,
        )

    def _tell_wait(self) -> None:
        self.password.remark(self._wait_sentence(), Tone.BAD)

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._tell_wait()
            return
        self._countdown.stop()
        self.enter.setEnabled(True)
        self.password.forgive()
