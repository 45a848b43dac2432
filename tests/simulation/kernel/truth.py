"""What must come of everything that was written, worked out by other means than the kernel's.

Each write remembers which writes its author saw and replaced. A value stands if nobody who is
counted replaced it; nothing here depends on order, on clocks (but for the value shown in a
conflict), or on the operations that the kernel wrote into the journal.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from neuewege_desktop.domain.identity import count_of, device_of
from neuewege_desktop.domain.journal.operations import AddElement, RemoveElement, SetField
from neuewege_desktop.domain.records import KINDS


@dataclass(frozen=True, slots=True)
class Write:
    """One value written by one entry, and the writes it replaced."""

    what: str  # create, set, add, remove, final, erase
    field: str
    value: Any
    hlc: int
    dot: int
    saw: frozenset[int] = frozenset()

    def within(self, vector):
        """Say whether somebody with this vector knows of it."""
        return vector.get(device_of(self.dot), 0) >= count_of(self.dot)


@dataclass(slots=True)
class Story:
    """All writes to one record."""

    scope: str
    kind: str
    record: int
    writes: list[Write] = field(default_factory=list)

    def known(self, vector):
        """Return the part of the story that somebody with this vector knows."""
        writes = [write for write in self.writes if write.within(vector)]
        return Story(self.scope, self.kind, self.record, writes)

    @property
    def begun(self):
        return any(write.what == "create" for write in self.writes)

    @property
    def erased(self):
        return any(write.what == "erase" for write in self.writes)

    @property
    def beginning(self):
        return next(write for write in self.writes if write.what == "create")

    def heads(self, name):
        """Return the writes of a plain field that stand."""
        created = self.beginning
        info = KINDS[self.kind].by_name[name]
        initial = Write(
            "set", name, created.value.get(name, info.default), created.hlc, created.dot
        )
        found = [initial, *(w for w in self.writes if w.what == "set" and w.field == name)]
        replaced = {dot for write in found for dot in write.saw}
        return [write for write in found if write.dot not in replaced]

    def elements(self, name):
        """Return the writes that put into a set what is in it."""
        created = self.beginning
        found = [
            Write("add", name, element, created.hlc, created.dot)
            for element in created.value.get(name) or ()
        ]
        found += [w for w in self.writes if w.what == "add" and w.field == name]
        removed = {
            (dot, w.value)
            for w in self.writes
            if w.what == "remove" and w.field == name
            for dot in w.saw
        }
        return [write for write in found if (write.dot, write.value) not in removed]

    def finals(self):
        return [write for write in self.writes if write.what == "final"]

    def shown(self):
        """Return the values that a person must see."""
        finals = self.finals()
        if finals:
            return dict(min(finals, key=lambda write: (write.hlc, write.dot)).value)
        found = {}
        for info in KINDS[self.kind].fields:
            if info.shape.is_set:
                found[info.name] = sorted({write.value for write in self.elements(info.name)})
            else:
                found[info.name] = winner(self.heads(info.name)).value
        return found

    def standing(self, name):
        """Return every version of a field that stands, in a form that can be compared."""
        is_set = KINDS[self.kind].by_name[name].shape.is_set
        found = self.elements(name) if is_set else self.heads(name)
        return {(write.dot, frozen(write.value)) for write in found}

    def touched(self):
        """Return the fields that were written after the beginning."""
        return {write.field for write in self.writes if write.field}

    def conflicts(self):
        """Return the fields in which different values stand side by side."""
        found = {
            name
            for name in self.touched()
            if not KINDS[self.kind].by_name[name].shape.is_set and differ(self.heads(name))
        }
        return found | ({"#final"} if differ(self.finals()) else set())


def winner(writes):
    """Return the write to show: the latest by the clock, then by entry."""
    return max(writes, key=lambda write: (write.hlc, write.dot))


def differ(writes):
    """Say whether writes mean different things to a person."""
    return len({_meaning(write.value) for write in writes}) > 1


def _meaning(value):
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else frozen(value)


def frozen(value):
    """Return a JSON value in a form that can be compared and put into a set."""
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True)
    return value


class Truth:
    """The stories of all records, as they were lived."""

    def __init__(self):
        self.stories = {}
        self.names = {}  # hash by scope, device and number: two of one name are a fork
        self.seen = defaultdict(dict)  # vector that the author of an entry had, by scope and dot

    def story(self, scope, record, vector):
        """Return the story of a record as far as somebody with this vector knows it."""
        return self.stories[scope, record].known(vector)

    def known(self, scope, vector, kinds):
        """Return the records of these kinds that somebody with this vector can work on."""
        found = []
        for (where, record), story in self.stories.items():
            if where == scope and story.kind in kinds:
                known = story.known(vector)
                if known.begun and not known.erased:
                    found.append(record)
        return found

    def lived(self, deed, head, vector):
        """Take down a deed: `vector` is what its author held before."""
        key = (deed.scope, deed.record)
        story = self.stories.setdefault(key, Story(deed.scope, deed.kind, deed.record))
        write = _WRITES[deed.what](deed, story.known(vector))
        what, name, value, saw = write
        story.writes.append(Write(what, name, value, head.hlc, head.dot, frozenset(saw)))

    def taken_back(self, change, head):
        """Take down what an undo did, as the kernel worked it out."""
        story = self.stories[change.scope, change.record]
        for op in change.operations:
            what, value, saw = _opposite(op)
            story.writes.append(Write(what, op.field, value, head.hlc, head.dot, frozenset(saw)))

    def words_erased(self):
        """Return the words that were written about records that are erased, and nowhere else."""
        gone = [story for story in self.stories.values() if story.erased]
        left = [story for story in self.stories.values() if not story.erased]
        return _words(gone) - _words(left)

    def entry(self, entry, vector):
        """Take down that an entry was written by somebody with this vector."""
        head = entry.head
        self.names.setdefault((head.scope, head.device, head.seq), set()).add(entry.hash)
        self.seen[head.scope][head.dot] = dict(vector)


def _words(stories):
    return set(re.findall(r"\bW\d+\b", repr([story.writes for story in stories])))


def _opposite(op):
    match op:
        case SetField(_name, value, replaces):
            return "set", value, replaces
        case AddElement(_name, element):
            return "add", element, ()
        case RemoveElement(_name, element, replaces):
            return "remove", element, replaces
    raise AssertionError(f"no undo does {op}")


def _set(deed, story):
    heads = story.heads(deed.field)
    if not deed.resolves and differ(heads):
        heads = [winner(heads)]
    return "set", deed.field, deed.value, {write.dot for write in heads}


def _remove(deed, story):
    found = [write for write in story.elements(deed.field) if write.value == deed.value]
    return "remove", deed.field, deed.value, {write.dot for write in found}


def _life(value):
    def write(deed, story):
        return "set", "life", value or deed.value, {head.dot for head in story.heads("life")}

    return write


_WRITES = {
    "create": lambda deed, story: ("create", "", deed.value, ()),
    "admit": lambda deed, story: ("create", "", deed.value, ()),
    "set": _set,
    "add": lambda deed, story: ("add", deed.field, deed.value, ()),
    "remove": _remove,
    "life": _life(None),
    "release": _life("RELEASED"),
    "final": lambda deed, story: ("final", "", story.shown(), ()),
    "erase": lambda deed, story: ("erase", "", None, ()),
}
