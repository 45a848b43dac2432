"""A dialog whose button begins what takes a moment: it waits, and says what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.gui.kit.buttons import primary
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.text import announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.sheet import Sheet
from neuewege_desktop.gui.start.frame import Waiting

T = TypeVar("T")


class WorkDialog(Sheet):
    """Its button calls `act`, which each dialog defines."""

    def __init__(
        self, session: Session, parent: QWidget, title: str, hint: str, words: str
    ) -> None:
        super().__init__(session.room.theme, parent, title, hint)
        self.session = session
        self.waiting = Waiting()
        self.foot.insertWidget(0, self.waiting)
        self.act_button = primary(words, self.act, name="act")
        self.act_button.setDefault(True)
        self.buttons.insertWidget(0, self.act_button)

    def act(self) -> None:
        """Begin what the dialog is there for."""
        raise NotImplementedError

    def refuse(self, error: UserError) -> None:
        """Say what went wrong; a dialog that knows its field says it there."""
        self.notice.tell(str(error), Tone.BAD)

    def work(self, what: str, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do something on the worker; meanwhile nothing can be pressed."""
        self.notice.clear()
        self._wait(what)

        def finish(result: T) -> None:
            self._wait("")
            then(result)

        def fail(error: Exception) -> None:
            self._wait("")
            if isinstance(error, UserError):
                self.refuse(error)
            else:
                self.session.refuse(error)

        self.session.room.tasks.run(work, finish, fail, owner=self)

    @override
    def reject(self) -> None:
        # Escape, too: what has begun is waited for.
        if self.leave_button.isEnabled():
            super().reject()

    def _wait(self, what: str) -> None:
        self.act_button.setEnabled(not what)
        self.leave_button.setEnabled(not what)
        if what:
            self.waiting.tell(what)
            announce(self, what)
        else:
            self.waiting.hide()
