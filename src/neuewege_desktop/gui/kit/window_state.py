"""Sizes, columns and places of windows. May be lost; never holds a word about anybody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_VERSION = 1


class WindowState:
    """Remembers how a person arranged windows, in the folder of their profile."""

    def __init__(self, folder: Path) -> None:
        path = folder / "windows.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def keep(self, place: str, state: QByteArray) -> None:
        """Remember the arrangement of a window or table named by `place`."""
        self._settings.setValue(f"{_VERSION}/{place}", state)

    def find(self, place: str) -> QByteArray | None:
        """Return what was kept for a place, or None."""
        found = self._settings.value(f"{_VERSION}/{place}")
        return found if isinstance(found, QByteArray) else None

    def write(self) -> None:
        """Write everything to the disk now."""
        self._settings.sync()
