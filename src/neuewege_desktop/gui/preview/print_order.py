"""What is to be printed and how, and by which way it gets to the printer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

_JOB = "Neue Wege"  # in the queue, where everybody reads it, there is no name of a client


class Way(Enum):
    """How a document gets to the printer."""

    AS_IT_IS = "lp"  # the PDF goes to the print system; nothing of it lies on the disk before
    AS_PICTURES = "pictures"  # of its pages, through the driver


class Sides(Enum):
    """Which sides of the paper are printed on, as the print system calls it."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """What a person chose; without pages all of them, otherwise from and to, the first is 1.

    Sides that are None are left to the printer.
    """

    printer: str
    copies: int = 1
    collated: bool = True
    sides: Sides | None = None
    pages: tuple[tuple[int, int], ...] = ()


def way_for(platform: str, lp: str | None) -> Way:
    """Return the way on a platform whose program `lp` lies there, if it has one.

    Windows has a verb of the shell for files alone; a plain copy of ours must not lie on the disk.
    """
    return Way.AS_PICTURES if platform == "win32" or lp is None else Way.AS_IT_IS


def command(order: PrintOrder, lp: str) -> list[str]:
    """Return the command that prints what it is given on its standard input."""
    words = [lp, "-d", order.printer, "-n", str(order.copies), "-t", _JOB]
    if order.copies > 1:
        words += ["-o", f"collate={'true' if order.collated else 'false'}"]
    if order.sides is not None:
        words += ["-o", f"sides={order.sides.value}"]
    if order.pages:
        words += ["-P", ",".join(_range(*pages) for pages in order.pages)]
    return words


def chosen_pages(order: PrintOrder, count: int) -> list[int]:
    """Return the numbers of the pages to be printed of a document of `count`; the first is 0."""
    if not order.pages:
        return list(range(count))
    chosen = {page for first, last in order.pages for page in range(first - 1, last)}
    return sorted(chosen & set(range(count)))


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"
