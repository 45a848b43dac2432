"""A dialog that is as high as its words need, and scrolls where the window is small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.text import Text

_WIDTH = 560
_SIDES, _SCROLL_BAR = 44, 16


class Sheet(Dialog):
    """Opened over the window; what belongs into it is added to `content`."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, hint: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.notice = Notice(theme)
        self.content = QVBoxLayout()
        self.content.setSpacing(14)
        self.leave_button = button(_("&Cancel"), self.reject, name="leave")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.leave_button)
        self.buttons.addStretch(1)
        self._words = self._lay_out_words(title, hint)
        self._words.installEventFilter(self)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._words)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(10)
        self.foot.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES // 2, 18, _SIDES // 2, 20)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addLayout(self.foot)

    def _lay_out_words(self, title: str, hint: str) -> QWidget:
        words = QWidget()
        words.setObjectName("content")
        column = QVBoxLayout(words)
        column.setContentsMargins(2, 2, 10, 2)
        column.setSpacing(12)
        column.addWidget(Text(title, "name", wrap=True))
        column.addWidget(Text(hint, "second", wrap=True))
        column.addWidget(self.notice)
        column.addLayout(self.content)
        column.addStretch(1)
        return words

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
        """Grow to what the words need, as far as the window allows."""
        parent, layout = self.parentWidget(), self._words.layout()
        if parent is None or layout is None or not self.isVisible():
            return
        room = parent.window().size()
        width = min(_WIDTH, max(360, room.width() - 40))
        words = layout.totalHeightForWidth(width - _SIDES - _SCROLL_BAR)
        needed = words + self.foot.sizeHint().height() + 50
        allowed = max(320, room.height() - 40)
        self.resize(width, max(self.height(), min(needed, allowed)))
