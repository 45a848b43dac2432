"""Dates, folded search text and sort keys as the language writes and orders them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

from neuewege_desktop.base.i18n import language

_BASE_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def long_date(day: dt.date) -> str:
    """Return `day` as a German clerk writes it: 20.04.2009."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def weekday_name(day: dt.date) -> str:
    """Return the weekday in the language in use."""
    from babel.dates import format_date  # takes 30 ms: not for the first window

    return format_date(day, "EEEE", locale=language())


_DAY = re.compile(r"(\d{1,2})[. /-]+(\d{1,2})(?:[. /-]+(\d{4}|\d{2})?)?\.?$")
_DIGITS = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)$")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_TODAY = ("heute", "today", "h")


def read_day(text: str, today: dt.date) -> dt.date | None:
    """Return the day that a person typed, or None: 1.2.2009, 1.2.09, 1.2., 01022009, today.

    Two digits mean a year at most ten years ahead; without a year it is the one of `today`.
    """
    if text.casefold() in _TODAY:
        return today
    if found := _ISO.match(text):
        year, month, day = found.groups()
    elif found := _DAY.match(text) or _DIGITS.match(text):
        day, month, year = found.groups()
    else:
        return None
    try:
        return dt.date(_year(year, today), int(month), int(day))
    except ValueError:
        return None


def _year(text: str | None, today: dt.date) -> int:
    if not text:
        return today.year
    year = int(text)
    if len(text) == 4:
        return year
    year += today.year // 100 * 100
    return year - 100 if year > today.year + 10 else year


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


def clock_time(at: int, now: dt.datetime) -> str:
    """Return a moment (ms since 1970) as one says it at `now`: 14:32, or with its day before it."""
    moment = dt.datetime.fromtimestamp(at / 1000, now.tzinfo)
    time = moment.time().isoformat("minutes")
    return time if moment.date() == now.date() else f"{long_date(moment.date())}, {time}"


def grouped(number: int) -> str:
    """Return a whole number as the language writes it: 1.248 in German, 1,248 in English."""
    text = f"{number:,}"
    return text.replace(",", ".") if language() == "de" else text


_MEGABYTE = 1_000_000


def file_size(size: int) -> str:
    """Return a size in bytes as a person reads it: 12,4 MB; never less than 0,1 MB."""
    text = f"{max(size / _MEGABYTE, 0.1):.1f} MB"
    return text.replace(".", ",") if language() == "de" else text
