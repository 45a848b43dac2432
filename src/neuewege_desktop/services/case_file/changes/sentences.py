"""The sentences: what a record is called, what became of it, what it was and is now.

Every pattern does without inflection, so that any word fits into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.records import KINDS, Life
from neuewege_desktop.domain.records.words import field_word, kind_word
from neuewege_desktop.services.case_file.changes.net import NetField
from neuewege_desktop.services.case_file.changes.values import (
    both_quoted,
    in_words,
    quoted,
    shortened,
)
from neuewege_desktop.services.names import Names

Values = Mapping[str, Any]  # of a record, as the journal writes them

LIFE_SENTENCES: Mapping[str, str] = {  # by what became of a record
    Life.ARCHIVED: N_("{entry} put away"),
    Life.WITHDRAWN: N_("{entry} taken back"),
    Life.RELEASED: N_("{entry} handed over"),
    Life.LIVE: N_("{entry} brought back"),
    Life.ERASED: N_("{entry} erased for good"),
}
_BEGUN: Mapping[str, str] = {"agenda_item": N_("On the agenda: {entry}")}
# The field by which one knows a record of a kind from another.
_KNOWN_BY: Mapping[str, str] = {
    "household_address": "address",
    "approval_period": "period",
    "case_phase": "phase",
    "appointment": "start",
    "agreement": "agreement",
    "task": "title",
    "agenda_flag": "text",
    "decision": "text",
    "promise_answer": "task",
    "guest_clearance": "attendance",
    "participation": "run",
    "elb_spell": "period",
    "unemployment_spell": "period",
    "employment_spell": "employment",
    "school_spell": "period",
    "language_skill": "language",
}
# What else tells a new record; the rest can be read where it stands.
_TELLING: Mapping[str, tuple[str, ...]] = {
    "person": ("birth_date",),
    "membership": ("role", "period"),
    "case": ("case_manager", "opened_on"),
    "appointment": ("purpose", "status"),
    "agreement": ("status", "period", "goal"),
    "task": ("assignee", "due_on", "state"),
    "agenda_flag": (),
    "decision": ("decision", "responsible", "due_on"),
    "promise_answer": ("outcome", "new_due", "reason"),
    "guest_clearance": ("basis",),
    "minutes_correction": ("was", "now", "reason"),
    "agenda_item": ("state", "reasons", "discussion"),
    "participation": ("state", "period"),
    "employment_spell": ("hours_week", "period"),
    "language_skill": ("level",),
    "qualification": ("school", "vocational", "skills"),
    "course_entitlement": ("integration_course", "language_course"),
    "mobility": ("licences", "car_available", "bus_rail"),
}
_BEFORE_ITS_VALUE = ("_on", "_by")  # their words do not stand alone: "due on", "raised by"
_WORDS: Mapping[tuple[str, str], str] = {  # where the common word for a field would mislead
    ("decision", "decision"): N_("kind of decision"),
    ("household_address", "ags"): N_("municipality"),
    ("minutes_correction", "number"): N_("number"),
}
# Fields whose value speaks for itself.
_PLAIN = frozenset(
    {"period", "role", "purpose", "status", "state", "decision", "level", "outcome", "basis"}
)


def begun_sentence(kind: str, values: Values, names: Names) -> str:
    """Return the sentence about a new record, with what matters of it."""
    entry = called(kind, values, names)
    known_by = _KNOWN_BY.get(kind)
    sentence = _(_BEGUN.get(kind, N_("New: {entry}"))).format(entry=entry)
    infos = KINDS[kind].by_name
    told = [
        _told(kind, name, in_words(kind, name, values[name], names))
        for name in _TELLING.get(kind, ("period",))
        if name in infos and name != known_by and values[name] != infos[name].default
    ]
    if not told:
        return sentence
    return _("{sentence} – {values}").format(sentence=sentence, values=", ".join(told))


def household_sentence(name: str, others: int) -> str:
    """Return the sentence about a household taken in, and how much was entered with it."""
    sentence = _("Household {name} taken in").format(name=name)
    if not others:
        return sentence
    entries = ngettext("with {n} more entry", "with {n} more entries", others)
    return _("{sentence}, {entries}").format(sentence=sentence, entries=entries)


def life_sentence(kind: str, life: str, values: Values, names: Names) -> str:
    """Return the sentence about a record put away, brought back, taken back or erased."""
    return _(LIFE_SENTENCES[life]).format(entry=called(kind, values, names))


def changed_sentence(kind: str, fields: Sequence[NetField], values: Values, names: Names) -> str:
    """Return the sentence about what changed in a record at once."""
    entry = called(kind, values, names, changed=frozenset(net.name for net in fields))
    clauses = "; ".join(_clauses(kind, fields, names))
    return _("{entry}: {changes}").format(entry=entry, changes=clauses)


def protected_sentence(name: str, count: int) -> str:
    """Return the sentence about what is specially protected: that something changed, not what."""
    changed = ngettext(
        "a specially protected fact was changed",
        "{n} specially protected facts were changed",
        count,
    )
    return _("{entry}: {changes}").format(entry=name, changes=changed) if name else changed


def from_list(sentence: str, day: str) -> str:
    """Add to a sentence that the list of a day brought it."""
    return _("{sentence} (from the list of {day})").format(sentence=sentence, day=day)


def called(kind: str, values: Values, names: Names, changed: frozenset[str] = frozenset()) -> str:
    """Return what a record is called in a sentence; what changed of it is told there instead."""
    if kind == "person" and values:
        return str(KINDS[kind].by_name["name"].shape.decode(values["name"]))
    if kind == "agenda_item" and values and "meeting" not in changed:
        return capital(names.of("meeting", values["meeting"]))
    entry = capital(kind_word(kind))
    known_by = _KNOWN_BY.get(kind)
    if values and known_by is not None and known_by not in changed:
        detail = quoted(kind, known_by, values[known_by], names)
        pattern = _("{entry} on {detail}") if known_by == "start" else _("{entry} {detail}")
        entry = pattern.format(entry=entry, detail=detail).rstrip()
    name = names.of("person", values.get("person"))
    return _("{entry} of {name}").format(entry=entry, name=name) if name else entry


def _told(kind: str, field: str, words: str) -> str:
    """Return a value of a new record, with the word for its field unless it speaks for itself."""
    if field in _PLAIN:
        return words
    if field.endswith(_BEFORE_ITS_VALUE):
        return _("{field} {new}").format(field=field_word(field), new=words)
    return _("{field}: {value}").format(field=_word_for(kind, field), value=shortened(words))


def _clauses(kind: str, fields: Sequence[NetField], names: Names) -> Iterator[str]:
    order = list(KINDS[kind].by_name)
    for net in sorted(fields, key=lambda net: order.index(net.name)):
        old, new = both_quoted(kind, net.name, net.old, net.new, names)
        pattern = _pattern(kind, net.name, old, new)
        yield _(pattern).format(field=_word_for(kind, net.name), old=old, new=new)


def _pattern(kind: str, field: str, old: str, new: str) -> str:
    if field.endswith(_BEFORE_ITS_VALUE):
        if not old:
            return N_("{field} {new}")
        if not new:
            return N_("no longer {field} {old}")
        return N_("now {field} {new} (before: {old})")
    if not old:
        return N_("{field} entered: {new}")
    if not new:
        return N_("{field} removed (before: {old})")
    if field == _KNOWN_BY.get(kind):
        return N_("now {new} (before: {old})")
    return N_("{field} now {new} (before: {old})")


def _word_for(kind: str, field: str) -> str:
    return _(_WORDS[kind, field]) if (kind, field) in _WORDS else field_word(field)


def capital(word: str) -> str:
    """Return a word as it begins a sentence."""
    return word[:1].upper() + word[1:]
