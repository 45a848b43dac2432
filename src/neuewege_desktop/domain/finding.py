"""What a person types to find something: its words, a day it may mean, and one slip a word."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.records import RecordId

_SHORTEST_FORGIVEN, _LONGEST_FORGIVEN = 4, 24
_MOST_WORDS = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyzß"  # others fold to one of these
_MONTHS = (
    *("januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september"),
    *("oktober", "november", "dezember"),
)
_ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_SHORTEST_MONTH = 3
_GERMAN_DAY = re.compile(r"\b(\d{1,2})\.\s?(?:(\d{1,2})\b(?:\.\s?(\d{4})?)?|(?=[^\W\d]))")
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


class FoundKind(StrEnum):
    """What was found; the name of its kind of record."""

    HOUSEHOLD = "household"
    PERSON = "person"
    MEASURE = "measure"
    MEETING = "meeting"
    ACTOR = "actor"


class Nearness(IntEnum):
    """How well something fits what was typed; the higher, the better."""

    FORGIVEN = 1  # with one slip in a word, or only inside a longer one
    BEGINS = 2  # each typed word begins a word of it
    WHOLE = 3  # each typed word is a word of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something that was found: what it is called, and a second line that tells it from others."""

    kind: FoundKind
    id: RecordId
    title: str
    subtitle: str
    score: Nearness


@dataclass(frozen=True, slots=True)
class WordAsked:
    """A typed word, folded, and the folded beginnings it may mean if one letter of it is wrong."""

    folded: str
    slips: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DayAsked:
    """A day, month or year that somebody typed; None for what they left open."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def iso(self) -> str:
        """Return the whole day as the search index keeps birth dates; "" unless all is known."""
        if self.day is None or self.month is None or self.year is None:
            return ""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def covers(self, day: dt.date) -> bool:
        """Say whether `day` is one of those asked for."""
        pairs = ((self.day, day.day), (self.month, day.month), (self.year, day.year))
        return all(asked is None or asked == given for asked, given in pairs)


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, as the search index cuts them."""
    return tuple(map(fold, _plain_words(text)))


def words_asked(text: str) -> tuple[WordAsked, ...]:
    """Return the words that count in what was typed: the first few, each once.

    Slips are made in what was typed and folded afterwards: two letters that only a slip brought
    together, such as an e behind an o, are no ö.
    """
    asked, rest = day_asked(text)
    words = _plain_words(f"{asked.iso} {rest}" if asked and asked.iso else text)
    return tuple(
        WordAsked(fold(word), frozenset(map(fold, _spellings(word))))
        for word in list(dict.fromkeys(words))[:_MOST_WORDS]
    )


def _plain_words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text).lower()
    return "".join(sign if sign.isalnum() else " " for sign in composed).split()


def _spellings(word: str) -> Iterator[str]:
    """Yield `word` with a letter too few, two swapped, another one, or one too many.

    Nothing is forgiven in short words, nor in numbers: with one wrong digit it is another number.
    """
    if not (_SHORTEST_FORGIVEN <= len(word) <= _LONGEST_FORGIVEN and word.isalpha()):
        return
    for place in range(len(word)):
        before, here, after = word[:place], word[place], word[place + 1 :]
        yield before + after
        yield from (before + letter + here + after for letter in _LETTERS)
        if after:  # beginnings are compared: without its last letter, any other will do
            yield before + after[0] + here + after[1:]
            yield from (before + letter + after for letter in _LETTERS)


def nearness(asked: Sequence[WordAsked], words: Collection[str]) -> Nearness | None:
    """Return how well folded `words` fit those asked for, in any order; None if one does not."""
    best: list[Nearness] = []
    for word in asked:
        near = [near for candidate in words if (near := _near(word, candidate)) is not None]
        if not near:
            return None
        best.append(max(near))
    return min(best, default=None)


def _near(asked: WordAsked, word: str) -> Nearness | None:
    if word.startswith(asked.folded):
        return Nearness.WHOLE if word == asked.folded else Nearness.BEGINS
    beginnings = (word[:length] for length in range(1, len(word) + 1))
    if asked.slips and (asked.folded in word or not asked.slips.isdisjoint(beginnings)):
        return Nearness.FORGIVEN
    return None


def day_asked(text: str) -> tuple[DayAsked | None, str]:
    """Return the day, month or year in a text, and the words beside it.

    It knows 20.04.2009, 20.4., 2009-04-20, 20. April, April 2009, 2009.
    """
    if iso := _ISO_DAY.search(text):
        asked = DayAsked(int(iso[3]), int(iso[2]), int(iso[1]))
        return asked, " ".join(_plain_words(_ISO_DAY.sub(" ", text, count=1)))
    (day, month, year), rest = _taken(_GERMAN_DAY, text)
    if year is None:
        (year,), rest = _taken(_YEAR, rest)
    words = _plain_words(rest)
    named = next((word for word in words if _month_named(word)), None)
    if named and month is None:
        month = _month_named(named)
        words.remove(named)
    asked = DayAsked(day, month, year)
    return (None if asked == DayAsked() else asked), " ".join(words)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[list[int | None], str]:
    """Return the numbers of the first match, None for missing ones, and the text without it."""
    found = pattern.search(text)
    groups = found.groups() if found else (None,) * pattern.groups
    return [int(part) if part else None for part in groups], pattern.sub(" ", text, count=1)


def _month_named(word: str) -> int | None:
    if len(word) < _SHORTEST_MONTH:
        return None
    for number, names in enumerate(zip(_MONTHS, _ENGLISH_MONTHS, strict=True), start=1):
        if any(name.startswith(fold(word)) for name in names):
            return number
    return None
