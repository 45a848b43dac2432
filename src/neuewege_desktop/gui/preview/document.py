"""An opened PDF: its pages as pictures and as text, and where words stand on them.

PDFium knows no threads: whatever is asked of it, of one document or of several, goes one after
the other, and what it made is closed by the thread that asked for it.
"""

from __future__ import annotations

import ctypes
import threading
from dataclasses import dataclass
from types import TracebackType

import pypdfium2
from pypdfium2 import raw
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.preview.sheets import Size

_ONE_AT_A_TIME = threading.Lock()
_HYPHEN = "\ufffe"  # what PDFium says for the hyphen of a divided word

_Edges = tuple[float, float, float, float]  # left, bottom, right, top, as a PDF measures


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page, in pixels of a page that is `width` x `height` pixels large."""

    page: int
    width: int
    height: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found; over several lines they have several boxes, in points from above."""

    page: int
    boxes: tuple[QRectF, ...]


class Document:
    """Opened in one thread, used there, closed there."""

    def __init__(self, content: bytes) -> None:
        with _ONE_AT_A_TIME:
            try:
                self._pdf = pypdfium2.PdfDocument(content)
            except pypdfium2.PdfiumError as error:
                raise UserError(
                    _(
                        "This document is damaged and cannot be shown. "
                        "Please close the preview and open it again."
                    )
                ) from error
            self._number = -1
            self._page: pypdfium2.PdfPage | None = None
            self.pages = tuple(Size(*self._pdf.get_page_size(n)) for n in range(len(self._pdf)))

    def __enter__(self) -> Document:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with _ONE_AT_A_TIME:
            self._pdf.close()

    def picture(self, piece: Piece) -> QImage:
        """Return a part of a page on white paper."""
        width, height = piece.right - piece.left, piece.bottom - piece.top
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        line = image.bytesPerLine()
        pixels = (ctypes.c_ubyte * (line * height)).from_buffer(image.bits())
        with _ONE_AT_A_TIME:
            bitmap = pypdfium2.PdfBitmap.new_native(
                width, height, raw.FPDFBitmap_BGRx, buffer=pixels, stride=line
            )
            raw.FPDF_RenderPageBitmap(
                bitmap,
                self._load(piece.page),
                -piece.left,
                -piece.top,
                piece.width,
                piece.height,
                0,
                raw.FPDF_ANNOT,
            )
            bitmap.close()
        return image

    def text(self, page: int) -> str:
        """Return what a page says, as it is read."""
        with _ONE_AT_A_TIME:
            words = self._load(page).get_textpage()
            text: str = words.get_text_range()
            words.close()
        return text.replace("\r\n", "\n").replace(f"{_HYPHEN}\n", "").replace(_HYPHEN, "").strip()

    def hits(self, page: int, words: str) -> tuple[Hit, ...]:
        """Return where words stand on a page; capital and small letters are the same."""
        with _ONE_AT_A_TIME:
            loaded = self._load(page)
            edges = loaded.get_bbox()
            text = loaded.get_textpage()
            search = text.search(words)
            found = []
            while (place := search.get_next()) is not None:
                boxes = [text.get_rect(number) for number in range(text.count_rects(*place))]
                found.append(Hit(page, tuple(_box(box, edges) for box in boxes)))
            search.close()
            text.close()
        return tuple(found)

    def _load(self, page: int) -> pypdfium2.PdfPage:
        """Return a page; the last one is kept, it is mostly asked for again."""
        if self._page is None or page != self._number:
            if self._page is not None:
                self._page.close()
            self._number, self._page = page, self._pdf[page]
        return self._page


def _box(box: _Edges, page: _Edges) -> QRectF:
    left, bottom, right, top = box
    page_left, _bottom, _right, page_top = page
    return QRectF(left - page_left, page_top - top, right - left, top - bottom)
