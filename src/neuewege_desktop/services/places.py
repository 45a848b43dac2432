"""Municipalities by their official key, as a person names them."""

from __future__ import annotations

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records.catalogue import Municipality
from neuewege_desktop.store.reader import Reader


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
