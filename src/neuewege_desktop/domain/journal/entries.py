"""Entries: the unit of the hash chain and of exchange.

Each part has a salted commitment of its own; the head hashes the list of commitments and the hash
of an entry covers its head and its predecessor. So payload and salt of one record can be destroyed
and the chain still verifies, and what was destroyed cannot be guessed from what is left.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from neuewege_desktop.domain.identity import compose
from neuewege_desktop.domain.journal.operations import Operation, dump, load

SALT_BYTES = 16
ENTRY_BYTES = 1 << 20  # of payload; a larger act is several entries with one act id


@dataclass(frozen=True, slots=True)
class Act:
    """What a person did, in one transaction: an id, who, when (ms since 1970), and its name.

    The label is a code such as `import`; it outlives erasure and never holds personal data.
    """

    id: int
    author: int
    at: int
    label: str
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What an entry does to one record; salt and payload are None once it was erased."""

    record: int
    kind: str
    commitment: bytes
    salt: bytes | None
    payload: str | None
    known: tuple[Operation, ...] | None = field(default=None, compare=False, repr=False)

    def operations(self) -> tuple[Operation, ...]:
        """Return what the part does, without reading what was just written; none once redacted."""
        if self.payload is None:
            return ()
        return load(self.payload) if self.known is None else self.known


@dataclass(frozen=True, slots=True)
class Head:
    """Everything of an entry that stays for ever."""

    scope: str
    device: int
    seq: int
    hlc: int
    act: Act
    deps: tuple[tuple[int, int], ...]  # (device, seq) of the scope's other streams, sorted
    schema: int
    root: bytes

    @property
    def dot(self) -> int:
        """Return the number of this entry, unique within its scope."""
        return compose(self.device, self.seq)

    def to_bytes(self) -> bytes:
        """Return the bytes that are hashed: integers and texts only, so in one way only."""
        act = self.act
        words = [
            self.scope,
            self.device,
            self.seq,
            self.hlc,
            [act.id, act.author, act.at, act.label, act.undoes],
            self.deps,
            self.schema,
            self.root.hex(),
        ]
        return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Entry:
    """One act's doings in one scope, chained onto the entry before it in its stream."""

    head: Head
    parts: tuple[Part, ...]
    hash: bytes


def commit(record: int, kind: str, operations: tuple[Operation, ...], salt: bytes) -> Part:
    """Return a part whose commitment hides its payload behind the salt."""
    payload = dump(operations)
    mark = commitment(record, kind, payload, salt)
    return Part(record, kind, mark, salt, payload, operations)


def commitment(record: int, kind: str, payload: str, salt: bytes) -> bytes:
    """Return the salted hash that binds a payload to its record."""
    digest = hashlib.sha256(salt)
    digest.update(f"{record} {kind} ".encode())
    digest.update(payload.encode())
    return digest.digest()


def root_of(parts: Iterable[Part]) -> bytes:
    """Return the hash of the list of commitments with the records they belong to."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{part.record} {part.kind} ".encode())
        digest.update(part.commitment)
    return digest.digest()


def chain(previous: bytes, head: Head) -> bytes:
    """Return the hash of an entry; `previous` is empty for the first of a stream."""
    return hashlib.sha256(previous + head.to_bytes()).digest()


def is_sound(entry: Entry) -> bool:
    """Say whether root and every commitment that can still be opened are right."""
    return root_of(entry.parts) == entry.head.root and all(map(is_open_or_redacted, entry.parts))


def is_open_or_redacted(part: Part) -> bool:
    """Say whether a part opens its commitment, or was redacted whole."""
    if part.salt is None or part.payload is None:
        return part.salt is None and part.payload is None
    return commitment(part.record, part.kind, part.payload, part.salt) == part.commitment


def in_entries(parts: Sequence[Part], limit: int = ENTRY_BYTES) -> list[tuple[Part, ...]]:
    """Cut the parts of one scope into runs that are small enough for an entry each."""
    runs: list[tuple[Part, ...]] = []
    start, size = 0, 0
    for number, part in enumerate(parts):
        weight = len((part.payload or "").encode()) + 100
        if size + weight > limit and number > start:
            runs.append(tuple(parts[start:number]))
            start, size = number, 0
        size += weight
    if start < len(parts):
        runs.append(tuple(parts[start:]))
    return runs
