"""Municipalities and households, as a person names them: by key, number or pseudonym."""

from __future__ import annotations

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.records.catalogue import Municipality
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.store import Store

_NOT_ERASED = tuple(life for life in Life if life != Life.ERASED)


def municipality_named(reader: Reader, ags: str) -> Municipality:
    """Return the municipality with this key; UserError if the district has none."""
    found = reader.find(Municipality, ags=ags)
    if not found:
        raise UserError(
            _("There is no municipality {ags} in the district. Please check the number.").format(
                ags=ags
            )
        )
    return found[0]


def household_named(store: Store, name: str) -> RecordId:
    """Return the household with this BG number or pseudonym; UserError if there is none.

    One that was put away has a past too, but a living one of the same number goes first.
    """
    with store.reading() as reader:
        found = [
            *reader.find(Household, lives=_NOT_ERASED, number=name),
            *reader.find(Household, lives=_NOT_ERASED, pseudonym=name),
        ]
    if not name or not found:
        raise UserError(
            _("There is no household {household} here. Please check the number.").format(
                household=name
            )
        )
    return max(found, key=lambda household: (household.life == Life.LIVE, household.id)).id
