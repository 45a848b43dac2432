"""Keeps the memory of this process out of files and away from others (security design 2.6)."""

from __future__ import annotations

import ctypes
import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def refuse_core_dumps() -> None:
    """Let the system write no image of our memory, and let no other program read it.

    Windows keeps none unless somebody configured it; there is nothing to do there.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
