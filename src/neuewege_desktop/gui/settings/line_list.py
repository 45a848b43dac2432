"""A few entries below each other, each with what can be done with it; for tens, not thousands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.cells import Cell
from neuewege_desktop.gui.kit.chip import Chip
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, plain
from neuewege_desktop.gui.settings.card import rule

_SIGN = 18


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done with an entry: its code, its words on a button."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: what it is, more about it, its state as a chip, and what can be done with it."""

    key: int
    title: str
    second: str = ""
    icon: str = ""
    chip: Cell | None = None
    deeds: tuple[Deed, ...] = ()


class LineList(QWidget):
    """Shows entries; the button that has the focus keeps it when they are shown anew."""

    chosen = Signal(str, object)  # code of a deed, key of its line

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[Line] = ()
        self._empty = ""
        self._signs: list[tuple[QLabel, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        theme.changed.connect(self._paint_signs)

    def show_lines(self, lines: Sequence[Line], empty: str = "") -> None:
        """Show other entries; `empty` says what it means that there are none."""
        if lines == self._lines and empty == self._empty:
            return
        self._lines, self._empty = lines, empty
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None and focused.hasFocus() else ""
        self._clear()
        if not lines:
            self._column.addWidget(Text(empty, "hint", wrap=True))
        for number, line in enumerate(lines):
            if number:
                self._column.addWidget(rule())
            self._column.addWidget(self._row(line))
        self._paint_signs()
        if name:
            self._focus_again(name)

    def focus_first(self) -> None:
        """Go to the first button, if there is one."""
        for first in self._buttons()[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._signs = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _focus_again(self, name: str) -> None:
        candidates = [self.findChild(QWidget, name), *self._buttons()]
        for candidate in candidates:
            if candidate is not None:
                candidate.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _buttons(self) -> list[QWidget]:
        names = [f"{deed.code}-{line.key}" for line in self._lines for deed in line.deeds]
        return [found for name in names if (found := self.findChild(QWidget, name)) is not None]

    def _row(self, line: Line) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        if line.icon:
            picture = QLabel()
            picture.setFixedSize(_SIGN + 4, _SIGN)
            self._signs.append((picture, line.icon))
            row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(line.title, "value", wrap=True))
        if line.second:
            words.addWidget(Text(line.second, "hint", wrap=True))
        row.addLayout(words, 1)
        if line.chip is not None:
            row.addWidget(Chip(self._theme, line.chip))
        for deed in line.deeds:
            made_button = button(
                deed.words, self._choosing(deed.code, line.key), name=f"{deed.code}-{line.key}"
            )
            made_button.setAccessibleName(f"{plain(deed.words)}: {line.title}")
            row.addWidget(made_button)
        return made

    def _choosing(self, code: str, key: int) -> Callable[[], object]:
        return lambda: self.chosen.emit(code, key)

    def _paint_signs(self) -> None:
        code, ratio = self._theme.code(Colour.SECOND), self.devicePixelRatioF()
        for picture, icon in self._signs:
            picture.setPixmap(self._theme.pictures.pixmap(icon, code, _SIGN, ratio))
