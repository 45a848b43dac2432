"""Pages under the pen: each stroke belongs either to one structure element or to no one.

What no element claims is an artifact: rules, grounds, headers and footers, which a screen reader
skips. That is the state of rest, so forgetting to claim something can only make it silent, never
break the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFPage, PDFResourceDictionary

from neuewege_desktop.reports.fonts import Encoded, Faces
from neuewege_desktop.reports.lines import Line, Run
from neuewege_desktop.reports.structure import Element, language
from neuewege_desktop.reports.style import Face, Ink, Style

_KEPT = 20_000  # words whose codes are remembered


Placed = tuple[Line, float, float]
"""A line, where it begins, and the height of its baseline."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A bookmark: `page` counts from 0, `top` is the height on it."""

    title: str
    level: int
    page: int
    top: float


@dataclass(slots=True)
class _Page:
    """What was drawn on a page, and the element of each of its marked places."""

    code: list[str] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


def _placed(lines: Iterable[Placed]) -> Iterator[tuple[Run, float, float]]:
    for line, x, y in lines:
        for run in line.runs:
            yield run, x, y


class Sheet:
    """A growing pile of pages of one size, in points; the origin is the lower left corner."""

    def __init__(self, width: float, height: float, faces: Faces) -> None:
        self.width = width
        self.height = height
        self.faces = faces
        self.top = Element("Document", None)
        self.outlines: list[Outline] = []
        self._document = PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7))
        self._pages: list[_Page] = []
        self._page = _Page()
        self._silent = self._marked_now = False
        self._codes: dict[tuple[Face, str], Encoded] = {}

    @property
    def pages(self) -> int:
        """Return how many pages have been begun."""
        return len(self._pages)

    @property
    def marked(self) -> list[list[Element]]:
        """Return the element of each marked place, page by page."""
        return [page.elements for page in self._pages]

    def new_page(self) -> None:
        """Go on at a new page."""
        self._rest()
        self._page = _Page()
        self._pages.append(self._page)

    def turn_to(self, number: int) -> None:
        """Go on at an earlier page, counted from 0."""
        self._rest()
        self._page = self._pages[number]

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Let nobody own what is drawn meanwhile: it has been read before."""
        self._rest()
        self._silent = True
        yield
        self._silent = False

    def _claim(self, element: Element) -> None:
        """Let an element own what is drawn until the pen rests; silence is never broken."""
        if self._silent:
            return
        self._rest()
        page = self._page
        element.put(len(self._pages) - 1, len(page.elements))
        page.code.append(f"/{element.tag} <</MCID {len(page.elements)}>> BDC")
        page.elements.append(element)
        self._marked_now = True

    def _rest(self) -> None:
        """End what is claimed, or the artifact being drawn."""
        if self._marked_now:
            self._page.code.append("EMC")
            self._marked_now = False

    def _draw(self, code: str) -> None:
        if not self._marked_now:
            self._page.code.append("/Artifact BMC")
            self._marked_now = True
        self._page.code.append(code)

    def say(self, element: Element, lines: Iterable[Placed], style: Style) -> None:
        """Write lines for an element; foreign words tell their language."""
        for foreign, places in groupby(_placed(lines), key=lambda place: place[0].lang):
            if foreign and not self._silent:
                owner = Element("Span", element, language(foreign))
            else:
                owner = element
            self._claim(owner)
            for run, x, y in places:
                self.write(run, x, y, style)
            self._rest()

    def write(self, run: Run, x: float, y: float, style: Style) -> None:
        """Write a run whose line begins at `x`, on a baseline, for whoever owns the drawing now."""
        shown = " ".join(
            f"{name} {style.size:g} Tf <{codes}> Tj" for name, codes in self._encoded(run)
        )
        ink = Ink.ACCENT if run.accent else style.ink
        self._draw(f"BT {ink.operands} rg {x + run.x:.2f} {y:.2f} Td {shown} ET")

    def _encoded(self, run: Run) -> Encoded:
        key = (run.face, run.words)
        codes = self._codes.get(key)
        if codes is None:
            if len(self._codes) >= _KEPT:
                self._codes.clear()
            codes = self._codes[key] = self.faces[run.face].encoded(run.words, self._document)
        return codes

    def fill(self, x: float, y: float, width: float, height: float, ink: Ink) -> None:
        """Fill a rectangle whose lower left corner is given."""
        self._draw(f"{ink.operands} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def rule(self, x: float, y: float, width: float, ink: Ink, weight: float = 0.4) -> None:
        """Draw a level line."""
        self._draw(f"{ink.operands} RG {weight:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def mark(self, title: str, level: int, y: float) -> None:
        """Set a bookmark at a height of the page."""
        self.outlines.append(Outline(title, level, len(self._pages) - 1, y))

    def data(self) -> bytes:
        """Return the pages as a file of ReportLab, yet without structure and metadata."""
        self._rest()
        for page in self._pages:
            sheet = PDFPage()
            sheet.pagewidth, sheet.pageheight = self.width, self.height
            sheet.setStream(page.code)
            sheet.Resources = PDFResourceDictionary()
            sheet.Resources.basicFonts()
            page.code.clear()
            self._document.addPage(sheet)
        data: bytes = self._document.GetPDFData(None)
        return data
