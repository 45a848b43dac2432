"""The bar over the pages: search everything, undo and redo, light or dark, lock."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.actions import Actions
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, plain

_BETWEEN = 16  # logical pixels
_SIGNS = ("undo", "redo", "scheme", "lock")


class TopBar(QWidget):
    """Shows what is always at hand."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 0)
        row.setSpacing(4)
        palette = actions["palette"]
        keys = palette.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.search = _SearchButton(_("Search or do something …"), keys)
        self.search.setObjectName("search")
        self.search.setAutoDefault(False)
        self.search.setIcon(theme.icon("search", Colour.THIRD))
        self.search.setIconSize(QSize(16, 16))
        self.search.setMaximumWidth(440)
        self.search.clicked.connect(palette.trigger)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        for code in _SIGNS:
            if code == "scheme":
                row.addWidget(_separator())
            row.addWidget(_sign(actions[code]))


class _SearchButton(QPushButton):
    """Words at the left, keys at the right; never narrower than both."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__(words)
        self.keys = Text(keys, "hint", parent=self)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(12, 0, 12, 0)
        inner.addStretch(1)
        inner.addWidget(self.keys)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.keys.sizeHint().width() + _BETWEEN, 0)


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
