"""How long the window's thread is not there for its user: a beat of one millisecond, missed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

Steps = Iterator[Callable[[], bool]]
"""What a user does: after each step it is told by what one sees that it is done."""


@dataclass(slots=True)
class Block:
    """The longest time without a beat (seconds), and the most that the program worked in any.

    On a busy computer these are two blocks: the first one may be somebody else's. The work is that
    of all threads, for one that keeps the interpreter to itself holds up the window as well.
    """

    whole: float = 0.0
    work: float = 0.0


class Heartbeat(QObject):
    """Beats, and goes on with the steps of a user whenever they are ready."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocks: dict[str, Block] = {}
        self._block = Block()
        self._last = (0.0, 0.0)
        self._steps: Steps = iter(())
        self._is_ready: Callable[[], bool] = lambda: True
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def walk(self, steps: Steps) -> None:
        """Begin with the steps."""
        self._steps = steps
        self._last = _clocks()
        self._timer.start()

    def watch(self, what: str) -> None:
        """Watch for blocks under this name from now on."""
        self._block = self.blocks.setdefault(what, Block())
        self._last = _clocks()

    def _beat(self) -> None:
        now = _clocks()
        block = self._block
        block.whole = max(block.whole, now[0] - self._last[0])
        block.work = max(block.work, now[1] - self._last[1])
        self._last = now
        if self._is_ready():
            following = next(self._steps, None)
            if following is None:
                self._timer.stop()
            else:
                self._is_ready = following


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def rest(seconds: float) -> Callable[[], bool]:
    """Return the condition that so much time has gone by."""
    until = time.perf_counter() + seconds
    return lambda: time.perf_counter() >= until
