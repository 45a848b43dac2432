"""Corrections of released minutes as papers, for every reader whom they concern."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.meeting import TownItem
from neuewege_desktop.reports.documents.correction import CorrectedItem, Correction, correction
from neuewege_desktop.services.conference.minutes import (
    CorrectionLine,
    PaperToIssue,
    last_correction,
)
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.checking import NONE, Confirmations, for_readers
from neuewege_desktop.services.papers.conferences import Gathered, gathered
from neuewege_desktop.services.papers.issuing import Paper, issue_of
from neuewege_desktop.services.papers.minutes import to_issue
from neuewege_desktop.store.reader import Reader


def correction_papers(
    office: Office,
    meeting: RecordId,
    lines: Sequence[CorrectionLine],
    reason: str,
    at: dt.datetime,
    confirmed: Confirmations = NONE,
) -> tuple[PaperToIssue, ...]:
    """Return the next correction for every reader whose minutes change (I, P; K with part B).

    Unconfirmed if a line of a copy that leaves the team may give somebody away.
    """
    is_for_town = any(isinstance(line.item, TownItem) for line in lines)
    variants = [v for v in Variant if v != Variant.MUNICIPALITY or is_for_town]
    papers = []
    with office.store.reading() as reader:
        found = gathered(reader, meeting)
        value = _value(reader, office, found, lines, reason)
        for variant in variants:
            issue = issue_of(
                reader, office, at, legal_date=found.day, variant=variant, team=found.file.team
            )
            copy = for_readers(reader, correction(value, issue), found.homes, found.day, confirmed)
            papers.append(Paper(kind=PaperKind.CORRECTION, variant=variant, document=copy))
    return tuple(map(to_issue, papers))


def _value(
    reader: Reader,
    office: Office,
    found: Gathered,
    lines: Sequence[CorrectionLine],
    reason: str,
) -> Correction:
    user = reader.get(User, office.author)
    return Correction(
        conference=found.conference,
        number=last_correction(reader, found.file.meeting.id) + 1,
        corrected_on=office.today,
        corrected_by=user.name if user else "",
        reason=reason.strip(),
        items=tuple(_items(found, lines)),
    )


def _items(found: Gathered, lines: Sequence[CorrectionLine]) -> Iterator[CorrectedItem]:
    numbers = {line.item.id: str(n) for n, line in enumerate(found.file.items, 1)}
    numbers |= {line.item.id: f"B{n}" for n, line in enumerate(found.file.town_items, 1)}
    items = {line.item.id: line for line in (*found.file.items, *found.file.capped)}
    for line in lines:
        if not line.now.strip():
            continue
        on_agenda = items.get(line.item.id)
        number = numbers.get(line.item.id, "")
        yield CorrectedItem(
            label=_("Item {number}").format(number=number) if number else "",
            household=found.head_of(on_agenda) if on_agenda else None,
            topic=line.item.topic,
            was=line.item.discussion,
            now=line.now.strip(),
            with_town=isinstance(line.item, TownItem),
        )
