"""The settings in force: whoever changes one changes the program and the file at once."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import language_of
from neuewege_desktop.gui.application import Application
from neuewege_desktop.gui.kit.look.theme import Scheme
from neuewege_desktop.services.settings import (
    LONGEST_LOCK,
    SHORTEST_LOCK,
    Settings,
    save_settings,
    with_recent,
    without_recent,
)


class Preferences(QObject):
    """What a person chose on this computer."""

    lock_minutes_changed = Signal(int)

    def __init__(self, application: Application, profile: Path, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._profile = profile
        self.settings = settings
        application.theme.choose(Scheme(settings.scheme.value))

    def speak(self, language: str) -> None:
        """Use another language, or that of the system (""); the asker builds windows anew."""
        self._keep(replace(self.settings, language=language))
        self._application.speak(language or language_of(os.environ))

    def use_scheme(self, scheme: str) -> None:
        """Use other colours from now on."""
        self._application.theme.choose(Scheme(scheme))
        self._keep(replace(self.settings, scheme=type(self.settings.scheme)(scheme)))

    def use_scale(self, percent: int) -> None:
        """Make everything this large from the next start on."""
        self._keep(replace(self.settings, scale=percent))

    def lock_after(self, minutes: int) -> None:
        """Lock after this many minutes without a touch; 1 to 15, never not at all."""
        minutes = max(SHORTEST_LOCK, min(LONGEST_LOCK, minutes))
        self._keep(replace(self.settings, lock_minutes=minutes))
        self.lock_minutes_changed.emit(minutes)

    def check_spelling(self, wanted: bool) -> None:
        """Mark doubtful words from now on, or leave them alone."""
        self._keep(replace(self.settings, check_spelling=wanted))

    def remember(self, folder: Path) -> None:
        """Offer this workplace first at the next start."""
        self._keep(with_recent(self.settings, folder))

    def forget(self, folder: Path) -> None:
        """Do not offer this workplace any more."""
        self._keep(without_recent(self.settings, folder))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        with suppress(StoreError):  # they hold until the program ends; work goes on without them
            save_settings(self._profile, settings)
