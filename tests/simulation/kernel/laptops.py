"""Laptops of a simulated life: the product's kernel over a ledger, a clock that may be wrong."""

from __future__ import annotations

import random
from collections import defaultdict
from copy import deepcopy
from dataclasses import replace

from kernel.memory_ledger import MemoryLedger
from neuewege_desktop.domain.identity import Ids
from neuewege_desktop.domain.journal.entries import Act
from neuewege_desktop.domain.journal.operations import Erase
from neuewege_desktop.domain.journal.peers import PeerVectors
from neuewege_desktop.domain.journal.replica import ERASURE, Change, Replica
from neuewege_desktop.domain.journal.state import RecordState
from neuewege_desktop.domain.journal.undoing import ActLine, Step, cancelled, invert
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.scopes import family_of

ENTRY_BYTES = 700  # so small that acts on many records become several entries
FIRST_ID = 1


def salts(device):
    """Return the source of salts of a laptop: the same in every run, never that of another."""
    return random.Random(f"salts of {device}").randbytes


class Laptop:
    """One workplace of one person, whatever its ledger is kept in."""

    def __init__(self, name, author, scopes):
        self.name = name
        self.author = author
        self.scopes = tuple(sorted(scopes))
        self.offset = 0  # of its clock, in ms
        self.peers = PeerVectors()
        self.erasures = set()  # the outer list: kept beside the store, survives a restore

    @property
    def in_team(self):
        return any(family_of(scope) == "case" for scope in self.scopes)

    def restore(self, backup, device, now):
        """Go back to a backup: a new incarnation, in which everything erased is erased again."""
        self.put_back(backup)
        self.renew(device)
        self.erase_again(now)

    def erase_again(self, now):
        """Erase what the outer list names and the store does not know; tell the others again."""
        missing = sorted(self.erasures.difference(self.erased()))
        changes = [Change(scope, record, kind, (Erase(),)) for scope, record, kind in missing]
        if changes:
            self.act("restore", now, lambda desk: changes)


class MemoryLaptop(Laptop):
    """A laptop whose ledger is kept in memory."""

    def __init__(self, name, author, scopes, device):
        super().__init__(name, author, scopes)
        self.ledger = MemoryLedger(self.scopes)
        self.renew(device)

    # --- what a person does ------------------------------------------------------------------

    def act(self, label, now, plan, undoes=None):
        """Do as one act the changes that `plan` makes of what it sees; return its entries."""
        count = self.ids.last
        act = Act(self.ids.next(), self.author, now + self.offset, label, undoes)
        changes = plan(self)
        if not changes:
            self.ids.last = count
            return []
        entries = self.replica.commit(act, changes)
        self._note_erasures()
        return entries

    def new_id(self):
        return self.ids.next()

    def state(self, scope, kind, record):
        """Return the state of a record; an empty one if it is not known or gone."""
        return self.ledger.states.get((scope, record)) or RecordState()

    def shown_row(self, scope, kind, record):
        """Return None: in memory there are no rows beside the states."""

    def acts(self):
        """Return all acts in the order in which they were done or came here."""
        lines = {}
        for entry in self.arrived():
            act = entry.head.act
            lines.setdefault(act.id, ActLine(act.id, act.author, act.undoes))
        return list(lines.values())

    def arrived(self):
        """Return all entries in the order in which they were applied here."""
        for scope, device, index in self.ledger.arrivals:
            yield self.ledger.streams[scope, device][index]

    def reversal(self, act):
        """Return the changes that take an act back, or None and whether anything blocks it."""
        gone = cancelled(self.acts()) - {act}
        steps, kinds, touched = defaultdict(list), {}, set()
        for entry in self.arrived():
            head = entry.head
            for part in entry.parts:
                if head.act.id == act:
                    touched.add(part.record)
                if part.payload is not None and part.payload != ERASURE:
                    step = Step(head.act.id, head.dot, head.hlc, part.operations())
                    steps[part.record].append(step)
                    kinds[part.record] = (head.scope, part.kind)
        changes, blocked = [], False
        for record in sorted(touched & steps.keys()):
            scope, kind = kinds[record]
            inverse = invert(KINDS[kind], steps[record], act, gone)
            blocked = blocked or bool(inverse.blockers)
            changes.append(Change(scope, record, kind, inverse.operations))
        if blocked or len(changes) < len(touched):
            return []
        return changes[::-1]

    # --- what travels ------------------------------------------------------------------------

    def vectors(self):
        return self.replica.vectors()

    def missing(self, vectors):
        return list(self.replica.missing(vectors))

    def receive(self, entries, now):
        receipt = self.replica.receive(entries, now + self.offset)
        self._note_erasures()
        return receipt

    # --- the state of the workplace ------------------------------------------------------------

    @property
    def device(self):
        return self.replica.device

    @property
    def clock(self):
        return self.ledger.clock()

    def parked(self):
        return self.ledger.parked()

    def frozen(self):
        return self.ledger.frozen()

    def erased(self):
        return {
            (scope, record, self.ledger.kinds[scope, record])
            for scope, record in self.ledger.erasures
        }

    def held_scopes(self):
        """Return the scopes of everything that is kept here in any form."""
        held = {scope for scope, _device in self.ledger.streams}
        held |= {entry.head.scope for entry in self.ledger.parked()}
        return held | {scope for scope, _record in self.ledger.states}

    def entries_of(self, scope):
        """Return all entries of a scope."""
        return self.missing({scope: {}})

    def _note_erasures(self):
        self.erasures |= self.erased()

    # --- backups and copies --------------------------------------------------------------------

    def back_up(self):
        return self.ledger.copy(), deepcopy(self.peers)

    def put_back(self, backup):
        ledger, peers = backup
        self.ledger, self.peers = ledger.copy(), deepcopy(peers)
        self.replica.ledger = self.ledger

    def renew(self, device):
        """Go on under a device number that nobody ever used."""
        self.replica = Replica(self.ledger, device, salts(device), ENTRY_BYTES)
        self.ids = Ids(device, FIRST_ID)

    def clone(self, name):
        """Return what copying the disk of this laptop makes: the same identity once more."""
        twin = MemoryLaptop(name, self.author, self.scopes, self.device)
        twin.offset, twin.erasures = self.offset, set(self.erasures)
        twin.put_back(self.back_up())
        twin.ids.last = self.ids.last
        return twin

    def close(self):
        """Do nothing: memory needs no closing."""


def as_read_from_text(entry):
    """Return an entry as another program reads it: nothing is known but what is written."""
    return replace(entry, parts=tuple(replace(part, known=None) for part in entry.parts))
