"""A line for a password: hidden unless asked for, with a word when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import sign
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.start.line import Line

# Where a key event tells the state of Caps Lock: LockMask of X11, CapsLock of Qt for Windows.
_NATIVE_MASKS = {"xcb": 0x2, "windows": 0x100}


def caps_lock(event: QKeyEvent) -> bool | None:
    """Say whether Caps Lock is on after this key, or None if it does not tell."""
    mask = _NATIVE_MASKS.get(QGuiApplication.platformName())
    is_switch = event.key() == Qt.Key.Key_CapsLock
    if mask is not None:
        was_on = bool(event.nativeModifiers() & mask)
        return was_on != is_switch  # the event tells the state before its own key
    letter = event.text()
    if len(letter) != 1 or letter.upper() == letter.lower():
        return None
    has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() != has_shift


class PasswordLine(Line):
    """A labelled line whose text can be shown and hidden."""

    def __init__(self, theme: Theme, label: str, *, spoken: str = "", name: str = "") -> None:
        edit = QLineEdit()
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._theme = theme
        self._caps_lock: bool | None = None
        self._eye = sign(theme, "eye", _("Show the password"), name=f"{name}Eye")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_text)
        super().__init__(theme, label, self._eye, edit=edit, spoken=spoken, name=name)
        self.edit.installEventFilter(self)

    @property
    def password(self) -> str:
        """Return the password just as it was typed."""
        return self.edit.text()

    def hide_text(self) -> None:
        """Show dots again."""
        self._eye.setChecked(False)

    def _show_text(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        text = _("Hide the password") if shown else _("Show the password")
        self._eye.setIcon(self._theme.icon("eye-off" if shown else "eye"))
        self._eye.setToolTip(text)
        self._eye.setAccessibleName(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._caps_lock = caps_lock(event)
        elif event.type() == QEvent.Type.KeyRelease:
            self._tell_caps_lock()  # not before the key was typed: that takes back every remark
        return super().eventFilter(watched, event)

    def _tell_caps_lock(self) -> None:
        warning = _("Caps Lock is on.")
        if self._caps_lock:
            self.remark(warning, Tone.WARNING)
        elif self._caps_lock is False and self.problem.text.text() == warning:
            self.forgive()
