"""A screen, a window manager and a session bus of one's own, and a home where nobody's data lie."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import processes


def outfit(folder: Path, runtime: Path) -> dict[str, str]:
    """Return an environment in which a program finds no data but those below `folder`."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_STATE_HOME": str(home / ".local/state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "GSETTINGS_BACKEND": "memory",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def told(command: str, log: Path) -> str:
    """Start `command` and return the line it writes to its `{pipe}` as soon as it is ready."""
    reading, writing = os.pipe()
    processes.start(command.format(pipe=writing).split(), log, keep=[writing])
    os.close(writing)
    # The reading end stays open to the last: Xvfb dies when it finds its pipe closed.
    line = os.fdopen(reading, encoding="ascii", closefd=False).readline().strip()
    if not line:
        raise RuntimeError(f"This did not start, see {log}: {command}")
    return line


@contextmanager
def surroundings(folder: Path, runtime: Path, size: str) -> Iterator[None]:
    """Keep screen, window manager and bus; the environment of this process leads to them.

    `runtime` is short, as the addresses of sockets are, and marks all that lives in it.
    """
    clothes = outfit(folder, runtime)
    os.environ.clear()  # an inherited bus or display would be somebody else's
    os.environ.update(clothes)
    log = folder / "surroundings.log"
    try:
        # -noreset: when its first visitor left before the next one came, Xvfb would throw out all.
        # -r: on a busy machine a key would seem to be held down, and repeat.
        screen = f"Xvfb -screen 0 {size}x24 -nolisten tcp -noreset -r -fbdir {runtime}"
        os.environ["DISPLAY"] = ":" + told(f"{screen} -displayfd {{pipe}}", log)
        bus = f"dbus-daemon --session --nofork --address=unix:path={runtime}/bus"
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = told(f"{bus} --print-address={{pipe}}", log)
        # Without a window manager no window is ever active, and shortcuts do nothing.
        processes.start(["openbox", "--sm-disable"], log)
        yield
    finally:
        processes.end("XDG_RUNTIME_DIR", runtime)
