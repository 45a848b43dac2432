"""The names of acts: a code that the journal keeps, and the words a person reads for it.

Most acts do one thing to one kind of record; their code is composed of both, as `change:measure`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.domain.records.words import KIND_WORDS, kind_word


class ActLabel(Choice):
    """What was done. The code outlives every erasure, so it never says to whom."""

    SETUP = "setup", N_("Workplace set up")
    IMPORT = "import", N_("List imported")
    SAVE = "save", N_("Entry saved")
    HOUSEHOLD = "household", N_("Household taken in")
    MEMBER = "member", N_("Person taken in")
    LEAVING = "leaving", N_("Membership ended")
    CLOSING = "closing", N_("Case closed")
    USER = "user", N_("User added")
    JOIN = "join", N_("Municipality taken into the project")
    LEAVE = "leave", N_("Participation of a municipality ended")
    SERIES = "series", N_("Conferences planned")
    CONFERENCE = "conference", N_("Conference planned")
    MOVED = "moved", N_("Conference moved")
    CANCELLED = "cancelled", N_("Conference cancelled")
    AGENDA = "agenda", N_("Agenda proposed")
    REORDERED = "reordered", N_("Item of the agenda moved")
    ITEM = "item", N_("Item put on the agenda")
    DROPPED = "dropped", N_("Item dropped from the agenda")
    CONVENED = "convened", N_("Conference convened")
    BEGUN = "begun", N_("Conference begun")
    ATTENDANCE = "attendance", N_("Attendance entered")
    NOTED = "noted", N_("Result noted")
    DECIDED = "decided", N_("Decision recorded")
    DISCUSSED = "discussed", N_("Item talked about")
    POSTPONED = "postponed", N_("Item postponed")
    REOPENED = "reopened", N_("Item reopened")
    ANSWERED = "answered", N_("Promise answered")
    GUEST = "guest", N_("Answered for a guest in the room")
    ENDED = "ended", N_("Conference ended")
    CHECKED = "checked", N_("Minutes checked")
    MINUTES = "minutes", N_("Minutes released")
    CORRECTED = "corrected", N_("Minutes corrected")
    COPY = "copy", N_("Copy made outside of the workplace")
    WORD = "word", N_("Word added to the dictionary")
    DEMO = "demo", N_("Example data made")
    UNDO = "undo", N_("Undone")
    REDO = "redo", N_("Redone")
    ERASE = "erase", N_("Erased")
    RESTORE = "restore", N_("Restored from a backup")


# Acts of the program itself: what they wrote may be replaced by a later list.
BY_PROGRAM = frozenset({ActLabel.SETUP, ActLabel.IMPORT, ActLabel.DEMO})

# They give back what stood before; whose word that was is found there.
RESTORING = frozenset({ActLabel.UNDO, ActLabel.REDO})


class Nature(StrEnum):
    """What an act did to one record."""

    ADD = "add"
    CHANGE = "change"
    ARCHIVE = "archive"
    BRING_BACK = "bring_back"


_SENTENCES: Mapping[str, str] = {
    Nature.ADD: N_("{kind} added"),
    Nature.CHANGE: N_("{kind} changed"),
    Nature.ARCHIVE: N_("{kind} put away"),
    Nature.BRING_BACK: N_("{kind} brought back"),
}


def label_of(nature: Nature, kind: str) -> str:
    """Return the code of an act that does one thing to a record of a kind."""
    return f"{nature}:{kind}"


def act_name(label: str) -> str:
    """Return the words for an act; its code if a newer program did it."""
    if label in tuple(ActLabel):
        return ActLabel(label).label
    nature, _colon, kind = label.partition(":")
    if nature not in _SENTENCES or kind not in KIND_WORDS:
        return label
    word = kind_word(kind)
    return _(_SENTENCES[nature]).format(kind=word[:1].upper() + word[1:])
