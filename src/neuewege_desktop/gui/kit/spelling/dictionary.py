"""The dictionary in a process of its own, asked without waiting for the answer.

The library holds Python's lock while it looks for suggestions, half a second for a long word: in
this process the window would stand still, whatever thread asked. A broken word cannot end the
program either.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer
from shiboken6 import isValid

from neuewege_desktop.services.spelling.answering import check_line, read_answer, suggest_line

Suggestions = Callable[[list[str]], object]
Verdicts = Callable[[list[bool]], object]

_PATIENCE = 3_000  # ms for one answer; what takes longer finds nothing a person would mean
_PATIENCE_AT_FIRST = 20_000  # ms, for a process that begins on a busy computer
_MOST_FAILURES = 3
_END = 1_000  # ms


@dataclass(frozen=True, slots=True)
class _Question:
    line: bytes
    unanswered: list[Any]  # what is told if no answer comes
    then: Callable[[list[Any]], object]
    owner: QObject


class Dictionary(QObject):
    """Answers in the order of the questions; begins with the first one.

    Where it cannot be asked every word is sound, and nothing is suggested.
    """

    def __init__(self, program: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command, *self._arguments = program
        self._process: QProcess | None = None
        self._asked: deque[_Question] = deque()
        self._failures = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._fail)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self.close)
        if parent is not None:
            parent.destroyed.connect(self.close)  # Qt complains about a process that still runs

    @property
    def is_idle(self) -> bool:
        """Say whether everything that was asked is answered."""
        return not self._asked

    def check(self, words: Sequence[Sequence[str]], then: Verdicts, *, owner: QObject) -> None:
        """Tell `then`, for each word given by its readings, whether it is sound."""
        self._ask(_Question(check_line(words), [True] * len(words), then, owner))

    def suggest(
        self, word: str, names: Iterable[str], then: Suggestions, *, owner: QObject
    ) -> None:
        """Tell `then` which words or names may be meant by a word; none after three seconds."""
        self._ask(_Question(suggest_line(word, names), [], then, owner))

    def close(self) -> None:
        """End the process; nobody is answered any more."""
        self._asked.clear()
        self._failures = _MOST_FAILURES
        self._end()

    # --- the process ------------------------------------------------------------------------

    def _ask(self, question: _Question) -> None:
        self._asked.append(question)
        if self._failures >= _MOST_FAILURES:
            QTimer.singleShot(0, self, self._answer_nothing)
        elif self._process is None:
            self._begin()
        else:
            self._process.write(question.line)
        self._wait()

    def _begin(self) -> None:
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())  # words must not come into a log
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._fail)
        process.errorOccurred.connect(self._fail)
        self._process = process
        process.start(self._command, self._arguments)
        for question in self._asked:
            process.write(question.line)
        self._patience.start(_PATIENCE_AT_FIRST)

    def _end(self) -> None:
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            process.kill()
            process.waitForFinished(_END)
            process.deleteLater()

    def _wait(self) -> None:
        if not self._asked:
            self._patience.stop()
        elif not self._patience.isActive():
            self._patience.start(_PATIENCE)

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            line = bytes(process.readLine().data())
            self._failures = 0
            self._patience.stop()
            self._answer(read_answer(line))
            self._wait()

    def _fail(self) -> None:
        """Leave the oldest question without an answer, and ask the others anew."""
        self._end()
        self._failures += 1
        if self._asked:
            self._answer(self._asked[0].unanswered)
        if self._failures >= _MOST_FAILURES:
            self._answer_nothing()
        elif self._asked:
            self._begin()

    def _answer_nothing(self) -> None:
        while self._asked:
            self._answer(self._asked[0].unanswered)

    def _answer(self, answer: list[Any]) -> None:
        question = self._asked.popleft()
        if isValid(question.owner):
            question.then(answer)
