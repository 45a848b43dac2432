"""Slow work runs here, off the window's thread; its result comes back into it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Tasks(QObject):
    """One worker: what is given to it is done one after the other, in the order of giving."""

    _finished = Signal(object)
    failed = Signal(object)  # the error of a task that nobody looked after
    idle_changed = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Say whether everything given so far was done and delivered."""
        return self._waiting == 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Do `work` on the worker, then call `then` or `failed` in the window's thread.

        Nothing is called any more once the `owner` is gone. An error that has no `failed` goes to
        the signal of that name.
        """
        self._waiting += 1

        def report(future: Future[T]) -> None:
            self._finished.emit((future, then, failed, owner))

        self._worker.submit(work).add_done_callback(report)

    def close(self) -> None:
        """Drop what has not begun and wait for what has."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def finish(self) -> None:
        """Wait until everything given was done; its results are not delivered any more."""
        self._worker.shutdown(wait=True)

    @Slot(object)
    def _deliver(self, bundle: tuple[Future[Any], Any, Any, QObject | None]) -> None:
        future, then, failed, owner = bundle
        self._waiting -= 1
        if not (future.cancelled() or (owner is not None and not isValid(owner))):
            error = future.exception()
            if isinstance(error, Exception):
                (failed or self.failed.emit)(error)
            elif error is not None:
                raise error
            elif then is not None:
                then(future.result())
        self.idle_changed.emit()
