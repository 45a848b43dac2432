"""A problem at a field, what the rules must know besides the record, and the commonest rules."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.domain.values import Period, PostalAddress

_POSTCODE = re.compile(r"\d{5}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a field, in a translated sentence with the way out.

    `field` is the field of the record; a part of it follows a dot: `name.last`, `period.end`,
    `address.postcode`. What does not block is a warning: the record may be kept as it is.
    """

    field: str
    text: str
    blocks: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What surrounds a record: the day, and the other records that its rules look at.

    Memberships are those of the same household and those of the same person; everything here
    leaves out the record itself.
    """

    today: dt.date
    project: Period | None = None  # the project that households are taken into
    number_is_taken: bool = False  # another household, or person, bears the same number
    municipalities: frozenset[str] = frozenset()  # AGS of the district
    memberships: tuple[Membership, ...] = ()
    persons: Mapping[RecordId, Person] = field(default_factory=dict)  # of the memberships
    approvals: tuple[ApprovalPeriod, ...] = ()  # of the same household
    addresses: tuple[HouseholdAddress, ...] = ()  # of the same household


def missing(value: str, name: str, sentence: str) -> Iterator[Problem]:
    """Yield a problem with this sentence if a text that must be there is empty."""
    if not value.strip():
        yield Problem(name, sentence)


def negative(value: int | None, name: str) -> Iterator[Problem]:
    """Yield a problem if a number is below zero."""
    if value is not None and value < 0:
        yield Problem(name, _("This number cannot be below zero. Please correct it."))


def postal(address: PostalAddress | None) -> Iterator[Problem]:
    """Yield what is wrong with a postal address; no address at all is right."""
    if address is None:
        return
    yield from missing(address.street, "address.street", _("Please enter street and number."))
    if not _POSTCODE.fullmatch(address.postcode.strip()):
        yield Problem("address.postcode", _("A postcode has five digits. Please check it."))
    yield from missing(address.town, "address.town", _("Please enter the town."))
