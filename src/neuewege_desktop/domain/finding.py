"""What a person types to find something: its words, a day it may mean, and one slip a word."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from neuewege_desktop.base.formats import fold
from neuewege_desktop.domain.records import RecordId

_SHORTEST_FORGIVEN, _LONGEST_FORGIVEN = 4, 16
_MOST_WORDS = 6
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
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
class DayAsked:
    """A day, month or year that somebody typed; None for what they left open."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def digits(self) -> tuple[str, ...]:
        """Return year, month and day as ISO 8601 writes them; nothing unless all are known."""
        if self.day is None or self.month is None or self.year is None:
            return ()
        return (f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}")

    def covers(self, day: dt.date) -> bool:
        """Say whether `day` is one of those asked for."""
        pairs = ((self.day, day.day), (self.month, day.month), (self.year, day.year))
        return all(asked is None or asked == given for asked, given in pairs)


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, as the search index cuts them."""
    return tuple("".join(sign if sign.isalnum() else " " for sign in fold(text)).split())


def words_asked(text: str) -> tuple[str, ...]:
    """Return the folded words that count in what was typed: the first few, each once.

    A whole date is put as the search index keeps birth dates.
    """
    asked, rest = day_asked(text)
    words = (*asked.digits, *rest) if asked and asked.digits else words_of(text)
    return tuple(dict.fromkeys(words))[:_MOST_WORDS]


def is_forgiven(word: str) -> bool:
    """Say whether a slip in this folded word is forgiven.

    It needs four letters; a number with one wrong digit is another number.
    """
    return _SHORTEST_FORGIVEN <= len(word) <= _LONGEST_FORGIVEN and word.isalpha()


def spellings(word: str) -> Iterator[str]:
    """Yield the beginnings of the words that `word` may mean if one letter of it is wrong.

    A letter too many, two swapped, a wrong one, a missing one.
    """
    for place in range(len(word)):
        before, after = word[:place], word[place + 1 :]
        yield before + after
        if after:
            yield before + after[0] + word[place] + after[1:]
            yield from (before + letter + after for letter in _LETTERS if letter != word[place])
        yield from (before + letter + word[place] + after for letter in _LETTERS)


def nearness(asked: Sequence[str], words: Collection[str]) -> Nearness | None:
    """Return how well folded `words` fit those asked for, in any order; None if one does not."""
    best: list[Nearness] = []
    for word in asked:
        near = [near for candidate in words if (near := _near(word, candidate)) is not None]
        if not near:
            return None
        best.append(max(near))
    return min(best, default=None)


def _near(asked: str, word: str) -> Nearness | None:
    if word.startswith(asked):
        return Nearness.WHOLE if word == asked else Nearness.BEGINS
    if is_forgiven(asked) and (asked in word or _begins_but_for_one(asked, word)):
        return Nearness.FORGIVEN
    return None


def _begins_but_for_one(asked: str, word: str) -> bool:
    """Say whether `asked` begins `word` once one letter is put right."""
    pairs = zip(asked, word, strict=False)
    same = next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(asked), len(word)))
    rest, left = asked[same:], word[same:]
    return (
        left.startswith(rest[1:])  # one too many
        or left[1:].startswith(rest[1:])  # a wrong one
        or left[1:].startswith(rest)  # a missing one
        or left.startswith(rest[1:2] + rest[:1] + rest[2:])  # two swapped
    )


def day_asked(text: str) -> tuple[DayAsked | None, tuple[str, ...]]:
    """Return the day, month or year in a text, and the folded words beside it.

    It knows 20.04.2009, 20.4., 2009-04-20, 20. April, April 2009, 2009.
    """
    if iso := _ISO_DAY.search(text):
        return DayAsked(int(iso[3]), int(iso[2]), int(iso[1])), words_of(
            _ISO_DAY.sub(" ", text, count=1)
        )
    day_text, month_text, year_text = _taken(_GERMAN_DAY, text)
    rest = _GERMAN_DAY.sub(" ", text, count=1)
    if year_text is None:
        (year_text,) = _taken(_YEAR, rest)
        rest = _YEAR.sub(" ", rest, count=1)
    words = words_of(rest)
    named = next(((word, month) for word in words if (month := _month_named(word))), None)
    if named and month_text is None:
        month_text = str(named[1])
        words = tuple(word for word in words if word != named[0])
    asked = DayAsked(*(int(part) if part else None for part in (day_text, month_text, year_text)))
    return (None if asked == DayAsked() else asked), words


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str | None, ...]:
    """Return the groups of the first match; all None without one."""
    found = pattern.search(text)
    return found.groups() if found else (None,) * pattern.groups


def _month_named(word: str) -> int | None:
    if len(word) < _SHORTEST_MONTH:
        return None
    for number, names in enumerate(zip(_MONTHS, _ENGLISH_MONTHS, strict=True), start=1):
        if any(name.startswith(word) for name in names):
            return number
    return None
