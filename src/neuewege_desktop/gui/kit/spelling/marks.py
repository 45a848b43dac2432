"""Waves under doubtful words, drawn while one writes and never under the word being written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.spelling.checker import SpellChecker
from neuewege_desktop.services.spelling.words import Word, words_of

_TURN = 0.008  # seconds of drawing at a time; the rest comes in the next turn of the event loop


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of a document and where it stands there, in the positions of a text cursor."""

    word: Word
    start: int
    stem_end: int
    end: int


def spots_in(block: QTextBlock) -> Iterator[Spot]:
    """Yield the words of a paragraph."""
    text, first = block.text(), block.position()
    place = _place_in_units(text) if max(text, default="") > "\uffff" else int
    for word in words_of(text):
        start, stem_end, end = map(place, (word.start, word.stem_end, word.end))
        yield Spot(word, first + start, first + stem_end, first + end)


def _place_in_units(text: str) -> Callable[[int], int]:
    """Return how Qt counts places in this text: a smiley takes two."""
    return lambda place: place + sum(sign > "\uffff" for sign in text[:place])


class Marks(QSyntaxHighlighter):
    """Marks the doubtful words of one field."""

    def __init__(self, edit: QPlainTextEdit, checker: SpellChecker) -> None:
        super().__init__(edit.document())
        self._edit, self._checker = edit, checker
        self._is_typing = False
        self._spared: QTextCursor | None = None  # the word being written
        self._waiting: list[QTextCursor] = []  # paragraphs to be looked at again
        self._turn_began = 0.0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look_again)
        checker.learnt.connect(self._later.start)
        checker.changed.connect(self.look_at_all)
        checker.theme.changed.connect(self.look_at_all)
        edit.document().contentsChange.connect(self._note_typing)
        edit.cursorPositionChanged.connect(self.settle)
        self._look_first()

    def look_at_all(self) -> None:
        """Mark everything anew, a few milliseconds at a time."""
        block = self.document().begin()
        self._waiting = []
        while block.isValid():
            self._waiting.append(QTextCursor(block))
            block = block.next()
        self._later.start()

    def settle(self) -> None:
        """Judge the word that was being written, once the cursor is elsewhere."""
        spared = self._spared
        if spared is None:
            return
        at = self._edit.textCursor().position()
        if not (self._edit.hasFocus() and spared.selectionStart() <= at <= spared.selectionEnd()):
            self._is_typing, self._spared = False, None
            self._mark_anew(spared.block())

    @override
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        if self._is_late():
            self._waiting.append(QTextCursor(block))
            self._later.start()
            return
        is_waiting = False
        for spot in spots_in(block):
            is_sound = self._checker.is_sound(spot.word)
            is_waiting = is_waiting or is_sound is None
            if is_sound is False and not self._spares(spot):
                start = spot.start - block.position()
                self.setFormat(start, spot.end - spot.start, self._wave())
        if is_waiting:
            self._waiting.append(QTextCursor(block))

    def _look_first(self) -> None:
        """Look at once, unnoticed: Qt's own first look would tell that the text changed."""
        document = self.document()
        was_blocked = document.blockSignals(True)
        self.rehighlight()
        document.blockSignals(was_blocked)

    def _wave(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(self._checker.theme.colour(Colour.BAD))
        return made

    def _is_late(self) -> bool:
        now = monotonic()
        if not self._turn_began:
            self._turn_began = now
            QTimer.singleShot(0, self, self._end_turn)
        return now - self._turn_began > _TURN

    def _end_turn(self) -> None:
        self._turn_began = 0.0

    def _spares(self, spot: Spot) -> bool:
        cursor = self._edit.textCursor()
        is_writing = self._is_typing and self._edit.hasFocus()
        if not (is_writing and spot.start <= cursor.position() <= spot.end):
            return False
        cursor.setPosition(spot.start)
        cursor.setPosition(spot.end, QTextCursor.MoveMode.KeepAnchor)
        self._spared = cursor
        return True

    def _note_typing(self, _at: int, _removed: int, added: int) -> None:
        self._is_typing = self._edit.hasFocus() and added <= 1

    def _look_again(self) -> None:
        waiting, self._waiting = self._waiting, []
        for cursor in waiting:
            self._mark_anew(cursor.block())

    def _mark_anew(self, block: QTextBlock) -> None:
        """Look at a paragraph again; to those who watch the text nothing has changed by that."""
        document = self.document()
        was_blocked = document.blockSignals(True)
        self.rehighlightBlock(block)
        document.blockSignals(was_blocked)
