"""What was decided about the item so far, each with the way to change it or take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.conference.subjects import Decided
from neuewege_desktop.gui.kit.buttons import sign
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text

_SIGN = 18


class DecidedList(QWidget):
    """Hidden while nothing was decided."""

    change_wanted = Signal(object)  # Decided
    return_wanted = Signal(object)  # Decided: take it back

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Decided, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_decided(self, decided: Sequence[Decided]) -> None:
        """Show these decisions."""
        if tuple(decided) == self._shown:
            return
        self._shown = tuple(decided)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for made in decided:
            self._column.addWidget(self._line(made))
        self.setVisible(bool(decided))

    def _line(self, made: Decided) -> QWidget:
        line = QFrame()
        line.setObjectName("decided")
        mark = QLabel()
        ratio = self.devicePixelRatioF()
        code = self._theme.code(Colour.GOOD)
        mark.setPixmap(self._theme.pictures.pixmap("circle-check", code, _SIGN, ratio))
        until = _("until {day}").format(day=long_date(made.due_on)) if made.due_on else ""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(made.words, "value", wrap=True))
        who = "  ·  ".join(filter(None, (made.responsible or _("nobody yet"), until)))
        words.addWidget(Text(who, "hint", wrap=True))
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        change = ("pencil", _("Change: {what}"), self.change_wanted)
        back = ("undo-2", _("Take back: {what}"), self.return_wanted)
        for icon, what, signal in (change, back) if made.is_readable else (back,):
            name = what.format(what=made.words)
            row.addWidget(sign(self._theme, icon, name, _telling(signal.emit, made)))
        return line


def _telling(tell: Callable[[object], object], made: Decided) -> Callable[[], object]:
    return lambda: tell(made)
