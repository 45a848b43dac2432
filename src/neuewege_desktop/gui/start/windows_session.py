"""Windows: messages that the session was locked or that the computer goes to sleep."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from typing_extensions import override

if sys.platform == "win32":
    from ctypes import wintypes

    # winuser.h and wtsapi32.h
    _WM_POWERBROADCAST = 0x0218
    _WM_WTSSESSION_CHANGE = 0x02B1
    _PBT_APMSUSPEND = 0x0004
    _WTS_SESSION_LOCK = 0x0007
    _NOTIFY_FOR_THIS_SESSION = 0
    _LOCKING = {
        (_WM_POWERBROADCAST, _PBT_APMSUSPEND),
        (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK),
    }

    class SessionMessages(QAbstractNativeEventFilter):
        """Calls `locking` when the session is locked or the computer goes to sleep."""

        def __init__(self, window: int, locking: Callable[[], object]) -> None:
            super().__init__()
            self._locking = locking
            handle = wintypes.HWND(window)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, _NOTIFY_FOR_THIS_SESSION)
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self)

        @override
        def nativeEventFilter(
            self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> tuple[bool, int]:
            """Look at a message; it always goes on to Qt."""
            if bytes(event_type) == b"windows_generic_MSG":
                told = wintypes.MSG.from_address(int(message))
                if (told.message, told.wParam) in _LOCKING:
                    self._locking()
            return False, 0
