"""Reads a document on a thread of its own: first what is seen, then what is sought, then text."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from neuewege_desktop.gui.preview.document import Document, Hit, Piece


@dataclass(frozen=True, slots=True)
class Found:
    """What was found on one page; `left` pages are still to be looked at."""

    number: int  # of the search
    hits: tuple[Hit, ...]
    left: int


class PageReader(QObject):
    """Answers with signals; the newest wish for pictures, and the newest search, are heeded.

    It has no parent: its thread keeps it until it was told to end.
    """

    opened = Signal(object)  # sizes of the pages
    painted = Signal(object, object)  # Piece, QImage
    found = Signal(object)  # Found
    read = Signal(int, str)  # page, what it says
    failed = Signal(object)

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self._content = content
        self._wake = threading.Condition()
        self._wanted: deque[Piece] = deque()
        self._seeking: deque[int] = deque()
        self._words, self._search = "", 0
        self._unread: deque[int] = deque()
        self._is_working, self._is_ended = True, False
        self._thread = threading.Thread(target=self._work, name="pages", daemon=True)

    def begin(self) -> None:
        """Open the document."""
        self._thread.start()

    def want(self, pieces: Sequence[Piece]) -> None:
        """Wish for pictures, in this order; earlier wishes are forgotten."""
        with self._wake:
            self._wanted = deque(() if self._is_ended else pieces)
            self._wake.notify()

    def seek(self, words: str, pages: Sequence[int]) -> int:
        """Look for words on these pages, in this order; return the number of the search."""
        with self._wake:
            self._search += 1
            self._words, self._seeking = words, deque(pages if words and not self._is_ended else ())
            self._wake.notify()
            return self._search

    def read_page(self, page: int) -> None:
        """Read what a page says, when there is nothing more urgent."""
        with self._wake:
            self._unread = deque(() if self._is_ended else (page,))
            self._wake.notify()

    @property
    def is_idle(self) -> bool:
        """Say whether all wishes were met."""
        with self._wake:
            return not (self._is_working or self._wanted or self._seeking or self._unread)

    def end(self) -> None:
        """Forget all wishes and close the document."""
        with self._wake:
            self._is_ended = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join()

    # --- on the thread ----------------------------------------------------------------------

    def _work(self) -> None:
        try:
            with Document(self._content) as document:
                self.opened.emit(document.pages)
                while (step := self._next()) is not None:
                    step(document)
        except Exception as error:  # noqa: BLE001 - told in the window's thread
            self.failed.emit(error)
        with self._wake:
            for wishes in (self._wanted, self._seeking, self._unread):
                wishes.clear()
            self._is_ended, self._is_working = True, False

    def _next(self) -> Callable[[Document], None] | None:
        with self._wake:
            self._is_working = False
            while not (self._is_ended or self._wanted or self._seeking or self._unread):
                self._wake.wait()
            if self._is_ended:
                return None
            self._is_working = True
            if self._wanted:
                return partial(self._paint, self._wanted.popleft())
            if self._seeking:
                page = self._seeking.popleft()
                return partial(self._seek, self._search, self._words, page, len(self._seeking))
            return partial(self._read, self._unread.popleft())

    def _paint(self, piece: Piece, document: Document) -> None:
        self.painted.emit(piece, document.picture(piece))

    def _seek(self, number: int, words: str, page: int, left: int, document: Document) -> None:
        self.found.emit(Found(number, document.hits(page, words), left))

    def _read(self, page: int, document: Document) -> None:
        self.read.emit(page, document.text(page))
