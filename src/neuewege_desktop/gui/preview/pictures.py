"""The pictures of pages that were painted: which are needed, which are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtGui import QImage

from neuewege_desktop.gui.preview.document import Piece
from neuewege_desktop.gui.preview.sheets import Size

SIDE = 1024  # pixels of a piece: a page at 400 percent would be 200 MB in one
_ROUGH = 480  # pixels of height of the picture that stands in while the sharp one is painted
_KEPT = 96 * 1024 * 1024  # bytes


class Pictures:
    """Keeps what was looked at last, up to a limit."""

    def __init__(self) -> None:
        self._images: OrderedDict[Piece, QImage] = OrderedDict()
        self._bytes = 0

    def keep(self, piece: Piece, image: QImage) -> None:
        """Keep a picture; what was not looked at for longest goes."""
        if piece in self._images:
            return
        self._images[piece] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _KEPT and len(self._images) > 1:
            _piece, oldest = self._images.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()

    def find(self, piece: Piece) -> QImage | None:
        """Return a picture, or None if it has to be painted."""
        image = self._images.get(piece)
        if image is not None:
            self._images.move_to_end(piece)
        return image


def rough(page: int, size: Size) -> Piece:
    """Return a whole page, small."""
    width = max(1, round(_ROUGH * size.width / size.height))
    return Piece(page, width, _ROUGH, 0, 0, width, _ROUGH)


def pieces(page: int, width: int, height: int, top: int, bottom: int) -> Iterator[Piece]:
    """Yield the pieces of a page of this size, in pixels, that lie between two of its lines."""
    first, end = max(0, top), min(height, bottom)
    for upper in range(first - first % SIDE, end if first < end else 0, SIDE):
        for left in range(0, width, SIDE):
            right, lower = min(left + SIDE, width), min(upper + SIDE, height)
            yield Piece(page, width, height, left, upper, right, lower)
