"""How paper looks: sizes in points, one accent colour, and the measures of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum

MM = 72 / 25.4


class Face(StrEnum):
    """The typefaces of paper, by the names of their files."""

    REGULAR = "SourceSans3-Regular"
    ITALIC = "SourceSans3-It"
    SEMIBOLD = "SourceSans3-Semibold"
    BOLD = "SourceSans3-Bold"
    SYMBOLS = "DejaVuSans"


class Ink(Enum):
    """The colours, as PDF writes them; what is text has a contrast of at least 4.5:1."""

    TEXT = (0x1B, 0x24, 0x30)
    MUTED = (0x4D, 0x5B, 0x6B)
    ACCENT = (0x0B, 0x4F, 0x6C)
    WARNING = (0x8A, 0x4B, 0x00)
    RULE = (0xC3, 0xCC, 0xD6)
    PEN = (0x7A, 0x86, 0x94)
    TINT = (0xEE, 0xF3, 0xF7)
    WARM = (0xFF, 0xF1, 0xD6)

    def __init__(self, red: int, green: int, blue: int) -> None:
        self.operands = " ".join(f"{part / 255:.3f}" for part in (red, green, blue))


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; all lengths are points."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    ink: Ink = Ink.TEXT
    before: float = 0
    after: float = 0

    @property
    def drop(self) -> float:
        """Return how far below the top of its line a baseline stands."""
        return self.leading / 2 + self.size * 0.33

    def times(self, scale: float) -> Style:
        """Return the same style so many times as large."""
        lengths = (self.size, self.leading, self.before, self.after)
        size, leading, before, after = (length * scale for length in lengths)
        return replace(self, size=size, leading=leading, before=before, after=after)


LARGE_PRINT = 16 / 11
"""How much larger a document for weak eyes is."""

BODY = Style(11, 15, after=5)
SMALL = Style(9, 12, after=3)
LEAD = Style(12.5, 17, ink=Ink.MUTED, after=6)
MUTED = Style(11, 15, ink=Ink.MUTED, after=5)
TITLE = Style(22, 27, Face.BOLD, Ink.ACCENT, before=18, after=2)
SECTION = Style(14, 18, Face.BOLD, before=18, after=5)
ITEM = Style(11.5, 15, Face.BOLD, before=12, after=3)
CELL = Style(10, 12.8)
CELL_HEAD = Style(10, 12.8, Face.SEMIBOLD, Ink.ACCENT)
CELL_NAME = Style(10, 12.8, Face.SEMIBOLD)
LABEL = Style(8.5, 11, ink=Ink.MUTED)
VALUE = Style(11, 14.5, Face.SEMIBOLD)
OFFICE = Style(10, 13, Face.SEMIBOLD, Ink.ACCENT)
UNIT = Style(9, 12, ink=Ink.MUTED)
MARGINALIA = Style(8, 10.5, ink=Ink.MUTED)
