"""The columns of a list, one under the other: name, examples, and what each one means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.lists.columns import OBLIGATORY, Column
from neuewege_desktop.domain.lists.mapping import ColumnMapping, column_word
from neuewege_desktop.gui.dialogs.import_wizard.plan import ChosenList
from neuewege_desktop.gui.kit.editors.choices import ChoiceBox
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.text import Text

_EXAMPLES = 3  # of a column
_BOX = (200, 300)  # logical pixels, at least and at most: the longest meaning is readable
_MEANINGS: tuple[Column | None, ...] = (None, *Column)


class Meanings(QWidget):
    """Knows what was recognised, what was remembered and what was changed here."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 2, 14, 2)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for column, share in enumerate((2, 4, 4)):
            self._grid.setColumnStretch(column, share)
        self.boxes: list[ChoiceBox] = []
        self._states: list[Text] = []
        self._shown: ChosenList | None = None

    def show_list(self, chosen: ChosenList) -> None:
        """Show the columns of another list."""
        self._clear()
        self._shown = chosen
        titles = (_("Column of the list"), _("Examples"), _("Is read as"), "")
        for position, title in enumerate(titles):
            self._grid.addWidget(Text(title, "label"), 0, position)
        for position, name in enumerate(chosen.preview.header):
            column = [row[position] for row in chosen.preview.sample if position < len(row)]
            self._add_row(position, name, _examples(column))
        self._grid.setRowStretch(len(chosen.preview.header) + 1, 1)
        self._choose(chosen.mapping)

    def _add_row(self, position: int, name: str, examples: str) -> None:
        words = name or _("Column {n}, without a name").format(n=position + 1)
        label = QLabel(words.replace("&", "&&"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "value")
        label.setWordWrap(True)
        box = ChoiceBox()
        box.setObjectName(f"meaning-{position}")
        for meaning in _MEANINGS:
            box.addItem(_("not read") if meaning is None else column_word(meaning))
        box.activated.connect(lambda _position: self.changed.emit())
        # On Linux the name of a box is what is chosen in it; only its label tells what it is about.
        label.setBuddy(box)
        box.setAccessibleName(words)
        box.setMinimumWidth(_BOX[0])
        box.setMaximumWidth(_BOX[1])
        state = Text("", "hint")
        state.setMinimumWidth(86)
        self.boxes.append(box)
        self._states.append(state)
        for column, part in enumerate((label, _Examples(examples), box, state)):
            self._grid.addWidget(part, position + 1, column)

    def mapping(self) -> ColumnMapping:
        """Return what each column means by what is chosen here."""
        return tuple(_MEANINGS[box.currentIndex()] for box in self.boxes)

    def choose(self, mapping: ColumnMapping) -> None:
        """Choose these meanings."""
        self._choose(mapping)
        self.changed.emit()

    def _choose(self, mapping: ColumnMapping) -> None:
        for box, meaning in zip(self.boxes, mapping, strict=True):
            box.setCurrentIndex(_MEANINGS.index(meaning))

    def mark(self, mapping: ColumnMapping) -> None:
        """Say at each column where its meaning comes from, and where one is chosen twice."""
        if self._shown is None:
            return
        chosen = [meaning for meaning in mapping if meaning is not None]
        recognised, usual = self._shown.preview.mapping, self._shown.mapping
        for position, (box, meaning) in enumerate(zip(self.boxes, mapping, strict=True)):
            is_double = meaning is not None and chosen.count(meaning) > 1
            words, tone = _state(meaning, recognised[position], usual[position], is_double)
            self._states[position].setText(words)
            self._states[position].set_tone(tone)
            box.setAccessibleDescription(words)
            box.setProperty("problem", is_double)
            box.style().unpolish(box)
            box.style().polish(box)

    def first(self) -> QWidget:
        """Return the choice to begin with: if something needed is missing, at an unread column."""
        mapping = self.mapping()
        is_complete = all(needed in mapping for needed in OBLIGATORY)
        unread = (box for box, meaning in zip(self.boxes, mapping, strict=True) if meaning is None)
        return self.boxes[0] if is_complete else next(unread, self.boxes[0])

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._grid.setRowStretch(len(self.boxes) + 1, 0)
        self.boxes, self._states = [], []


class _Examples(Text):
    """Takes the room that is left, and ends in dots where that is too little."""

    def __init__(self, examples: str) -> None:
        super().__init__("", "second")
        self._whole = examples
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        dots = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, dots, self.width()))


def _state(
    meaning: Column | None, recognised: Column | None, usual: Column | None, is_double: bool
) -> tuple[str, Tone]:
    if is_double:
        return _("chosen twice"), Tone.BAD
    if meaning is not usual:
        return _("changed"), Tone.WARNING
    if meaning is not recognised:
        return _("remembered"), Tone.PLAIN
    return (_("recognised"), Tone.GOOD) if meaning is not None else ("", Tone.PLAIN)


def _examples(values: Sequence[str]) -> str:
    """Return the first different values of a column, in one line."""
    different = list(dict.fromkeys(filter(None, values)))[:_EXAMPLES]
    return "  ·  ".join(" ".join(value.split()) for value in different)
