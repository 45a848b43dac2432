"""What was typed and not saved, and the way back to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from neuewege_desktop.base.formats import clock_time
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records.words import kind_word
from neuewege_desktop.gui.kit.dossier import Fact, Section, Target
from neuewege_desktop.services.overview import Unfinished

_WITH_A_PAGE = frozenset(
    ("household", "person", "measure", "meeting", "task", "town_task", "actor")
)
_PARTS = frozenset(("membership", "household_address", "approval_period"))
_CONFERENCE = "conference/"
# Where a new record of a kind is begun.
_BEGUN: Mapping[str, str] = {
    "household": "action:new-household",
    "membership": "do:member",
    "household_address": "do:address",
    "approval_period": "do:approval",
    "task": "do:task",
    "measure": "do:new-measures",
    "meeting": "do:new-meetings",
    "actor": "do:new-actors",
}


def unfinished_section(found: Sequence[Unfinished], now: dt.datetime) -> Section:
    """Return the drafts of the user, each with the way to its form."""
    return Section(_("Not saved yet"), tuple(_fact(draft, now) for draft in found))


def _fact(draft: Unfinished, now: dt.datetime) -> Fact:
    kind, target = _way(draft.place)
    word = kind_word(kind)
    of_minutes = draft.place.startswith(_CONFERENCE)
    return Fact(
        word[:1].upper() + word[1:],
        draft.name or (_("text of the minutes") if of_minutes else _("new entry")),
        _("typed at {time}").format(time=clock_time(draft.at, now)),
        icon="notebook-pen",
        target=target,
    )


def _way(place: str) -> tuple[str, Target | None]:
    """Return the kind of record that a draft is about, and where one goes on with it."""
    if place.startswith(_CONFERENCE):  # it comes back on the screen of the conference
        return place.split("/")[1], Target("page:meetings")
    kind, _slash, key = place.partition("/")
    if kind != "new":
        return kind, _to_record(kind, int(key))
    kind, _slash, owner = key.partition("/")
    return kind, Target(_BEGUN[kind], int(owner)) if kind in _BEGUN else None


def _to_record(kind: str, key: int) -> Target | None:
    if kind in _WITH_A_PAGE:
        return Target(kind, key)
    if kind in _PARTS:
        return Target(f"do:change:{kind}", key)
    return None if kind == "case" else Target("page:settings")
