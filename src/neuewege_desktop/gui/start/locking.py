"""Locking: the screen is covered at once, drafts are kept, and this process ends.

A fresh process asks for the password and knows nothing of what was open; what Qt and Python keep in
memory goes with this one (security design 2.6).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.start.away import AwayNotice
from neuewege_desktop.gui.start.idle import IdleWatch
from neuewege_desktop.gui.start.leaving import clear_own_clipboard
from neuewege_desktop.gui.start.surroundings import WorkWindow
from neuewege_desktop.gui.start.system_lock import SystemLock

if TYPE_CHECKING:
    from neuewege_desktop.services.workplaces import Workplace

PATIENCE = 60_000  # ms for work that is under way


class Locking(QObject):
    """Locks on request, after an idle time, and with the system."""

    done = Signal(bool)  # this process may end; True: by force, work is still under way

    def __init__(
        self, room: Room, workplace: Workplace, minutes: int, window: Callable[[], QMainWindow]
    ) -> None:
        super().__init__(room.tasks)
        self._room, self._workplace, self._window = room, workplace, window
        self._notice: AwayNotice | None = None
        self._has_begun = self._is_over = False
        self.idle = IdleWatch(minutes, room.now, self)
        self.idle.warned.connect(self._warn)
        self.idle.touched.connect(self._stay)
        self.idle.expired.connect(self.lock)
        self._system = SystemLock(self)
        self._system.locking.connect(self.lock)

    def watch(self, window: QMainWindow) -> None:
        """Look after a window that is shown now."""
        self.idle.listen_to(window.windowHandle())
        self._system.watch(window)

    def lock(self) -> None:
        """Cover the screen, keep the drafts, close the workplace; then `done`."""
        if self._has_begun:
            return
        self._has_begun = True
        window = self._window()
        work: WorkWindow = window  # type: ignore[assignment]
        self._stay()
        work.cover()
        for other in QApplication.topLevelWidgets():
            if other is not window:
                other.hide()
        QTimer.singleShot(PATIENCE, self, lambda: self._finish(by_force=True))
        work.flush_drafts(self._close)

    def _close(self) -> None:
        self._room.tasks.run(
            self._workplace.close, lambda _none: self.end(), lambda _error: self.end()
        )

    def end(self) -> None:
        """Say that this process may end; the workplace is closed."""
        self._has_begun = True
        self._finish(by_force=False)

    def _finish(self, *, by_force: bool) -> None:
        if not self._is_over:
            self._is_over = True
            clear_own_clipboard(QGuiApplication.clipboard())
            self.done.emit(by_force)

    def _warn(self, seconds: int) -> None:
        self._stay()
        self._notice = AwayNotice(QApplication.activeWindow() or self._window(), seconds)

    def _stay(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
