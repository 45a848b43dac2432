"""A record of what a program writes into one folder, read from `strace`."""

from __future__ import annotations

import codecs
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

_CALLS = "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,unlink,unlinkat"
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (\d+)")  # calls that failed changed nothing
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_LONGEST = "2000000"  # bytes of one write; strace would cut off longer ones


@dataclass(frozen=True)
class Step:
    """One call: `what` happened to a file (by number), to a name in the folder, or was said."""

    what: str  # write, cut, sync a file; create, rename, unlink, sync_folder; say
    file: int = 0
    data: bytes = b""
    at: int = 0
    name: str = ""
    new_name: str = ""


@dataclass
class Recorder:
    """Reads lines of `strace`. A file keeps its number when it is renamed."""

    folder: Path
    names: dict[str, int]  # of the files that were there before
    steps: list[Step] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)  # by descriptor; 0 is the folder
    offsets: dict[str, int] = field(default_factory=dict)

    def read(self, line):
        if match := _LINE.match(line):
            call, arguments, result = match.groups()
            texts = [codecs.decode(t.replace("\\x", ""), "hex") for t in _TEXT.findall(arguments)]
            getattr(self, f"_{call}")(arguments, texts, result)

    def _inside(self, path):
        found = Path(path.decode(errors="replace"))
        is_ours = found.parent == self.folder and not found.name.endswith("-shm")
        return found.name if is_ours else None

    def _openat(self, arguments, texts, result):
        self.files.pop(result, None)
        if Path(texts[0].decode(errors="replace")) == self.folder:
            self.files[result] = 0
        elif name := self._inside(texts[0]):
            if name not in self.names:
                self.names[name] = max(self.names.values(), default=0) + len(self.steps) + 1
                self.steps.append(Step("create", self.names[name], name=name))
            self.files[result], self.offsets[result] = self.names[name], 0
            if "O_TRUNC" in arguments:
                self.steps.append(Step("cut", self.names[name]))

    def _close(self, arguments, _texts, _result):
        self.files.pop(arguments, None)

    def _write(self, arguments, texts, result):
        descriptor = arguments.partition(",")[0]
        if descriptor == "1":
            self.steps.append(Step("say", data=texts[0]))
        elif descriptor in self.files:
            at = self.offsets[descriptor]
            self.offsets[descriptor] += int(result)
            self.steps.append(Step("write", self.files[descriptor], texts[0][: int(result)], at))

    def _pwrite64(self, arguments, texts, _result):
        file = self.files.get(arguments.partition(",")[0])
        if file is not None:
            self.steps.append(Step("write", file, texts[0], int(arguments.rpartition(", ")[2])))

    def _ftruncate(self, arguments, _texts, _result):
        descriptor, size = arguments.split(", ")
        if descriptor in self.files:
            self.steps.append(Step("cut", self.files[descriptor], at=int(size)))

    def _fsync(self, arguments, _texts, _result):
        file = self.files.get(arguments)
        if file is not None:
            self.steps.append(Step("sync", file) if file else Step("sync_folder"))

    _fdatasync = _fsync

    def _rename(self, _arguments, texts, _result):
        old, new = map(self._inside, texts)
        if old and new:
            file = self.names[new] = self.names.pop(old)
            self.steps.append(Step("rename", file, name=old, new_name=new))

    _renameat = _rename

    def _unlink(self, _arguments, texts, _result):
        if name := self._inside(texts[0]):
            self.steps.append(Step("unlink", self.names.pop(name), name=name))

    _unlinkat = _unlink


def record(command, folder, names, log, environment):
    """Run a program under strace; return what it said and did to the files of `folder`."""
    strace = ["strace", "-xx", "-s", _LONGEST, "-o", str(log), "-e", f"trace={_CALLS}"]
    subprocess.run([*strace, *command], check=True, env=environment, stdout=subprocess.DEVNULL)
    recorder = Recorder(folder, dict(names))
    with log.open() as lines:
        for line in lines:
            recorder.read(line)
    return recorder.steps
