"""What must hold in every life, and the list of what did not."""

from __future__ import annotations

from kernel.truth import frozen
from neuewege_desktop.domain.identity import compose, device_of
from neuewege_desktop.domain.journal.editing import shown
from neuewege_desktop.domain.journal.entries import chain, is_sound
from neuewege_desktop.domain.journal.operations import SetField
from neuewege_desktop.domain.journal.replica import ERASURE
from neuewege_desktop.domain.journal.state import conflicts
from neuewege_desktop.domain.journal.undoing import cancelled
from neuewege_desktop.domain.records import KINDS

DAY = 86_400_000


class Checks:
    """Gathers what goes wrong in one life."""

    def __init__(self, truth):
        self.truth = truth
        self.wrongs = []

    def agree(self, holds, wrong):
        """Note what is wrong unless it holds."""
        if not holds:
            self.wrongs.append(wrong)

    # --- on the way ----------------------------------------------------------------------------

    def received(self, laptop, receipt, clock, now):
        """Look at what came of a package."""
        self.agree(receipt.foreign == 0, "a foreign scope came in a package")
        self.agree(not receipt.forks, "a fork was seen where there is none")
        furthest = max(clock, (now + laptop.offset + DAY) << 16)
        self.agree(laptop.clock <= furthest, "others moved a clock by more than a day")

    def kept(self, laptop, entries):
        """See that everything brought is applied, or waits for something that is not here."""
        vectors, parked = laptop.vectors(), laptop.parked()
        waiting = {(e.head.scope, e.head.dot) for e in parked}
        for entry in entries:
            head = entry.head
            here = vectors.get(head.scope, {}).get(head.device, 0) >= head.seq
            kept = here or (head.scope, head.dot) in waiting
            self.agree(kept, "an entry was dropped")
        for entry in parked:
            vector = vectors[entry.head.scope]
            needs = [*entry.head.deps, (entry.head.device, entry.head.seq - 1)]
            ready = all(vector.get(device, 0) >= seq for device, seq in needs)
            self.agree(not ready, "an entry waits although nothing is missing")

    def took_back(self, laptop, acts, act, changes, before):
        """See that an undo took back its own act only, and nothing that was built on it.

        `acts` are those before the undo, `before` are the vectors then.
        """
        gone = cancelled(acts)
        chain_of_undos = {act}
        chain_of_undos.update(line.id for line in acts if line.undoes in chain_of_undos)
        for change in changes:
            story = self.truth.story(change.scope, change.record, before[change.scope])
            own = self._dots(laptop, change.scope, chain_of_undos)
            counted_out = own | self._dots(laptop, change.scope, gone)
            for op in change.operations:
                if isinstance(op, SetField):
                    later = [
                        write
                        for write in story.writes
                        if write.field == op.field and write.dot not in counted_out
                        if write.saw & own
                    ]
                    self.agree(
                        set(op.replaces) <= counted_out, "an undo replaced what others wrote"
                    )
                    self.agree(not later, "an undo ignored a later change")

    def _dots(self, laptop, scope, acts):
        return {e.head.dot for e in laptop.entries_of(scope) if e.head.act.id in acts}

    # --- at the end ----------------------------------------------------------------------------

    def at_the_end(self, laptops):
        """Look at all laptops after everything was exchanged."""
        for scope in sorted({scope for laptop in laptops for scope in laptop.scopes}):
            group = [laptop for laptop in laptops if scope in laptop.scopes]
            vectors = [laptop.vectors()[scope] for laptop in group]
            self.agree(all(v == vectors[0] for v in vectors), "laptops hold different entries")
            self._erased_everywhere(scope, group)
            self._not_stuck(scope, group)
            for laptop, vector in zip(group, vectors, strict=True):
                self._streams(scope, laptop)
                self._records(scope, laptop, vector)
        for laptop in laptops:
            self.agree(laptop.held_scopes() <= set(laptop.scopes), "a foreign scope is held")
            self.agree(not laptop.frozen(), "a fork was seen where there is none")

    def _records(self, scope, laptop, vector):
        for (where, record), whole in self.truth.stories.items():
            if where != scope:
                continue
            story = whole.known(vector)
            state = laptop.state(scope, story.kind, record)
            row = laptop.shown_row(scope, story.kind, record)
            if story.erased or not story.begun:
                self.agree(state.created is None, "an erased record is still there")
                self.agree(row is None, "a row of an erased record is still there")
            elif state.created is None:
                self.wrongs.append("a record was lost")
            else:
                self._record(story, state, row)

    def _record(self, story, state, row):
        kind = KINDS[story.kind]
        self.agree(state.created.dot == story.beginning.dot, "a record began in another entry")
        for name in sorted(story.touched()):
            info = kind.by_name[name]
            found = state.elements(name) if info.shape.is_set else state.versions(name, None)
            held = {(version.dot, frozen(version.value)) for version in found}
            expected = story.standing(name)
            self.agree(held >= expected, "a written value was lost")
            self.agree(held <= expected, "a replaced value stands again")
        finals = {frozen(final.value) for final in state.finals}
        expected = {frozen(final.value) for final in story.finals()}
        self.agree(finals == expected, "finalised content changed")
        expected = story.shown()
        self.agree(shown(kind, state) == expected, "another value is shown")
        self.agree(row is None or row == expected, "a row shows another value")
        self.agree(conflicts(state).keys() == story.conflicts(), "a conflict is not listed")

    def _erased_everywhere(self, scope, group):
        wanted = {
            (where, record)
            for laptop in group
            for where, record, _kind in laptop.erasures
            if where == scope
        }
        for laptop in group:
            erased = {(where, record) for where, record, _kind in laptop.erased()}
            self.agree(wanted <= erased, "an erasure did not reach everybody")
            records = {record for where, record in erased if where == scope}
            for entry in [*laptop.entries_of(scope), *laptop.parked()]:
                for part in entry.parts:
                    if entry.head.scope == scope and part.record in records:
                        gone = part.payload in (None, ERASURE)
                        self.agree(gone, "an erased value is still in the journal")

    def _not_stuck(self, scope, group):
        """Let entries wait for ever only for what was on no laptop but a lost one."""
        held = {compose(*pair) for pair in _numbers(group[0].vectors()[scope])}
        waiting = [e for laptop in group for e in laptop.parked() if e.head.scope == scope]
        parked = {entry.head.dot for entry in waiting}
        lost = self.truth.seen[scope].keys() - held - parked
        progress = True
        while progress:
            progress = False
            for entry in waiting:
                head = entry.head
                needs = {**dict(head.deps), head.device: head.seq - 1}
                missing = {compose(*pair) for pair in _numbers(needs)} & lost
                if missing and head.dot not in lost:
                    lost.add(head.dot)
                    progress = True
        self.agree(parked <= lost, "an entry waits although nothing is missing")

    def _streams(self, scope, laptop):
        previous, place = b"", (0, 0)
        for entry in laptop.entries_of(scope):
            head = entry.head
            if device_of(head.dot) != place[0]:
                previous, place = b"", (head.device, 0)
            place = (head.device, place[1] + 1)
            whole = chain(previous, head) == entry.hash and is_sound(entry)
            self.agree(whole and head.seq == place[1], "a stream is broken")
            previous = entry.hash


def _numbers(vector):
    return [(device, seq) for device, last in vector.items() for seq in range(1, last + 1)]
