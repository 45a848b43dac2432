"""Grounds behind blocks, and labelled facts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from neuewege_desktop.reports.model import Fact, Facts, text
from neuewege_desktop.reports.setting import Frame, Setting, strips_of_lines
from neuewege_desktop.reports.sheet import Sheet
from neuewege_desktop.reports.strips import Paint, Strip, glued, height_of
from neuewege_desktop.reports.structure import Element, numbering
from neuewege_desktop.reports.style import LABEL, VALUE, Ink

BAR = 2.6
GAP = 14
"""The white between the columns of facts."""
_CLOSER = 0.6
"""The share of the usual white that remains between lines on a ground."""
_WHOLE = 0.45  # of a page: a box up to this height is not broken


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind blocks: a tint, and a bar at its left edge if it has one."""

    ink: Ink
    bar: Ink | None = None
    padding: float = 8
    around: float = 8
    """The white above and below."""

    def under(self, strips: Iterable[Strip], frame: Frame, page_height: float) -> list[Strip]:
        """Return strips with the ground behind them; a low box stays on one page."""
        inner = list(strips)
        if not inner:
            return []
        whole = height_of(inner) + 2 * self.padding <= page_height * _WHOLE
        white = self.padding
        last = len(inner) - 1
        laid = []
        for number, strip in enumerate(inner):
            above = max(white, strip.before) * _CLOSER if number else self.padding
            below = self.padding if number == last else 0
            laid.append(
                Strip(
                    height=above + strip.height + below,
                    paint=self._paint(strip, frame, above, below),
                    before=self.around if number == 0 else 0,
                    after=self.around if number == last else 0,
                    glued=number != last and (whole or strip.glued),
                )
            )
            white = strip.after
        return laid

    def _paint(self, strip: Strip, frame: Frame, above: float, below: float) -> Paint:
        height = above + strip.height + below

        def paint(sheet: Sheet, top: float) -> None:
            sheet.fill(frame.x, top - height, frame.width, height, self.ink)
            if self.bar is not None:
                sheet.fill(frame.x, top - height, BAR, height, self.bar)
            strip.paint(sheet, top - above)

        return paint


def facts_strips(facts: Facts, frame: Frame, setting: Setting) -> list[Strip]:
    """Return labelled values, so many side by side; read as a list of label and value."""
    if not facts.facts:
        return []
    inside = frame.inset(GAP, GAP, frame.element) if facts.tinted else frame
    owner = Element("L", frame.element, numbering("None"))
    columns = max(1, int(facts.columns / setting.scale))
    width = (inside.width - GAP * (columns - 1)) / columns
    rows = [
        _row(facts.facts[start : start + columns], inside, width, owner, setting)
        for start in range(0, len(facts.facts), columns)
    ]
    if facts.tinted:
        return Ground(Ink.TINT).under(rows, frame, setting.page_height)
    return glued(rows)


def _row(
    facts: tuple[Fact, ...], frame: Frame, width: float, owner: Element, setting: Setting
) -> Strip:
    cells = []
    for number, fact in enumerate(facts):
        item = Element("LI", owner)
        x = frame.x + number * (width + GAP)
        label, value = (Frame(x, width, Element(tag, item)) for tag in ("Lbl", "LBody"))
        cells.append(list(_cell(fact, label, value, setting)))

    def paint(sheet: Sheet, top: float) -> None:
        for cell in cells:
            y = top
            for strip in cell:
                strip.paint(sheet, y)
                y -= strip.height

    return Strip(max(map(height_of, cells)), paint, before=8, after=8)


def _cell(fact: Fact, label: Frame, value: Frame, setting: Setting) -> Iterator[Strip]:
    for words, style, frame in ((text(fact.label), LABEL, label), (fact.value, VALUE, value)):
        grown = setting.grown(style)
        yield from strips_of_lines(setting.lines(words, grown, frame.width), grown, frame)
