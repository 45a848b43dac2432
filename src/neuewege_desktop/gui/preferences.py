"""How a person wants the program on this computer: kept as soon as it is chosen, told to all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from neuewege_desktop.services.settings import Settings, load_settings, save_settings


class Preferences(QObject):
    """The settings of the program; without a folder they last as long as the program runs."""

    changed = Signal(object)  # Settings

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._settings = Settings() if folder is None else load_settings(folder)

    @property
    def settings(self) -> Settings:
        """Return what is chosen now."""
        return self._settings

    def change(self, **values: Any) -> None:  # noqa: ANN401 - of the fields of Settings
        """Choose otherwise for some of the settings; StoreError if that cannot be kept."""
        chosen = replace(self._settings, **values)
        if chosen == self._settings:
            return
        if self._folder is not None:
            save_settings(self._folder, chosen)
        self._settings = chosen
        self.changed.emit(chosen)
