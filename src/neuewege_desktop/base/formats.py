"""Dates, folded search text and sort keys as the language writes and orders them."""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import lru_cache

_BASE_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def long_date(day: dt.date) -> str:
    """Return `day` as a German clerk writes it: 20.04.2009."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def _plain_letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.lower().translate(_BASE_LETTERS))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)  # places and names come again and again
def fold(text: str) -> str:
    """Return `text` for searching: Müller, Mueller and Muller fold to the same letters.

    Prefix-preserving: each typed beginning of a word folds to a beginning of the folded word.
    """
    folded = _plain_letters(text)
    for digraph, letter in _DIGRAPHS:
        folded = folded.replace(digraph, letter)
    return folded


def sort_key(text: str) -> str:
    """Return the key that puts words in the order of DIN 5007-1 (ä sorts as a, ß as ss).

    Compared by code point, so that every database sorts alike without a collation of its own.
    The text itself follows as tie-breaker: Muller stands before Müller.
    """
    return f"{_plain_letters(text)}\x00{text}"
