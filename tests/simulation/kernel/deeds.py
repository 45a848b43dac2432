"""What people do in a simulated life, and the changes by which the product does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from neuewege_desktop.domain.journal import editing
from neuewege_desktop.domain.journal.operations import Create, Erase, Finalise, Release
from neuewege_desktop.domain.journal.replica import Change
from neuewege_desktop.domain.records import KINDS, Life

PERIOD = ["2009-04-02", None]

# Obligatory values by kind; `{}` becomes a word that occurs once in a life.
BEGINNINGS = {
    "person": {"name": ["{}", "Ulf"]},
    "mobility": {"period": PERIOD},
    "household": {"pseudonym": "{}", "period": PERIOD},
    "actor": {"name": "{}", "actor": "VEREIN"},
    "meeting": {"ags": "06431002", "day": "2009-04-08"},
    "municipality": {
        "ags": "06431002",
        "name": "{}",
        "status": "STADT",
        "postcode": "68647",
        "short": "BI",
    },
    "imported_list": {"sha256": "{}", "day": "2009-04-02", "lines": 1, "faulty_lines": 0},
}

# Plain fields that people change: texts, groups, dates, whole numbers, choices.
FIELDS = {
    "person": ("phone", "title", "name", "birth_date"),
    "mobility": ("commute_max_min",),
    "household": ("note", "number", "persons_in_household"),
    "actor": ("phone", "note", "address"),
    "meeting": ("day", "status"),
    "municipality": ("name", "population"),
    "imported_list": ("sha256", "lines"),
}
SETS = {"mobility": "licences", "actor": "topics", "municipality": "district_parts"}
ELEMENTS = ("A", "B")

KINDS_IN = {
    "case": ("person", "household", "mobility"),
    "town": ("actor", "meeting"),
    "shared": ("municipality",),
    "team": ("imported_list",),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done to one record."""

    what: str  # create, set, add, remove, life, release, final, erase
    scope: str
    kind: str
    record: int
    field: str = ""
    value: Any = None
    resolves: bool = False


def filled(value, word):
    """Return a value with its marks replaced by a word."""
    if isinstance(value, str):
        return value.replace("{}", word)
    return [filled(part, word) for part in value] if isinstance(value, list) else value


def beginning(kind, word):
    """Return the values a record of a kind begins with."""
    return {name: filled(value, word) for name, value in BEGINNINGS[kind].items()}


def fresh_value(chance, kind, field, word):
    """Return a new value for a field; texts are words that occur once in a life."""
    number = chance.randrange(1, 29)
    special = {
        "name": lambda: [word, "Ulf"] if kind == "person" else word,
        "address": lambda: chance.choice((None, [word, "68647", "Biblis"])),
        "birth_date": lambda: f"1962-05-{number:02}",
        "day": lambda: f"2009-05-{number:02}",
        "status": lambda: chance.choice(("GEPLANT", "ABGESAGT")),
    }
    if field in ("commute_max_min", "persons_in_household", "population", "lines"):
        return number
    return special[field]() if field in special else word


def change_of(deed, state):
    """Return the change by which the product does a deed on a record in this state."""
    return Change(deed.scope, deed.record, deed.kind, tuple(_DOING[deed.what](deed, state)))


def _edited(deed, state, value):
    kind = KINDS[deed.kind]
    after = {**editing.shown(kind, state), deed.field: value}
    return editing.edit(kind, state, after, (deed.field,) if deed.resolves else ())


def _members(deed, state):
    return set(editing.shown(KINDS[deed.kind], state)[deed.field])


_DOING = {
    "create": lambda deed, state: [Create(deed.value)],
    "admit": lambda deed, state: [Create(deed.value, admitted=True)],
    "set": lambda deed, state: _edited(deed, state, deed.value),
    "add": lambda deed, state: _edited(deed, state, sorted({*_members(deed, state), deed.value})),
    "remove": lambda deed, state: _edited(
        deed, state, sorted(_members(deed, state) - {deed.value})
    ),
    "life": lambda deed, state: [editing.set_life(state, Life(deed.value))],
    "release": lambda deed, state: [Release(tuple(v.dot for v in state.versions("life")))],
    "final": lambda deed, state: [Finalise(editing.shown(KINDS[deed.kind], state))],
    "erase": lambda deed, state: [Erase()],
}
