"""Faults of the program: one calm dialog, a line in the log, and it goes on where it can."""

from __future__ import annotations

import datetime as dt
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.failures import places_of

_FOLDER, _FILE = "log", "neuewege.log"
_LARGEST = 200_000  # bytes; then the log begins anew, with the one before kept beside it
_WORDS = re.compile(r"[A-Za-z_:() ]*")


class Mishaps(QObject):
    """Catches what nobody caught.

    Neither the dialog nor the log ever holds a value or a message of a fault: they may belong to a
    person. Places in our code are enough to find it.
    """

    refused = Signal(str)  # a sentence for the user that nobody else showed
    happened = Signal(str)  # the places of a fault
    _came = Signal(object)  # from any thread

    def __init__(self, profile: Path, now: Callable[[], dt.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._file = profile / _FOLDER / _FILE
        self._now = now
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def catch(self) -> None:
        """Catch everything from now on."""
        sys.excepthook = self._catch
        threading.excepthook = lambda told: self._catch(
            told.exc_type, told.exc_value, told.exc_traceback
        )
        qInstallMessageHandler(self._note_of_qt)

    def _catch(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None or not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
        else:
            self._came.emit(error)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(str(error))
            return
        places = places_of(error)
        self._write(places)
        self.happened.emit(places)

    def _note_of_qt(self, kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            # Its first words only: what follows may be a path or a text.
            words = _WORDS.match(message)
            self._write(f"Qt: {words.group().strip() if words else ''}")

    def _write(self, line: str) -> None:
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._file.exists() and self._file.stat().st_size > _LARGEST:
                self._file.replace(self._file.with_suffix(".old"))
            with self._file.open("a", encoding="utf-8") as log:
                log.write(f"{self._now().isoformat(timespec='seconds')} {line}\n")
        except OSError:
            return  # a log that cannot be written must not become the next fault
