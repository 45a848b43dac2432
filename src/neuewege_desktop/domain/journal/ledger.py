"""What the kernel needs of the place where a journal is kept: in memory, or in the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from neuewege_desktop.domain.journal.entries import Entry

Stream = tuple[str, int]  # scope and device
Vector = Mapping[int, int]  # highest number held, by device


class Ledger(Protocol):
    """Keeps entries, projects them, forgets what is erased. It decides nothing."""

    def scopes(self) -> Collection[str]:
        """Return the scopes this workplace may hold."""

    def vector(self, scope: str) -> Vector:
        """Return the highest number held of each stream of a scope."""

    def hash_at(self, scope: str, device: int, seq: int) -> bytes | None:
        """Return the hash of an entry, b"" for number 0, None where it is not held."""

    def entries(self, scope: str, device: int, after: int) -> Iterable[Entry]:
        """Return the entries of a stream behind a number, in order."""

    def append(self, entry: Entry) -> None:
        """Keep an entry at the end of its stream and project its open parts."""

    def erased(self, scope: str, records: Collection[int]) -> Collection[int]:
        """Return those of the records that are erased."""

    def begun(self, scope: str, device: int, records: Collection[int]) -> Collection[int]:
        """Return those of the records that this device began before, here or in another scope."""

    def erase(self, scope: str, record: int, kind: str) -> None:
        """Remember an erasure, redact all parts of the record and forget its state."""

    def parked(self) -> Collection[Entry]:
        """Return the entries that wait for an earlier one."""

    def park(self, entry: Entry) -> None:
        """Keep an entry until what it depends on has come; again to replace it."""

    def unpark(self, entry: Entry) -> None:
        """Forget a parked entry."""

    def freeze(self, stream: Stream) -> None:
        """Remember that a stream came in two versions: nothing more is taken from it."""

    def frozen(self) -> Collection[Stream]:
        """Return the streams that came in two versions."""

    def clock(self) -> int:
        """Return the last reading of the hybrid clock."""

    def set_clock(self, reading: int) -> None:
        """Keep a reading of the hybrid clock."""
