"""A sentence under a field: what is wrong there, with a sign before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text

_SIGNS = {Tone.BAD: "circle-alert", Tone.WARNING: "triangle-alert", Tone.GOOD: "circle-check"}


class ProblemLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tone = theme, Tone.BAD
        self._sign = QLabel()
        self._sign.setFixedSize(15, 17)
        self.text = Text("", "second", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        theme.changed.connect(self._paint_sign)
        self.hide()

    def tell(self, text: str, tone: Tone = Tone.BAD) -> None:
        """Show a sentence; an empty one hides the line."""
        self._tone = tone
        self.text.setText(text)
        self.text.set_tone(tone)
        self._paint_sign()
        self.setVisible(bool(text))

    def _paint_sign(self) -> None:
        code = self._theme.code(self._tone.text)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.pictures.pixmap(_SIGNS[self._tone], code, 15, ratio))
