"""Processes that end with the driver, and finding all of them again by a mark they inherit."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

PROC = Path("/proc")
GRACE = 5.0  # seconds a process may take to clean up


def start(
    command: list[str],
    log: Path,
    *,
    environment: Mapping[str, str] | None = None,
    keep: Iterable[int] = (),
    ends_by: str = "TERM",
) -> subprocess.Popen[bytes]:
    """Start `command`; the system sends it the signal `ends_by` should the driver be killed."""
    tied = ["setpriv", "--pdeathsig", ends_by, "--", *command]
    with log.open("ab") as file:
        return subprocess.Popen(
            tied,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            env=environment,
            pass_fds=tuple(keep),
            start_new_session=True,
        )


def has_mark(pid: int, name: str, value: object) -> bool:
    """Tell whether a living process has the variable `name` with this value in its environment."""
    try:
        variables = (PROC / str(pid) / "environ").read_bytes().split(b"\0")
    except OSError:  # it ended meanwhile, or belongs to somebody else
        return False
    return f"{name}={value}".encode() in variables


def marked(name: str, value: object) -> list[int]:
    """Return all processes with this mark but the present one."""
    numbers = (int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit())
    return [pid for pid in numbers if pid != os.getpid() and has_mark(pid, name, value)]


def send(signal_number: signal.Signals, processes: Iterable[int]) -> None:
    """Send a signal to those of the `processes` that still live."""
    for pid in processes:
        try:
            os.kill(pid, signal_number)
        except ProcessLookupError:
            continue


def end(name: str, value: object) -> None:
    """End all processes with this mark: gently, and what is left after the grace by force."""
    deadline = time.monotonic() + GRACE
    send(signal.SIGTERM, marked(name, value))
    while marked(name, value) and time.monotonic() < deadline:
        time.sleep(0.02)
    send(signal.SIGKILL, marked(name, value))
