"""Where the pages of a document lie below each other, and how large they are shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

STEPS = (50, 60, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
"""The sizes one can choose, in percent; at 100 a page is as large as it is on paper."""

GAP = 14  # logical pixels between pages and around them
_PER_POINT = 96 / 72  # logical pixels at 100 percent


class Fit(StrEnum):
    """A size that follows the window."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | int  # percent


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height: of a page in points, of the window in logical pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies, in logical pixels from the top left corner of all pages."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """Return the first line below the page."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Sheets:
    """All pages, one below the other, each in the middle."""

    places: tuple[Place, ...]
    width: int
    height: int

    def seen(self, top: int, bottom: int) -> range:
        """Return the numbers of the pages that lie between two lines, at least in part."""
        first = bisect_right(self.places, top, key=lambda place: place.bottom)
        last = bisect_right(self.places, bottom - 1, key=lambda place: place.top)
        return range(first, max(first, last))

    def page_at(self, line: int) -> int:
        """Return the number of the page at a line, or of the one before the gap there."""
        return max(0, bisect_right(self.places, line, key=lambda place: place.top) - 1)


def laid_out(pages: Sequence[Size], scale: float, room: int) -> Sheets:
    """Lay pages out at `scale` logical pixels a point, in a window `room` pixels wide."""
    widths = [round(page.width * scale) for page in pages]
    width = max(room, max(widths, default=0) + 2 * GAP)
    places, top = [], GAP
    for page, own in zip(pages, widths, strict=True):
        place = Place((width - own) // 2, top, own, round(page.height * scale))
        places.append(place)
        top = place.bottom + GAP
    return Sheets(tuple(places), width, top)


def scale_of(zoom: Zoom, pages: Sequence[Size], room: Size) -> float:
    """Return how many logical pixels a point has; what follows the window stays in our limits."""
    if not isinstance(zoom, Fit):
        return zoom / 100 * _PER_POINT
    scale = _inside(room.width) / max(page.width for page in pages)
    if zoom is Fit.PAGE:
        scale = min(scale, _inside(room.height) / max(page.height for page in pages))
    return min(scale, STEPS[-1] / 100 * _PER_POINT)


def percent_of(scale: float) -> float:
    """Return a scale in percent of the size on paper."""
    return scale / _PER_POINT * 100


def next_step(scale: float, *, larger: bool) -> int:
    """Return the next size that can be chosen, in percent; the last one stays."""
    percent = percent_of(scale)
    if larger:
        return next((step for step in STEPS if step > percent + 0.5), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < percent - 0.5), STEPS[0])


def _inside(length: float) -> float:
    return max(40.0, length - 2 * GAP)
