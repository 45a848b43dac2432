"""A document as strips of paper, one below the other, and how they are spread over pages.

A strip is what no page break may cut: a line of text, a row of a table, a line to sign on. Blocks
become strips lazily, and a strip is drawn as soon as its page is known, so that a list of any
length needs the memory of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.reports.sheet import Sheet

Paint = Callable[[Sheet, float], None]
"""Draws a strip whose upper edge lies at a height of the page."""


@dataclass(slots=True)
class Strip:
    """Something `height` points high; `before` and `after` are the white it wants around it."""

    height: float
    paint: Paint
    before: float = 0
    after: float = 0
    glued: bool = False
    """It stays on one page with the next strip."""
    head: Strip | None = None
    """What is repeated above it if it begins a page."""
    opens_page: bool = False


def glued(strips: Iterable[Strip]) -> list[Strip]:
    """Return the strips, held together on one page."""
    together = list(strips)
    for strip in together[:-1]:
        strip.glued = True
    return together


def groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Yield strips that stay together."""
    group: list[Strip] = []
    for strip in strips:
        if strip.opens_page and group:
            yield group
            group = []
        group.append(strip)
        if not strip.glued:
            yield group
            group = []
    if group:
        yield group


def height_of(strips: Iterable[Strip]) -> float:
    """Return the height of strips one below the other, without white above and below them."""
    total = white = 0.0
    for number, strip in enumerate(strips):
        total += strip.height + (max(white, strip.before) if number else 0)
        white = strip.after
    return total


@dataclass(slots=True)
class Pages:
    """Fills the pages of a sheet between two heights."""

    sheet: Sheet
    top: float
    bottom: float
    _y: float = 0
    _white: float = 0

    def fill(self, strips: Iterable[Strip], cancel: Cancel) -> None:
        """Draw all strips; Cancelled if nobody waits for the document any more."""
        self._turn()
        for group in groups(strips):
            cancel.heed()
            fits = height_of(group) <= self.top - self.bottom
            if fits and not self._has_room(group):
                self._turn(group[0])
            for strip in group:
                self._put(strip)

    def _put(self, strip: Strip) -> None:
        if strip.opens_page and self._y < self.top:
            self._turn()
        if not self._has_room([strip]) and self._y < self.top:
            self._turn(strip)
        if self._y < self.top:
            self._y -= max(self._white, strip.before)
        strip.paint(self.sheet, self._y)
        self._y -= strip.height
        self._white = strip.after

    def _has_room(self, strips: list[Strip]) -> bool:
        white = max(self._white, strips[0].before) if self._y < self.top else 0
        return self._y - white - height_of(strips) >= self.bottom - 0.01

    def _turn(self, following: Strip | None = None) -> None:
        """Begin a page, with the head of the table that goes on there."""
        self.sheet.new_page()
        self._y, self._white = self.top, 0
        if following is not None and following.head is not None:
            with self.sheet.silent():
                following.head.paint(self.sheet, self._y)
            self._y -= following.head.height
