"""What is specially protected (S3) about a household, for a case sheet that asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.abilities import Barrier, HealthLimit, Need16a
from neuewege_desktop.domain.records.person import IncapacitySpell, Person
from neuewege_desktop.domain.records.words import field_word, kind_word
from neuewege_desktop.reports.documents.case_sheet import Protected
from neuewege_desktop.services.papers.homes import Home
from neuewege_desktop.services.wording import spoken
from neuewege_desktop.store.reader import Reader

_Fact = Barrier | HealthLimit | Need16a | IncapacitySpell
_OF_PERSON = ("nationality_group", "work_permit", "accessibility_need")


def protected(reader: Reader, home: Home, day: dt.date, why: str) -> Protected:
    """Return the protected data of the members on a day; `why` stands beside them."""
    names = {person.id: str(person.name) for _m, person in home.members}
    lines: list[tuple[str, str]] = []
    for _m, person in home.members:
        lines += _of_person(person)
    for record in _facts(reader, list(names)):
        if record.period.covers(day):
            lines.append(
                (_titled(names[record.person], kind_word(record.kind.name)), _words(record))
            )
    return Protected(why=why, lines=tuple(lines))


def _facts(reader: Reader, persons: list[RecordId]) -> Iterator[_Fact]:
    yield from reader.find(Barrier, person=persons)
    yield from reader.find(HealthLimit, person=persons)
    yield from reader.find(Need16a, person=persons)
    yield from reader.find(IncapacitySpell, person=persons)


def _of_person(person: Person) -> Iterator[tuple[str, str]]:
    for field in _OF_PERSON:
        value = getattr(person, field)
        if value:
            yield _titled(str(person.name), field_word(field)), spoken(value)


def _titled(name: str, what: str) -> str:
    return _("{name}, {what}").format(name=name, what=what)


def _words(record: _Fact) -> str:
    match record:
        case Barrier():
            return f"{record.group.label} ({record.code}, {record.severity}/3)"
        case HealthLimit():
            return f"{record.limit.label} ({record.source.label})"
        case Need16a():
            return f"{record.need.label}, {record.state.label}"
        case IncapacitySpell():
            return spoken(record.period)
