"""Who and what could be recognised in a text: everything the workplace knows by name."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from neuewege_desktop.base.formats import fold

_WORD = re.compile(r"[^\W_]+")
_HOUSE_NUMBER = re.compile(r"[\s,]*\d+\s*[a-zA-Z]?(\s*[-/+]\s*\d+\s*[a-zA-Z]?)?\s*$")
_STREET = re.compile(r"(strasse|str)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, as it is written, and folded."""

    start: int
    end: int
    written: str
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A client: the name, and what stands for it outside the team."""

    last: str
    first: str
    client_number: str = ""
    birth_date: dt.date | None = None
    households: frozenset[str] = frozenset()
    """The pseudonyms of the households the person belongs to."""
    sign: str = ""
    """HV, P, K1 … in the household; empty if the household is not on the paper."""
    band: str = ""

    names: frozenset[str] = field(init=False)
    """The folded words of both names, and those of one name written together."""

    def __post_init__(self) -> None:
        # Once, and not in every line of a paper: of one name there may be a thousand people.
        parts = [[w.folded for w in words_in(cleaned(name))] for name in (self.first, self.last)]
        together = ["".join(part) for part in parts if part]
        object.__setattr__(self, "names", frozenset(together).union(*parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the texts of one paper are compared with; all of it is known to the workplace.

    `numbers` are BG numbers and pseudonyms with the pseudonym of the household, `phones` digits
    only, `places` parts of municipalities with the municipality, `actors` names with the kind of
    actor. Streets are without house numbers. `staff` may be named.
    """

    people: tuple[KnownPerson, ...] = ()
    numbers: dict[str, str] = field(default_factory=dict)
    phones: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    places: dict[str, str] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)
    staff: frozenset[str] = frozenset()


def cleaned(line: str) -> str:
    """Return a line as paper shows it: composed letters, no signs that cannot be seen."""
    composed = unicodedata.normalize("NFC", line)
    return "".join(sign for sign in composed if unicodedata.category(sign) not in ("Cc", "Cf"))


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text, without the signs between them."""
    for found in _WORD.finditer(text):
        yield Word(found.start(), found.end(), found.group(), fold(found.group()))


def phrase(text: str) -> tuple[str, ...]:
    """Return a name of several words so that two spellings of it are one: Straße is str."""
    return tuple(_STREET.sub("str", word.folded) for word in words_in(cleaned(text)))


def letters(text: str) -> str:
    """Return the letters by which `phrases_at` knows a phrase: where words end does not count."""
    return "".join(phrase(text))


def street_name(street: str) -> str:
    """Return a street without its house number."""
    return _HOUSE_NUMBER.sub("", street).strip()


def phrases_at(
    words: Iterable[Word], wanted: Iterable[tuple[str, ...]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield from which word to which (excluded) one of the phrases stands.

    Where one word ends and the next begins does not count: Haupt-Straße is Hauptstr.
    """
    folded = [_STREET.sub("str", word.folded) for word in words]
    by_letters = {"".join(each): each for each in wanted if each}
    longest = max(map(len, by_letters), default=0)
    for place in range(len(folded)):
        letters = ""
        for end, word in enumerate(folded[place:], place + 1):
            letters += word
            if len(letters) > longest:
                break
            if letters in by_letters:
                yield place, end, by_letters[letters]
