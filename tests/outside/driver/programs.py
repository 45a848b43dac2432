"""The programs one started: their processes, how they ended, what they announced."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from . import processes
from .tree import Atspi, NotSeen

MARK = "DESK_PROGRAM"  # what a program starts inherits it


@dataclass(frozen=True)
class Program:
    """A program with all processes it may start, and replace itself by."""

    number: int
    mark: str
    process: Popen[bytes]
    scale: float

    def owns(self, pid: int) -> bool:
        """Tell whether this process belongs to the program."""
        return processes.has_mark(pid, MARK, self.mark)

    def exit_code(self) -> int:
        """Return the exit code of the process one started; minus the signal if one killed it."""
        code = self.process.poll()
        if code is None:
            raise NotSeen("The program has not ended")
        return code

    def kill(self) -> None:
        """Kill every process of the program without a warning."""
        processes.send(signal.SIGKILL, processes.marked(MARK, self.mark))
        self.process.wait()


@dataclass
class Programs:
    """All programs of a desk, by number."""

    folder: Path
    runtime: Path
    started: dict[int, Program] = field(default_factory=dict)

    def start(self, command: list[str], extra: dict[str, str], scale: float) -> Program:
        """Start a program with `extra` variables in its environment, drawn at `scale`."""
        number = len(self.started) + 1
        mark = f"{self.runtime}/{number}"  # the first program of another desk is not ours
        environment = {**os.environ, **extra, MARK: mark, "QT_SCALE_FACTOR": str(scale)}
        log = self.folder / f"program-{number}.log"
        process = processes.start(command, log, environment=environment, ends_by="KILL")
        self.started[number] = Program(number, mark, process, scale)
        return self.started[number]


class Announcements:
    """What programs told people who do not see the screen, in order."""

    def __init__(self) -> None:
        """Begin to listen."""
        self.heard: list[str] = []
        self.listener = Atspi.EventListener.new(self._hear)
        self.listener.register("object:announcement")

    def _hear(self, event: Atspi.Event) -> None:
        self.heard.append(str(event.any_data))

    def take(self) -> list[str]:
        """Return what was heard since the last time."""
        heard, self.heard = self.heard, []
        return heard
