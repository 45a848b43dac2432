"""Gives a document to the printer; runs on the worker."""

from __future__ import annotations

import shutil
import subprocess
import sys

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.preview.document import Document, Piece
from neuewege_desktop.gui.preview.print_order import (
    PrintOrder,
    Way,
    chosen_pages,
    command,
    way_for,
)
from neuewege_desktop.gui.preview.sheets import Size

RESOLUTION = 300  # dots an inch of pages that are printed as pictures
_PATIENCE = 60  # seconds until the print system has to have taken a document
_POINTS = 72  # an inch


def hand_over(content: bytes, order: PrintOrder, printer: QPrinter) -> None:
    """Print a document; StoreError says why that is not possible.

    The `printer` carries what was chosen for pages that are printed as pictures.
    """
    lp = shutil.which("lp")
    if lp is None or way_for(sys.platform, lp) is Way.AS_PICTURES:
        print_pictures(content, order, printer)
    else:
        _give_to_system(content, command(order, lp), order.printer)


def _give_to_system(content: bytes, words: list[str], printer: str) -> None:
    try:
        answer = subprocess.run(  # noqa: S603 - the program is the system's own, without a shell
            words, input=content, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _refused(printer) from error
    if answer.returncode != 0:
        raise _refused(printer, answer.stderr.decode(errors="replace").strip())


def print_pictures(content: bytes, order: PrintOrder, printer: QPrinter) -> None:
    """Print the pages as pictures; StoreError if the printer does not take them."""
    printer.setResolution(RESOLUTION)
    printer.setFullPage(True)
    rounds = 1 if printer.supportsMultipleCopies() else order.copies
    painter = QPainter()
    with Document(content) as document:
        for page in chosen_pages(order, len(document.pages)) * rounds:
            _turn(printer, document.pages[page])
            is_ready = printer.newPage() if painter.isActive() else painter.begin(printer)
            if not is_ready:
                raise _refused(order.printer)
            size, dots = document.pages[page], printer.resolution() / _POINTS
            paper = QRectF(0, 0, size.width * dots, size.height * dots)
            painter.drawImage(paper, _whole(document, page))
    if painter.isActive() and not painter.end():
        raise _refused(order.printer)


def _turn(printer: QPrinter, page: Size) -> None:
    is_wide = page.width > page.height
    turned = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)


def _whole(document: Document, page: int) -> QImage:
    size = document.pages[page]
    width, height = (round(side * RESOLUTION / _POINTS) for side in (size.width, size.height))
    return document.picture(Piece(page, width, height, 0, 0, width, height))


def _refused(printer: str, reason: str = "") -> StoreError:
    sentence = _(
        "The printer “{printer}” does not take the document. Please check that it is switched on "
        "and connected, or choose another one."
    ).format(printer=printer)
    return StoreError(f"{sentence} ({reason})" if reason else sentence)
