"""A record on a page of its own, and the way back to its list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.listing import Listing
from neuewege_desktop.gui.record_pane import RecordPane
from neuewege_desktop.gui.session import Session


class FullPage(QWidget):
    """Shows one record wide; Alt+Left leaves it."""

    left = Signal()

    def __init__(self, session: Session, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = RecordPane(session, listing)
        self.back_button = with_icon(
            button(_("&Back to the list"), self.left.emit, name="back"),
            session.room.theme,
            "arrow-left",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pane, 1)
        back = QShortcut(QKeySequence("Alt+Left"), self, self.left.emit)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
