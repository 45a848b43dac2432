"""A dialog whose button begins what takes a moment: it waits, and says what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
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
        self._lay_out(title, hint)

    def _lay_out(self, title: str, hint: str) -> None:
        self._words = QWidget()
        self._words.setObjectName("content")
        inner = QVBoxLayout(self._words)
        inner.setContentsMargins(2, 2, 10, 2)
        inner.setSpacing(12)
        inner.addWidget(Text(title, "name", wrap=True))
        inner.addWidget(Text(hint, "second", wrap=True))
        inner.addWidget(self.notice)
        inner.addLayout(self.content)
        inner.addStretch(1)
        self._words.installEventFilter(self)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._words)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.act_button)
        self._buttons.addWidget(self.leave_button)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 20)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addWidget(self.waiting)
        column.addLayout(self._buttons)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._words and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as high as the words need and the window allows; shrink never."""
        parent, layout = self.parentWidget(), self._words.layout()
        if parent is None or layout is None or not self.isVisible():
            return
        room = parent.window().size()
        width = min(_WIDTH, max(360, room.width() - 40))
        below = self.waiting.sizeHint().height() + self._buttons.sizeHint().height() + 60
        needed = layout.totalHeightForWidth(width - 60) + below  # as beside a scroll bar
        allowed = max(320, room.height() - 40)
        self.resize(width, max(self.height(), min(needed, allowed)))

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
