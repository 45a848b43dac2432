"""Words become lines: broken at spaces, by German syllables, and inside a word as a last resort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

import pyphen

from neuewege_desktop.reports.fonts import Faces
from neuewege_desktop.reports.model import Span, Text
from neuewege_desktop.reports.style import Face, Style

SOFT_HYPHEN = "\u00ad"
_HYPHENATED = range(6, 60)  # letters of a word that may have syllables
_PIECES = re.compile(r"[ \n]|[^ \n]+")
_EDGE = 3  # letters that hyphenation leaves together at both ends of a word
_JOINTS = re.compile(r"(?<=\w[-/–—@_])(?=[^\W\d])|(?<=[a-z]\.)(?=[a-z])")
"""Where a word may break without a hyphen: after - and / before a letter, never in a date."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face that stand `x` points right of the beginning of their line."""

    x: float
    words: str
    face: Face
    lang: str = ""
    accent: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What stands side by side."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a part of one, or a space."""

    words: str
    face: Face
    lang: str
    accent: bool

    def goes_on(self, following: _Piece | None) -> bool:
        """Say whether what follows is set in the same way."""
        return following is not None and (following.face, following.lang, following.accent) == (
            self.face,
            self.lang,
            self.accent,
        )


@lru_cache(maxsize=4)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    name = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=name) if name else None


def face_of(span: Span, style: Style) -> Face:
    """Return the face of a span: emphasis adds to what the style has."""
    if span.bold and style.face in {Face.REGULAR, Face.ITALIC}:
        return Face.SEMIBOLD
    if span.italic and style.face is Face.REGULAR:
        return Face.ITALIC
    return style.face


def whole_line(words: Text, faces: Faces, style: Style, width: float) -> Line | None:
    """Return a text that needs no breaking as its only line: the short way of most table cells."""
    if len(words) != 1 or "\n" in words[0].text:
        return None
    span, face = words[0], face_of(words[0], style)
    own = faces.own_width(span.text, face)
    if own is None or own * style.size > width:
        return None
    used = own * style.size
    return Line((Run(0, span.text, face, span.lang, span.accent),) if span.text else (), used)


@dataclass(slots=True)
class LineBreaker:
    """Breaks texts of one style into lines of at most `width` points."""

    faces: Faces
    style: Style
    width: float
    language: str
    _lines: list[Line] = field(default_factory=list)
    _row: list[_Piece] = field(default_factory=list)
    _used: float = 0

    def lines(self, words: Text) -> list[Line]:
        """Return the lines of a text, at least one."""
        self._lines, self._row, self._used = [], [], 0
        for word in _words(words, self.style):
            if word is None:
                self._end_line(broken=True)
            else:
                self._add(word)
        self._end_line()
        return self._lines

    def _add(self, word: list[_Piece]) -> None:
        width = sum(map(self._measure, word))
        if self._used + width <= self.width:
            self._row += word
            self._used += width
        elif word[0].words == " ":
            return
        elif len(word) == 1:
            self._spread(word[0])
        else:
            self._end_line(broken=True)
            for piece in word:
                self._spread(piece)

    def _spread(self, piece: _Piece) -> None:
        """Put a word on this line and as many further ones as it needs."""
        while self._measure(piece) > self.width - self._used:
            place, mark = self._last_place(piece)
            if not place and not self._row:
                place = self._fitting(piece)
            if place:
                self._row.append(replace(piece, words=piece.words[:place] + mark))
                piece = replace(piece, words=piece.words[place:])
            self._end_line(broken=True)
        self._row.append(piece)
        self._used += self._measure(piece)

    def _last_place(self, piece: _Piece) -> tuple[int, str]:
        """Return the last joint or syllable that fits, and its mark; 0 if none does."""
        for place, mark in _places(piece.words, piece.lang or self.language):
            head = replace(piece, words=piece.words[:place] + mark)
            if self._measure(head) <= self.width - self._used:
                return place, mark
        return 0, ""

    def _fitting(self, piece: _Piece) -> int:
        """Return how many letters fit on a line, at least one."""
        used = 0.0
        for place, letter in enumerate(piece.words):
            used += self.faces.width(letter, piece.face) * self.style.size
            if used > self.width:
                return max(1, place)
        return len(piece.words)

    def _measure(self, piece: _Piece) -> float:
        return self.faces.width(piece.words, piece.face) * self.style.size

    def _end_line(self, *, broken: bool = False) -> None:
        row = self._row
        while row and row[-1].words == " ":
            row.pop()
        if broken and row and not row[-1].words.endswith(SOFT_HYPHEN):
            # Unseen, but without it a screen reader joins the last word and the first.
            row.append(replace(row[-1], words=" "))
        self._lines.append(self._set(row))
        self._row, self._used = [], 0

    def _set(self, row: list[_Piece]) -> Line:
        """Join pieces of one face, and note where each run begins."""
        runs: list[Run] = []
        x = start = 0.0
        joined = ""
        for place, piece in enumerate(row):
            joined += piece.words
            x += self._measure(piece)
            following = row[place + 1] if place + 1 < len(row) else None
            if not piece.goes_on(following):
                for face, words in self.faces.runs(joined, piece.face):
                    runs.append(Run(start, words, face, piece.lang, piece.accent))
                    start += self.faces.width(words, face) * self.style.size
                joined, start = "", x
        return Line(tuple(runs), x)


def _words(words: Text, style: Style) -> Iterator[list[_Piece] | None]:
    """Yield words and spaces, and None where a line is to end; a word may change its face."""
    word: list[_Piece] = []
    for piece in _pieces(words, style):
        if piece is not None and piece.words != " ":
            word.append(piece)
            continue
        if word:
            yield word
            word = []
        yield None if piece is None else [piece]
    if word:
        yield word


def _pieces(words: Text, style: Style) -> Iterator[_Piece | None]:
    for span in words:
        face = face_of(span, style)
        for piece in _PIECES.findall(span.text):
            yield None if piece == "\n" else _Piece(piece, face, span.lang, span.accent)


def _places(word: str, language: str) -> list[tuple[int, str]]:
    """Return where a word may be divided, the last place first, and with which mark."""
    places = {found.start(): "" for found in _JOINTS.finditer(word)}
    dictionary = _dictionary(language)
    if dictionary is not None and len(word) in _HYPHENATED:
        for place in dictionary.positions(word):
            if _EDGE <= place <= len(word) - _EDGE:
                places.setdefault(int(place), SOFT_HYPHEN)
    return sorted(places.items(), reverse=True)
