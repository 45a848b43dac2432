"""Hears from the system that its screen is locked, or that the computer goes to sleep."""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

_LOGIN = "org.freedesktop.login1"


class SystemLock(QObject):
    """Tells that whoever sits here has gone.

    Linux: logind over the system bus; where there is none, the idle time alone has to do. Windows:
    messages of the session and of power. macOS tells nothing without private interfaces: there,
    too, the idle time has to do.
    """

    locking = Signal()

    def watch(self, window: QWidget) -> None:
        """Begin to listen; `window` is the one that messages of Windows go to."""
        if sys.platform == "linux":
            self._watch_login_service()
        elif sys.platform == "win32":
            from neuewege_desktop.gui.start.windows_session import SessionMessages

            self._messages = SessionMessages(int(window.winId()), self.locking.emit)

    def _watch_login_service(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return
        # Without a path: if another session of this computer locks, so do we. A nuisance at worst.
        bus.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, SLOT("screen_locked()").encode())
        bus.connect(
            _LOGIN,
            "",
            f"{_LOGIN}.Manager",
            "PrepareForSleep",
            self,
            SLOT("sleep_changed(bool)").encode(),
        )

    @Slot()
    def screen_locked(self) -> None:
        """Hear that the screen was locked."""
        self.locking.emit()

    @Slot(bool)
    def sleep_changed(self, begins: bool) -> None:
        """Hear that the computer goes to sleep (`begins`), or woke up."""
        if begins:
            self.locking.emit()
