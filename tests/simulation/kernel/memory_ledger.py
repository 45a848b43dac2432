"""A ledger in memory: what the store does with tables, in dictionaries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from neuewege_desktop.domain.journal import state as algebra
from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.domain.journal.state import RecordState


class MemoryLedger:
    """Streams of entries, and the states they come to, by scope and record."""

    def __init__(self, scopes):
        self._scopes = frozenset(scopes)
        self._vectors = {scope: {} for scope in scopes}
        self._parked = {}
        self._frozen = set()
        self._clock = 0
        self.streams = defaultdict(list)
        self.arrivals = []  # places of entries in the order in which they were applied
        self.places_of = defaultdict(list)  # of the entries that touch a record
        self.states = {}
        self.kinds = {}
        self.erasures = set()

    def copy(self):
        """Return a ledger that goes its own way from here; entries never change, so both share."""
        twin = MemoryLedger(self._scopes)
        twin._vectors = {scope: dict(vector) for scope, vector in self._vectors.items()}
        twin._parked, twin._frozen = dict(self._parked), set(self._frozen)
        twin._clock = self._clock
        twin.streams.update({stream: list(held) for stream, held in self.streams.items()})
        twin.arrivals = list(self.arrivals)
        twin.places_of.update({key: list(places) for key, places in self.places_of.items()})
        twin.kinds, twin.erasures = dict(self.kinds), set(self.erasures)
        for key, held in self.states.items():
            twin.states[key] = RecordState(
                held.created, dict(held.fields), dict(held.sets), list(held.finals)
            )
        return twin

    def scopes(self):
        return self._scopes

    def vector(self, scope):
        return self._vectors[scope]

    def hash_at(self, scope, device, seq):
        if seq == 0:
            return b""
        held = self.streams.get((scope, device), ())
        return held[seq - 1].hash if seq <= len(held) else None

    def entries(self, scope, device, after):
        return list(self.streams[scope, device][after:])

    def append(self, entry):
        scope, device = entry.head.scope, entry.head.device
        held = self.streams[scope, device]
        place = (scope, device, len(held))
        held.append(entry)
        self._vectors[scope][device] = entry.head.seq
        self.arrivals.append(place)
        for part in entry.parts:
            self.places_of[part.record].append(place)
            self.kinds[scope, part.record] = part.kind
            self._project(entry.head, part)

    def _project(self, head, part):
        if part.payload is None or part.payload == ERASURE:
            return
        held = self.states.setdefault((head.scope, part.record), RecordState())
        for op in part.operations():
            algebra.apply(held, op, head.dot, head.hlc)

    def erased(self, scope, records):
        return {record for record in records if (scope, record) in self.erasures}

    def begun(self, scope, device, records):
        return {record for record in records if self._wrote_of(scope, device, record)}

    def _wrote_of(self, scope, device, record):
        for where, by, index in self.places_of[record]:
            entry = self.streams[where, by][index]
            told = [part.payload for part in entry.parts if part.record == record]
            if by == device and (where != scope or any(text != ERASURE for text in told)):
                return True
        return False

    def erase(self, scope, record, kind):
        self.erasures.add((scope, record))
        self.kinds[scope, record] = kind
        self.states.pop((scope, record), None)
        self.redact(scope, record)

    def redact(self, scope, record):
        for where, device, index in self.places_of[record]:
            if where == scope:
                held = self.streams[where, device]
                held[index] = redacted(held[index], record)

    def parked(self):
        return list(self._parked.values())

    def park(self, entry):
        self._parked[_name(entry)] = entry

    def unpark(self, entry):
        self._parked.pop(_name(entry), None)

    def freeze(self, stream):
        self._frozen.add(stream)

    def frozen(self):
        return frozenset(self._frozen)

    def clock(self):
        return self._clock

    def set_clock(self, reading):
        self._clock = reading


def redacted(entry, record):
    """Return the entry without payload and salt of a record."""
    parts = (
        replace(part, salt=None, payload=None, known=None)
        if part.record == record and part.payload != ERASURE
        else part
        for part in entry.parts
    )
    return replace(entry, parts=tuple(parts))


def _name(entry):
    return entry.head.scope, entry.head.device, entry.head.seq
