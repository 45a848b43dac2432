"""What is doubtful about a line and enters all the same, with a warning."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.lists.columns import Column
from neuewege_desktop.domain.lists.line import Dates, Line

_USUAL_NUMBER = re.compile(r"\d{5}BG\d{7}")
_USUAL_CLIENT_NUMBER = re.compile(r"\d{3}[A-Z]\d{6}")
_OLDEST = 110  # years; domain specification 2.5

Doubt = tuple[Column, str]


def about_line(line: Line, day: dt.date) -> Iterator[Doubt]:
    """Yield what looks odd about the numbers and the age that a line gives."""
    yield from _about_numbers(line)
    yield from _about_age(line.birth_date, day)


def _about_numbers(line: Line) -> Iterator[Doubt]:
    if not _USUAL_NUMBER.fullmatch(line.household):
        yield (
            Column.HOUSEHOLD,
            _("“{number}” is not written like a BG number.").format(number=line.household),
        )
    if line.client_number and not _USUAL_CLIENT_NUMBER.fullmatch(line.client_number):
        yield (
            Column.CLIENT_NUMBER,
            _("“{number}” is not written like a client number.").format(number=line.client_number),
        )


def _about_age(birth: dt.date | None, day: dt.date) -> Iterator[Doubt]:
    if birth is None:
        yield Column.BIRTH_DATE, _("The date of birth is missing.")
    elif birth > day:
        yield Column.BIRTH_DATE, _("The date of birth lies in the future.")
    elif age(birth, day) > _OLDEST:
        yield Column.BIRTH_DATE, _("By this date of birth the person is very old.")


class Word(NamedTuple):
    """What a line says of its household."""

    line: int
    address: tuple[str, str, str]
    approval: Dates


def word_of(line: Line) -> Word:
    """Return what a line says of its household."""
    return Word(line.number, (line.street, line.postcode, line.place), line.approval)


def about_household(first: Word, line: Line) -> Iterator[Doubt]:
    """Yield where a line says something else of the household than the first one did."""
    word = word_of(line)
    if word.address != first.address:
        yield (
            Column.STREET,
            _("Another address than in line {line}; that one was taken.").format(line=first.line),
        )
    if word.approval != first.approval:
        yield (
            Column.APPROVAL_FROM,
            _("Another approval period than in line {line}; that one was taken.").format(
                line=first.line
            ),
        )
