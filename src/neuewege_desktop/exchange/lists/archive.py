"""Workbooks are ZIP archives; here they are opened without trusting what they claim."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

from neuewege_desktop.exchange.lists import limits, refusals

_PIECE = 1 << 20
_MAX_PARTS = 20_000
_HARMLESS_BYTES = 64_000_000
_SMALL_PART_BYTES = 16_000_000
_ENTRY_MARK = b"PK\x01\x02"
_ENCRYPTED = 0x1
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
)


class Part:
    """A part of a workbook, read piece by piece; damage becomes a sentence."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """Return the next bytes, at most `size`; nothing at the end."""
        try:
            return self._stream.read(size)
        except _UNREADABLE:
            raise refusals.broken() from None


def _refuse_too_many_parts(path: Path) -> None:
    """Count the directory entries before `zipfile` makes an object of each."""
    count, rest = 0, b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            count += (rest + piece).count(_ENTRY_MARK)
            rest = piece[1 - len(_ENTRY_MARK) :]
    if count > _MAX_PARTS:
        raise refusals.bomb()


def _refuse_bomb(parts: list[zipfile.ZipInfo]) -> None:
    # What the directory claims is a true bound: zipfile never inflates more than that.
    if sum(part.file_size for part in parts) > limits.MAX_INFLATED_BYTES:
        raise refusals.bomb()
    for part in parts:
        allowed = max(limits.MAX_INFLATION * part.compress_size, _HARMLESS_BYTES)
        if part.file_size > allowed:
            raise refusals.bomb()


def _refuse_protected(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise refusals.protected()


class Archive:
    """The parts of a workbook."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._zip = file

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    @contextmanager
    def part(self, name: str) -> Iterator[Part]:
        """Open the part `name`; refuse a workbook that lacks it or packs it in a rare way."""
        # Other packings have no bound on what one step of unpacking yields.
        if name not in self or self._zip.getinfo(name).compress_type not in _PACKINGS:
            raise refusals.broken()
        try:
            stream = self._zip.open(name)
        except _UNREADABLE:
            raise refusals.broken() from None
        with stream:
            yield Part(stream)

    def small_part(self, name: str) -> AbstractContextManager[Part]:
        """Open a part that is held in memory as a whole; refuse one that is too large for that."""
        if name in self and self._zip.getinfo(name).file_size > _SMALL_PART_BYTES:
            raise refusals.bomb()
        return self.part(name)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open the workbook at `path`; refuse a damaged, a protected one and a bomb."""
    _refuse_too_many_parts(path)
    try:
        file = zipfile.ZipFile(path)
    except _UNREADABLE:
        raise refusals.broken() from None
    with file:
        _refuse_bomb(file.infolist())
        _refuse_protected(file.infolist())
        yield Archive(file)
