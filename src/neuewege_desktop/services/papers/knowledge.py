"""Gathers what the typed lines of a paper are compared with: of the whole workplace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.papers.days import days_in
from neuewege_desktop.domain.papers.free_text import spellings
from neuewege_desktop.domain.papers.known import (
    Known,
    KnownPerson,
    cleaned,
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
    """Return all that these lines could name; `homes` are the households on the paper."""
    shown = [cleaned(line) for line in lines]
    words = {spelling for line in shown for word in words_in(line) for spelling in spellings(word)}
    numbers = households_numbered(reader, set(filter(_may_be_number, words)))
    born = {found for line in shown for _start, _end, found in days_in(line)}
    towns_named = {town.ags: town.name for town in reader.find(Municipality)}
    return Known(
        people=tuple(_people(reader, words, born, homes, day)),
        numbers={n: pseudonym for n, pseudonym in numbers.items() if words.issuperset(phrase(n))},
        phones=phones(reader) if any(_has_digits(line) for line in shown) else frozenset(),
        streets=frozenset(map(street_name, streets(reader))),
        places=_places(reader, towns_named),
        actors={actor.name: actor.actor.label for actor in reader.find(Actor, lives=_EVERY)},
        staff=frozenset(user.name for user in reader.find(User, lives=_EVERY)),
    )


_EVERY = tuple(life for life in Life if life != Life.ERASED)
_LEAST_DIGITS = 5  # of a telephone number
_LEAST_OF_NUMBER = 4  # of a word of digits alone


def _may_be_number(word: str) -> bool:
    """Say whether a word may be part of a BG number, and not only a day or a house number."""
    has_digits = any(map(str.isdigit, word))
    return has_digits and (len(word) >= _LEAST_OF_NUMBER or not word.isdigit())


def _has_digits(line: str) -> bool:
    return sum(map(str.isdigit, line)) >= _LEAST_DIGITS


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
