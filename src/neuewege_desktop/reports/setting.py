"""What every block needs to become strips: faces, scale, language, place in the structure."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.reports.fonts import Faces
from neuewege_desktop.reports.lines import Line, LineBreaker, whole_line
from neuewege_desktop.reports.model import Text
from neuewege_desktop.reports.sheet import Sheet
from neuewege_desktop.reports.strips import Paint, Strip
from neuewege_desktop.reports.structure import Element
from neuewege_desktop.reports.style import Style


@dataclass(frozen=True, slots=True)
class Frame:
    """Where blocks stand on the page, `x` to `x + width`, and the element that they belong to."""

    x: float
    width: float
    element: Element

    def inset(self, left: float, right: float, element: Element) -> Frame:
        """Return the frame inside this one, for what belongs to `element`."""
        return Frame(self.x + left, self.width - left - right, element)


@dataclass(frozen=True, slots=True)
class Setting:
    """How the text of one document is set."""

    faces: Faces
    language: str
    scale: float
    page_height: float
    """The height that a page has for strips."""

    def grown(self, style: Style) -> Style:
        """Return a style in the size of this document."""
        return style if self.scale == 1 else style.times(self.scale)

    def lines(self, words: Text, style: Style, width: float) -> list[Line]:
        """Break a text whose style is grown already; it has at least one line."""
        whole = whole_line(words, self.faces, style, width)
        if whole is not None:
            return [whole]
        return LineBreaker(self.faces, style, width, self.language).lines(words)

    def text(self, words: Text, style: Style, frame: Frame) -> list[Strip]:
        """Return the lines of a text as strips; neither the first nor the last stands alone."""
        style = self.grown(style)
        return strips_of_lines(self.lines(words, style, frame.width), style, frame)


def strips_of_lines(lines: list[Line], style: Style, frame: Frame) -> list[Strip]:
    """Return lines as strips that belong to the element of the frame."""
    last = len(lines) - 1
    return [
        Strip(
            height=style.leading,
            paint=line_paint(line, style, frame),
            before=style.before if number == 0 else 0,
            after=style.after if number == last else 0,
            glued=number != last and number in {0, last - 1},
        )
        for number, line in enumerate(lines)
    ]


def line_paint(line: Line, style: Style, frame: Frame) -> Paint:
    """Return what writes a line at the left edge of the frame."""

    def paint(sheet: Sheet, top: float) -> None:
        sheet.say(frame.element, [(line, frame.x, top - style.drop)], style)

    return paint
