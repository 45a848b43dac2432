"""Finding words in a document: counts what was found, and leads from one place to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import sign
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.preview.document import Hit
from neuewege_desktop.gui.preview.reader import Found

_MOST = 1000  # hits; nobody goes through more, and marking them would keep the window busy


class SearchBar(QWidget):
    """A line over the pages; hidden until somebody wants to find something."""

    asked = Signal(str)  # words, or nothing
    shown = Signal(object, object)  # all hits in the order of pages, the current one or None
    arrived = Signal(object)  # at this hit
    enough = Signal()  # the rest of the document need not be searched
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self._place = 0  # of the current hit
        self._search = 0
        self._is_done, self._has_more = True, False
        self.line = QLineEdit()
        self.line.setObjectName("previewSearch")
        self.line.setPlaceholderText(_("Find in the document"))
        self.line.setAccessibleName(_("Find in the document"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.asked)
        self.count = Text("", "second")
        self._back = sign(theme, "chevron-up", _("Hit before"), self.go_back, name="hitBefore")
        self._on = sign(theme, "chevron-down", _("Next hit"), self.go_on, name="nextHit")
        self._close = sign(theme, "x", _("Close the search"), self.leave, name="closeSearch")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        for made in (self._back, self._on, self._close):
            row.addWidget(made)
        self.hide()

    def enter(self) -> None:
        """Let somebody type; what was sought before is there to be typed over."""
        is_new = self.isHidden()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if is_new and self.line.text():
            self.asked.emit(self.line.text())

    def leave(self) -> None:
        """Close the search; nothing is marked any more."""
        self.begin(0)
        self.hide()
        self.left.emit()

    # --- what is found ----------------------------------------------------------------------

    @property
    def current(self) -> Hit | None:
        """Return the hit one has come to."""
        return self.hits[self._place] if self.hits else None

    def begin(self, search: int) -> None:
        """Forget what was found; what the search of this number finds comes next."""
        self._search = search
        self.hits, self._place, self._has_more = [], 0, False
        self._is_done = not (search and self.line.text().strip())
        self._tell()

    def take(self, found: Found) -> None:
        """Take in what was found on a page; what an older search found is dropped."""
        if found.number != self._search or self._is_done:
            return
        if found.hits:
            self._insert(found.hits)
        self._has_more = found.left > 0 and len(self.hits) >= _MOST
        self._is_done = found.left == 0 or self._has_more
        if self._has_more:
            self.enough.emit()
        if found.hits or self._is_done:
            self._tell()
        if self._is_done:
            announce(self.line, self.count.text())

    def _insert(self, hits: Sequence[Hit]) -> None:
        """Put hits where they belong; one stays at the hit that one has come to."""
        is_first = not self.hits
        place = bisect_left(self.hits, hits[0].page, key=lambda hit: hit.page)
        self.hits[place:place] = hits
        if is_first:
            self.arrived.emit(self.hits[0])
        elif place <= self._place:
            self._place += len(hits)

    def go_on(self) -> None:
        """Go to the next hit; after the last one comes the first."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.isHidden():
            self.enter()
        elif self.hits:
            self._place = (self._place + by) % len(self.hits)
            self._tell()
            self.arrived.emit(self.current)
            announce(self.line, self.count.text())

    def _tell(self) -> None:
        self.count.setText(self._words())
        for made in (self._back, self._on):
            made.setEnabled(bool(self.hits))
        self.shown.emit(self.hits, self.current)

    def _words(self) -> str:
        place = self._place + 1
        if self._has_more:
            return _("Hit {place} of more than {count}").format(place=place, count=_MOST)
        if self.hits:
            return _("Hit {place} of {count}").format(place=place, count=len(self.hits))
        if not self._is_done:
            return _("Searching …")
        return _("Nothing found") if self._search and self.line.text().strip() else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif is_return and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.go_back()
        elif is_return:
            self.go_on()
        else:
            super().keyPressEvent(event)
