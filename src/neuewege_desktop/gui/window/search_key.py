"""The key of the palette works everywhere, also where one is typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

_TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit)


class SearchKey(QObject):
    """Keeps Ctrl+K from fields, which on X11 would cut their text off with it, as Emacs does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if isinstance(now, _TYPED_IN):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_ours = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_ours and event.key() == Qt.Key.Key_K:
            event.ignore()
            return True
        return False
