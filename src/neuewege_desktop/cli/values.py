"""The values of the journal: as codes for a machine, as words for a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.domain.records import KINDS, Life
from neuewege_desktop.domain.values import Period, PostalAddress

LIVES: Mapping[Life, str] = {
    Life.LIVE: N_("in use"),
    Life.ARCHIVED: N_("put away"),
    Life.WITHDRAWN: N_("taken back"),
    Life.RELEASED: N_("handed over"),
    Life.ERASED: N_("erased"),
}


def coded(kind: str, field: str, value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a value as the journal writes it; ids as text, for many programs round big numbers."""
    if value is None or not is_pointer(kind, field):
        return value
    return [str(each) for each in value] if isinstance(value, list) else str(value)


def is_pointer(kind: str, field: str) -> bool:
    """Say whether a field only points at another record: its number tells a person nothing."""
    info = KINDS[kind].by_name.get(field) if kind in KINDS else None
    return info is not None and info.refers is not None


def worded(kind: str, field: str, value: Any) -> str:  # noqa: ANN401
    """Return a value of the journal for a person to read; one of a newer program as it is."""
    info = KINDS[kind].by_name.get(field) if kind in KINDS else None
    if value is None:
        return "–"
    return _spoken(info.shape.decode(value)) if info else str(value)


def _spoken(value: Any) -> str:  # noqa: ANN401, C901 - one line for each kind of value
    match value:
        case None | "":
            return "–"
        case bool():
            return _("yes") if value else _("no")
        case Choice():
            return value.label
        case Life():
            return _(LIVES[value])
        case dt.datetime():
            return f"{long_date(value)} {value:%H:%M}"
        case dt.date():
            return long_date(value)
        case Period(start, dt.date() as end):
            return f"{long_date(start)}–{long_date(end)}"
        case Period(start):
            return _("since {day}").format(day=long_date(start))
        case PostalAddress():
            return f"{value.street}, {value.postcode} {value.town}"
        case frozenset():
            return ", ".join(sorted(map(_spoken, value)))
        case _:
            return str(value)
