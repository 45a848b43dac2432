"""Finds the ids that answer a question, on a thread of its own; the latest question wins."""

from __future__ import annotations

import threading
from array import array
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    Keys = array[int]
else:
    Keys = array

FIRST = 256  # ids shown at once, before all are known


class Ending(Protocol):
    """Ends a question that is being answered; its answer is then an error of its own."""

    def cancel(self) -> None:
        """End it from another thread."""
        ...


class KeySource(Protocol):
    """Where ids come from."""

    def ending(self) -> Ending:
        """Return what can end one question."""
        ...

    def keys(self, question: object, limit: int | None, ending: Ending) -> Keys | None:
        """Return the ids in order, at most `limit`; None if the question was ended."""
        ...


class KeyFinder(QObject):
    """Answers one question at a time; a newer one ends the one before."""

    first_found = Signal(object, object)  # number of the question, ids
    all_found = Signal(object, object)
    failed = Signal(object)

    def __init__(self, source: KeySource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._wake = threading.Condition()
        self._number = 0
        self._question: tuple[int, object] | None = None
        self._ending: Ending | None = None
        self._is_closed = False
        self._thread = threading.Thread(target=self._answer_all, name="keys", daemon=True)
        self._thread.start()

    def ask(self, question: object) -> int:
        """Ask; return the number by which the answer is known."""
        with self._wake:
            self._number += 1
            self._question = (self._number, question)
            if self._ending is not None:
                self._ending.cancel()
            self._wake.notify()
            return self._number

    def close(self) -> None:
        """End the thread."""
        with self._wake:
            self._is_closed = True
            if self._ending is not None:
                self._ending.cancel()
            self._wake.notify()
        self._thread.join()

    def _answer_all(self) -> None:
        while (asked := self._next()) is not None:
            number, question, ending = asked
            try:
                self._answer(number, question, ending)
            except Exception as error:  # noqa: BLE001 - told in the window's thread
                self.failed.emit(error)

    def _next(self) -> tuple[int, object, Ending] | None:
        with self._wake:
            while self._question is None and not self._is_closed:
                self._wake.wait()
            if self._is_closed or self._question is None:
                return None
            number, question = self._question
            self._question = None
            self._ending = self._source.ending()
            return number, question, self._ending

    def _answer(self, number: int, question: object, ending: Ending) -> None:
        first = self._source.keys(question, FIRST, ending)
        if first is None:
            return
        self.first_found.emit(number, first)
        found = first if len(first) < FIRST else self._source.keys(question, None, ending)
        if found is not None:
            self.all_found.emit(number, found)
