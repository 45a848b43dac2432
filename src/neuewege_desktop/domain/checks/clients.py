"""Rules for households and persons (domain specification 2.4, 2.5)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.checks.problem import Context, Problem, missing, postal
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.law.months import add_months
from neuewege_desktop.domain.records.household import ApprovalPeriod, Household, HouseholdAddress
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.values import Period

_HOUSEHOLD_NUMBER = re.compile(r"\d{5}BG\d{7}")
_CLIENT_NUMBER = re.compile(r"\d{3}[A-Z]\d{6}")
_LONG_NOTE = 500
_LONG_NAME = 100
_OLDEST = 110
_MARGIN = 12  # months beside the project or today that are no slip of the keyboard
_DAY = dt.timedelta(days=1)


def household(record: Household, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a household; its number may be unknown, so that never blocks."""
    if record.number and not _HOUSEHOLD_NUMBER.fullmatch(record.number):
        yield _warning(
            "number",
            _("A BG number usually looks like 43102BG0001234. Please check whether it is right."),
        )
    if context.number_is_taken:
        yield _warning(
            "number", _("Another household has this BG number. Please check whether it is right.")
        )
    members = {m.person for m in context.memberships if m.period.covers(context.today)}
    persons = record.persons_in_household
    if persons is not None and persons < len(members):
        yield _warning(
            "persons_in_household",
            ngettext(
                "{n} member belongs to the household today. Please check the number.",
                "{n} members belong to the household today. Please check the number.",
                len(members),
            ),
        )
    yield from _time_in_project(record.period, context)
    if len(record.note) > _LONG_NOTE:
        yield _warning(
            "note", _("The note has more than 500 characters. Please keep to what is needed.")
        )


def _time_in_project(period: Period, context: Context) -> Iterator[Problem]:
    """Yield a mistyped year, which blocks, and a day shortly before the project, which may be."""
    field, start = "period.start", period.start
    if start > add_months(context.today, _MARGIN):
        yield Problem(field, _("This day lies more than a year ahead. Please check the year."))
    if context.project is None or start >= context.project.start:
        return
    begins = long_date(context.project.start)
    if start < add_months(context.project.start, -_MARGIN):
        sentence = _("The project began on {day}, much later. Please check the year.")
        yield Problem(field, sentence.format(day=begins))
    else:
        sentence = _("The project began on {day}. Please check whether this day is right.")
        yield _warning(field, sentence.format(day=begins))


def person(record: Person, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a person."""
    yield from _name(record)
    yield from _days_of_life(record, context.today)
    if record.client_number and not _CLIENT_NUMBER.fullmatch(record.client_number):
        yield _warning(
            "client_number",
            _("A client number usually looks like 427D123456. Please check whether it is right."),
        )
    if context.number_is_taken:
        yield _warning(
            "client_number",
            _("Another person has this client number. Please check whether it is right."),
        )


def _name(record: Person) -> Iterator[Problem]:
    yield from missing(record.name.last, "name.last", _("Please enter the last name."))
    yield from missing(record.name.first, "name.first", _("Please enter the first name."))
    for part, value in (("name.last", record.name.last), ("name.first", record.name.first)):
        if len(value) > _LONG_NAME:
            yield Problem(part, _("A name has 100 characters at most. Please shorten it."))


def _days_of_life(record: Person, today: dt.date) -> Iterator[Problem]:
    birth, death = record.birth_date, record.death_date
    if birth is None:
        yield _warning("birth_date", _("The date of birth is missing. Please add it when known."))
    elif birth > today:
        yield Problem("birth_date", _("The date of birth lies in the future. Please correct it."))
    elif age(birth, death or today) > _OLDEST:
        yield Problem(
            "birth_date",
            _("By this date of birth the person is over 110 years old. Please correct it."),
        )
    if death is not None and death > today:
        yield Problem("death_date", _("The date of death lies in the future. Please correct it."))
    if birth is not None and death is not None and death < birth:
        yield Problem("death_date", _("The date of death lies before the birth. Please correct."))


def address(record: HouseholdAddress, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with an address; a household lives at one place at a time."""
    yield from postal(record.address)
    if record.ags not in context.municipalities:
        yield Problem("ags", _("Please choose the municipality from the list."))
    if any(other.period.overlaps(record.period) for other in context.addresses):
        yield _warning(
            "period.start",
            _("The household has another address at that time. Please end the older one."),
        )


def approval(record: ApprovalPeriod, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with an approval period, § 41 (3) SGB II."""
    for other in context.approvals:
        if other.period.overlaps(record.period):
            yield Problem(
                "period.start",
                _("Benefits are approved from {start} already. Please let no days overlap.").format(
                    start=long_date(other.period.start)
                ),
            )
    longest = add_months(record.period.start, 12) - _DAY
    if record.period.last > longest:
        yield _warning(
            "period.end", _("Approval is for twelve months at most. Please check the end.")
        )


def _warning(name: str, text: str) -> Problem:
    return Problem(name, text, blocks=False)
