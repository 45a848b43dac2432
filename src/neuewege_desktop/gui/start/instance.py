"""One window per workplace: a second start brings the first to the front and ends.

The lock of the store stays the last word; this only makes a second start friendly.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 150  # ms; a program that lives answers at once
_WORD = b"front"


def server_name(folder: Path) -> str:
    """Return the name under which whoever shows this workplace listens; it tells no path."""
    place = f"{Path.home()}\0{folder.resolve()}"
    return f"neuewege-{hashlib.sha256(place.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def hail(folder: Path) -> bool:
    """Ask whoever shows this workplace to come to the front; say whether anybody heard it."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(_WORD)
    socket.flush()
    heard = socket.bytesToWrite() == 0 or socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return heard


class Presence(QObject):
    """Which workplace this program shows, and that others can hear it."""

    hailed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, folder: Path) -> bool:
        """Show a workplace from now on; no: another program does, and comes to the front."""
        folder = folder.resolve()
        if folder == self._folder:
            return True
        if hail(folder):
            return False
        self.give_up()
        # What a killed program left behind would keep us from listening.
        QLocalServer.removeServer(server_name(folder))
        self._server.listen(server_name(folder))
        self._folder = folder
        return True

    def give_up(self) -> None:
        """Show no workplace any more."""
        self._server.close()
        self._folder = None

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.hailed.emit()
