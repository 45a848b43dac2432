"""„Protokoll – Berichtigung n“: what shall be read instead in released minutes (2.13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.documents.conference import (
    NOTHING,
    Conference,
    HouseholdHead,
    head_facts,
    lead,
)
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.documents.minutes import signatures
from neuewege_desktop.reports.model import (
    EVERYONE,
    NOT_THE_MUNICIPALITY,
    Block,
    Box,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Role,
    free,
    strong,
    text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedItem:
    """An item of the minutes: what was read there, and what shall be read instead.

    Without a household it is a topic: of the team, or `with_town`, which the municipality reads.
    """

    label: str
    household: HouseholdHead | None
    topic: str
    was: str
    now: str
    with_town: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A numbered correction of the minutes of a conference."""

    conference: Conference
    number: int
    corrected_on: dt.date
    corrected_by: str
    reason: str
    items: tuple[CorrectedItem, ...]


def correction(value: Correction, issue: Issue) -> Document:
    """Return the correction for everybody; `redact` leaves what a reader may have."""
    return document(
        issue,
        kind=_("Correction"),
        title=text(_("Minutes – correction {number}").format(number=value.number)),
        lead=lead(value.conference),
        identifier=f"{value.conference.number} B{value.number}",
        blocks=_blocks(value),
    )


def _blocks(value: Correction) -> Iterator[Block]:
    corrected = _("{day} by {name}").format(
        day=long_date(value.corrected_on), name=value.corrected_by
    )
    facts = head_facts(value.conference, Fact(_("Corrected on"), text(corrected)))
    yield Facts(facts, tinted=True)
    yield Paragraph(
        text(
            _("The released minutes stay as they are. In them the following shall be read instead.")
        )
    )
    yield Paragraph((strong(_("Why: ")), *free(value.reason)))
    for item in value.items:
        yield from _item(item)
    yield signatures(value.conference)


def _item(item: CorrectedItem) -> Iterator[Block]:
    audiences = EVERYONE if item.with_town else NOT_THE_MUNICIPALITY
    words = item.household.words() if item.household else free(item.topic)
    yield Heading(words, 2, item.label, audiences=audiences)
    yield Paragraph(text(_("So far:")), Role.MUTED, audiences=audiences)
    yield Paragraph(free(item.was or NOTHING), audiences=audiences)
    now = (Paragraph((strong(_("Correct:")),)), Paragraph(free(item.now)))
    yield Box(now, audiences=audiences)
