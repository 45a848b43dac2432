"""Names, numbers, addresses and the like in what somebody typed, and what to print instead (6.4).

What is found is a doubt, not a verdict: „Berg“ is a name and a hill. A person confirms each line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.papers.days import GAP, days_in
from neuewege_desktop.domain.papers.known import (
    Known,
    KnownPerson,
    Word,
    phrase,
    phrases_at,
    words_in,
)

_ENDINGS = ("s", "es", "n", "en", "ns", "ens", "sche", "schen", "scher", "sches")
# Names that are also the smallest words of German count only with a capital.
_SMALL_WORDS = frozenset(
    {"ab", "am", "an", "da", "das", "dem", "den", "der", "des", "die", "du", "er", "es", "im"}
    | {"in", "ja", "ob", "so", "um", "uns", "vom", "von", "zu", "zum", "zur"}
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", re.UNICODE)
_PHONE = re.compile(r"(?<![\w,])(?<!\d\.)(?:\+|\(?0)\(?\d(?:[\s()/\u2010-\u2015-]{0,3}\d){4,}")
_DIGITS = re.compile(r"\d(?:[\s()./\u2010-\u2015-]{0,3}\d){4,}")
_NUMBER = re.compile(
    rf"(?<!\d)(?:\d{{5}}{GAP}{{0,3}}bg{GAP}{{0,3}}\d(?:{GAP}?\d){{2,6}}"
    rf"|\d{{3}}{GAP}{{0,2}}[a-z]{GAP}{{0,2}}\d{{3}}{GAP}?\d{{3}})(?!\d)",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:Frau|Herrn?|Familie|Fam\.|Eheleute)\s+$")
_BETWEEN_NAMES = re.compile(r"[\s,.'’-]*$")
# Legal forms and small words that one writes, or leaves out, beside the name of a firm.
_BESIDE_FIRMS = frozenset(
    {"ag", "co", "e", "ev", "gbr", "ggmbh", "gmbh", "k", "kg", "mbh", "ohg", "se", "u", "ug"}
    | {"und", "v"}
)
# Beginnings of words that speak of somebody's health; what it is, is for nobody outside.
_HEALTH = (
    *("alkohol", "arbeitsunfahig", "arzt", "attest", "bandscheib", "behinder", "depress", "diabet"),
    *("diagnos", "drogen", "epilep", "erkrank", "infarkt", "klinik", "krank", "krebs", "operat"),
    *("psych", "reha", "rollstuhl", "schwanger", "suchtberat", "suchtig", "therap"),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a line that tells who is meant: what it is, and what to print instead."""

    start: int
    end: int
    what: str
    instead: str


Finder = Callable[[str, Sequence[Word], Known, str], Iterator[Hit]]


def hits_in(line: str, known: Known, place: str, *, for_team: bool) -> list[Hit]:
    """Return what a line gives away, in order and without overlaps.

    `place` is the heading it stands under; a person of the household named there is called by
    the sign alone. A copy for the municipality (not `for_team`) knows no signs and no pseudonyms.
    """
    words = list(words_in(line))
    finders = _FOR_TEAM if for_team else _FOR_TOWN
    found = [hit for finder in finders for hit in finder(line, words, known, place)]
    if not for_team:
        found = [_unnamed(hit) for hit in found]
    return _merged(line, [hit for hit in found if line[hit.start : hit.end] != hit.instead])


def masked(line: str, hits: Sequence[Hit]) -> str:
    """Return the line with each hit replaced."""
    parts: list[str] = []
    last = 0
    for hit in hits:
        parts += [line[last : hit.start], hit.instead]
        last = hit.end
    return "".join([*parts, line[last:]])


