"""What a preview is given: a document that is there already, or the way to make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """A finished PDF; the warnings are sentences about what it could not show as it was typed."""

    title: str
    content: bytes
    suggested_name: str  # of a file, ending in .pdf
    warnings: tuple[str, ...] = ()


class Making:
    """How far the making of a document is: written by the worker, read by the window."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0  # pages, rows or whatever is counted; 0: not known
        self.cancel = Cancel()

    def reach(self, done: int, total: int) -> None:
        """Note how far it is; Cancelled if nobody waits for the document any more."""
        self.cancel.heed()
        self.done, self.total = done, total


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be looked at; `make` runs on the worker and may raise UserError."""

    title: str
    make: Callable[[Office, Making], PaperFile]


def made(file: PaperFile) -> Paper:
    """Return a document that is there already, such as minutes out of the archive."""
    return Paper(file.title, lambda _office, _making: file)
