"""A sentence in a frame: what a person should know here, and what they can do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, announce

_SIGNS = {
    Tone.PLAIN: "info",
    Tone.QUIET: "info",
    Tone.INFO: "info",
    Tone.GOOD: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.BAD: "circle-alert",
}


class Notice(QFrame):
    """A sign, a sentence and buttons; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._tone = Tone.INFO
        self._sign = QLabel()
        self._sign.setFixedSize(18, 18)
        self.text = Text(wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 9, 12, 9)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1)
        self._buttons: list[QPushButton] = []
        theme.changed.connect(self._paint_sign)
        self.hide()

    def tell(self, text: str, tone: Tone = Tone.INFO, *buttons: QPushButton) -> None:
        """Show a sentence, read it out, and offer these buttons."""
        self._drop_buttons()
        self._tone = tone
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.text.setText(text)
        self._paint_sign()
        for made in buttons:
            self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
            self._buttons.append(made)
        self.show()
        announce(self, text)

    def clear(self) -> None:
        """Say nothing any more."""
        self._drop_buttons()
        self.text.clear()
        self.hide()

    def _drop_buttons(self) -> None:
        for made in self._buttons:
            self._row.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._buttons = []

    def _paint_sign(self) -> None:
        code = self._theme.code(self._tone.text)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.pictures.pixmap(_SIGNS[self._tone], code, 18, ratio))

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible and bool(self.text.text()))
