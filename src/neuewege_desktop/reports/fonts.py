"""The typefaces of one document: what they can print, how wide it is, how a file writes it.

The fonts are loaded anew for each document (a few milliseconds): ReportLab keeps the subset of a
document in the font, and documents are made on several threads.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from neuewege_desktop.base.errors import Bug
from neuewege_desktop.base.paths import resources
from neuewege_desktop.reports.style import Face

_KEPT = 50_000  # words whose width is remembered

_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}

Encoded = tuple[tuple[str, str], ...]
"""Name of a font in the file, and its codes as hexadecimal digits."""


class Typeface:
    """One face: the width of its letters in thousandths, and its letters in a file."""

    def __init__(self, face: Face) -> None:
        path = resources() / "fonts" / f"{face.value}.ttf"
        self._font = TTFont(face.value, str(path))
        glyphs = self._font.face.charToGlyph
        # ReportLab's map from codes back to letters knows four hexadecimal digits only.
        self.widths: Mapping[str, float] = {
            chr(code): width
            for code, width in self._font.face.charWidths.items()
            if code in glyphs and code <= 0xFFFF
        }

    def encoded(self, words: str, document: PDFDocument) -> Encoded:
        """Return how `document` writes the words; their letters join its subset."""
        return tuple(
            (self._font.getSubsetInternalName(subset, document), codes.hex())
            for subset, codes in self._font.splitString(words, document)
        )


class Faces:
    """The faces that a document needs, loaded when they are first met."""

    def __init__(self) -> None:
        self._loaded: dict[Face, Typeface] = {}
        self._known: dict[tuple[Face, str], float | None] = {}

    def __getitem__(self, face: Face) -> Typeface:
        if face not in self._loaded:
            self._loaded[face] = Typeface(face)
        return self._loaded[face]

    def own_width(self, words: str, face: Face) -> float | None:
        """Return how wide the words are at a size of one point, None if the face lacks a letter."""
        key = (face, words)
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            widths = self[face].widths
            try:
                self._known[key] = sum(map(widths.__getitem__, words)) / 1000
            except KeyError:
                self._known[key] = None
        return self._known[key]

    def width(self, words: str, face: Face) -> float:
        """Return how wide the words are at a size of one point, whatever faces they need."""
        own = self.own_width(words, face)
        if own is not None:
            return own
        if face is Face.SYMBOLS:
            raise Bug(f"text was not sanitised before it was set: {words!r}")
        return sum(self.width(run, other) for other, run in self.runs(words, face))

    def runs(self, words: str, face: Face) -> Iterator[tuple[Face, str]]:
        """Split the words where a letter has to come from the face of symbols."""
        widths = self[face].widths

        def able(letter: str) -> Face:
            return face if letter in widths else Face.SYMBOLS

        for own, letters in groupby(words, able):
            yield own, "".join(letters)


@cache
def printable() -> frozenset[str]:
    """Return every letter that paper can show in each style.

    Scripts written from right to left are left out: their letters are there, but would stand
    unjoined and in the wrong order.
    """
    faces = [frozenset(Typeface(face).widths) for face in Face if face is not Face.SYMBOLS]
    letters = frozenset(Typeface(Face.SYMBOLS).widths).union(frozenset.intersection(*faces))
    return frozenset(
        letter
        for letter in letters
        if unicodedata.bidirectional(letter) not in _RIGHT_TO_LEFT
        and unicodedata.category(letter) not in _UNSEEN
    )
