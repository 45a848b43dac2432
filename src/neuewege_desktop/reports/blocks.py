"""Blocks become strips, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from neuewege_desktop.reports import style as look
from neuewege_desktop.reports.boxes import BAR, Ground, facts_strips
from neuewege_desktop.reports.model import (
    Block,
    Bookmark,
    Box,
    BulletList,
    CheckList,
    Facts,
    Heading,
    NoteLines,
    PageBreak,
    Paragraph,
    Role,
    Signatures,
    Span,
    Table,
    Text,
    Together,
    plain,
)
from neuewege_desktop.reports.pen import check_strips, list_strips, note_strips, signature_strips
from neuewege_desktop.reports.setting import Frame, Setting
from neuewege_desktop.reports.sheet import Sheet
from neuewege_desktop.reports.strips import Paint, Strip, glued
from neuewege_desktop.reports.structure import Element
from neuewege_desktop.reports.style import Ink, Style
from neuewege_desktop.reports.tables import table_strips

_ROLES = {
    Role.BODY: look.BODY,
    Role.SMALL: look.SMALL,
    Role.LEAD: look.LEAD,
    Role.MUTED: look.MUTED,
}
_HEADINGS = {1: look.TITLE, 2: look.SECTION, 3: look.ITEM}
_BOX_EDGE = 12


class Typesetter:
    """Sets the blocks of one document; it remembers how deep the headings have gone."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._depth = 0

    def strips(self, blocks: Iterable[Block], frame: Frame) -> Iterator[Strip]:
        """Yield the strips of blocks one below the other."""
        for block in blocks:
            yield from self._block(block, frame)

    def heading(self, words: Text, level: int, frame: Frame, style: Style) -> list[Strip]:
        """Return a heading, which stays with what follows and can be jumped to.

        Its tag goes at most one level deeper than the heading before, as PDF/UA asks.
        """
        self._depth = min(level, self._depth + 1)
        own = Frame(frame.x, frame.width, Element(f"H{self._depth}", frame.element))
        strips = self._setting.text(words, style, own)
        for strip in strips:
            strip.glued = True
        strips[0].paint = _marked(plain(words), self._depth, strips[0].paint)
        return strips

    def _block(self, block: Block, frame: Frame) -> Iterable[Strip]:
        match block:
            case Heading():
                label = (Span(f"{block.label}\u2003", accent=True),) if block.label else ()
                style = _HEADINGS[block.level]
                return self.heading((*label, *block.words), block.level, frame, style)
            case Paragraph():
                own = Frame(frame.x, frame.width, Element("P", frame.element))
                return self._setting.text(block.words, _ROLES[block.role], own)
            case Box():
                return self._box(block, frame)
            case Together():
                return glued(self.strips(block.blocks, frame))
            case PageBreak():
                return [Strip(0, _nothing, opens_page=True, glued=True)]
            case Bookmark():
                mark = _marked(plain(block.title), block.level, _nothing)
                return [Strip(0, mark, glued=True)]
            case _:
                return self._furniture(block, frame)

    def _furniture(
        self,
        block: BulletList | CheckList | Facts | Table | NoteLines | Signatures,
        frame: Frame,
    ) -> Iterable[Strip]:
        match block:
            case BulletList():
                marks = (f"{n}." if block.numbered else "•" for n in range(1, 1 + len(block.items)))
                kind = "Decimal" if block.numbered else "Disc"
                items = zip(marks, block.items, strict=True)
                return list_strips(items, kind, frame, self._setting)
            case CheckList():
                return check_strips(block, frame, self._setting)
            case Facts():
                return facts_strips(block, frame, self._setting)
            case Table():
                return table_strips(block, frame, self._setting)
            case NoteLines():
                return note_strips(block, frame, self._setting)
            case Signatures():
                return signature_strips(block, frame, self._setting)

    def _box(self, box: Box, frame: Frame) -> list[Strip]:
        ink, bar = (Ink.WARM, Ink.WARNING) if box.warning else (Ink.TINT, Ink.ACCENT)
        inside = frame.inset(BAR + _BOX_EDGE, _BOX_EDGE, Element("Div", frame.element))
        strips = self.strips(box.blocks, inside)
        return Ground(ink, bar).under(strips, frame, self._setting.page_height)


def _nothing(_sheet: Sheet, _top: float) -> None:
    """Draw nothing."""


def _marked(title: str, level: int, paint: Paint) -> Paint:
    """Return what sets a bookmark before it draws."""

    def marked(sheet: Sheet, top: float) -> None:
        sheet.mark(title, level, top)
        paint(sheet, top)

    return marked
