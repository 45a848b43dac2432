"""What the pages say, as plain text: for screen readers, and for whoever wants to read it large."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from neuewege_desktop.base.i18n import _


class TextPane(QPlainTextEdit):
    """The text of all pages, each under its number; it can be read and searched, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewText")
        self.setAccessibleName(_("Text of the document"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self._count = 0
        self._blocks: dict[int, int] = {}  # where each page begins

    @property
    def blocks(self) -> Mapping[int, int]:
        """Return the first line of each page that is there."""
        return self._blocks

    def begin(self, count: int) -> None:
        """Wait for the text of this many pages."""
        self._count = count
        self._blocks = {}
        self.clear()

    def add_page(self, page: int, text: str) -> None:
        """Take in what the next page says."""
        heading = _("Page {page} of {count}").format(page=page + 1, count=self._count)
        is_first = not self._blocks
        end = QTextCursor(self.document())  # not the one a person reads at: that stays
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText("" if is_first else "\n\n")
        self._blocks[page] = end.blockNumber()
        end.insertText(f"{heading}\n\n{text}")
        if is_first:
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to(self, page: int) -> None:
        """Bring the beginning of a page to the top, unless somebody is reading here."""
        if page not in self._blocks or self.hasFocus():
            return
        block = self.document().findBlockByNumber(self._blocks[page])
        self.moveCursor(QTextCursor.MoveOperation.End)  # so that it then scrolls to the top
        self.setTextCursor(QTextCursor(block))
        self.ensureCursorVisible()
