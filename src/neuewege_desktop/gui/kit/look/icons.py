"""Icons in the colours of the theme: one picture each, painted as it is needed.

The pictures are Lucide's (resources/icons/LICENSE); they are drawn in `currentColor`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from neuewege_desktop.base.paths import resources
from neuewege_desktop.gui.kit.look.colours import Colour


class Pictures:
    """Paints icons and remembers what it painted."""

    def __init__(self) -> None:
        self._sources: dict[str, bytes] = {}
        self._painted: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon in a colour, `size` logical pixels wide, for a screen of this ratio."""
        key = (name, colour, size, ratio)
        if key not in self._painted:
            self._painted[key] = self._paint(name, colour, size, ratio)
        return self._painted[key]

    def on_ground(
        self, name: str, colour: str, ground: str, size: int, ratio: float = 1.0
    ) -> QPixmap:
        """Return an icon on a ground with round corners: the sign of the program."""
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(0, 0, size, size, size / 4, size / 4)
        inner = round(size * 0.56)
        painter.drawPixmap(
            (size - inner) // 2, (size - inner) // 2, self.pixmap(name, colour, inner, ratio)
        )
        painter.end()
        return pixmap

    def _paint(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        if name not in self._sources:
            self._sources[name] = (resources() / "icons" / f"{name}.svg").read_bytes()
        source = self._sources[name].replace(b"currentColor", colour.encode())
        source = source.replace(b'stroke-width="2"', b'stroke-width="1.8"')
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source)).render(
            painter, QRectF(0, 0, pixmap.width(), pixmap.height())
        )
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


class ColouredIcon(QIconEngine):
    """Looks its colour up when it is painted: one icon serves light, dark, chosen and disabled."""

    def __init__(
        self,
        name: str,
        colour: Colour,
        checked: Colour,
        code: Callable[[Colour], str],
        pictures: Pictures,
    ) -> None:
        super().__init__()
        self._name, self._colour, self._checked = name, colour, checked
        self._code, self._pictures = code, pictures

    def _colour_of(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._code(Colour.EDGE)
        return self._code(self._checked if state == QIcon.State.On else self._colour)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        colour = self._colour_of(mode, state)
        size = min(rect.width(), rect.height())
        painter.drawPixmap(rect, self._pictures.pixmap(self._name, colour, size, ratio))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._pictures.pixmap(self._name, self._colour_of(mode, state), size.width())

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # `size` is in logical pixels (measured); dividing it again would blur the icon.
        colour = self._colour_of(mode, state)
        return self._pictures.pixmap(self._name, colour, size.width(), scale)

    @override
    def clone(self) -> QIconEngine:
        return ColouredIcon(self._name, self._colour, self._checked, self._code, self._pictures)
