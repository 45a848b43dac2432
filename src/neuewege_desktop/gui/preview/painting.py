"""Paints the pages that are in sight, as sharp as the screen is, and what was found on them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from neuewege_desktop.gui.kit.look.colours import LIGHT, Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.preview.document import Hit, Piece
from neuewege_desktop.gui.preview.pictures import Pictures, pieces, rough
from neuewege_desktop.gui.preview.sheets import Place, Sheets, Size

# Paper is white in every scheme, and so are the marks on it.
_MARKER = QColor("#FFE27A")
_FRAME = QColor(LIGHT[Colour.ACCENT])
_AHEAD = 0.5  # of a windowful is painted before it comes into sight


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen: pages as they are laid out, between two lines, on a screen."""

    pages: tuple[Size, ...]
    sheets: Sheets
    scale: float  # logical pixels a point
    ratio: float  # pixels a logical pixel
    top: int
    bottom: int


class PagePainter:
    """Paints with the pictures it has, and names those it lacks."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.pictures = Pictures()
        self.hits: Sequence[Hit] = ()  # in the order of pages
        self.current: Hit | None = None

    def paint(self, painter: QPainter, sight: Sight) -> list[Piece]:
        """Paint what is in sight; return the pictures it lacks, the most needed first."""
        seen = sight.sheets.seen(sight.top, sight.bottom)
        for page in seen:
            self._paint_page(painter, page, sight)
        needed = [rough(page, sight.pages[page]) for page in seen if self._lacks(page, sight)]
        needed += [piece for page in seen for piece in _sharp(page, sight, sight.bottom)]
        ahead = sight.bottom + round((sight.bottom - sight.top) * _AHEAD)
        for page in sight.sheets.seen(sight.top, ahead):
            needed += _sharp(page, sight, ahead)
        return [piece for piece in dict.fromkeys(needed) if self.pictures.find(piece) is None]

    def _lacks(self, page: int, sight: Sight) -> bool:
        return any(self.pictures.find(piece) is None for piece in _sharp(page, sight, sight.bottom))

    def _paint_page(self, painter: QPainter, page: int, sight: Sight) -> None:
        place, ratio = sight.sheets.places[page], sight.ratio
        frame = QRect(place.left, place.top, place.width, place.height)
        painter.setPen(QPen(self._theme.colour(Colour.EDGE), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        small = self.pictures.find(rough(page, sight.pages[page]))
        if small is not None and self._lacks(page, sight):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, small)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for piece in _sharp(page, sight, sight.bottom):
            if (image := self.pictures.find(piece)) is not None:
                left, top = place.left + piece.left / ratio, place.top + piece.top / ratio
                painter.drawImage(
                    QRectF(left, top, image.width() / ratio, image.height() / ratio), image
                )
        self._paint_hits(painter, page, place, sight.scale)

    def _paint_hits(self, painter: QPainter, page: int, place: Place, scale: float) -> None:
        first = bisect_left(self.hits, page, key=_page_of)
        end = bisect_right(self.hits, page, key=_page_of)
        for hit in self.hits[first:end]:
            boxes = [box_on(place, box, scale).adjusted(-1, -1, 1, 1) for box in hit.boxes]
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for box in boxes:
                painter.fillRect(box, _MARKER)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            if hit is self.current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(_FRAME, 2))
                for box in boxes:
                    painter.drawRect(box.adjusted(-1, -1, 1, 1))


def _page_of(hit: Hit) -> int:
    return hit.page


def box_on(place: Place, box: QRectF, scale: float) -> QRectF:
    """Return a box on a page, in points, where it lies among all pages, in logical pixels."""
    return QRectF(
        place.left + box.left() * scale,
        place.top + box.top() * scale,
        box.width() * scale,
        box.height() * scale,
    )


def _sharp(page: int, sight: Sight, bottom: int) -> Iterator[Piece]:
    """Yield the pieces of a page that lie above a line, as sharp as the screen is."""
    place, ratio = sight.sheets.places[page], sight.ratio
    width, height = round(place.width * ratio), round(place.height * ratio)
    first, last = (round((line - place.top) * ratio) for line in (sight.top, bottom))
    return pieces(page, width, height, first, last)
