"""A journal kept in memory: the place where the product's kernel lives in simulated lives."""

from __future__ import annotations

import copy
from dataclasses import replace

from neuewege_desktop.domain.journal.operations import Erase
from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.domain.journal.state import RecordState, apply
from neuewege_desktop.domain.journal.undoing import ActLine, Step


class MemoryLedger:
    """What the kernel asks of its ledger, in dictionaries."""

    def __init__(self, scopes):
        self._scopes = frozenset(scopes)
        self.streams = {}  # (scope, device) -> entries
        self.states = {}  # (scope, record) -> (kind, state)
        self.erasures = {}  # (scope, record) -> kind
        self.waiting = {}  # (scope, device, seq) -> entry
        self.forks = set()
        self.reading = 0
        self.arrivals = []  # (scope, device, seq) in the order of application

    def scopes(self):
        return self._scopes

    def vector(self, scope):
        return {device: len(found) for (s, device), found in self.streams.items() if s == scope}

    def hash_at(self, scope, device, seq):
        if seq == 0:
            return b""
        found = self.streams.get((scope, device), [])
        return found[seq - 1].hash if seq <= len(found) else None

    def entries(self, scope, device, after):
        return list(self.streams[scope, device][after:])

    def append(self, entry):
        head = entry.head
        self.streams.setdefault((head.scope, head.device), []).append(entry)
        self.arrivals.append((head.scope, head.device, head.seq))
        for part in entry.parts:
            for op in part.operations():
                if not isinstance(op, Erase):
                    key = (head.scope, part.record)
                    _kind, state = self.states.setdefault(key, (part.kind, RecordState()))
                    apply(state, op, head.dot, head.hlc)

    def erased(self, scope, records):
        return {record for record in records if (scope, record) in self.erasures}

    def begun(self, scope, device, records):
        return {
            part.record
            for (where, maker), stream in self.streams.items()
            if maker == device
            for entry in stream
            for part in entry.parts
            if part.record in records and (where != scope or part.payload != ERASURE)
        }

    def erase(self, scope, record, kind):
        self.erasures[scope, record] = kind
        self.states.pop((scope, record), None)
        self.redact(scope, record)

    def redact(self, scope, record):
        for (s, _device), stream in self.streams.items():
            if s == scope:
                stream[:] = [redacted(entry, record) for entry in stream]

    def parked(self):
        return list(self.waiting.values())

    def park(self, entry):
        head = entry.head
        self.waiting[head.scope, head.device, head.seq] = entry

    def unpark(self, entry):
        head = entry.head
        self.waiting.pop((head.scope, head.device, head.seq), None)

    def freeze(self, stream):
        self.forks.add(stream)

    def frozen(self):
        return self.forks

    def clock(self):
        return self.reading

    def set_clock(self, reading):
        self.reading = reading

    # --- what a life asks -------------------------------------------------------------------

    def state(self, scope, record):
        return self.states[scope, record][1]

    def known(self):
        return {key: kind for key, (kind, state) in self.states.items() if state.created}

    def erasures_now(self):
        return dict(self.erasures)

    def copied(self):
        return copy.deepcopy(self)

    def all_entries(self):
        return [entry for stream in self.streams.values() for entry in stream]

    def acts(self):
        lines = {}
        for scope, device, seq in self.arrivals:
            act = self.streams[scope, device][seq - 1].head.act
            lines.setdefault(act.id, ActLine(act.id, act.author, act.undoes))
        return list(lines.values())

    def steps(self, scope, record):
        found = []
        for s, device, seq in self.arrivals:
            entry = self.streams[s, device][seq - 1]
            for part in entry.parts:
                if s == scope and part.record == record and part.payload not in (None, ERASURE):
                    head = entry.head
                    found.append(Step(head.act.id, head.dot, head.hlc, part.operations()))
        return found


def redacted(entry, record):
    """Return the entry without what it says of a record."""
    return replace(
        entry,
        parts=tuple(
            replace(part, salt=None, payload=None, known=None)
            if part.record == record and part.payload != ERASURE
            else part
            for part in entry.parts
        ),
    )
