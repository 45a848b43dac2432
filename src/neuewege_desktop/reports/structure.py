"""The structure of a document: what a screen reader walks along, beside the drawing.

An element holds other elements and places on pages (marked content). It is written as PDF text by
ourselves: a list of 50 000 rows has 400 000 elements, and objects of a library for each of them
would take more than a gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_PLACES = 1 << 20  # marked places of one page; more are not drawn on a sheet of paper


class Element:
    """A node of the structure tree, at the end of its parent's children."""

    __slots__ = ("attributes", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None, attributes: str = "") -> None:
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | int] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def put(self, page: int, place: int) -> None:
        """Add a marked place of a page (counted from 0) to what the element holds."""
        self.kids.append(page * _PLACES + place)

    def walk(self) -> Iterator[Element]:
        """Walk over the element and all below it in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


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


def numbered(top: Element, first: int) -> int:
    """Give each element an object number from `first` on; return the next free one."""
    for element in top.walk():
        element.number = first
        first += 1
    return first


def written(
    top: Element, marked: Sequence[Sequence[Element]], pages: Sequence[int], root: int, parents: int
) -> Iterator[tuple[int, str]]:
    """Yield all objects of the structure with their numbers; the elements have theirs already.

    `marked` holds the element of each marked place page by page; `pages`, `root` and `parents`
    are the numbers of the page objects, the root of the tree, and the tree of parents.
    """
    kids = f"/K {top.number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(pages)}"
    yield root, f"<</Type/StructTreeRoot{kids}>>"
    yield parents, _parents(marked)
    for element in top.walk():
        yield element.number, _element(element, pages, root)


def _parents(marked: Sequence[Sequence[Element]]) -> str:
    rows = (
        f"{page}[{' '.join(f'{element.number} 0 R' for element in elements)}]"
        for page, elements in enumerate(marked)
    )
    return f"<</Nums[{' '.join(rows)}]>>"


def _element(element: Element, pages: Sequence[int], root: int) -> str:
    parent = element.parent.number if element.parent is not None else root
    page = next((kid // _PLACES for kid in element.kids if isinstance(kid, int)), None)
    kids = " ".join(_kid(kid, page, pages) for kid in element.kids)
    return (
        f"<</S/{element.tag}/P {parent} 0 R{element.attributes}"
        + (f"/Pg {pages[page]} 0 R" if page is not None else "")
        + (f"/K[{kids}]>>" if kids else ">>")
    )


def _kid(kid: Element | int, page: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    own, place = divmod(kid, _PLACES)
    if own == page:
        return str(place)
    return f"<</Type/MCR/Pg {pages[own]} 0 R/MCID {place}>>"
