"""Lives in which the disk of a laptop is copied, so that two go on under one identity.

Nobody can heal that without a person; but everybody must notice it, and nobody may break.
"""

from __future__ import annotations

import random
from collections import defaultdict

from kernel.checks import Checks
from kernel.deeds import Deed, beginning, change_of
from kernel.laptops import MemoryLaptop
from kernel.lives import BEGIN, HOUR, TOWNS, Outcome
from kernel.truth import Truth
from neuewege_desktop.domain.scopes import case_scope

STEPS = 30
SCOPES = tuple(map(case_scope, TOWNS))


class LifeWithACopy:
    """Three laptops of the team, one of which is copied on the way."""

    def __init__(self, seed, make=MemoryLaptop):
        self.chance = random.Random(seed)
        self.now = BEGIN
        self.laptops = [make(f"team {n}", n + 1, SCOPES, self.new_device()) for n in range(3)]
        self.copied = self.laptops[0]
        self.streams = set()  # all streams of the copied identity
        self.versions = defaultdict(set)  # hashes by scope, device and number
        self.begun = defaultdict(set)  # scopes by record
        self.checks = Checks(Truth())

    def new_device(self):
        return self.chance.getrandbits(31) or 1

    def live(self):
        """Live until everybody exchanged everything, and return what came of it."""
        identity = self.copied.device
        day = self.chance.randrange(STEPS // 2)
        for step in range(STEPS):
            if step == day:
                self.laptops.append(self.copied.clone("copy"))
            self.now += self.chance.randint(1, HOUR)
            laptop = self.chance.choice(self.laptops)
            self.chance.choice((self.begin, self.change, self.change, self.send))(laptop)
        for _round in range(3):
            for laptop in self.laptops:
                for other in self.laptops:
                    self.bring(other, laptop.missing({scope: {} for scope in SCOPES}))
        for laptop in self.laptops:
            self.look_at(laptop, identity)
            laptop.close()
        return Outcome(sorted(set(self.checks.wrongs)))

    def begin(self, laptop):
        scope = self.chance.choice(SCOPES)
        values = beginning("household", f"W{self.now}")
        self.do(
            laptop,
            lambda desk: [Deed("create", scope, "household", desk.new_id(), "", values)],
        )

    def change(self, laptop):
        known = [
            (scope, record)
            for record, scopes in self.begun.items()
            for scope in sorted(scopes)
            if laptop.state(scope, "household", record).created is not None
        ]
        if known:
            scope, record = self.chance.choice(known)
            deed = Deed("set", scope, "household", record, "note", f"W{self.now}")
            self.do(laptop, lambda desk: [deed])

    def do(self, laptop, plan):
        deeds = []

        def changes(desk):
            deeds.extend(plan(desk))
            return [change_of(d, desk.state(d.scope, d.kind, d.record)) for d in deeds]

        before = laptop.vectors()
        laptop.act("save", self.now, changes)
        for deed in deeds:
            self.begun[deed.record].add(deed.scope)
        for entry in laptop.missing(before):
            head = entry.head
            self.versions[head.scope, head.device, head.seq].add(entry.hash)

    def send(self, laptop):
        other = self.chance.choice(self.laptops)
        entries = laptop.missing(other.vectors())
        self.bring(other, [entry for entry in entries if self.chance.random() < 0.8])

    def bring(self, laptop, entries):
        self.chance.shuffle(entries)
        laptop.receive(entries, self.now)
        if laptop.device in {device for _scope, device in laptop.frozen()}:
            laptop.renew(self.new_device())  # as the program must: this identity is spent

    def look_at(self, laptop, identity):
        """See that this laptop noticed every number that was used twice, and nothing else."""
        frozen = laptop.frozen()
        for (scope, device, _seq), hashes in self.versions.items():
            noticed = len(hashes) == 1 or (scope, device) in frozen
            self.checks.agree(noticed, "a fork was not noticed")
        for record, scopes in self.begun.items():
            held = [s for s in scopes if laptop.state(s, "household", record).created is not None]
            self.checks.agree(len(held) <= 1, "one number names two records")
        self.checks.agree(
            all(device == identity for _scope, device in frozen),
            "a fork was seen where there is none",
        )
        for scope in SCOPES:
            self.checks._streams(scope, laptop)


def lived_with_a_copy(seed, make=MemoryLaptop):
    """Return what came of such a life; an error inside it is something wrong too."""
    try:
        return LifeWithACopy(seed, make).live()
    except Exception as error:  # noqa: BLE001 - a bug may show as any error
        return Outcome([f"{type(error).__name__}: {error}"])
