"""Whose word a value is: a list's or a person's; and what the list had said before (2.16)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from neuewege_desktop.domain.journal.state import LIFE
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.services.labels import BY_PROGRAM, RESTORING
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.wording import show_value
from neuewege_desktop.store.history import FieldChange

Origins = Mapping[tuple[RecordId, str], "Origin"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the value of one field comes from.

    `list_day` is the day for which the list is true that brought the value, or that said something
    else before a person corrected it; `listed` is what it said, None if it said nothing else.
    """

    by_hand: bool
    list_day: dt.date | None = None
    listed: str | None = None


def origins(
    changes: Sequence[FieldChange], list_days: Mapping[int, dt.date], names: Names
) -> Origins:
    """Return the origin of every field that was ever written, from its changes, oldest first."""
    written: defaultdict[tuple[RecordId, str], list[FieldChange]] = defaultdict(list)
    for change in changes:
        if change.field != LIFE:
            writings = written[change.record, change.field]
            writings.append(_first_writer(change, writings))
    return {key: _origin(writings, list_days, names) for key, writings in written.items()}


def _first_writer(change: FieldChange, earlier: Sequence[FieldChange]) -> FieldChange:
    """Return the change whose word a value is: taking back gives it back to whoever said it."""
    if change.label not in RESTORING:
        return change
    same = (before for before in reversed(earlier) if before.new == change.new)
    return next(same, change)


def _origin(
    writings: Sequence[FieldChange], list_days: Mapping[int, dt.date], names: Names
) -> Origin:
    last = writings[-1]
    if last.label in BY_PROGRAM:
        return Origin(by_hand=False, list_day=list_days.get(last.act))
    listed = next((w for w in reversed(writings) if w.act in list_days), None)
    if listed is None or listed.new == last.new:
        return Origin(by_hand=True)
    said = show_value(listed.kind, listed.field, listed.new, names)
    return Origin(by_hand=True, list_day=list_days[listed.act], listed=said)
