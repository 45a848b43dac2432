"""What a cell meant before a spreadsheet spoiled it: lost zeros, floats, serial days, apostrophes.

A value is only read, never interpreted: „=1+1“ stays the text it is.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.lists.columns import bare
from neuewege_desktop.domain.lists.serials import from_serial

Cell = str | int | float | bool | dt.date | None
"""A value as a list holds it; dates and numbers only where a spreadsheet knows them."""

_GERMAN_DATE = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_FLOATED = re.compile(r"([0-9]+)[.,]0+")
_YEARS = range(1850, 2200)
# Serial days outside these years are rather a year, a number of something else, or a shifted cell.
_SERIAL_YEARS = range(1910, 2100)
_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
_YES = frozenset(("1", "ja", "j", "x", "true", "wahr", "yes", "y"))
_NO = frozenset(("0", "nein", "n", "false", "falsch", "no"))


class CellError(UserError):
    """A cell that cannot be read; `original` keeps its own writing for the message."""

    def __init__(self, original: str, sentence: str) -> None:
        super().__init__(sentence)
        self.original = original


def _clean(text: str) -> str:
    if text.startswith(_GUARDED):
        text = text[1:]  # Put there by our own export, so that no spreadsheet computes the text.
    if not text.isprintable():
        text = "".join(
            " " if letter.isspace() else "" if unicodedata.category(letter)[0] == "C" else letter
            for letter in text
        )
    return unicodedata.normalize("NFC", text.strip())


def _number(value: float) -> str:
    return f"{value:.0f}" if value.is_integer() else repr(value)


def text_of(cell: Cell) -> str:
    """Return `cell` as one clean line of text (NFC, no control characters); "" if it is empty."""
    if isinstance(cell, str):
        return _clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return long_date(cell)
    if isinstance(cell, float):
        return _number(cell)
    return str(int(cell))


def _digits(cell: Cell) -> str:
    text = text_of(cell)
    floated = _FLOATED.fullmatch(text)
    return floated[1] if floated else text


def code_list(codes: Iterable[str]) -> Mapping[str, str]:
    """Return `codes` by the form in which `code_of` looks for them; other writings may be added."""
    return {bare(code): code for code in codes}


def code_of(cell: Cell, codes: Mapping[str, str]) -> str:
    """Return the code that `cell` names, without fuss about case and signs; "" if it is empty.

    Raises CellError if the list of `codes` (see `code_list`) does not have it.
    """
    text = _digits(cell)
    if not text:
        return ""
    try:
        return codes[bare(text)]
    except KeyError:
        raise CellError(text, _("The code “{text}” is not known.").format(text=text)) from None


def codes_of(cell: Cell, codes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of a cell that lists several with commas or semicolons, each once.

    Raises CellError for the first that is not known.
    """
    parts = re.split(r"[,;]", text_of(cell))
    return tuple(dict.fromkeys(code for part in parts if (code := code_of(part, codes))))


def _day(year: int, month: int, day: int, original: str) -> dt.date:
    try:
        value = dt.date(year, month, day)
    except ValueError:
        sentence = _("There is no day {text} in the calendar.").format(text=original)
        raise CellError(original, sentence) from None
    if year not in _YEARS:
        sentence = _("The year of the date {text} cannot be right.").format(text=original)
        raise CellError(original, sentence)
    return value


def _unreadable(original: str) -> CellError:
    sentence = _("“{text}” is not a date. Please write it like 31.12.2009.").format(text=original)
    return CellError(original, sentence)


def _written_day(text: str) -> dt.date:
    if german := _GERMAN_DATE.fullmatch(text):
        day, month, year = map(int, german.groups())
    elif iso := _ISO_DATE.fullmatch(text):
        year, month, day = map(int, iso.groups())
    else:
        raise _unreadable(text)
    return _day(year, month, day, text)


def date_of(cell: Cell) -> dt.date | None:
    """Return the day that `cell` means, None if it is empty.

    Read are TT.MM.JJJJ, ISO, date cells and their day counts; CellError for all else. A year of
    two digits is not read: nobody knows whether 02 is a child or its great-grandmother.
    """
    if isinstance(cell, dt.date):
        return _day(cell.year, cell.month, cell.day, long_date(cell))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        day = from_serial(cell)
        if day is None or day.year not in _SERIAL_YEARS:
            raise _unreadable(text_of(cell))
        return day
    text = text_of(cell)
    return _written_day(text) if text else None


def flag_of(cell: Cell) -> bool | None:
    """Return yes or no, None if `cell` is empty; CellError if it says neither."""
    text = _digits(cell)
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    if not word:
        return None
    sentence = _("“{text}” is neither yes nor no. Please write 1 or 0.").format(text=text)
    raise CellError(text, sentence)


def ags_of(cell: Cell) -> str:
    """Return the eight digits of a municipality key with its lost zero; "" if `cell` is empty.

    Raises CellError if it cannot be such a key.
    """
    text = _digits(cell)
    key = text.replace(" ", "")
    if not key:
        return ""
    if not (key.isascii() and key.isdigit() and len(key) in (7, 8)):
        sentence = _("“{text}” is not a municipality key of eight digits.").format(text=text)
        raise CellError(text, sentence)
    return key.zfill(8)


def postcode_of(cell: Cell) -> str:
    """Return a postcode with its lost zero; other writings stay as they are."""
    text = _digits(cell)
    return text.zfill(5) if len(text) == 4 and text.isascii() and text.isdigit() else text


def phone_of(cell: Cell) -> str:
    """Return a phone number; one that became a number gets its leading zero back."""
    text = _digits(cell)
    was_number = isinstance(cell, int | float) or text != text_of(cell)
    return f"0{text}" if was_number and text.isdigit() and text[0] != "0" else text


def _joined(cell: Cell) -> str:
    return _digits(cell).replace(" ", "").upper()


def bg_number_of(cell: Cell) -> str:
    """Return a BG number without spaces, in capitals."""
    return _joined(cell)


def client_number_of(cell: Cell) -> str:
    """Return a client number without spaces, in capitals."""
    return _joined(cell)
