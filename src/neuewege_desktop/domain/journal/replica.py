"""The kernel: writes acts into the journal, hands out what others lack, takes what they bring.

Order of application is causal: an entry waits until everything its author had seen in that scope
is here. Nothing is refused or preferred for its clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from neuewege_desktop.domain.journal import clock
from neuewege_desktop.domain.journal.acceptance import begins_record, is_acceptable
from neuewege_desktop.domain.journal.entries import (
    ENTRY_BYTES,
    SALT_BYTES,
    Act,
    Entry,
    Head,
    Part,
    chain,
    commit,
    in_entries,
    root_of,
)
from neuewege_desktop.domain.journal.ledger import Ledger, Stream, Vector
from neuewege_desktop.domain.journal.operations import Erase, Operation, dump

ERASURE = dump([Erase()])
SCHEMA = 1  # of the payloads; a newer program's are kept, forwarded and applied after an update


@dataclass(frozen=True, slots=True)
class Change:
    """What an act does to one record."""

    scope: str
    record: int
    kind: str
    operations: tuple[Operation, ...]


@dataclass(slots=True)
class Receipt:
    """What came of entries that were brought."""

    applied: list[Entry] = field(default_factory=list)
    doubles: int = 0
    foreign: int = 0  # of scopes this workplace must not hold
    unsound: int = 0  # damaged, forged, or of a kind that may not live in its scope
    forks: set[Stream] = field(default_factory=set)
    parked: int = 0


class Replica:
    """One incarnation of one workplace, over the ledger it keeps."""

    def __init__(
        self,
        ledger: Ledger,
        device: int,
        random_bytes: Callable[[int], bytes],
        entry_bytes: int = ENTRY_BYTES,
    ) -> None:
        self.ledger = ledger
        self.device = device
        self._random_bytes = random_bytes
        self._entry_bytes = entry_bytes

    # --- writing ---------------------------------------------------------------------------

    def commit(self, act: Act, changes: Iterable[Change]) -> list[Entry]:
        """Write an act: one or more entries for each scope it touches."""
        by_scope: dict[str, list[Part]] = defaultdict(list)
        for change in changes:
            salt = self._random_bytes(SALT_BYTES)
            part = commit(change.record, change.kind, change.operations, salt)
            by_scope[change.scope].append(part)
        return [
            self._write(act, scope, run)
            for scope, parts in by_scope.items()
            for run in in_entries(parts, self._entry_bytes)
        ]

    def _write(self, act: Act, scope: str, parts: tuple[Part, ...]) -> Entry:
        vector = dict(self.ledger.vector(scope))
        seq = vector.pop(self.device, 0) + 1
        reading = clock.tick(self.ledger.clock(), act.at)
        self.ledger.set_clock(reading)
        deps = tuple(sorted(vector.items()))
        root = root_of(parts)
        head = Head(scope, self.device, seq, reading, act, deps, SCHEMA, root)
        previous = self.ledger.hash_at(scope, self.device, seq - 1)
        entry = Entry(head, parts, chain(previous or b"", head))
        self._apply(entry)
        return entry

    def _apply(self, entry: Entry) -> None:
        """Keep and project an entry; what it says of erased records is redacted first."""
        scope = entry.head.scope
        entry = self._redacted(entry)
        self.ledger.append(entry)
        erasures = [part for part in entry.parts if part.payload == ERASURE]
        for part in erasures:
            self.ledger.erase(scope, part.record, part.kind)
        if erasures:
            for waiting in list(self.ledger.parked()):
                self.ledger.park(self._redacted(waiting))

    def _redacted(self, entry: Entry) -> Entry:
        records = [part.record for part in entry.parts]
        erased = self.ledger.erased(entry.head.scope, records)
        if not erased:
            return entry
        return replace(
            entry,
            parts=tuple(
                replace(part, salt=None, payload=None, known=None)
                if part.record in erased and part.payload != ERASURE
                else part
                for part in entry.parts
            ),
        )

    # --- handing out -----------------------------------------------------------------------

    def vectors(self) -> dict[str, dict[int, int]]:
        """Return what this workplace holds, by scope."""
        return {scope: dict(self.ledger.vector(scope)) for scope in self.ledger.scopes()}

    def missing(self, vectors: Mapping[str, Vector]) -> Iterator[Entry]:
        """Return the entries that a workplace with these vectors lacks, of its scopes only."""
        for scope in self.ledger.scopes():
            if scope not in vectors:
                continue
            for device, seq in sorted(self.ledger.vector(scope).items()):
                held = vectors[scope].get(device, 0)
                if held < seq:
                    yield from self.ledger.entries(scope, device, held)

    # --- taking in -------------------------------------------------------------------------

    def receive(self, entries: Iterable[Entry], now: int) -> Receipt:
        """Take what another workplace brought: any order, any number of times, with gaps."""
        receipt = Receipt()
        waiting = {_key(entry): entry for entry in self.ledger.parked()}
        for entry in entries:
            if self._is_admissible(entry, receipt):
                known = waiting.setdefault(_key(entry), entry)
                if known.hash != entry.hash:
                    self.ledger.freeze((entry.head.scope, entry.head.device))
        self._deliver(waiting, receipt, now)
        receipt.forks |= set(self.ledger.frozen())
        for entry in waiting.values():
            self.ledger.park(self._redacted(entry))
        receipt.parked = len(waiting)
        return receipt

    def _is_admissible(self, entry: Entry, receipt: Receipt) -> bool:
        head = entry.head
        if head.scope not in self.ledger.scopes():
            receipt.foreign += 1
            return False
        if not is_acceptable(entry):
            receipt.unsound += 1
            return False
        # What this very number wrote is here, or a copy of this laptop wrote it.
        if head.device != self.device and self._is_new(head):
            return True
        if self.ledger.hash_at(head.scope, head.device, head.seq) == entry.hash:
            receipt.doubles += 1
        else:
            self.ledger.freeze((head.scope, head.device))
        return False

    def _is_new(self, head: Head) -> bool:
        return head.seq > self.ledger.vector(head.scope).get(head.device, 0)

    def _deliver(self, waiting: dict[_Key, Entry], receipt: Receipt, now: int) -> None:
        """Apply what is ready until nothing is."""
        progress = True
        while progress:
            progress = False
            for key in sorted(waiting):
                entry = waiting[key]
                if self._is_superseded(entry):
                    self._forget(waiting, key)
                elif self._is_ready(entry):
                    self._forget(waiting, key)
                    if self._fits(entry):
                        self._take(entry, now)
                        receipt.applied.append(entry)
                        progress = True

    def _forget(self, waiting: dict[_Key, Entry], key: _Key) -> None:
        self.ledger.unpark(waiting.pop(key))

    def _is_superseded(self, entry: Entry) -> bool:
        head = entry.head
        return (head.scope, head.device) in self.ledger.frozen() or not self._is_new(head)

    def _is_ready(self, entry: Entry) -> bool:
        head, vector = entry.head, self.ledger.vector(entry.head.scope)
        if vector.get(head.device, 0) + 1 != head.seq:
            return False
        return all(vector.get(device, 0) >= seq for device, seq in head.deps)

    def _fits(self, entry: Entry) -> bool:
        """Say whether an entry continues the stream as it is held here; if not, it forked.

        Copies of one laptop that write into different scopes are known by numbers given twice.
        """
        head = entry.head
        previous = self.ledger.hash_at(head.scope, head.device, head.seq - 1)
        begun = [part.record for part in entry.parts if begins_record(part)]
        known = self.ledger.begun(head.scope, head.device, begun)
        if chain(previous or b"", head) == entry.hash and not known:
            return True
        self.ledger.freeze((head.scope, head.device))
        return False

    def _take(self, entry: Entry, now: int) -> None:
        self.ledger.set_clock(clock.observe(self.ledger.clock(), entry.head.hlc, now))
        self._apply(entry)


_Key = tuple[str, int, int]


def _key(entry: Entry) -> _Key:
    return (entry.head.scope, entry.head.device, entry.head.seq)
