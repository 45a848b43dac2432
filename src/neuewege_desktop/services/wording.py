"""Values as a person reads them: dates, periods, words for codes, names instead of ids."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.domain.records import KINDS, Life, RecordId
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.services.names import Names

NOTHING = "–"

LIVES: Mapping[Life, str] = {
    Life.LIVE: N_("in use"),
    Life.ARCHIVED: N_("put away"),
    Life.WITHDRAWN: N_("taken back"),
    Life.RELEASED: N_("handed over"),
    Life.ERASED: N_("erased"),
}


def show_value(kind: str, field: str, value: Any, names: Names | None = None) -> str:  # noqa: ANN401
    """Return a value of the journal for a person to read; one of a newer program as it is.

    With `names`, what a field points at is named.
    """
    info = KINDS[kind].by_name.get(field) if kind in KINDS else None
    if value is None or info is None:
        return NOTHING if value is None else str(value)
    if info.refers is not None and names is not None:
        return names.of(info.refers, RecordId(value)) or NOTHING
    if (kind, field) == ("agenda_item", "reasons"):
        return "; ".join(reasons_in(value)) or NOTHING
    return spoken(info.shape.decode(value))


def spoken(value: Any) -> str:  # noqa: ANN401, C901 - one line for each kind of value
    """Return a value of a record for a person to read."""
    match value:
        case None | "":
            return NOTHING
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
        case dt.time():
            return f"{value:%H:%M}"
        case Period(start, dt.date() as end):
            return f"{long_date(start)}–{long_date(end)}"
        case Period(start):
            return _("since {day}").format(day=long_date(start))
        case PostalAddress():
            return f"{value.street}, {value.postcode} {value.town}"
        case frozenset():
            return ", ".join(sorted(map(spoken, value)))
        case _:
            return str(value)


def reasons_in(frozen: str) -> list[str]:
    """Return the sentences in the frozen reasons of an item of an agenda."""
    return [str(reason["text"]) for reason in json.loads(frozen or "[]")]
