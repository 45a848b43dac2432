"""One sentence about what changed, and which sentences come first.

A conference has few minutes for a household: who it is and where its case stands come first, then
what was promised and what came of it, then what else is known of its people. Of equal weight, the
newest comes first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.kind import Sensitivity

_WEIGHTS: Mapping[str, int] = {
    **dict.fromkeys(("household", "membership", "case", "case_phase"), 0),
    **dict.fromkeys(("appointment", "agreement", "participation", "decision", "task"), 1),
    **dict.fromkeys(("promise_answer", "agenda_flag", "employment_spell", "unemployment_spell"), 1),
    **dict.fromkeys(("agenda_item", "guest_clearance"), 3),  # the conference sees these anyway
}
_OTHERS = 2
_PROTECTED = 4  # says no more than that there is something to look at


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changed in one sentence: when (UTC), by whom, and which record to jump to.

    With sensitivity S3 it only says that something specially protected changed with a person.
    """

    when: dt.datetime
    who: str
    text: str
    kind: str
    record: RecordId
    sensitivity: Sensitivity = Sensitivity.S2


def weight(change: Change) -> tuple[int, float, RecordId]:
    """Return by what changes are sorted."""
    is_protected = change.sensitivity == Sensitivity.S3
    first = _PROTECTED if is_protected else _WEIGHTS.get(change.kind, _OTHERS)
    return first, -change.when.timestamp(), change.record
