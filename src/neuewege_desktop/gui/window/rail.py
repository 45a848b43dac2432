"""The rail on the left: the pages, the one in front marked; narrow windows show its signs alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.gui.actions import PAGES
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, plain

_WIDE, _NARROW = 212, 72
_HEADINGS = {"households": N_("CASE WORK"), "evaluation": N_("STEERING")}
_LAST = "settings"

# Pages that are reached from another one, which the rail marks meanwhile.
_BELONGS = {"agenda": "meetings", "minutes": "meetings"}


class Rail(QFrame):
    """Chooses the page that is in front."""

    chosen = Signal(str)  # key of a page

    def __init__(self, theme: Theme, workplace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme = theme
        self._buttons: dict[str, QToolButton] = {}
        self._headings: list[QLabel] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._inner = self._content(workplace)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.show_words(visible=True)

    def _content(self, workplace: str) -> QWidget:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(4)
        self._add_brand(column, workplace)
        for key, text, icon in PAGES:
            if key in _HEADINGS:
                heading = QLabel(_(_HEADINGS[key]))
                heading.setObjectName("railHeading")
                self._headings.append(heading)
                column.addWidget(heading)
            if key == _LAST:
                column.addStretch(1)
            column.addWidget(self._button(key, text, icon))
        return content

    def _add_brand(self, column: QVBoxLayout, workplace: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        self._brand_sign = QLabel()
        self._brand_sign.setFixedSize(36, 36)
        self._theme.changed.connect(self._paint_brand)
        self._paint_brand()
        row.addWidget(self._brand_sign)
        self._brand = QWidget()
        words = QVBoxLayout(self._brand)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        name = Text("Neue Wege")
        name.setObjectName("brand")
        words.addWidget(name)
        self.workplace = Text(workplace, "hint")
        self.workplace.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.addWidget(self.workplace)
        row.addWidget(self._brand, 1)
        column.addLayout(row)
        column.addSpacing(8)

    def _paint_brand(self) -> None:
        ratio = self.devicePixelRatioF()
        self._brand_sign.setPixmap(brand(self._theme, 36, ratio))

    def _button(self, key: str, text: str, icon: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName(f"page-{key}")
        words = plain(_(text))
        made.setText(f"  {words}")  # Qt leaves too little room after the sign
        made.setIcon(self._theme.icon(icon))
        made.setIconSize(QSize(19, 19))
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(words)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(made)
        self._buttons[key] = made
        return made

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What was laid out before the window had its width is not seen to be stale by Qt.
        if (layout := self._inner.layout()) is not None:
            layout.invalidate()

    def mark(self, key: str) -> None:
        """Mark the page that is in front."""
        self._buttons[_BELONGS.get(key, key)].setChecked(True)

    def show_words(self, *, visible: bool) -> None:
        """Show signs with words, or signs alone."""
        self.setFixedWidth(_WIDE if visible else _NARROW)
        self._brand.setVisible(visible)
        for heading in self._headings:
            heading.setVisible(visible)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if not visible:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for made in self._buttons.values():
            made.setToolButtonStyle(style)
            made.setToolTip("" if visible else made.text().strip())


def brand(theme: Theme, size: int, ratio: float) -> QPixmap:
    """Return the sign of the program."""
    return theme.pictures.on_ground(
        "heart-handshake",
        theme.code(Colour.ON_ACCENT),
        theme.code(Colour.ACCENT),
        size,
        ratio,
    )
