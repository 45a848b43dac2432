"""The story of a household in sentences: what was changed, and what happened on a day.

What is specially protected (S3) is not told here: the timeline stands open on the screen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.journal.state import LIFE
from neuewege_desktop.domain.records import KINDS, Record, RecordId
from neuewege_desktop.domain.records.kind import Sensitivity
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.records.words import field_word, kind_word
from neuewege_desktop.services.case_file.changes.sentences import LIFE_SENTENCES, capital
from neuewege_desktop.services.labels import BY_PROGRAM, act_name
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.wording import show_value
from neuewege_desktop.store.history import FieldChange

# Of household and address the name of the field says all.
_SPEAK_FOR_THEMSELVES = frozenset({"household", "household_address"})
# What tells a new record best; the others can be read where it stands.
_TELLING: Mapping[str, tuple[str, ...]] = {
    "household": ("number",),
    "person": (),
    "membership": ("role", "period"),
    "household_address": ("address", "period"),
    "approval_period": ("period",),
    "case_phase": ("phase", "period"),
    "case": ("opened_on",),
    "appointment": ("purpose", "start"),
    "agreement": ("agreement", "period"),
    "task": ("title", "due_on"),
    "agenda_flag": ("text",),
    "decision": ("decision", "text"),
    "agenda_item": ("meeting",),
    "participation": ("run", "state"),
    "employment_spell": ("employment", "period"),
    "language_skill": ("language", "level"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One sentence of the story: on which day, by whom, about which kind of record.

    `at` is the moment of a change (UTC), None for what merely happened on a day; `act` tells which
    lines one act made.
    """

    day: dt.date
    text: str
    kind: str
    who: str = ""
    at: dt.datetime | None = None
    act: int | None = None


def told_changes(
    changes: Sequence[FieldChange], records: Mapping[RecordId, Record], names: Names
) -> Iterator[TimelineLine]:
    """Yield a line for each new record and each changed field, oldest first.

    What a list brought anew is one line: where it stands it can be read better.
    """
    for _act, of_act in groupby(changes, key=lambda change: change.act):
        in_act = list(of_act)
        texts = list(_told(in_act, records, names))
        if brought := _brought(in_act):
            texts.insert(0, (in_act[0].kind, brought))
        at = dt.datetime.fromtimestamp(in_act[0].at / 1000, dt.UTC)
        for kind, text in texts:
            yield TimelineLine(
                day=at.astimezone().date(),
                text=text,
                kind=kind,
                who=names.of("user", in_act[0].author),
                at=at,
                act=in_act[0].act,
            )


def newest_first(lines: Sequence[TimelineLine]) -> tuple[TimelineLine, ...]:
    """Return the lines as one reads them: of one day, what happened stands above its writing."""
    latest = dt.datetime.max.replace(tzinfo=dt.UTC)
    return tuple(sorted(lines, key=lambda line: (line.day, line.at or latest), reverse=True))


def _brought(changes: Sequence[FieldChange]) -> str:
    """Return how much the program brought in an act, the empty text if nothing is new."""
    new = {change.record for change in changes if change.begins and change.label in BY_PROGRAM}
    if not new:
        return ""
    entries = ngettext("{n} new entry", "{n} new entries", len(new))
    return _("{act}: {entries}").format(act=act_name(changes[0].label), entries=entries)


def _told(
    changes: Sequence[FieldChange], records: Mapping[RecordId, Record], names: Names
) -> Iterator[tuple[str, str]]:
    """Yield kind and sentence for each record an act began and each field it changed."""
    for record, of_record in groupby(changes, key=lambda change: change.record):
        told = [change for change in of_record if not _is_protected(change)]
        begun = [change for change in told if change.begins]
        if begun and begun[0].label not in BY_PROGRAM:
            yield begun[0].kind, _begun(begun, records.get(record), names)
        for change in told:
            if not change.begins:
                yield change.kind, _changed(change, records.get(record), names)


def _is_protected(change: FieldChange) -> bool:
    infos = KINDS[change.kind].by_name
    if change.field != LIFE:
        return infos[change.field].sensitivity == Sensitivity.S3
    return all(info.sensitivity == Sensitivity.S3 for info in infos.values() if info.name != LIFE)


def _begun(changes: Sequence[FieldChange], record: Record | None, names: Names) -> str:
    kind = changes[0].kind
    values = {change.field: change.new for change in changes}
    told = [
        show_value(kind, name, values[name], names)
        for name in _TELLING.get(kind, ("period",))
        if values.get(name) not in (None, "")
    ]
    entry = _entry(kind, record, names)
    if not told:
        return _("{entry} added").format(entry=entry)
    return _("{entry} added: {values}").format(entry=entry, values=", ".join(told))


def _changed(change: FieldChange, record: Record | None, names: Names) -> str:
    entry = _entry(change.kind, record, names)
    if change.field == LIFE:
        return _(LIFE_SENTENCES.get(str(change.new), "{entry}")).format(entry=entry)
    old = show_value(change.kind, change.field, change.old, names)
    new = show_value(change.kind, change.field, change.new, names)
    field = field_word(change.field)
    if change.kind in _SPEAK_FOR_THEMSELVES:
        return _("{field} changed: {old} → {new}").format(field=capital(field), old=old, new=new)
    return _("{entry}, {field} changed: {old} → {new}").format(
        entry=entry, field=field, old=old, new=new
    )


def _entry(kind: str, record: Record | None, names: Names) -> str:
    """Return what a record is called in a sentence: persons by name, their facts with it."""
    if isinstance(record, Person):
        return str(record.name)
    word = capital(kind_word(kind))
    name = names.of("person", getattr(record, "person", None))
    return _("{entry} of {name}").format(entry=word, name=name) if name else word
