"""In words: whether a list or a person said something, and what the list had said."""

from __future__ import annotations

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.services.case_file import Origin


def origin_note(origin: Origin | None) -> str:
    """Return where a value comes from; empty where that goes without saying."""
    if origin is None:
        return ""
    if origin.listed is not None and origin.list_day is not None:
        return _("entered by hand; the list of {day} says: {value}").format(
            day=long_date(origin.list_day), value=origin.listed
        )
    if origin.by_hand:
        return _("entered by hand")
    if origin.list_day is not None:
        return _("from the list of {day}").format(day=long_date(origin.list_day))
    return ""
