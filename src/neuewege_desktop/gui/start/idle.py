"""Locks when nobody has touched the program for a while; says so a minute before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)
_WARNING = dt.timedelta(seconds=60)


class IdleWatch(QObject):
    """Counts the time since the last touch.

    It listens at the windows, not at the application: a fourth of the calls (look.md, part 8).
    """

    warned = Signal(int)  # seconds left
    touched = Signal()  # somebody is there after all
    expired = Signal()

    def __init__(
        self, minutes: int, now: Callable[[], dt.datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._last = now()
        self._is_warned = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ring)
        self.allow(minutes)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.listen_to)

    def allow(self, minutes: int) -> None:
        """Let this many minutes pass without a touch, from now on."""
        self._limit = dt.timedelta(minutes=minutes)
        self._notice = min(_WARNING, self._limit / 2)
        self.touch()

    def listen_to(self, window: QWindow | None) -> None:
        """Hear the touches of one more window."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def touch(self) -> None:
        """Begin to count anew."""
        self._last = self._now()
        self._wait(self._limit - self._notice)
        if self._is_warned:
            self._is_warned = False
            self.touched.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            # The timer may have slept with the computer; the clock did not.
            if self._now() - self._last >= self._limit:
                self.expired.emit()
            else:
                self.touch()
        return super().eventFilter(watched, event)

    def _wait(self, time: dt.timedelta) -> None:
        self._timer.start(round(time.total_seconds() * 1000))

    def _ring(self) -> None:
        if self._is_warned:
            self.expired.emit()
            return
        self._is_warned = True
        self._wait(self._notice)
        self.warned.emit(round(self._notice.total_seconds()))