def _merged(line: str, hits: Sequence[Hit]) -> list[Hit]:
    """Drop hits inside others; let first and last name of one person become one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if kept and hit.start < kept[-1].end:
            if hit.end > kept[-1].end:
                kept[-1] = Hit(kept[-1].start, hit.end, kept[-1].what, kept[-1].instead)
            continue
        before = kept[-1] if kept else None
        if before and before.instead == hit.instead and before.what == hit.what:
            between = line[before.end : hit.start]
            if _BETWEEN_NAMES.fullmatch(between):
                kept[-1] = Hit(before.start, hit.end, hit.what, hit.instead)
                continue
        kept.append(hit)
    return kept


def _unnamed(hit: Hit) -> Hit:
    return Hit(hit.start, hit.end, hit.what, f"[{hit.what}]")


# --- people ------------------------------------------------------------------------------------


def _people(line: str, words: Sequence[Word], known: Known, place: str) -> Iterator[Hit]:
    by_name: dict[str, list[KnownPerson]] = {}
    for person in known.people:
        for name in person.names:
            by_name.setdefault(name, []).append(person)
    excused = _staff_named(words, known)
    for number, word in enumerate(words):
        if number in excused:
            continue
        meant = [person for name in spellings(word) for person in by_name.get(name, ())]
        if meant and not _is_small_word(word):
            start = _with_address(line, word.start)
            yield Hit(
                start,
                word.end,
                _("Name"),
                _sign_of(meant, words[max(number - 1, 0) : number + 2], place),
            )


def spellings(word: Word) -> Iterator[str]:
    """Yield a word and what it is an inflected form of: Meyers, Meyer."""
    yield word.folded
    for ending in _ENDINGS:
        if word.folded.endswith(ending) and len(word.folded) > len(ending) + 1:
            yield word.folded.removesuffix(ending)


def _is_small_word(word: Word) -> bool:
    return word.folded in _SMALL_WORDS and not word.written[0].isupper()


def _with_address(line: str, start: int) -> int:
    addressed = _ADDRESSED.search(line[:start])
    return addressed.start() if addressed else start


def _staff_named(words: Sequence[Word], known: Known) -> set[int]:
    """Return the words that name a colleague, unless a client has the same name."""
    clients = {person.names for person in known.people}
    names = [phrase(name) for name in known.staff]
    wanted = [name for name in names if len(name) > 1 and frozenset(name) not in clients]
    return {
        number
        for first, last, name in phrases_at(words, wanted)
        if last - first == len(name)  # „Annaberg“ is not Anna Berg
        for number in range(first, last)
    }


def _sign_of(meant: Sequence[KnownPerson], around: Sequence[Word], place: str) -> str:
    """Return what stands for a name: the sign in the household of the item, else the pseudonym.

    Of several people with the name it is the one whose other name stands beside it.
    """
    written = {spelling for word in around for spelling in spellings(word)}
    best = max(len(person.names & written) for person in meant)
    likely = [person for person in meant if len(person.names & written) == best]
    here = [person for person in likely if person.households & set(place.split())]
    if here:
        return "/".join(sorted({person.sign for person in here if person.sign}))
    homes = {home for person in likely for home in person.households}
    return homes.pop() if len(homes) == 1 else _("[name]")


# --- numbers, days, addresses ------------------------------------------------------------------


def _numbers(line: str, words: Sequence[Word], known: Known, _place: str) -> Iterator[Hit]:
    for found in _NUMBER.finditer(line):
        yield Hit(found.start(), found.end(), _("Number"), _pseudonym(found.group(), known))
    clients = {person.client_number: _("[number]") for person in known.people}
    yield from _named(words, clients | known.numbers, _("Number"))


def _pseudonym(number: str, known: Known) -> str:
    """Return the pseudonym of the household that has a number, however that is written."""
    by_number = {_bare(key): pseudonym for key, pseudonym in known.numbers.items()}
    return by_number.get(_bare(number), _("[number]"))


def _bare(number: str) -> str:
    return "".join(filter(str.isalnum, number)).casefold()


def _contacts(line: str, _words: Sequence[Word], known: Known, _place: str) -> Iterator[Hit]:
    for found in _MAIL.finditer(line):
        yield Hit(found.start(), found.end(), _("E-mail"), _("[e-mail]"))
    for found in _PHONE.finditer(line):
        yield Hit(found.start(), found.end(), _("Telephone"), _("[telephone]"))
    for found in _DIGITS.finditer(line):
        if _is_phone("".join(filter(str.isdigit, found.group())), known.phones):
            yield Hit(found.start(), found.end(), _("Telephone"), _("[telephone]"))


def _is_phone(digits: str, phones: Collection[str]) -> bool:
    """Say whether digits are a telephone number of a client, with or without its area code."""
    cores = (phone.lstrip("0") for phone in phones)
    return any(len(core) > 4 and (core.endswith(digits) or core in digits) for core in cores)


def _births(line: str, _words: Sequence[Word], known: Known, _place: str) -> Iterator[Hit]:
    bands = {person.birth_date: person.band for person in known.people if person.birth_date}
    for start, end, day in days_in(line):
        if day in bands:
            instead = bands[day] or _("[date of birth]")
            yield Hit(start, end, _("Date of birth"), instead)


def _streets(line: str, words: Sequence[Word], known: Known, _place: str) -> Iterator[Hit]:
    wanted = {phrase(street) for street in known.streets}
    for first, last, _street in phrases_at(words, wanted):
        follows = words[last] if last < len(words) else None
        end = words[last - 1].end
        if (
            follows
            and follows.folded[0].isdigit()
            and line[end : follows.start].strip() in ("", ".")
        ):
            end = follows.end
        yield Hit(words[first].start, end, _("Address"), _("[address]"))


def _places(_line: str, words: Sequence[Word], known: Known, _place: str) -> Iterator[Hit]:
    yield from _named(words, known.places, _("Part of a municipality"))


def _actors(_line: str, words: Sequence[Word], known: Known, _place: str) -> Iterator[Hit]:
    shown = [word for word in words if word.folded not in _BESIDE_FIRMS]
    named = {firm(name): instead for name, instead in known.actors.items()}
    yield from _named(shown, named, _("Employer or provider"))


def firm(name: str) -> str:
    """Return what people call a firm: without its legal form and small words."""
    words = [word.written for word in words_in(name) if word.folded not in _BESIDE_FIRMS]
    return " ".join(words) or name


def _named(words: Sequence[Word], names: dict[str, str], what: str) -> Iterator[Hit]:
    by_phrase = {phrase(name): instead for name, instead in names.items()}
    for first, last, found in phrases_at(words, by_phrase):
        instead = by_phrase[found]
        if instead:
            yield Hit(words[first].start, words[last - 1].end, what, instead)


def _health(_line: str, words: Sequence[Word], _known: Known, _place: str) -> Iterator[Hit]:
    for word in words:
        if word.folded.startswith(_HEALTH):
            yield Hit(word.start, word.end, _("Health"), _("[health matter]"))


_FOR_TOWN: tuple[Finder, ...] = (_people, _numbers, _contacts, _births, _streets)
_FOR_TEAM: tuple[Finder, ...] = (*_FOR_TOWN, _places, _actors, _health)
