"""What changed for a household since a moment, in sentences: „Seit letztem Mal“."""

from __future__ import annotations

from neuewege_desktop.services.case_file.changes.change import Change
from neuewege_desktop.services.case_file.changes.conference import (
    LastConference,
    last_conference_before,
)
from neuewege_desktop.services.case_file.changes.telling import changes_since
from neuewege_desktop.store.since import BEGINNING, Moment, present_moment

__all__ = [
    "BEGINNING",
    "Change",
    "LastConference",
    "Moment",
    "changes_since",
    "last_conference_before",
    "present_moment",
]
