"""The window that makes a workplace: place, municipalities, access, recovery code."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.buttons import button, primary
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.start.acts import Plan, make
from neuewege_desktop.gui.start.code_card import CodeCard
from neuewege_desktop.gui.start.founding_pages import (
    AccessPage,
    FoundingPage,
    PlacePage,
    TownsPage,
)
from neuewege_desktop.gui.start.frame import StartWindow, Waiting
from neuewege_desktop.gui.start.pages import Pages
from neuewege_desktop.gui.start.surroundings import Surroundings
from neuewege_desktop.services.workplaces import Workplace

_SIZE = QSize(740, 640)


class Creating(StartWindow):
    """Asks step by step; the last step shows the recovery code of what was made."""

    made = Signal(object)  # Workplace: its code is safe on paper
    given_up = Signal()

    def __init__(self, room: Room, surroundings: Surroundings) -> None:
        super().__init__(room, _SIZE)
        offer_help(self, room.theme, "welcome")
        self._surroundings = surroundings
        self.code: CodeCard | None = None
        self.place = PlacePage(room.theme)
        self.towns = TownsPage()
        self.access = AccessPage(room.theme, self.place.name)
        self._steps: list[FoundingPage] = [self.place, self.towns, self.access]
        self._step = 0
        self._count = Text("", "second")
        self.head.addWidget(self._count)
        self.notice = Notice(room.theme)
        self._pages = Pages()
        self.back = button(_("&Back"), self._go_back, name="back")
        self.waiting = Waiting()
        self.next = primary("", self._go_on, name="next")
        self.next.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.waiting, 1)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(self.notice)
        self.column.addWidget(self._pages, 1)
        self.column.addLayout(row)
        self._show_step()

    def _show_step(self) -> None:
        page = self._steps[self._step]
        self._pages.show_page(page)
        last_asked = self._step == len(self._steps) - 1
        self.next.setText(_("Create the &workplace") if last_asked else _("&Next"))
        self._tell_step(page.title)
        page.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_step(self, title: str) -> None:
        sentence = _("Step {number} of {count}")
        count = 4
        words = sentence.format(number=self._step + 1, count=count)
        self._count.setText(words)
        announce(self, f"{words}: {title}")

    def _go_back(self) -> None:
        self.notice.clear()
        if self._step == 0:
            self.given_up.emit()
        else:
            self._step -= 1
            self._show_step()

    def _go_on(self) -> None:
        self.notice.clear()
        if self.workplace is not None:
            self._finish()
        elif self._steps[self._step].is_complete():
            if self._step < len(self._steps) - 1:
                self._step += 1
                self._show_step()
            else:
                self._make()

    def _make(self) -> None:
        password = self.access.password.taken()
        if password is None:
            return
        plan = Plan(
            folder=self.place.folder,
            name=self.place.name.text,
            municipalities=self.towns.chosen,
            user=self.access.user.text,
            password=password,
        )
        setting, today = self._surroundings.setting, self.room.today()
        self._set_busy(True)
        self.room.tasks.run(
            lambda: make(plan, setting(), today), self._show_code, self._fail, owner=self
        )

    def _set_busy(self, is_busy: bool) -> None:
        for widget in (self.back, self.next, self._pages):
            widget.setEnabled(not is_busy)
        if is_busy:
            self.waiting.tell(_("The workplace is being made and encrypted …"))
        else:
            self.waiting.hide()

    def _fail(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, UserError):
            raise error
        self.notice.tell(str(error), Tone.BAD)

    def _show_code(self, made: tuple[Workplace, str]) -> None:
        self._set_busy(False)
        self.workplace, code = made
        self.access.password.forget()
        workplace = self.workplace.folder.name
        self.code = CodeCard(self.room, code, workplace, self.workplace.vault.id)
        self.code.typed.connect(self._look_at_code)
        page = FoundingPage(
            _("Recovery code"),
            _("If the password is ever forgotten, only this code opens the workplace."),
        )
        page.column.addWidget(self.code)
        page.column.addStretch(1)
        self._pages.show_page(page)
        self._step += 1
        self._tell_step(page.title)
        self.back.hide()
        self.next.setText(_("&Finish"))
        self._look_at_code()
        self.code.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at_code(self) -> None:
        self.next.setEnabled(self.code is not None and self.code.was_typed)

    def _finish(self) -> None:
        self.next.setEnabled(False)
        self.waiting.tell(_("The workplace is open. Its window is being built …"))
        self.made.emit(self.workplace)

    @override
    def may_close(self) -> bool:
        """Say no while the workplace is being made, or its code is only on the screen."""
        if not self.back.isEnabled():
            return False
        if self.code is None or self.code.was_typed:
            return True
        ask(
            self,
            self.room.theme,
            _("Leave without the recovery code?"),
            _(
                "The workplace is made, but not yet safe: without the code on paper, a forgotten "
                "password means that everything in it is lost."
            ),
            [Answer(_("&Leave"), self.closed.emit)],
        )
        return False
