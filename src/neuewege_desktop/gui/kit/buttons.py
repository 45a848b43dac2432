"""Buttons: each has a name that can be read out, also where it shows a sign alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from typing_extensions import override

from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import plain

Act = Callable[[], object]


class Button(QPushButton):
    """Does what it says on the Return key too, once it has the focus.

    In a dialog, Return belongs to its default button, as everywhere.
    """

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and not self.autoDefault() and not self._default_in_window():
            self.click()
        else:
            super().keyPressEvent(event)

    def _default_in_window(self) -> bool:
        return any(made.isDefault() for made in self.window().findChildren(QPushButton))


def button(
    text: str, act: Act | None = None, *, parent: QWidget | None = None, name: str = ""
) -> QPushButton:
    """Return an ordinary button; `name` finds it again."""
    made = Button(text, parent)
    made.setAutoDefault(False)  # Return in a line never presses a button unseen
    made.setObjectName(name)
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


def primary(text: str, act: Act | None = None, *, name: str = "") -> QPushButton:
    """Return the button of what one mostly comes for; a page has one."""
    made = button(text, act, name=name)
    made.setProperty("primary", True)
    return made


def link(text: str, act: Act | None = None, *, name: str = "") -> QPushButton:
    """Return a button that looks like a reference to another place."""
    made = button(text, act, name=name)
    made.setProperty("link", True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def chip(text: str, *, checked: bool = False, name: str = "") -> QPushButton:
    """Return a button that switches one filter on and off."""
    made = button(text, name=name)
    made.setProperty("chip", True)
    made.setCheckable(True)
    made.setChecked(checked)
    return made


def with_icon(made: QPushButton, theme: Theme, icon: str) -> QPushButton:
    """Put a sign before the words of a button."""
    colour = Colour.ON_ACCENT if made.property("primary") else Colour.SECOND
    made.setIcon(theme.icon(icon, colour))
    made.setIconSize(QSize(16, 16))
    made.setAccessibleName(plain(made.text()))
    made.setText(f" {made.text()}")  # Qt puts the words too near to the sign
    return made


def sign(
    theme: Theme, icon: str, text: str, act: Act | None = None, *, name: str = ""
) -> QToolButton:
    """Return a button that shows a sign alone; its words are its name and its tool tip."""
    made = QToolButton()
    made.setIcon(theme.icon(icon))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(plain(text))
    made.setAccessibleName(plain(text))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setObjectName(name)
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made
