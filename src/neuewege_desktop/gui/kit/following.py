"""Follows what becomes current: at once, but what one only runs through is left out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_RUNNING = 120  # ms: what becomes current sooner after the one before is not looked at yet


class Following(QObject):
    """Calls `show` when it is time to show what is current."""

    def __init__(self, show: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(show)
        self._show = show

    def move(self) -> None:
        """Something else became current."""
        is_running = self._since.isValid() and self._since.elapsed() < _RUNNING
        self._since.start()
        self._rest.start(_RUNNING if is_running else 0)

    @property
    def is_waiting(self) -> bool:
        """Say whether something else is current than what is shown."""
        return self._rest.isActive()

    def hurry(self) -> None:
        """Show now what is current: something is to be done with it."""
        if self._rest.isActive():
            self._rest.stop()
            self._show()
