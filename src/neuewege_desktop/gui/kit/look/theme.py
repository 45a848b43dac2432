"""The look in use: light or dark, its palette and icons. Handed to every widget that paints."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from neuewege_desktop.gui.kit.look.colours import DARK, LIGHT, Colour
from neuewege_desktop.gui.kit.look.icons import ColouredIcon, Pictures
from neuewege_desktop.gui.kit.look.style_sheet import style_sheet


class Scheme(StrEnum):
    """What a person chose: as the system, light, or dark."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


_ROLES = (
    (QPalette.ColorRole.Window, Colour.GROUND),
    (QPalette.ColorRole.WindowText, Colour.TEXT),
    (QPalette.ColorRole.Base, Colour.SURFACE),
    (QPalette.ColorRole.AlternateBase, Colour.RAISED),
    (QPalette.ColorRole.Text, Colour.TEXT),
    (QPalette.ColorRole.Button, Colour.SURFACE),
    (QPalette.ColorRole.ButtonText, Colour.TEXT),
    (QPalette.ColorRole.Highlight, Colour.ACCENT),
    (QPalette.ColorRole.HighlightedText, Colour.ON_ACCENT),
    (QPalette.ColorRole.ToolTipBase, Colour.RAISED),
    (QPalette.ColorRole.ToolTipText, Colour.TEXT),
    (QPalette.ColorRole.PlaceholderText, Colour.THIRD),
    (QPalette.ColorRole.Link, Colour.ACCENT),
    (QPalette.ColorRole.LinkVisited, Colour.ACCENT),
    (QPalette.ColorRole.Accent, Colour.ACCENT),
    (QPalette.ColorRole.Mid, Colour.EDGE),
    (QPalette.ColorRole.Light, Colour.SURFACE),
    (QPalette.ColorRole.Dark, Colour.EDGE),
    (QPalette.ColorRole.Midlight, Colour.LINE),
    (QPalette.ColorRole.BrightText, Colour.BAD),
)
_TEXTS = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


class Theme(QObject):
    """Gives colours and icons by their role, and tells when they change."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.AUTO) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._pictures = Pictures()
        self._icons: dict[tuple[str, Colour, Colour], QIcon] = {}
        self._engines: list[ColouredIcon] = []  # Qt keeps no reference to what Python made
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_the_system)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """Return what was chosen."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Say whether the dark colours are in use."""
        if self._scheme is Scheme.AUTO:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def choose(self, scheme: Scheme) -> None:
        """Use another scheme from now on."""
        self._scheme = scheme
        self._apply()
        self.changed.emit()

    def code(self, colour: Colour) -> str:
        """Return a colour as #RRGGBB."""
        return (DARK if self.is_dark else LIGHT)[colour]

    def colour(self, colour: Colour) -> QColor:
        """Return a colour."""
        return QColor(self.code(colour))

    def icon(
        self, name: str, colour: Colour = Colour.SECOND, checked: Colour = Colour.ACCENT
    ) -> QIcon:
        """Return an icon that follows the scheme; `checked` is its colour on a chosen button."""
        key = (name, colour, checked)
        if key not in self._icons:
            engine = ColouredIcon(name, colour, checked, self.code, self._pictures)
            self._engines.append(engine)
            self._icons[key] = QIcon(engine)
        return self._icons[key]

    @property
    def pictures(self) -> Pictures:
        """Return the pictures of icons, for widgets that paint themselves."""
        return self._pictures

    def _follow_the_system(self) -> None:
        if self._scheme is Scheme.AUTO:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        palette = QPalette()
        for role, colour in _ROLES:
            palette.setColor(role, self.colour(colour))
        for role in _TEXTS:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour(Colour.EDGE))
        self._application.setPalette(palette)
        colours = DARK if self.is_dark else LIGHT
        self._application.setStyleSheet(style_sheet(colours, dark=self.is_dark))
