"""A line to type into, with its words above it and what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.text import Text, announce, plain


class Line(QWidget):
    """One labelled line; `beside` stands right of it, `spoken` is what others see elsewhere."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        *beside: QWidget,
        edit: QLineEdit | None = None,
        hint: str = "",
        spoken: str = "",
        name: str = "",
    ) -> None:
        super().__init__()
        self.edit = edit or QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(plain(label))
        self.edit.setMinimumHeight(36)
        self.label = Text(label, "label")
        self.label.setBuddy(self.edit)
        self._spoken = spoken or hint  # what a screen reader adds while nothing is wrong
        self.problem = ProblemLine(theme)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        for widget in beside:
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.label)
        column.addLayout(row)
        self.edit.setAccessibleDescription(self._spoken)
        if hint:
            column.addWidget(Text(hint, "hint", wrap=True))
        column.addWidget(self.problem)
        self.edit.textEdited.connect(lambda _text: self.forgive())

    @property
    def text(self) -> str:
        """Return what stands in the line, without space around it."""
        return self.edit.text().strip()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, at the line and to a screen reader, and go there."""
        self._mark(sentence, Tone.BAD)
        announce(self.edit, sentence)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def remark(self, sentence: str, tone: Tone) -> None:
        """Say something about what was typed that does not stand in the way."""
        self._mark(sentence, tone)

    def forgive(self) -> None:
        """Take back what was said: something else was typed."""
        if self.problem.text.text():
            self._mark("", Tone.BAD)

    def _mark(self, sentence: str, tone: Tone) -> None:
        self.problem.tell(sentence, tone)
        self.edit.setProperty("problem", bool(sentence) and tone is Tone.BAD)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        self.edit.setAccessibleDescription(sentence or self._spoken)
