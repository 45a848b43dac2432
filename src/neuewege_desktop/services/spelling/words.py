"""Which pieces of a text are words that can be spelled wrongly, and how each may be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|^www\.", re.IGNORECASE)
_MARK = "\u0300-\u036f"  # an umlaut that was typed as a letter and two dots
_LETTER = rf"[^\W\d_][{_MARK}]*"
_WITH_DIGITS = re.compile(rf"[\w{_MARK}]*\d[\w{_MARK}]*(?:-(?:{_LETTER})+)?")  # also 14-tägig
_WORD = re.compile(
    rf"(?P<stem>(?:{_LETTER})+(?:['’](?:{_LETTER})+)*)"
    rf"(?:(?::|\*|_|/-?|·|\()(?P<ending>innen|in|[ernsm]{{1,2}})(?!{_LETTER})\)?)?"
)
_ABBREVIATION = re.compile(r"[^\Wa-zäöüß\d_]{2,6}s?")  # EGV, AGHs
_MIXED = re.compile(r"\w+[^\Wa-zäöüß\d_]\w*")  # eLb, zkT: a capital inside
_LONGEST_MIXED = 4
_LONGEST = 100  # letters; what is longer is no word, and would keep the dictionary busy


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: where it begins and ends (in characters), and how it may be read.

    It is sound if one of its readings is. `stem` is what may be replaced by another word: it ends
    at `stem_end`, before an ending such as “:innen”.
    """

    start: int
    stem_end: int
    end: int
    stem: str
    readings: tuple[str, ...]


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text.

    Left out are numbers and what holds digits (BG numbers), addresses, abbreviations in capitals
    and single letters. Parts that a hyphen or a stroke joins are words of their own.
    """
    for found in _CHUNK.finditer(text):
        chunk = found.group()
        if chunk.isalpha():
            if _can_be_wrong(chunk):  # most words: nothing around them, nothing to be composed
                yield Word(found.start(), found.end(), found.end(), chunk, (chunk,))
        elif not _ADDRESS.search(chunk):
            yield from _words_in(chunk, found.start())


def _words_in(chunk: str, offset: int) -> Iterator[Word]:
    digits = [found.span() for found in _WITH_DIGITS.finditer(chunk)]
    for found in _WORD.finditer(chunk):
        start, end = found.span()
        if any(first < end and start < last for first, last in digits):
            continue
        stem, ending = composed(found["stem"]), found["ending"] or ""
        if _can_be_wrong(stem):
            before, after = chunk[max(start - 1, 0) : start], chunk[end : end + 1]
            whole = composed(found.group())
            readings = (whole, *_other_readings(whole, stem, ending), *_parts(whole, before, after))
            yield Word(
                start=offset + start,
                stem_end=offset + found.end("stem"),
                end=offset + end,
                stem=stem,
                readings=tuple(dict.fromkeys(readings)),
            )


def _can_be_wrong(stem: str) -> bool:
    if not 1 < len(stem) <= _LONGEST or _ABBREVIATION.fullmatch(stem):
        return False
    return len(stem) > _LONGEST_MIXED or not _MIXED.fullmatch(stem)


def _other_readings(whole: str, stem: str, ending: str) -> Iterator[str]:
    """Yield how a word for both genders is read, and one that lost its last letters."""
    if ending:  # Kolleg:innen, Teilnehmer/-in, jede/r
        yield stem + ending
        yield stem
    before, apostrophe, lost = whole.partition("'")
    if apostrophe and len(lost) <= 1:  # hat's, Hans'
        yield before


def _parts(whole: str, before: str, after: str) -> Iterator[str]:
    """Yield a word as the part of a longer one, or as an abbreviation."""
    if after in ("-", "."):  # Leistungs-, usw.
        yield whole + after
    if before == "-":
        yield before + whole
        yield whole[0].upper() + whole[1:]


def composed(text: str) -> str:
    """Return a text with each letter and its marks as one sign (NFC), and straight apostrophes."""
    return unicodedata.normalize("NFC", text).replace("’", "'")
