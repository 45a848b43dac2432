"""The pages of a document, to be looked at: only what is seen is painted, by another thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import announce
from neuewege_desktop.gui.preview.document import Hit, Piece
from neuewege_desktop.gui.preview.painting import PagePainter, Sight, box_on
from neuewege_desktop.gui.preview.sheets import (
    GAP,
    Fit,
    Sheets,
    Size,
    Zoom,
    laid_out,
    next_step,
    scale_of,
)

_LINE = 48  # logical pixels that an arrow key moves
_OVERLAP = 40  # logical pixels that stay in sight when one goes on by a windowful
_NOTCH = 120  # of a wheel
_LOOKED_AT = 3  # the page at a third of the window's height is the one a person reads


class PageView(QAbstractScrollArea):
    """Shows pages below each other; everything goes by keyboard."""

    page_changed = Signal(int)  # the page one looks at; the first is 0
    zoomed = Signal(object)  # Zoom
    wanted = Signal(object)  # list of Piece: pictures that are lacking, the most needed first

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(_("Pages"))
        self._theme = theme
        self._painter = PagePainter(theme)
        self._pages: tuple[Size, ...] = ()
        self._sheets = Sheets((), 0, 0)
        self._scale = 1.0
        self._turned = 0  # of the wheel, while it is less than a notch
        self.zoom: Zoom = Fit.WIDTH
        self.page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._look)
        theme.changed.connect(self._repaint)

    # --- what is shown ----------------------------------------------------------------------

    def show_pages(self, pages: tuple[Size, ...]) -> None:
        """Show a document from its beginning."""
        self._pages = pages
        self._lay_out()
        self.go_to(0)

    def add_picture(self, piece: Piece, image: QImage) -> None:
        """Show a picture that was asked for."""
        self._painter.pictures.keep(piece, image)
        self._repaint()

    def show_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what was found."""
        self._painter.hits, self._painter.current = hits, current
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour(Colour.GROUND))
        top = self.verticalScrollBar().value()
        painter.translate(-self.horizontalScrollBar().value(), -top)
        sight = Sight(
            pages=self._pages,
            sheets=self._sheets,
            scale=self._scale,
            ratio=self.devicePixelRatioF(),
            top=top,
            bottom=top + self.viewport().height(),
        )
        lacking = self._painter.paint(painter, sight)
        painter.end()
        self.wanted.emit(lacking)

    # --- where one looks --------------------------------------------------------------------

    def go_to(self, page: int) -> None:
        """Look at the beginning of a page, or of the nearest one there is."""
        page = min(max(0, page), len(self._pages) - 1)
        self.verticalScrollBar().setValue(self._sheets.places[page].top - GAP)
        self._stand_at(page)  # the last pages may be too short to be scrolled to the top

    def go_to_hit(self, hit: Hit) -> None:
        """Bring what was found into sight."""
        whole = QRectF()
        for box in hit.boxes:
            whole = whole.united(box)
        box = box_on(self._sheets.places[hit.page], whole, self._scale)
        port = self.viewport().size()
        _bring_into_sight(self.verticalScrollBar(), box.top(), box.bottom(), port.height())
        _bring_into_sight(self.horizontalScrollBar(), box.left(), box.right(), port.width())
        self._stand_at(hit.page)

    def _look(self, line: int) -> None:
        if self._pages:
            self._stand_at(self._sheets.page_at(line + self.viewport().height() // _LOOKED_AT))

    def _stand_at(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self._name_page()
            announce(self, self.accessibleName())
            self.page_changed.emit(page)

    def _name_page(self) -> None:
        words = _("Page {page} of {count}")
        self.setAccessibleName(words.format(page=self.page + 1, count=len(self._pages)))

    # --- how large --------------------------------------------------------------------------

    def choose_zoom(self, zoom: Zoom, at: QPoint | None = None) -> None:
        """Show pages in another size; what is `at` this point, or at the top, stays there."""
        if zoom != self.zoom:
            page = self.page
            self.zoom = zoom
            self._lay_out(at)
            self._stand_at(page if at is None else self.page)
            self.zoomed.emit(zoom)

    def zoom_by_step(self, *, larger: bool, at: QPoint | None = None) -> None:
        """Show pages in the next size."""
        self.choose_zoom(next_step(self._scale, larger=larger), at)

    def _lay_out(self, at: QPoint | None = None) -> None:
        if not self._pages:
            return
        point = at if at is not None else QPoint(self.viewport().width() // 2, 0)
        page, across, down = self._under(point)
        port = self.viewport().size()
        self._scale = scale_of(self.zoom, self._pages, Size(port.width(), port.height()))
        self._sheets = laid_out(self._pages, self._scale, port.width())
        self._set_bar(self.verticalScrollBar(), self._sheets.height, port.height())
        self._set_bar(self.horizontalScrollBar(), self._sheets.width, port.width())
        place = self._sheets.places[page]
        self.horizontalScrollBar().setValue(round(place.left + across * self._scale) - point.x())
        self.verticalScrollBar().setValue(round(place.top + down * self._scale) - point.y())
        self._name_page()
        self._repaint()

    def _under(self, point: QPoint) -> tuple[int, float, float]:
        """Return the page at a point of the window, and the place on it in points."""
        if not self._sheets.places:
            return 0, self._pages[0].width / 2, 0.0
        x = point.x() + self.horizontalScrollBar().value()
        y = point.y() + self.verticalScrollBar().value()
        page = self._sheets.page_at(y)
        place = self._sheets.places[page]
        return page, (x - place.left) / self._scale, (y - place.top) / self._scale

    def _set_bar(self, bar: QScrollBar, whole: int, seen: int) -> None:
        bar.setRange(0, max(0, whole - seen))
        bar.setPageStep(max(1, seen - _OVERLAP))
        bar.setSingleStep(_LINE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self.page
        self._lay_out()
        self._stand_at(page)

    # --- keys and wheel ---------------------------------------------------------------------

    def go_to_end(self) -> None:
        """Look at the end of the last page."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self._stand_at(len(self._pages) - 1)

    def scroll_by(self, *, lines: int = 0, columns: int = 0, windows: int = 0) -> None:
        """Look further down or to the right, or back where these are negative."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setValue(down.value() + lines * _LINE + windows * down.pageStep())
        across.setValue(across.value() + columns * _LINE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = _KEYS.get((Qt.Key(event.key()), held))
        if act is None or not self._pages:
            super().keyPressEvent(event)
        else:
            act(self)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= _NOTCH:
            larger = self._turned > 0
            self._turned -= _NOTCH if larger else -_NOTCH
            self.zoom_by_step(larger=larger, at=event.position().toPoint())
        event.accept()


def _bring_into_sight(bar: QScrollBar, near: float, far: float, seen: int) -> None:
    """Scroll, if need be, so that what lies between two lines is in the middle."""
    if near < bar.value() + _OVERLAP or far > bar.value() + seen - _OVERLAP:
        bar.setValue(round((near + far - seen) / 2))


_ALONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[PageView], None]] = {
    (Qt.Key.Key_Home, _ALONE): lambda view: view.go_to(0),
    (Qt.Key.Key_Home, _CONTROL): lambda view: view.go_to(0),
    (Qt.Key.Key_End, _ALONE): PageView.go_to_end,
    (Qt.Key.Key_End, _CONTROL): PageView.go_to_end,
    (Qt.Key.Key_PageDown, _CONTROL): lambda view: view.go_to(view.page + 1),
    (Qt.Key.Key_PageUp, _CONTROL): lambda view: view.go_to(view.page - 1),
    (Qt.Key.Key_PageDown, _ALONE): lambda view: view.scroll_by(windows=1),
    (Qt.Key.Key_PageUp, _ALONE): lambda view: view.scroll_by(windows=-1),
    (Qt.Key.Key_Space, _ALONE): lambda view: view.scroll_by(windows=1),
    (Qt.Key.Key_Space, _SHIFT): lambda view: view.scroll_by(windows=-1),
    (Qt.Key.Key_Down, _ALONE): lambda view: view.scroll_by(lines=1),
    (Qt.Key.Key_Up, _ALONE): lambda view: view.scroll_by(lines=-1),
    (Qt.Key.Key_Right, _ALONE): lambda view: view.scroll_by(columns=1),
    (Qt.Key.Key_Left, _ALONE): lambda view: view.scroll_by(columns=-1),
}
