"""The typeface: Inter, shipped with the program (resources/fonts/LICENSE)."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from neuewege_desktop.base.paths import resources

BASE = 13  # logical pixels


def interface_font() -> QFont:
    """Load the typeface and return the font of the interface, with figures of equal width."""
    for path in sorted((resources() / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont("Inter")
    font.setPixelSize(BASE)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
