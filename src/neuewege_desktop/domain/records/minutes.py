"""What a conference leaves behind: answers to promises, corrections, papers as issued (2.13, 2.14).

Part A lives in the case scope, part B in the town scope: therefore most kinds come in pairs.
"""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.papers import CopyWay, PaperKind, Variant
from neuewege_desktop.domain.choices.work import GuestBasis, PromiseOutcome
from neuewege_desktop.domain.records.kind import S0, S1, S2, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family


@record("promise_answer", Family.CASE)
class PromiseAnswer(Record):
    """A conference said what became of a task that an earlier one had decided."""

    task: RecordId = fact(S2, refers="task", index=True)
    item: RecordId = fact(S2, refers="agenda_item", index=True)  # at which it was answered
    outcome: PromiseOutcome = fact(S2)
    new_due: dt.date | None = fact(S2, default=None)
    reason: str = fact(S2, default="")


@record("town_promise_answer", Family.TOWN)
class TownPromiseAnswer(Record):
    """The same for a task with the municipality; answered at a conference, not at one topic."""

    task: RecordId = fact(S0, refers="town_task", index=True)
    meeting: RecordId = fact(S0, refers="meeting", index=True)
    outcome: PromiseOutcome = fact(S0)
    new_due: dt.date | None = fact(S0, default=None)
    reason: str = fact(S1, default="")


@record("guest_clearance", Family.CASE)
class GuestClearance(Record):
    """Why a household could be talked about although a guest was in the room (5.3)."""

    item: RecordId = fact(S2, refers="agenda_item", index=True)
    attendance: RecordId = fact(S2, refers="attendance", index=True)
    basis: GuestBasis = fact(S2)


@record("minutes_correction", Family.CASE)
class MinutesCorrection(Record):
    """One line of a numbered correction of released minutes; they themselves stay as they are."""

    meeting: RecordId = fact(S2, refers="meeting", index=True)
    number: int = fact(S2)
    item: RecordId = fact(S2, refers="agenda_item", index=True)
    was: str = fact(S2)
    now: str = fact(S2)
    reason: str = fact(S2)
    corrected_by: RecordId = fact(S2, refers="user")
    corrected_on: dt.date = fact(S2)


@record("town_correction", Family.TOWN)
class TownCorrection(Record):
    """The same for a topic with the municipality."""

    meeting: RecordId = fact(S0, refers="meeting", index=True)
    number: int = fact(S0)
    item: RecordId = fact(S0, refers="town_item", index=True)
    was: str = fact(S1)
    now: str = fact(S1)
    reason: str = fact(S1)
    corrected_by: RecordId = fact(S1, refers="user")
    corrected_on: dt.date = fact(S0)


@record("issued_paper", Family.CASE)
class IssuedPaper(Record):
    """A document as it was issued; its bytes lie in the workplace and are what is printed again."""

    meeting: RecordId = fact(S2, refers="meeting", index=True)
    paper: PaperKind = fact(S2)
    variant: Variant = fact(S2)
    number: int = fact(S2, default=0)  # of the correction; 0 for the minutes themselves
    title: str = fact(S2)
    name: str = fact(S2)  # of a file: never a client's
    issued_at: dt.datetime = fact(S2)
    issued_by: RecordId = fact(S2, refers="user")
    legal_date: dt.date = fact(S2)  # the words of this day stand in it
    sha256: str = fact(S2)


@record("issued_town_paper", Family.TOWN)
class IssuedTownPaper(Record):
    """The same for what the town hall may have: nothing about clients stands in it."""

    meeting: RecordId = fact(S0, refers="meeting", index=True)
    paper: PaperKind = fact(S0)
    variant: Variant = fact(S0)
    number: int = fact(S0, default=0)
    title: str = fact(S0)
    name: str = fact(S0)
    issued_at: dt.datetime = fact(S0)
    issued_by: RecordId = fact(S1, refers="user")
    legal_date: dt.date = fact(S0)
    sha256: str = fact(S0)


@record("paper_copy", Family.TEAM)
class PaperCopy(Record):
    """A copy left the encrypted workplace; whose hands did it is in the journal."""

    paper: PaperKind = fact(S0)
    variant: Variant = fact(S0)
    name: str = fact(S0)  # of the file: never a client's
    way: CopyWay = fact(S0)
    reason: str = fact(S1, default="")  # why specially protected data stand in it, if they do
