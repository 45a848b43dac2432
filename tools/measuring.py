"""What measuring needs: times, their shares, memory, and a line for each result."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

if sys.platform != "win32":
    import resource

MIB = 1 << 20


def peak_memory() -> str:
    """Return the most memory this process ever used, where the system tells it."""
    if sys.platform == "win32":
        return ""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"peak {most / (MIB if sys.platform == 'darwin' else 1 << 10):.0f} MiB"


def memory_now() -> float:
    """Return how much memory this process uses now in MiB; 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / MIB


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def late(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def shares(times: Sequence[float]) -> str:
    """Return median and 95th percentile in milliseconds."""
    return f"p50 {statistics.median(times) * 1000:6.1f} ms  p95 {late(times) * 1000:6.1f} ms"


def say(what: str, result: str) -> None:
    """Print one line of the table."""
    print(f"{what:<44} {result}", flush=True)


class Times:
    """How long each of some questions took, round by round."""

    def __init__(self, questions: int) -> None:
        self._of: list[list[float]] = [[] for _question in range(questions)]

    def add(self, place: int, work: Callable[[], object]) -> None:
        """Do the work of one question and note how long it takes."""
        self._of[place].append(seconds(work))

    @property
    def all(self) -> list[float]:
        """Return all times."""
        return [time for times in self._of for time in times]

    @property
    def middle(self) -> float:
        """Return what all questions take once, each in its middle round."""
        return sum(map(statistics.median, self._of))
