"""Shows a section of a dossier: its heading, its lines; whatever leads somewhere is a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import link, sign
from neuewege_desktop.gui.kit.dossier import Fact, Section, Target
from neuewege_desktop.gui.kit.look.colours import Colour, Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text

_SIGN = 16


class SectionView(QWidget):
    """Reads out a section."""

    chosen = Signal(object)  # Target

    def __init__(self, theme: Theme, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._add_section(section)

    def _add_section(self, section: Section) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if section.title or section.add:
            row = QHBoxLayout()
            row.addWidget(Text(section.title, "heading"), 1)
            if section.add is not None:
                words, target = section.add
                made = link(words, self._choosing(target))
                made.setAccessibleName(f"{section.title}: {words}" if section.title else words)
                row.addWidget(made)
            column.addLayout(row)
        for fact in section.facts:
            column.addLayout(self._line(fact))
        if not section.facts and section.empty:
            column.addWidget(Text(section.empty, "hint", wrap=True))
        column.addSpacing(8)

    def _line(self, fact: Fact) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.setContentsMargins(0, 2, 0, 2)
        if fact.icon:
            row.addWidget(self._sign(fact), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        if fact.label:
            words.addWidget(Text(fact.label, "hint", wrap=True))
        if fact.target is not None:
            made = link(fact.text, self._choosing(fact.target))
            words.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            words.addWidget(Text(fact.text, "value", wrap=True, tone=fact.tone))
        if fact.note:
            words.addWidget(Text(fact.note, "hint", wrap=True))
        row.addLayout(words, 1)
        if fact.change is not None:
            change = sign(self._theme, "pencil", _("Change"), self._choosing(fact.change))
            change.setAccessibleName(_("Change: {what}").format(what=fact.spoken))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _sign(self, fact: Fact) -> QLabel:
        made = QLabel()
        made.setFixedSize(_SIGN, _SIGN + 4)
        colour = Colour.THIRD if fact.tone is Tone.PLAIN else fact.tone.text
        code, ratio = self._theme.code(colour), self.devicePixelRatioF()
        made.setPixmap(self._theme.pictures.pixmap(fact.icon, code, _SIGN, ratio))
        return made

    def _choosing(self, target: Target) -> Callable[[], object]:
        return lambda: self.chosen.emit(target)
