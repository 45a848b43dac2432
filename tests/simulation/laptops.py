"""A laptop in a simulated life: it writes acts, packs and reads sticks, is restored."""

from __future__ import annotations

import datetime as dt
from collections import namedtuple

from neuewege_desktop.domain.choices.work import ActorKind, MunicipalityKind
from neuewege_desktop.domain.identity import Ids
from neuewege_desktop.domain.journal.editing import creation, edit, set_life, shown
from neuewege_desktop.domain.journal.entries import Act
from neuewege_desktop.domain.journal.operations import Erase, Finalise, Release
from neuewege_desktop.domain.journal.peers import PeerVectors
from neuewege_desktop.domain.journal.replica import Change, Replica
from neuewege_desktop.domain.journal.undoing import cancelled, invert, next_undo
from neuewege_desktop.domain.records import KINDS, Life
from neuewege_desktop.domain.records.abilities import Mobility
from neuewege_desktop.domain.records.catalogue import Municipality
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.records.team import ImportedList
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import Family, family_of
from neuewege_desktop.domain.values import Period

SINCE = dt.date(2009, 4, 2)
SETS = {"mobility": "licences", "actor": "topics", "municipality": "district_parts"}
FIELDS = {
    "person": ("phone", "email", "title"),
    "mobility": ("commute_max_min",),
    "actor": ("phone", "note"),
    "municipality": ("name", "short"),
    "imported_list": ("sha256",),
}

Stick = namedtuple("Stick", "sender vectors entries scopes")


class Laptop:
    """One incarnation after the other of one workplace."""

    def __init__(self, name, ledger, device, chance):
        self.name = name
        self.ledger = ledger
        self.chance = chance
        self.offset = 0  # of its clock, in ms
        self.outer = {}  # the list of erasures kept outside the store
        self._begin(device)

    def _begin(self, device):
        self.replica = Replica(self.ledger, device, self.chance.randbytes)
        self.ids = Ids(device)
        self.peers = PeerVectors()

    @property
    def scopes(self):
        return self.ledger.scopes()

    def now(self, now):
        return max(0, now + self.offset)

    def write(self, now, changes, undoes=None):
        act = Act(self.ids.next(), self.replica.device, self.now(now), "save", undoes)
        entries = self.replica.commit(act, changes)
        for change in changes:
            if any(isinstance(op, Erase) for op in change.operations):
                self.outer[change.scope, change.record] = change.kind
        return entries

    # --- acts -------------------------------------------------------------------------------

    def create(self, now, scope, word):
        return self.write(now, self._created(scope, word))

    def _created(self, scope, word):
        common = {"id": self.ids.next(), "scope": scope}
        match family_of(scope):
            case Family.CASE:
                name = PersonName(word, "Kim")
                person = Person(name=name, birth_date=SINCE, phone=word, **common)
                mobility = Mobility(
                    id=self.ids.next(),
                    scope=scope,
                    person=person.id,
                    period=Period(SINCE),
                    licences=frozenset({"B"}),
                )
                records = [person, mobility]
            case Family.TOWN:
                records = [Actor(name=word, actor=ActorKind.NURSERY, phone=word, **common)]
            case Family.TEAM:
                records = [ImportedList(sha256=word, day=SINCE, lines=1, faulty_lines=0, **common)]
            case _:
                records = [
                    Municipality(
                        ags="1",
                        name=word,
                        status=MunicipalityKind.TOWN,
                        postcode="1",
                        short="X",
                        **common,
                    )
                ]
        return [Change(scope, r.id, r.kind.name, (creation(r),)) for r in records]

    def bulk(self, now, words):
        """Begin records in several scopes in one act."""
        changes = []
        for word in words:
            changes += self._created(self.chance.choice(sorted(self.scopes)), word)
        return self.write(now, changes)

    def set_field(self, now, scope, record, kind, word):
        field = self.chance.choice(FIELDS[kind])
        state = self.ledger.state(scope, record)
        after = shown(KINDS[kind], state)
        after[field] = int(word[1:]) if kind == "mobility" else word
        operations = edit(KINDS[kind], state, after)
        return self.write(now, [Change(scope, record, kind, operations)]) if operations else []

    def change_set(self, now, scope, record, kind):
        state = self.ledger.state(scope, record)
        after = shown(KINDS[kind], state)
        name, element = SETS[kind], self.chance.choice("ABC")
        held = set(after[name])
        after[name] = sorted(held - {element} if element in held else held | {element})
        operations = edit(KINDS[kind], state, after)
        return self.write(now, [Change(scope, record, kind, operations)])

    def archive(self, now, scope, record, kind):
        operation = set_life(self.ledger.state(scope, record), Life.ARCHIVED)
        return self.write(now, [Change(scope, record, kind, (operation,))])

    def finalise(self, now, scope, record, kind):
        values = shown(KINDS[kind], self.ledger.state(scope, record))
        return self.write(now, [Change(scope, record, kind, (Finalise(values),))])

    def erase(self, now, scope, record, kind):
        return self.write(now, [Change(scope, record, kind, (Erase(),))])

    def move(self, now, scope, record, target, word):
        """Release a person here and admit them there under a new id, in one act."""
        state = self.ledger.state(scope, record)
        dots = tuple(version.dot for version in state.versions("life"))
        (person, _mobility) = self._created(target, word)
        return self.write(now, [Change(scope, record, "person", (Release(dots),)), person])

    def undo(self, now):
        acts = self.ledger.acts()
        act = next_undo(acts, self.replica.device)
        if act is None:
            return []
        gone = cancelled(acts) - {act}
        touched = {
            (entry.head.scope, part.record, part.kind)
            for entry in self.ledger.all_entries()
            if entry.head.act.id == act
            for part in entry.parts
        }
        changes = []
        for scope, record, kind in sorted(touched):
            steps = self.ledger.steps(scope, record)
            if not any(step.act == act for step in steps):
                return []  # erased meanwhile
            inverse = invert(KINDS[kind], steps, act, gone)
            if inverse.blockers:
                return []
            changes.append(Change(scope, record, kind, inverse.operations))
        return self.write(now, changes, undoes=act)

    # --- exchange ---------------------------------------------------------------------------

    def pack(self, receiver):
        """Write a stick for another laptop: what it is not known to have, of its scopes."""
        told = self.peers.vectors_of(receiver.replica.device)
        vectors = {scope: told.get(scope, {}) for scope in receiver.scopes}
        entries = list(self.replica.missing(vectors))
        self.peers.sent(receiver.replica.device, self.replica.vectors())
        held = {s: v for s, v in self.replica.vectors().items() if s in receiver.scopes}
        return Stick(self.replica.device, held, entries, receiver.scopes)

    def read(self, stick, now):
        receipt = self.replica.receive(stick.entries, self.now(now))
        self.peers.heard(stick.sender, stick.vectors)
        self.outer |= self.ledger.erasures_now()
        return receipt

    # --- misfortunes ------------------------------------------------------------------------

    def backup(self):
        return self.ledger.copied()

    def restore(self, backup, device, now):
        """Go back to a backup as a new incarnation; what was erased is erased again and told."""
        self.ledger = backup.copied()
        self._begin(device)
        self.erase_again(now)

    def erase_again(self, now):
        changes = [
            Change(scope, record, kind, (Erase(),))
            for (scope, record), kind in sorted(self.outer.items())
            if scope in self.scopes and not self.ledger.erased(scope, [record])
        ]
        if changes:
            self.write(now, changes)
