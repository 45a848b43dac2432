"""A dialog whose button begins what takes a moment: it waits, and says what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, primary
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.start.frame import Waiting

T = TypeVar("T")
_WIDTH = 560


class WorkDialog(QDialog):
    """Opened over the window; what belongs into it is added to `content`."""

    def __init__(
        self, session: Session, parent: QWidget, title: str, hint: str, words: str
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.notice = Notice(session.room.theme)
        self.waiting = Waiting()
        self.content = QVBoxLayout()
        self.content.setSpacing(14)
        self.act_button = primary(words, self.act, name="act")
        self.act_button.setDefault(True)
        self.leave_button = button(_("&Cancel"), self.reject, name="leave")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.act_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(title, "name", wrap=True))
        column.addWidget(Text(hint, "second", wrap=True))
        column.addWidget(self.notice)
        column.addLayout(self.content)
        column.addStretch(1)
        column.addWidget(self.waiting)
        column.addLayout(buttons)
        self.resize(min(_WIDTH, parent.window().width() - 40), 200)

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
