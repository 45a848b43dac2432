"""What one can do with a document, in one row where there is room for it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.gui.kit.buttons import button, primary, sign, with_icon
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, name_box
from neuewege_desktop.gui.preview.sheets import STEPS, Fit, Zoom

_FITS = {Fit.WIDTH: N_("Page width"), Fit.PAGE: N_("Whole page")}

_NUMBER = 58  # logical pixels for the number of a page


class ToolBar(QWidget):
    """Buttons and fields; says what was chosen, and shows what holds now."""

    print_chosen = Signal()
    save_chosen = Signal()
    page_chosen = Signal(int)  # the first is 0
    zoom_chosen = Signal(object)  # Zoom
    larger_chosen = Signal()
    smaller_chosen = Signal()
    search_chosen = Signal()
    text_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        flow = FlowLayout(self, gap=10)
        flow.addWidget(self._leaving())
        flow.addWidget(self._paging())
        flow.addWidget(self._zooming())
        flow.addWidget(self._reading())

    def _leaving(self) -> QWidget:
        words = _("&Print …")
        self.print = with_icon(
            primary(words, self.print_chosen.emit, name="print"), self._theme, "printer"
        )
        words = _("Save as P&DF …")
        self.save = with_icon(
            button(words, self.save_chosen.emit, name="savePdf"), self._theme, "download"
        )
        return _group(self.print, self.save)

    def _paging(self) -> QWidget:
        self.page = QSpinBox()
        self.page.setObjectName("page")
        self.page.setProperty("plain", True)  # the arrows beside it turn pages
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setFixedWidth(_NUMBER)
        self.page.setKeyboardTracking(False)
        self.page.setAccessibleName(_("Page"))
        self.page.valueChanged.connect(lambda number: self.page_chosen.emit(number - 1))
        label = QLabel(_("Pa&ge"))
        label.setBuddy(self.page)
        self._count = Text()
        self._before = sign(
            self._theme, "chevron-left", _("Page before"), self._go_back, name="pageBefore"
        )
        self._after = sign(
            self._theme, "chevron-right", _("Next page"), self._go_on, name="nextPage"
        )
        return _group(label, self._before, self.page, self._count, self._after)

    def _zooming(self) -> QWidget:
        self.zoom = QComboBox()
        self.zoom.setObjectName("zoom")
        for fit, words in _FITS.items():
            self.zoom.addItem(_(words), fit)
        for percent in STEPS:
            self.zoom.addItem(_("{percent} %").format(percent=percent), percent)
        self.zoom.activated.connect(self._choose_zoom)
        smaller = sign(
            self._theme, "zoom-out", _("Smaller"), self.smaller_chosen.emit, name="smaller"
        )
        larger = sign(self._theme, "zoom-in", _("Larger"), self.larger_chosen.emit, name="larger")
        group = _group(smaller, self.zoom, larger)
        name_box(self.zoom, _("Size of the pages"))
        return group

    def _reading(self) -> QWidget:
        find = sign(
            self._theme,
            "search",
            _("Find in the document"),
            self.search_chosen.emit,
            name="find",
        )
        self.text: QToolButton = sign(
            self._theme, "file-text", _("Text beside the pages"), name="text"
        )
        self.text.setCheckable(True)
        self.text.toggled.connect(self.text_chosen)
        return _group(find, self.text)

    # --- what holds now ---------------------------------------------------------------------

    def show_count(self, count: int) -> None:
        """Say how many pages there are."""
        with QSignalBlocker(self.page):
            self.page.setRange(1, count)
        self._count.setText(_("of {count}").format(count=count))
        self.show_page(0)

    def show_page(self, page: int) -> None:
        """Say which page one looks at."""
        with QSignalBlocker(self.page):
            self.page.setValue(page + 1)
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < self.page.maximum())

    def show_zoom(self, zoom: Zoom) -> None:
        """Say how large the pages are shown."""
        self.zoom.setCurrentIndex(self.zoom.findData(zoom))

    def _choose_zoom(self, place: int) -> None:
        chosen = self.zoom.itemData(place)
        self.zoom_chosen.emit(Fit(chosen) if isinstance(chosen, str) else chosen)

    def _go_back(self) -> None:
        self.page_chosen.emit(self.page.value() - 2)

    def _go_on(self) -> None:
        self.page_chosen.emit(self.page.value())


def _group(*widgets: QWidget) -> QWidget:
    """Return widgets that stay in one row."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return made
