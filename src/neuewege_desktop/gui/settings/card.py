"""What the leaves of the settings are made of: cards with a heading, and settings in rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from neuewege_desktop.gui.kit.editors.editor import Editor
from neuewege_desktop.gui.kit.text import Text, plain

_WIDEST = 820  # logical pixels; longer lines are hard to read
_EDITOR = 230


class Card(QFrame):
    """A sheet that holds what belongs together."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self._has_settings = False
        self.heading = Text(title, "heading", wrap=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(self.heading, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 18)
        self.column.setSpacing(10)
        self.column.addLayout(self.head)
        self.hint = Text(hint, "second", wrap=True)
        self.column.addWidget(self.hint)
        self.hint.setVisible(bool(hint))  # only now: without a parent it would be a window

    def add_beside_heading(self, widget: QWidget) -> None:
        """Put a button at the right of the heading."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_setting(self, label: str, editor: Editor, hint: str = "") -> None:
        """Add one setting: its words at the left, what changes it at the right."""
        words = Text(label, "value", wrap=True)
        words.setBuddy(editor.inputs()[0])
        editor.set_name(plain(label))
        editor.setFixedWidth(_EDITOR)
        if hint:
            for field in editor.inputs():
                field.setAccessibleDescription(hint)
        row = QGridLayout()
        row.setHorizontalSpacing(16)
        row.setVerticalSpacing(1)
        row.setColumnStretch(0, 1)
        row.addWidget(words, 0, 0)
        row.addWidget(Text(hint, "hint", wrap=True), 1, 0)
        row.addWidget(editor, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        if self._has_settings:
            self.column.addWidget(rule())
        self._has_settings = True
        self.column.addLayout(row)


class Leaf(QScrollArea):
    """One leaf of the settings: cards below each other."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        content = QWidget()
        content.setObjectName("content")
        row = QHBoxLayout(content)
        row.setContentsMargins(2, 16, 12, 12)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        row.addWidget(column, 1)
        row.addStretch(0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(plain(title))
        self.setWidget(content)

    def enter(self) -> None:
        """Show how everything is now; leaves that read something do it here."""


def rule() -> QWidget:
    """Return a thin line between rows."""
    made = QFrame()
    made.setObjectName("separator")
    made.setFixedHeight(1)
    return made
