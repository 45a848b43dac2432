"""Simulated lives: laptops of a project that meet by sticks, for weeks, with every misfortune.

`live` runs one life with the product's kernel and returns what broke: nothing, if all is well.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from laptops import SETS, Laptop
from memory_ledger import MemoryLedger

from neuewege_desktop.domain.journal.editing import shown
from neuewege_desktop.domain.journal.entries import chain, is_sound
from neuewege_desktop.domain.journal.operations import AddElement, Create, SetField
from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.domain.journal.state import conflicts
from neuewege_desktop.domain.records import KINDS
from neuewege_desktop.domain.scopes import SHARED, TEAM, case_scope, municipality_of, town_scope

TOWNS = ("06431022", "06431009")
DAY = 86_400_000
YEAR = 365 * DAY
BEGIN = 1_238_600_000_000  # 1 April 2009


@dataclass
class Life:
    """One life on its way."""

    chance: random.Random
    laptops: list[Laptop]
    now: int = BEGIN
    words: int = 0
    devices: int = 100
    flying: list = field(default_factory=list)
    backups: dict = field(default_factory=dict)
    broken: set = field(default_factory=set)
    finals: dict = field(default_factory=dict)  # (scope, record) -> contents ever finalised

    def word(self):
        self.words += 1
        return f"V{self.words}"

    def device(self):
        self.devices += 1
        return self.devices


def begun(seed, ledger=MemoryLedger):
    """Return a life with two team laptops and one in each town hall."""
    chance = random.Random(seed)
    everything = [SHARED, TEAM, *map(case_scope, TOWNS), *map(town_scope, TOWNS)]
    laptops = [Laptop(f"T{n}", ledger(everything), n + 1, chance) for n in range(2)]
    laptops += [
        Laptop(f"L{n}", ledger([town_scope(town), SHARED]), n + 11, chance)
        for n, town in enumerate(TOWNS)
    ]
    for laptop in laptops:
        laptop.offset = chance.choice((0, 0, 0, -DAY, DAY, -YEAR, YEAR))
    return Life(chance, laptops)


def live(seed, steps=60, ledger=MemoryLedger):
    """Live one life to its end and return what broke, as a sorted list of words."""
    life = begun(seed, ledger)
    for _step in range(steps):
        life.now += life.chance.randint(1000, 3_600_000)
        _happen(life)
    _meet_at_last(life)
    _judge(life)
    return sorted(life.broken), life


def _happen(life):
    laptop, dice = life.chance.choice(life.laptops), life.chance.random()
    if dice < 0.55:
        _act(life, laptop)
    elif dice < 0.80:
        _send(life, laptop)
    elif dice < 0.94 and life.flying:
        name, stick = life.flying.pop(life.chance.randrange(len(life.flying)))
        receiver = next(found for found in life.laptops if found.name == name)
        _read(life, receiver, stick)
    elif dice < 0.96:
        life.backups[laptop.name] = laptop.backup()
    elif dice < 0.985 and laptop.name in life.backups:
        laptop.restore(life.backups[laptop.name], life.device(), life.now)
    elif dice >= 0.985:
        laptop.offset = life.chance.choice((0, -YEAR, YEAR, 5 * DAY))


def _act(life, laptop):
    known = sorted(laptop.ledger.known().items())
    dice = life.chance.random()
    if dice < 0.12 or not known:
        laptop.create(life.now, life.chance.choice(sorted(laptop.scopes)), life.word())
        return
    if dice < 0.16:
        laptop.bulk(life.now, [life.word() for _record in range(3)])
        return
    if dice < 0.22:
        laptop.undo(life.now)
        return
    (scope, record), kind = life.chance.choice(known)
    state = laptop.ledger.state(scope, record)
    if dice < 0.60:
        if not state.finals:
            laptop.set_field(life.now, scope, record, kind, life.word())
    elif dice < 0.80 and kind in SETS:
        if not state.finals:
            laptop.change_set(life.now, scope, record, kind)
    else:
        _rare(life, laptop, scope, record, kind)


def _rare(life, laptop, scope, record, kind):
    dice = life.chance.random()
    if dice < 0.35:
        values = shown(KINDS[kind], laptop.ledger.state(scope, record))
        life.finals.setdefault((scope, record), []).append(values)
        laptop.finalise(life.now, scope, record, kind)
    elif dice < 0.55:
        laptop.archive(life.now, scope, record, kind)
    elif laptop.name.startswith("T"):
        if dice < 0.85:
            laptop.erase(life.now, scope, record, kind)
        elif kind == "person":
            other = next(town for town in TOWNS if town != municipality_of(scope))
            laptop.move(life.now, scope, record, case_scope(other), life.word())


def _send(life, laptop):
    receiver = life.chance.choice([found for found in life.laptops if found is not laptop])
    stick = laptop.pack(receiver)
    dice = life.chance.random()
    if dice < 0.2:
        return  # the stick is lost
    if dice < 0.35:  # parts of it are
        stick = stick._replace(entries=[e for e in stick.entries if life.chance.random() < 0.6])
    life.chance.shuffle(stick.entries)
    life.flying.append((receiver.name, stick))
    if dice > 0.8:
        life.flying.append((receiver.name, stick))


def _read(life, receiver, stick):
    foreign = {entry.head.scope for entry in stick.entries} - set(receiver.scopes)
    if foreign:
        life.broken.add("foreign scope in a package")
    limit = max(receiver.ledger.clock(), (receiver.now(life.now) + DAY) << 16)
    receiver.read(stick, life.now)
    if receiver.ledger.clock() > limit:
        life.broken.add("a foreign clock moved mine by more than a day")
    for scope, record in receiver.ledger.erasures_now():
        _judge_waiting(life, receiver.ledger, scope, record)


def _judge_waiting(life, ledger, scope, record):
    """What waits forgets at once what was erased here."""
    for entry in ledger.parked():
        for part in entry.parts:
            if (entry.head.scope, part.record) == (scope, record):
                _judge_redacted(life, part)


def _judge_redacted(life, part):
    if part.payload not in (None, ERASURE):
        life.broken.add("erased values are still in a journal")


def _meet_at_last(life):
    for _round in range(4):
        for one in life.laptops:
            for other in life.laptops:
                if one is not other:
                    _read(life, other, one.pack(other))


# --- what must hold at the end --------------------------------------------------------------


def _judge(life):
    scopes = sorted({scope for laptop in life.laptops for scope in laptop.scopes})
    for scope in scopes:
        holders = [laptop for laptop in life.laptops if scope in laptop.scopes]
        views = [view(laptop.ledger, scope) for laptop in holders]
        if any(other != views[0] for other in views):
            life.broken.add("diverged")
        _judge_scope(life, scope, holders)
    for laptop in life.laptops:
        _judge_laptop(life, laptop)


def view(ledger, scope):
    """Return everything that copies of a scope must agree on."""
    found = {}
    for (s, record), kind in ledger.known().items():
        if s == scope:
            found[record] = look(kind, ledger.state(scope, record))
    return found, {record for (s, record) in ledger.erasures_now() if s == scope}


def look(kind, state):
    """Return a record with all that stands beside its values."""
    fields = {}
    for info in KINDS[kind].fields:
        if info.shape.is_set:
            fields[info.name] = sorted(state.elements(info.name))
        else:
            fields[info.name] = sorted(map(repr, state.versions(info.name, info.default)))
    finals = sorted(map(repr, state.finals))
    return fields, finals, sorted(conflicts(state)), shown(KINDS[kind], state)


def _judge_scope(life, scope, holders):
    ledgers = [laptop.ledger for laptop in holders]
    held = {
        (entry.head.device, entry.head.seq): entry
        for ledger in ledgers
        for entry in ledger.all_entries()
        if entry.head.scope == scope
    }
    erased = {record for ledger in ledgers for (s, record) in ledger.erasures_now() if s == scope}
    for ledger in ledgers:
        _judge_erased(life, ledger, scope, erased)
        for entry in ledger.parked():
            _judge_parked(life, entry, scope, ledger, held)
    replaced = {
        (part.record, getattr(op, "field", "life"), dot)
        for entry in held.values()
        for part in entry.parts
        for op in part.operations()
        for dot in getattr(op, "replaces", ())
    }
    for entry in held.values():
        _judge_kept(life, entry, ledgers[0], erased, replaced)


def _judge_erased(life, ledger, scope, erased):
    if any(s == scope and record in erased for s, record in ledger.known()):
        life.broken.add("an erased record came back")
    for entry in [*ledger.all_entries(), *ledger.parked()]:
        for part in entry.parts:
            if entry.head.scope == scope and part.record in erased:
                _judge_redacted(life, part)


def _judge_parked(life, entry, scope, ledger, held):
    """An entry may wait only for one that nobody has any more."""
    head = entry.head
    if head.scope != scope:
        return
    vector = ledger.vector(scope)
    wanted = {(head.device, seq) for seq in range(vector.get(head.device, 0) + 1, head.seq)}
    wanted |= {
        (device, number)
        for device, seq in head.deps
        for number in range(vector.get(device, 0) + 1, seq + 1)
    }
    if all(want in held for want in wanted):
        life.broken.add("an entry waits for what is there")


def _judge_kept(life, entry, ledger, erased, replaced):
    """Every value that nobody replaced is still to be seen."""
    scope, dot = entry.head.scope, entry.head.dot
    for part in entry.parts:
        if part.record in erased or part.payload in (None, ERASURE):
            continue
        if (scope, part.record) not in ledger.known():
            life.broken.add("a record is lost")
            continue
        state = ledger.state(scope, part.record)
        for op in part.operations():
            for name in _fields_written(part.kind, op):
                is_set = KINDS[part.kind].by_name[name].shape.is_set
                versions = state.elements(name) if is_set else state.versions(name)
                standing = {version.dot for version in versions}
                gone = (part.record, name, dot) in replaced
                if not gone and dot not in standing and not _empty_set(op, name):
                    life.broken.add("an update is lost")


def _fields_written(kind, op):
    match op:
        case Create():
            return [info.name for info in KINDS[kind].fields]
        case SetField(name) | AddElement(name):
            return [name]
    return []


def _empty_set(op, name):
    return isinstance(op, Create) and name in SETS.values() and not op.values.get(name)


def _judge_laptop(life, laptop):
    ledger = laptop.ledger
    if ledger.frozen():
        life.broken.add("a fork that is none")
    for (scope, record), kind in ledger.known().items():
        state = ledger.state(scope, record)
        if state.finals:
            contents = life.finals.get((scope, record), [])
            if shown(KINDS[kind], state) not in contents:
                life.broken.add("a final record changed")
    previous = {}
    for entry in sorted(ledger.all_entries(), key=lambda entry: entry.head.seq):
        head = entry.head
        before = previous.get((head.scope, head.device), b"")
        if not is_sound(entry) or chain(before, head) != entry.hash:
            life.broken.add("a chain is broken")
        previous[head.scope, head.device] = entry.hash
        if head.scope not in ledger.scopes():
            life.broken.add("a foreign scope is held")
