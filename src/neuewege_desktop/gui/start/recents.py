"""The workplaces that were opened last, each with a way to open it and to drop it from the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import sign
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.services.folders import holds_workplace


class Recents(QWidget):
    """One row per workplace, newest first; a missing one says so."""

    chosen = Signal(object)  # Path
    dropped = Signal(object)  # Path

    def __init__(self, theme: Theme, folders: Sequence[Path]) -> None:
        super().__init__()
        self.setObjectName("content")
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for folder in folders:
            column.addLayout(self._row(folder))
        column.addStretch(1)

    def _row(self, folder: Path) -> QHBoxLayout:
        is_there = holds_workplace(folder)
        opener = QPushButton()
        opener.setProperty("row", True)
        opener.setAutoDefault(False)
        opener.setEnabled(is_there)
        opener.setObjectName("recent")
        words = QVBoxLayout(opener)
        words.setContentsMargins(12, 7, 12, 7)
        words.setSpacing(1)
        place = str(folder.parent)
        state = place if is_there else _("Not found: {place}").format(place=place)
        name = Text("", "value" if is_there else "second")
        name.setText(name.fontMetrics().elidedText(folder.name, Qt.TextElideMode.ElideMiddle, 240))
        where = Text("", "hint", tone=Tone.PLAIN if is_there else Tone.WARNING)
        where.setText(where.fontMetrics().elidedText(state, Qt.TextElideMode.ElideMiddle, 270))
        for text in (name, where):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(text)
        opener.setMinimumHeight(52)
        opener.setToolTip(str(folder))
        opener.setAccessibleName(f"{folder.name}, {state}")
        opener.clicked.connect(lambda: self.chosen.emit(folder))
        label = _("Remove “{name}” from this list").format(name=folder.name)
        drop = sign(self._theme, "x", label, lambda: self.dropped.emit(folder), name="drop")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(opener, 1)
        row.addWidget(drop)
        return row
