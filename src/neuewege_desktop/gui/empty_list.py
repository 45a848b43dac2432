"""A list without rows: nothing fits, or nothing is there yet; and what one can do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, primary
from neuewege_desktop.gui.kit.empty_state import EmptyState
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import plain
from neuewege_desktop.gui.listing import Listing


class EmptyList(EmptyState):
    """Stands where the table would."""

    reset_wanted = Signal()
    new_wanted = Signal()
    wanted = Signal(object)  # Target

    def __init__(self, theme: Theme, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(theme, listing.icon, parent)
        self._listing = listing

    def explain(self, *, narrowed: bool) -> None:
        """Say why there is nothing; `narrowed`: because something else is looked for."""
        if narrowed:
            self.tell(
                _("Nothing fits"),
                _("No entry fits your search and your filters."),
                button(_("Show all again"), self.reset_wanted.emit, name="reset"),
            )
        else:
            listing = self._listing
            self.tell(_(listing.empty_title), _(listing.empty_text), self._filling_button())

    def _filling_button(self) -> QPushButton | None:
        """Return the button that brings the first entries."""
        listing = self._listing
        if listing.empty_act is not None:
            words, target = listing.empty_act
            return primary(_(words), lambda: self.wanted.emit(target), name="fill")
        if listing.new_text:
            return button(plain(_(listing.new_text)), self.new_wanted.emit, name="fill")
        return None
