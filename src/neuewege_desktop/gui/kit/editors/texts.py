"""Editors for texts: one line, several lines, whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.editors.editor import Editor, Unreadable


class LineEditor(Editor):
    """A text of one line; blanks at its ends are no part of it."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(self.edited)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)

    @override
    def inputs(self) -> Sequence[QWidget]:
        return (self.line,)

    @override
    def show_value(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)

    @override
    def value(self) -> Any:
        return " ".join(self.line.text().split())

    @override
    def typed(self) -> list[str]:
        return [self.line.text()]

    @override
    def retype(self, texts: Sequence[str]) -> None:
        self.line.setText(texts[0] if texts else "")


class NumberEditor(LineEditor):
    """A whole number that is not negative, or nothing."""

    def __init__(self, parent: QWidget | None = None, *, empty: Any = None, hint: str = "") -> None:  # noqa: ANN401
        super().__init__(parent, hint=hint)
        self._empty = empty

    @override
    def value(self) -> Any:
        text = self.line.text().replace(".", "").strip()
        if not text:
            return self._empty
        if not text.isdecimal() or len(text) > 9:
            raise Unreadable(_("Please type a number, for example 12."))
        return int(text)


class LinesEditor(Editor):
    """A text of several lines; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 4) -> None:
        super().__init__(parent)
        self.text = _PlainText()
        self.text.setTabChangesFocus(True)
        height = self.text.fontMetrics().lineSpacing() * lines + 22
        self.text.setFixedHeight(height)
        self._is_showing = False
        self.text.textChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)

    def _tell(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    @override
    def inputs(self) -> Sequence[QWidget]:
        return (self.text,)

    @override
    def show_value(self, value: Any) -> None:
        self.retype([value or ""])

    @override
    def value(self) -> Any:
        return self.text.toPlainText().strip()

    @override
    def typed(self) -> list[str]:
        return [self.text.toPlainText()]

    @override
    def retype(self, texts: Sequence[str]) -> None:
        self._is_showing = True
        self.text.setPlainText(texts[0] if texts else "")
        self._is_showing = False


class _PlainText(QPlainTextEdit):
    """Leaves Ctrl+Return to the form, where it means to save, and Ctrl+Z if nothing was typed."""

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.document().isUndoAvailable()
        ):
            event.ignore()  # the window takes its last act back
            return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
