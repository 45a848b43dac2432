"""The bar over the pages: search everything, undo and redo, light or dark, lock."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.actions import Actions
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, plain

_SIGNS = ("undo", "redo", "scheme", "lock")


class TopBar(QWidget):
    """Shows what is always at hand."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 0)
        row.setSpacing(4)
        palette = actions["palette"]
        self.search = QPushButton(_("Search or do something …"))
        self.search.setObjectName("search")
        self.search.setAutoDefault(False)
        self.search.setIcon(theme.icon("search", Colour.THIRD))
        self.search.setIconSize(QSize(16, 16))
        self.search.setMinimumWidth(220)
        self.search.setMaximumWidth(440)
        self.search.clicked.connect(palette.trigger)
        keys = palette.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        hint = Text(keys, "hint", parent=self.search)
        inner = QHBoxLayout(self.search)
        inner.setContentsMargins(12, 0, 12, 0)
        inner.addStretch(1)
        inner.addWidget(hint)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        for code in _SIGNS:
            if code == "scheme":
                row.addWidget(_separator())
            row.addWidget(_sign(actions[code]))


def _sign(action: QAction) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(QSize(18, 18))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def name() -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = plain(action.text())
        made.setAccessibleName(words)
        made.setToolTip(f"{words}  ({keys})" if keys else words)

    action.changed.connect(name)
    name()
    return made


def _separator() -> QLabel:
    made = QLabel()
    made.setObjectName("separator")
    made.setFixedSize(1, 22)
    return made
