"""Shows one window of the program at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class Stage(QObject):
    """Holds the window that is shown."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None

    def show(self, window: QWidget) -> None:
        """Show a window in the place of the one before, which is given up."""
        before, self.window = self.window, window
        window.show()
        if before is not None and before is not window:
            before.hide()
            before.deleteLater()
        self.changed.emit()

    def come_to_front(self) -> None:
        """Bring the window before all others: the program was started once more."""
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()
