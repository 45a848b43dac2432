"""Gathers what the typed lines of a paper are compared with: of the whole workplace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.papers.days import days_in
from neuewege_desktop.domain.papers.free_text import firm, spellings
from neuewege_desktop.domain.papers.known import (
    Known,
    KnownPerson,
    cleaned,
    letters,
    phrase,
    street_name,
    words_in,
)
from neuewege_desktop.domain.papers.pseudonyms import age_band
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.catalogue import Municipality, User
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.services.papers.homes import Home
from neuewege_desktop.store.known_words import (
    PersonWords,
    homes_of,
    households_numbered,
    persons_born_on,
    persons_called,
    phones,
    streets,
    towns,
)
from neuewege_desktop.store.reader import Reader


def known_in(
    reader: Reader, lines: Sequence[str], homes: Mapping[RecordId, Home], day: dt.date
) -> Known:
    """Return all that these lines could name; `homes` are the households on the paper.

    What cannot stand in any of them is left out here, once, and not looked for in every line.
    """
    shown = [cleaned(line) for line in lines]
    words = {spelling for line in shown for word in words_in(line) for spelling in spellings(word)}
    numbers = households_numbered(reader, set(filter(_may_be_number, words)))
    born = {found for line in shown for _start, _end, found in days_in(line)}
    said, of_firms = _said(shown), _said(map(firm, shown))
    towns_named = {town.ags: town.name for town in reader.find(Municipality)}
    return Known(
        people=tuple(_people(reader, words, born, homes, day)),
        numbers={n: pseudonym for n, pseudonym in numbers.items() if words.issuperset(phrase(n))},
        phones=frozenset(_phones(reader, shown)),
        streets=frozenset(s for s in map(street_name, streets(reader)) if letters(s) in said),
        places=_places(reader, towns_named),
        actors={
            actor.name: actor.actor.label
            for actor in reader.find(Actor, lives=_EVERY)
            if letters(firm(actor.name)) in of_firms
        },
        staff=frozenset(
            user.name for user in reader.find(User, lives=_EVERY) if letters(user.name) in said
        ),
    )


_EVERY = tuple(life for life in Life if life != Life.ERASED)
_END_OF_PHONE = 5  # so many digits at least are taken for a telephone number
_LEAST_OF_NUMBER = 4  # of a word of digits alone


def _may_be_number(word: str) -> bool:
    """Say whether a word may be part of a BG number, and not only a day or a house number."""
    has_digits = any(map(str.isdigit, word))
    return has_digits and (len(word) >= _LEAST_OF_NUMBER or not word.isdigit())


def _said(lines: Iterable[str]) -> str:
    return "\n".join(map(letters, lines))


def _phones(reader: Reader, lines: Sequence[str]) -> Iterator[str]:
    """Yield the telephone numbers whose last digits stand in one of these lines."""
    ends = set()
    for line in lines:
        digits = "".join(filter(str.isdigit, line))
        ends |= {digits[at : at + _END_OF_PHONE] for at in range(len(digits) - _END_OF_PHONE + 1)}
    if ends:
        yield from (phone for phone in phones(reader) if phone[-_END_OF_PHONE:] in ends)


def _people(
    reader: Reader,
    words: set[str],
    born: set[dt.date],
    homes: Mapping[RecordId, Home],
    day: dt.date,
) -> Iterator[KnownPerson]:
    signs = {person: sign for home in homes.values() for person, sign in home.signs().items()}
    found = {  # whoever is on the paper is known in every spelling, those the index lacks too
        person.id: PersonWords(
            person.id,
            person.name.last,
            person.name.first,
            person.client_number,
            person.birth_date,
        )
        for home in homes.values()
        for _membership, person in home.members
    }
    named = {word for word in words if not word.isdigit()}  # digits: half of all days of birth
    for person in (*persons_called(reader, named), *persons_born_on(reader, born)):
        found[person.id] = person
    pseudonyms = homes_of(reader, list(found))
    for id_, person in found.items():
        years = age(person.birth_date, day) if person.birth_date else None
        yield KnownPerson(
            last=person.last,
            first=person.first,
            client_number=person.client_number,
            birth_date=person.birth_date,
            households=pseudonyms.get(id_, frozenset()),
            sign=signs.get(id_, ""),
            band=age_band(years),
        )


def _places(reader: Reader, towns_named: Mapping[str, str]) -> dict[str, str]:
    """Return parts of municipalities with the municipality that stands for them."""
    parts = {part: town.name for town in reader.find(Municipality) for part in town.district_parts}
    for town, ags in towns(reader).items():
        parts.setdefault(town, towns_named.get(ags, ""))
    names = set(towns_named.values())
    return {part: name for part, name in parts.items() if name and part not in names}
