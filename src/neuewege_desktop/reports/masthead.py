"""The head of a document, and what every page repeats around it."""

from __future__ import annotations

from collections.abc import Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.reports.blocks import Typesetter
from neuewege_desktop.reports.fonts import Faces
from neuewege_desktop.reports.lines import whole_line
from neuewege_desktop.reports.model import Audience, Document, plain, text
from neuewege_desktop.reports.setting import Frame, Setting, line_paint
from neuewege_desktop.reports.sheet import Sheet
from neuewege_desktop.reports.strips import Strip
from neuewege_desktop.reports.structure import Element
from neuewege_desktop.reports.style import (
    CELL_NAME,
    LABEL,
    LEAD,
    MARGINALIA,
    MM,
    OFFICE,
    TITLE,
    UNIT,
    Face,
    Ink,
    Style,
)

LEFT, RIGHT, TOP, BOTTOM = 25 * MM, 20 * MM, 24 * MM, 25 * MM
"""The margins; header and footer stand inside them."""
_BAND = 7 * MM


def issued(document: Document) -> str:
    """Return when and by whom a document was issued."""
    at = document.issued_at
    return f"{long_date(at)}, {at:%H:%M} · {document.issued_by}"


def masthead_strips(
    document: Document, frame: Frame, setting: Setting, typesetter: Typesetter
) -> Iterator[Strip]:
    """Yield who issues what, the title, and the words that every copy needs."""
    yield _letterhead(document, frame, setting)
    yield from typesetter.heading(document.title, 1, frame, TITLE)
    rest = (
        (document.lead, LEAD),
        (text(f"{document.variant} · {issued(document)}\n{document.confidentiality}"), UNIT),
    )
    for words, style in rest:
        if plain(words):
            own = Frame(frame.x, frame.width, Element("P", frame.element))
            yield from setting.text(words, style, own)


def _letterhead(document: Document, frame: Frame, setting: Setting) -> Strip:
    """Return the office at the left, kind and number of the document at the right."""
    left = [(row, UNIT if number else OFFICE) for number, row in enumerate(document.issuer)]
    right = [(document.kind, LABEL), (document.identifier, CELL_NAME)]
    sides = [_column(side, frame, setting, at_right) for side, at_right in ((left, 0), (right, 1))]
    height = max(sum(strip.height for strip in side) for side in sides)

    def paint(sheet: Sheet, top: float) -> None:
        for side in sides:
            y = top
            for strip in side:
                strip.paint(sheet, y)
                y -= strip.height

    return Strip(height, paint)


def _column(
    rows: list[tuple[str, Style]], frame: Frame, setting: Setting, at_right: int
) -> list[Strip]:
    strips = []
    for row, style in rows:
        grown = setting.grown(style)
        for line in setting.lines(text(row), grown, frame.width * 0.6):
            x = frame.x + (frame.width - line.width) * at_right
            own = Frame(x, frame.width, Element("P", frame.element))
            strips.append(Strip(grown.leading, line_paint(line, grown, own)))
    return strips


class Margins:
    """Header and footer: the same words as in the masthead, drawn as artifacts on every page."""

    def __init__(self, document: Document, sheet: Sheet) -> None:
        self._document = document
        self._sheet = sheet
        self._width = sheet.width - LEFT - RIGHT

    def draw(self) -> None:
        """Draw them on all pages, which are complete now and can be counted."""
        for number in range(self._sheet.pages):
            self._sheet.turn_to(number)
            if number:
                self._header()
            if self._document.audience is Audience.PSEUDONYM:
                self._band()
            self._footer(number + 1)

    def _header(self) -> None:
        y = self._sheet.height - 15 * MM
        self._pair(plain(self._document.title), self._document.identifier, y)
        self._sheet.rule(LEFT, y - 4, self._width, Ink.RULE)

    def _band(self) -> None:
        sheet = self._sheet
        sheet.fill(0, sheet.height - _BAND, sheet.width, _BAND, Ink.WARM)
        style = Style(8.5, 11, Face.BOLD, Ink.WARNING)
        self._words(self._document.variant.upper(), LEFT, sheet.height - _BAND + 7, style)

    def _footer(self, number: int) -> None:
        document, y = self._document, 17 * MM
        self._sheet.rule(LEFT, y, self._width, Ink.RULE)
        named = (document.kind, document.identifier, document.variant, issued(document))
        pages = document.page_words.format(page=number, pages=self._sheet.pages)
        self._pair(" · ".join(named), pages, y - 11)
        self._pair(document.confidentiality, "", y - 21)

    def _pair(self, left: str, right: str, y: float) -> None:
        taken = self._sheet.faces.width(right, MARGINALIA.face) * MARGINALIA.size
        room = (self._width - taken - 12) / MARGINALIA.size
        self._words(shortened(left, self._sheet.faces, room), LEFT, y, MARGINALIA)
        self._words(right, LEFT + self._width - taken, y, MARGINALIA)

    def _words(self, words: str, x: float, y: float, style: Style) -> None:
        line = whole_line(text(words), self._sheet.faces, style, self._sheet.width)
        for run in line.runs if line is not None else ():
            self._sheet.write(run, x, y, style)


def shortened(words: str, faces: Faces, width: float) -> str:
    """Return as much of the words as fits a width at one point, with … for what does not."""
    if faces.width(words, Face.REGULAR) <= width:
        return words
    while words and faces.width(f"{words}…", Face.REGULAR) > width:
        words = words[:-1].rstrip()
    return f"{words}…"
