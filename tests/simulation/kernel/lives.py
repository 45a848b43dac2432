"""Simulated lives: laptops of a team and of town halls, years in minutes.

Everything comes from one seed, so a life that goes wrong can be lived again.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field, replace

from kernel.checks import Checks
from kernel.deeds import (
    ELEMENTS,
    FIELDS,
    KINDS_IN,
    SETS,
    Deed,
    beginning,
    change_of,
    fresh_value,
)
from kernel.laptops import MemoryLaptop, as_read_from_text
from kernel.truth import Truth
from neuewege_desktop.domain.journal.entries import Entry
from neuewege_desktop.domain.journal.undoing import cancelled, next_redo, next_undo
from neuewege_desktop.domain.scopes import SHARED, TEAM, case_scope, family_of, town_scope

TOWNS = ("06431002", "06431022")  # Biblis, Zwingenberg
BEGIN = 1_238_666_400_000  # 2009-04-02, when the project began
HOUR, DAY, YEAR = 3_600_000, 86_400_000, 365 * 86_400_000
OFFSETS = (0, 0, 0, 2 * HOUR, -2 * HOUR, 30 * DAY, -30 * DAY, YEAR, -YEAR)
STEPS = 60
ROUNDS = 4  # of the exchange without losses at the end
CROWD = (3, 6)  # records begun by one act of many
POPULAR = 2  # records that everybody works on


@dataclass(frozen=True, slots=True)
class Package:
    """What one laptop wrote on a stick for another."""

    sender: int
    to: str
    vectors: dict[str, dict[int, int]]
    entries: list[Entry]


@dataclass(slots=True)
class Outcome:
    """What came of a life: what went wrong, and how much was lived."""

    wrongs: list[str]
    counts: Counter = field(default_factory=Counter)


class Life:
    """One life: who there is, what lies about on sticks, and what was truly done."""

    def __init__(self, seed, make=MemoryLaptop, steps=STEPS):
        self.chance = random.Random(seed)
        self.steps = steps
        self.now = BEGIN
        self.words = 0
        self.sticks = []
        self.backups = {}
        self.counts = Counter()
        self.truth = Truth()
        self.checks = Checks(self.truth)
        everything = [SHARED, TEAM, *map(case_scope, TOWNS), *map(town_scope, TOWNS)]
        self.laptops = [
            make(f"team {n}", n + 1, everything, self.new_device()) for n in range(2)
        ] + [
            make(f"town {n}", n + 11, [SHARED, town_scope(ags)], self.new_device())
            for n, ags in enumerate(TOWNS)
        ]
        for laptop in self.laptops:
            laptop.offset = self.chance.choice(OFFSETS)

    def live(self):
        """Live the life to its end, exchange everything, and return what came of it."""
        for laptop in self.laptops[:2]:
            self.begin_many(laptop)
        if self.chance.random() < 0.8:
            self.meet_all()
        for _step in range(self.steps):
            self.step()
        for number in range(ROUNDS):
            self.meet_all()
            if number == 1:
                self.deliver_stragglers()
        self.checks.at_the_end(self.laptops)
        for laptop in self.laptops:
            laptop.close()
        return Outcome(sorted(set(self.checks.wrongs)), self.counts)

    def step(self):
        """Let time pass and something happen to somebody."""
        self.now += self.chance.randint(1, HOUR)
        laptop = self.chance.choice(self.laptops)
        happening = self.chance.choices(_HAPPENINGS, _WEIGHTS)[0]
        self.counts[happening.__name__] += 1
        happening(self, laptop)

    # --- acts ----------------------------------------------------------------------------------

    def do(self, laptop, label, plan):
        """Let somebody act: `plan` returns the deeds, given the laptop as it is in the act."""
        deeds = []

        def changes(desk):
            deeds.extend(plan(desk))
            return [
                change_of(deed, desk.state(deed.scope, deed.kind, deed.record)) for deed in deeds
            ]

        before, clock = laptop.vectors(), laptop.clock
        laptop.act(label, self.now, changes)
        waiting = {scope: [d for d in deeds if d.scope == scope] for scope in before}
        for entry in self.take_down(laptop, before):
            scope = entry.head.scope
            self.checks.agree(entry.head.hlc > clock, "a clock went back")
            for part in entry.parts:
                deed = waiting[scope].pop(0)
                self.checks.agree(deed.record == part.record, "an act was written out of order")
                self.truth.lived(deed, entry.head, before[scope])
        self.checks.agree(not any(waiting.values()), "a part of an act was not written")

    def take_down(self, laptop, before):
        """Return the entries written since `before`, after noting them."""
        written = laptop.missing(before)
        for entry in written:
            self.truth.entry(entry, before[entry.head.scope])
        return written

    def word(self):
        self.words += 1
        return f"W{self.words}"

    def new_device(self):
        return self.chance.getrandbits(31) or 1

    def pick(self, laptop, kinds=None):
        """Return scope, kind, record and story of something that somebody can work on."""
        scope = self.chance.choice(laptop.scopes)
        vector = laptop.vectors()[scope]
        records = self.truth.known(scope, vector, kinds or KINDS_IN[family_of(scope)])
        if not records:
            return None
        if self.chance.random() < 0.7:
            records = records[:POPULAR]
        story = self.truth.story(scope, self.chance.choice(records), vector)
        return scope, story.kind, story.record, story

    def begin(self, laptop):
        """Begin one record."""
        scope = self.chance.choice(laptop.scopes)
        kind = self.chance.choice([k for k in KINDS_IN[family_of(scope)] if k != "mobility"])
        values = beginning(kind, self.word())
        self.do(
            laptop, "save", lambda desk: [Deed("create", scope, kind, desk.new_id(), "", values)]
        )

    def begin_many(self, laptop):
        """Begin many records in one act, as taking in a list does."""
        family = "case" if laptop.in_team else "town"
        scope = self.chance.choice([s for s in laptop.scopes if family_of(s) == family])
        number = self.chance.randint(*CROWD)
        self.do(laptop, "import", lambda desk: self.crowd(desk, scope, number))

    def crowd(self, desk, scope, number):
        deeds = []
        for _ in range(number):
            kind = self.chance.choice([k for k in KINDS_IN[family_of(scope)] if k != "mobility"])
            record = desk.new_id()
            deeds.append(Deed("create", scope, kind, record, "", beginning(kind, self.word())))
            if kind == "person":
                values = {**beginning("mobility", ""), "person": record, "licences": ["A"]}
                deeds.append(Deed("create", scope, "mobility", desk.new_id(), "", values))
        return deeds

    def change(self, laptop):
        """Change one field, sometimes two, sometimes deciding a conflict."""
        found = self.pick(laptop)
        if found:
            scope, kind, record, _story = found
            names = list(FIELDS[kind][: self.chance.choice((1, 1, 1, 2, 3))])
            names = self.chance.sample(names, min(len(names), self.chance.choice((1, 1, 2))))
            resolves = self.chance.random() < 0.2
            deeds = [
                Deed(
                    "set",
                    scope,
                    kind,
                    record,
                    name,
                    fresh_value(self.chance, kind, name, self.word()),
                    resolves,
                )
                for name in names
            ]
            self.do(laptop, "save", lambda desk: self.telling(found, deeds))

    def telling(self, found, deeds):
        """Return the deeds that change anything: nobody saves what is already there."""
        shown = found[3].shown()
        return [deed for deed in deeds if shown[deed.field] != deed.value or deed.resolves]

    def change_set(self, laptop):
        """Put something into a set or take something out."""
        found = self.pick(laptop, tuple(SETS))
        if found:
            scope, kind, record, story = found
            name = SETS[kind]
            element = self.chance.choice(ELEMENTS)
            shown = element in story.shown()[name]
            held = element in {write.value for write in story.elements(name)}
            if shown == held:
                what = "remove" if held else "add"
                deed = Deed(what, scope, kind, record, name, element)
                self.do(laptop, "save", lambda desk: [deed])

    def put_away(self, laptop):
        """Archive a record or bring it back."""
        if found := self.pick(laptop):
            scope, kind, record, _story = found
            life = self.chance.choice(("ARCHIVED", "LIVE"))
            self.do(laptop, "save", lambda desk: [Deed("life", scope, kind, record, "life", life)])

    def finalise(self, laptop):
        """Freeze a record, sometimes together with a last change in the same act."""
        if found := self.pick(laptop):
            scope, kind, record, story = found
            deeds = [Deed("final", scope, kind, record)]
            if not story.finals() and self.chance.random() < 0.3:
                deeds.append(Deed("life", scope, kind, record, "life", "ARCHIVED"))
            self.do(laptop, "release", lambda desk: deeds)

    def move(self, laptop):
        """Release a household in one municipality and admit it in the other."""
        if laptop.in_team and (found := self.pick(laptop, ("household",))):
            scope, kind, record, story = found
            target = next(case_scope(ags) for ags in TOWNS if case_scope(ags) != scope)
            values = beginning(kind, story.shown()["pseudonym"] + "m" + self.word())
            self.do(
                laptop,
                "move",
                lambda desk: [
                    Deed("release", scope, kind, record),
                    Deed("admit", target, kind, desk.new_id(), "", values),
                    Deed(
                        "create",
                        TEAM,
                        "imported_list",
                        desk.new_id(),
                        "",
                        beginning("imported_list", self.word()),
                    ),
                ],
            )

    def erase(self, laptop):
        """Erase a record for ever; only the team may."""
        if laptop.in_team and (found := self.pick(laptop)):
            scope, kind, record, _story = found
            self.do(laptop, "erase", lambda desk: [Deed("erase", scope, kind, record)])

    def take_back(self, laptop):
        """Undo or redo something of one's own; whatever stands in the way, stands."""
        acts = laptop.acts()
        choose = self.chance.choice((next_undo, next_redo, self.any_own))
        act = choose(acts, laptop.author)
        if act is None:
            return
        changes = laptop.reversal(act)
        before = laptop.vectors()
        written = []
        if changes:
            laptop.act("undo", self.now, lambda desk: changes, undoes=act)
            written = self.take_down(laptop, before)
            self.checks.took_back(laptop, acts, act, changes, before)
        waiting = list(changes)
        for entry in written:
            for _part in entry.parts:
                place = next(n for n, c in enumerate(waiting) if c.scope == entry.head.scope)
                self.truth.taken_back(waiting.pop(place), entry.head)

    def any_own(self, acts, author):
        """Return some act of one's own that still counts, not only the last."""
        gone = cancelled(acts)
        own = [a.id for a in acts if a.author == author and a.undoes is None and a.id not in gone]
        return self.chance.choice(own) if own else None

    # --- packages ------------------------------------------------------------------------------

    def pack(self, laptop, to):
        """Return what `to` is not known to hold."""
        told = laptop.peers.vectors_of(to.device)
        entries = laptop.missing({scope: told.get(scope, {}) for scope in to.scopes})
        vectors = laptop.vectors()
        laptop.peers.sent(to.device, vectors)
        foreign = {entry.head.scope for entry in entries}.difference(to.scopes)
        self.checks.agree(not foreign, "a foreign scope in a package")
        entries.sort(key=lambda e: (e.head.scope, e.head.device, e.head.seq))
        common = {scope: vectors[scope] for scope in laptop.scopes if scope in to.scopes}
        return Package(laptop.device, to.name, common, entries)

    def send(self, laptop):
        """Write a stick for somebody: it may be lost, lose a part, be copied, be late."""
        to = self.chance.choice([other for other in self.laptops if other is not laptop])
        package = self.pack(laptop, to)
        fate = self.chance.random()
        if fate < 0.2:
            return
        if fate < 0.35:
            kept = [entry for entry in package.entries if self.chance.random() < 0.6]
            package = replace(package, entries=kept)
        self.sticks.append(package)
        if fate > 0.8:
            self.sticks.append(package)

    def deliver(self, laptop):
        """Bring some stick to its receiver, in no order."""
        if self.sticks:
            self.take_in(self.sticks.pop(self.chance.randrange(len(self.sticks))))

    def take_in(self, package, damaging=0.1):
        """Read a stick, whose entries may be in any order, and sometimes damaged."""
        laptop = next(other for other in self.laptops if other.name == package.to)
        entries = list(package.entries)
        whole = self.chance.random() >= damaging or not entries
        if not whole:
            entries[0] = damaged(entries[0])
        self.chance.shuffle(entries)
        if self.chance.random() < 0.3:
            entries = [as_read_from_text(entry) for entry in entries]
        clock = laptop.clock
        receipt = laptop.receive(entries, self.now)
        laptop.peers.heard(package.sender, package.vectors)
        self.checks.received(laptop, receipt, clock, self.now)
        self.checks.kept(laptop, package.entries if whole else package.entries[1:])

    def meet_all(self):
        """Let everybody exchange with everybody, without losses."""
        for laptop in self.laptops:
            for other in self.laptops:
                if other is not laptop:
                    self.take_in(self.pack(laptop, other), damaging=0)

    def deliver_stragglers(self):
        """Bring every stick that still lies about."""
        while self.sticks:
            self.deliver(None)

    # --- what happens to laptops ---------------------------------------------------------------

    def back_up(self, laptop):
        self.backups[laptop.name] = laptop.back_up()

    def restore(self, laptop):
        """A laptop breaks and is restored; what was only on it is lost."""
        backup = self.backups.get(laptop.name)
        if backup is not None:
            before = {scope: {} for scope in laptop.scopes}
            laptop.restore(backup, self.new_device(), self.now)
            for entry in laptop.missing(before):
                head = entry.head
                if head.device == laptop.device:
                    self.note_erasure(entry, laptop)

    def note_erasure(self, entry, laptop):
        """Take down an erasure that a restored laptop told again."""
        vector = laptop.vectors()[entry.head.scope]
        self.truth.entry(entry, vector)
        for part in entry.parts:
            deed = Deed("erase", entry.head.scope, part.kind, part.record)
            self.truth.lived(deed, entry.head, vector)

    def set_clock(self, laptop):
        laptop.offset = self.chance.choice(OFFSETS)


def damaged(entry):
    """Return an entry in which a payload was changed on the way."""
    parts = list(entry.parts)
    for place, part in enumerate(parts):
        if part.payload is not None:
            parts[place] = replace(part, payload=part.payload.replace("W", "X"), known=None)
    return replace(entry, parts=tuple(parts))


_CHANCES = {
    Life.change: 30,
    Life.change_set: 15,
    Life.begin: 6,
    Life.begin_many: 1,
    Life.put_away: 3,
    Life.finalise: 3,
    Life.move: 1,
    Life.erase: 3,
    Life.take_back: 6,
    Life.send: 22,
    Life.deliver: 20,
    Life.back_up: 3,
    Life.restore: 3,
    Life.set_clock: 2,
}
_HAPPENINGS, _WEIGHTS = list(_CHANCES), list(_CHANCES.values())


def lived(seed, make=MemoryLaptop):
    """Return what came of the life with this seed; an error inside it is something wrong too."""
    try:
        return Life(seed, make).live()
    except Exception as error:  # noqa: BLE001 - a bug may show as any error
        return Outcome([f"{type(error).__name__}: {error}"])
