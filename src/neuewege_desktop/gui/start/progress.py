"""A window that only says what is being waited for."""

from __future__ import annotations

from PySide6.QtCore import QSize

from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.start.frame import Card, StartWindow, Waiting

_SIZE = QSize(520, 260)


class Progress(StartWindow):
    """A heading, a sentence and a moving bar."""

    def __init__(self, room: Room, title: str, sentence: str) -> None:
        super().__init__(room, _SIZE)
        card = Card()
        card.column.addWidget(Text(title, "title", wrap=True))
        waiting = Waiting()
        waiting.tell(sentence)
        card.column.addWidget(waiting)
        self.column.addWidget(card)
        self.column.addStretch(1)
