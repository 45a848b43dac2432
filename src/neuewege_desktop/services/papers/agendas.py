"""D01: the agenda of a conference out of the workplace."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.reports.documents.agenda import Agenda, Item, OpenTask, Topic, agenda
from neuewege_desktop.services.conference.reading import ItemLine
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.checking import NONE, Confirmations, for_readers
from neuewege_desktop.services.papers.conferences import Gathered, gathered
from neuewege_desktop.services.papers.issuing import Paper, issue_of


def agenda_paper(
    office: Office,
    meeting: RecordId,
    variant: Variant,
    at: dt.datetime,
    confirmed: Confirmations = NONE,
) -> Paper:
    """Return the agenda of a conference; Unconfirmed if a line may give somebody away.

    `at` is the local time of issue.
    """
    with office.store.reading() as reader:
        found = gathered(reader, meeting)
        issue = issue_of(
            reader, office, at, legal_date=found.day, variant=variant, team=found.file.team
        )
        document = agenda(agenda_value(found), issue)
        return Paper(
            kind=PaperKind.AGENDA,
            variant=variant,
            document=for_readers(reader, document, found.homes, found.day, confirmed),
        )


def agenda_value(found: Gathered) -> Agenda:
    """Return what stands on the agenda."""
    file = found.file
    on_it = [line for line in file.items if line.item.state != ItemState.DROPPED]
    return Agenda(
        conference=found.conference,
        items=tuple(_item(found, line) for line in on_it),
        not_taken=tuple(_item(found, line) for line in file.capped),
        dropped=tuple(
            _item(found, line) for line in file.items if line.item.state == ItemState.DROPPED
        ),
        topics=tuple(
            Topic(line.item.topic, line.item.planned_min)
            for line in file.town_items
            if line.item.state != ItemState.DROPPED
        ),
        open_tasks=tuple(
            OpenTask(
                title=promise.task.title,
                responsible=promise.responsible,
                due_on=promise.task.due_on,
            )
            for promise in file.town_promises
        ),
    )


def _item(found: Gathered, line: ItemLine) -> Item:
    is_dropped = line.item.state == ItemState.DROPPED
    return Item(
        household=found.head_of(line),
        topic=line.topic,
        reasons=line.reasons,
        minutes=line.item.planned_min,
        put_off=line.postponed_before,
        dropped=line.item.state_reason if is_dropped else "",
    )
