"""The system's dialog for printing, and what a person chose in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.preview.print_order import PrintOrder, Sides

_SIDES = {
    QPrinter.DuplexMode.DuplexNone: Sides.ONE,
    QPrinter.DuplexMode.DuplexLongSide: Sides.LONG_EDGE,
    QPrinter.DuplexMode.DuplexShortSide: Sides.SHORT_EDGE,
}


def ask_how(
    parent: QWidget, pages: int, current: int, then: Callable[[PrintOrder, QPrinter], object]
) -> None:
    """Open the dialog for a document; UserError if this computer has no printer."""
    if not QPrinterInfo.availablePrinterNames():
        raise UserError(
            _(
                "This computer has no printer. Please set one up in the settings of the computer, "
                "or save the document as PDF."
            )
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    option = QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(option.PrintToFile, False)  # saving has a way of its own, with a warning
    dialog.setOption(option.PrintPageRange, True)
    dialog.setOption(option.PrintCurrentPage, True)
    dialog.setMinMax(1, pages)
    dialog.accepted.connect(lambda: then(order_of(printer, current), printer))
    dialog.setModal(True)
    dialog.show()


def order_of(printer: QPrinter, current: int) -> PrintOrder:
    """Return what was chosen; `current` is the page one looks at, the first is 0."""
    ranges = printer.pageRanges().toRangeList()
    pages = tuple((each.from_, each.to) for each in ranges)
    match printer.printRange():
        case QPrinter.PrintRange.AllPages:
            pages = ()
        case QPrinter.PrintRange.CurrentPage:
            pages = ((current + 1, current + 1),)
        case _others if not pages and printer.fromPage():
            pages = ((printer.fromPage(), printer.toPage()),)
    return PrintOrder(
        printer=printer.printerName(),
        copies=printer.copyCount(),
        collated=printer.collateCopies(),
        sides=_SIDES.get(printer.duplex()),
        pages=pages,
    )
