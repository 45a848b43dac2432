"""The Qt application: style, typeface, language of Qt's own texts, what happens on a bug."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.base.paths import APP, translations
from neuewege_desktop.gui.kit.look.fonts import interface_font
from neuewege_desktop.gui.kit.look.theme import Scheme, Theme
from neuewege_desktop.gui.kit.screen_reading import steady_scroll_areas


def scale_windows(percent: int) -> None:
    """Make everything larger; has to be said before the application is made."""
    if percent != 100 and "QT_SCALE_FACTOR" not in os.environ:
        os.environ["QT_SCALE_FACTOR"] = str(percent / 100)


class Application(QApplication):
    """The application with its look and its language."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.setApplicationName(APP)
        self.setApplicationDisplayName("Neue Wege")
        self.setDesktopFileName("neuewege-desktop")
        self.setStyle("Fusion")
        self.setFont(interface_font())
        steady_scroll_areas()
        self._translator = QTranslator(self)
        self.theme = Theme(self, Scheme.AUTO)

    def speak(self, language: str) -> None:
        """Use a language for our sentences and for Qt's own; windows are built anew after it."""
        use_language(language, translations())
        locale = QLocale(QLocale.Language.German, QLocale.Country.Germany)
        if language == "en":
            locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        QLocale.setDefault(locale)
        self.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(locale, "qtbase", "_", folder):
            self.installTranslator(self._translator)


def quiet_display() -> bool:
    """Say whether this computer has no display to open a window on."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
