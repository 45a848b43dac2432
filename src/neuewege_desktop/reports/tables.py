"""Tables: rows under a head that is repeated, as fast for 50 000 rows as for five."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from neuewege_desktop.reports.lines import Line
from neuewege_desktop.reports.model import Align, Column, Table, Text, text
from neuewege_desktop.reports.setting import Frame, Setting
from neuewege_desktop.reports.sheet import Placed, Sheet
from neuewege_desktop.reports.strips import Paint, Strip
from neuewege_desktop.reports.structure import Element, scope, summary
from neuewege_desktop.reports.style import CELL, CELL_HEAD, CELL_NAME, MM, MUTED, Ink, Style

_GUTTER = 8.0  # the white between two columns
_ABOVE, _BELOW = 2.6, 3.4  # the white between the text of a cell and the rules
_WHOLE = 8  # lines: a row up to this height is not broken


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands, and how its cells are set and read."""

    x: float
    width: float
    right: bool
    style: Style
    tag: str
    attributes: str

    def placed(self, lines: Sequence[Line], baseline: float) -> list[Placed]:
        """Return where each line of a cell begins."""
        result: list[Placed] = []
        for line in lines:
            x = self.x + self.width - line.width if self.right else self.x
            result.append((line, x, baseline))
            baseline -= self.style.leading
        return result


_Cell = tuple[_Place, Element, list[Line]]


def table_strips(table: Table, frame: Frame, setting: Setting) -> Iterator[Strip]:
    """Yield the head and the rows of a table, or the sentence that stands for none.

    A head alone would be no table: PDF/UA asks for a body, and a reader for an answer.
    """
    if not table.rows:
        own = Frame(frame.x, frame.width, Element("P", frame.element))
        yield from setting.text(text(table.if_empty), MUTED, own)
        return
    owner = Element("Table", frame.element, summary(table.summary))
    head = _head(table.columns, frame, owner, setting)
    yield head
    places = _places(table.columns, frame, setting)
    body = Element("TBody", owner)
    last = table.rows[-1]
    for row in table.rows:
        strips = list(_row(row.cells, places, Element("TR", body), frame, setting))
        for strip in strips:
            strip.head = head
        if row is last:
            strips[-1].after = 10
        yield from strips


def _widths(columns: tuple[Column, ...], width: float, scale: float) -> list[float]:
    """Share out the width: fixed columns first, the rest by weight; all shrink if need be."""
    fixed = [None if column.mm is None else column.mm * MM * scale for column in columns]
    taken = sum(filter(None, fixed))
    shares = sum(column.weight for column in columns if column.mm is None)
    left = max(width - taken, width / 4) if shares else 0
    found = [
        left * column.weight / shares if own is None else own
        for column, own in zip(columns, fixed, strict=True)
    ]
    shrunk = min(1, width / sum(found))
    return [own * shrunk for own in found]


def _places(columns: tuple[Column, ...], frame: Frame, setting: Setting) -> list[_Place]:
    x, found = frame.x, []
    widths = _widths(columns, frame.width, setting.scale)
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        gutter = _GUTTER if number < len(columns) - 1 else 0
        style = setting.grown(CELL_NAME if column.names_row else CELL)
        tag, attributes = ("TH", scope("Row")) if column.names_row else ("TD", "")
        right = column.align is Align.RIGHT
        found.append(_Place(x, width - gutter, right, style, tag, attributes))
        x += width
    return found


def _head(columns: tuple[Column, ...], frame: Frame, owner: Element, setting: Setting) -> Strip:
    row = Element("TR", Element("THead", owner))
    style = setting.grown(CELL_HEAD)
    cells: list[_Cell] = []
    for place, column in zip(_places(columns, frame, setting), columns, strict=True):
        own = _Place(place.x, place.width, place.right, style, "TH", scope("Column"))
        cells.append(_cell(own, text(column.title), row, setting))
    paint = _painted(cells, frame, (Ink.ACCENT, 0.9))
    return Strip(_height(cells), paint, before=6, glued=True)


def _cell(place: _Place, words: Text, row: Element, setting: Setting) -> _Cell:
    element = Element(place.tag, row, place.attributes)
    return place, element, setting.lines(words, place.style, place.width)


def _row(
    texts: tuple[Text, ...],
    places: list[_Place],
    row: Element,
    frame: Frame,
    setting: Setting,
) -> Iterator[Strip]:
    """Yield a row as one strip, or line by line if it is a tall one."""
    cells = [_cell(place, words, row, setting) for place, words in zip(places, texts, strict=True)]
    tallest = max(len(lines) for _place, _element, lines in cells)
    ruled = (Ink.RULE, 0.4)
    if tallest <= _WHOLE:
        yield Strip(_height(cells), _painted(cells, frame, ruled))
        return
    for number in range(tallest):
        last = number == tallest - 1
        slice_ = [(place, element, lines[number : number + 1]) for place, element, lines in cells]
        yield Strip(
            height=places[0].style.leading + (_ABOVE if number == 0 else 0) + (_BELOW * last),
            paint=_painted(slice_, frame, ruled if last else None, _ABOVE if number == 0 else 0),
            glued=not last and number in {0, tallest - 2},
        )


def _height(cells: list[_Cell]) -> float:
    tallest = max(len(lines) * place.style.leading for place, _element, lines in cells)
    return tallest + _ABOVE + _BELOW


def _painted(
    cells: list[_Cell], frame: Frame, ruled: tuple[Ink, float] | None, above: float = _ABOVE
) -> Paint:
    """Return what writes cells side by side, and draws the rule below them."""

    def paint(sheet: Sheet, top: float) -> None:
        if ruled is not None:
            ink, weight = ruled
            tallest = max(len(lines) * place.style.leading for place, _own, lines in cells)
            sheet.rule(frame.x, top - above - tallest - _BELOW, frame.width, ink, weight)
        for place, element, lines in cells:
            sheet.say(element, place.placed(lines, top - above - place.style.drop), place.style)

    return paint
