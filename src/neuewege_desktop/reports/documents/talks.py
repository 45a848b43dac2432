"""What a conference said and decided about one item, as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.reports.documents.conference import HouseholdHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that was decided with a day: what, for whom, by whom, until when.

    Without a `title` it is called by its `kind`; outside the team by what stands `elsewhere`.
    """

    title: str
    responsible: str
    due_on: dt.date
    household: HouseholdHead | None = None
    kind: str = ""
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a promise of an earlier conference, in words."""

    title: str
    decided_on: dt.date | None
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision; `elsewhere` stands for its kind where that would tell of a person's health."""

    kind: str
    text: str
    responsible: str
    due_on: dt.date | None
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of part A as it was talked about; `state` says in words if it was not."""

    household: HouseholdHead | None
    topic: str
    reasons: tuple[str, ...]
    result: str
    state: str = ""
    state_reason: str = ""
    answers: tuple[Answer, ...] = ()
    decisions: tuple[Decided, ...] = ()
    guests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic of part B as it was talked about."""

    topic: str
    result: str
    state: str = ""
    state_reason: str = ""
    tasks: tuple[Task, ...] = ()
