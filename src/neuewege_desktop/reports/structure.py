"""The structure of a document: what a screen reader walks along, beside the drawing.

An element holds other elements and places on pages (marked content). It is written as PDF text by
ourselves: a list of 50 000 rows has 400 000 elements, and objects of a library for each of them
would take more than a gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PLACES = 1 << 20  # marked places of one page; more are not drawn on a sheet of paper


class Element:
    """A node of the structure tree, at the end of its parent's children."""

    __slots__ = ("all", "attributes", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None, attributes: str = "") -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | int] = []
        self.all: list[Element] = [] if parent is None else parent.all
        """Every element of the tree, by its number."""
        self.number = len(self.all)
        self.all.append(self)
        if parent is not None:
            parent.kids.append(self)

    def put(self, page: int, place: int) -> None:
        """Add a marked place of a page (counted from 0) to what the element holds."""
        self.kids.append(page * _PLACES + place)


def text_string(words: str) -> str:
    """Return words as a text string of PDF, whatever their script."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def language(tag: str) -> str:
    """Return the attribute of an element in another language."""
    return f"/Lang{text_string(tag)}"


def scope(of: str) -> str:
    """Return the attribute of a head cell: for its Column or its Row."""
    return f"/A<</O/Table/Scope/{of}>>"


def summary(words: str) -> str:
    """Return the attribute of a table that says what it shows."""
    return f"/A<</O/Table/Summary{text_string(words)}>>"


def numbering(kind: str) -> str:
    """Return the attribute of a list: None, Disc or Decimal."""
    return f"/A<</O/List/ListNumbering/{kind}>>"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of objects in the file: they are not known before its pages are."""

    root: int
    parents: int
    """The tree that leads from marked places to elements; the elements follow it."""
    pages: Sequence[int]

    def element(self, element: Element) -> str:
        """Return a reference to an element."""
        return f"{self.parents + 1 + element.number} 0 R"


def written(
    top: Element, marked: Sequence[Sequence[Element]], numbers: Numbers
) -> Iterator[tuple[int, str]]:
    """Yield the objects of the whole structure, numbered without a gap after the first one.

    `marked` holds the element of each marked place, page by page.
    """
    first = f"/K {numbers.element(top)}/ParentTree {numbers.parents} 0 R"
    keys = f"/ParentTreeNextKey {len(marked)}"
    yield numbers.root, f"<</Type/StructTreeRoot{first}{keys}>>"
    rows = (
        f"{page}[{' '.join(map(numbers.element, elements))}]"
        for page, elements in enumerate(marked)
    )
    yield numbers.parents, f"<</Nums[{' '.join(rows)}]>>"
    for number, element in enumerate(top.all, numbers.parents + 1):
        yield number, _element(element, numbers)


def _element(element: Element, numbers: Numbers) -> str:
    parent = f"{numbers.root} 0 R" if element.parent is None else numbers.element(element.parent)
    page = next((kid // _PLACES for kid in element.kids if isinstance(kid, int)), None)
    kids = " ".join([_kid(kid, page, numbers) for kid in element.kids])
    return (
        f"<</S/{element.tag}/P {parent}{element.attributes}"
        + (f"/Pg {numbers.pages[page]} 0 R" if page is not None else "")
        + (f"/K[{kids}]>>" if kids else ">>")
    )


def _kid(kid: Element | int, page: int | None, numbers: Numbers) -> str:
    if isinstance(kid, Element):
        return numbers.element(kid)
    own, place = divmod(kid, _PLACES)
    if own == page:
        return str(place)
    return f"<</Type/MCR/Pg {numbers.pages[own]} 0 R/MCID {place}>>"
