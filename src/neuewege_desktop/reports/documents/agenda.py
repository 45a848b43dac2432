"""D01: the agenda of a case conference, part A internal, part B with the municipality (6.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.reports.documents.conference import (
    NOTHING,
    Conference,
    HouseholdHead,
    head_facts,
    lead,
    people_table,
    reason_lines,
)
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.model import (
    NOT_THE_MUNICIPALITY,
    Align,
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Role,
    Row,
    Span,
    Table,
    Text,
    free,
    text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of part A: a household, or a topic of the team; why, and for how long.

    `put_off` counts the conferences in a row that put it off; `dropped` says why it was dropped.
    """

    household: HouseholdHead | None
    topic: str
    reasons: tuple[str, ...]
    minutes: int
    put_off: int = 0
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of part B."""

    topic: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTask:
    """Something an earlier conference agreed with the municipality, and nobody has answered."""

    title: str
    responsible: str
    due_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """An agenda: its items in order, those there is no room for, those taken off it."""

    conference: Conference
    items: tuple[Item, ...]
    not_taken: tuple[Item, ...]
    dropped: tuple[Item, ...]
    topics: tuple[Topic, ...]
    open_tasks: tuple[OpenTask, ...]


def agenda(value: Agenda, issue: Issue) -> Document:
    """Return the agenda for everybody; `redact` leaves what a reader may have."""
    return document(
        issue,
        kind=_("Agenda"),
        title=text(_("Agenda of the case conference")),
        lead=lead(value.conference),
        identifier=value.conference.number,
        blocks=agenda_blocks(value),
    )


def agenda_blocks(value: Agenda) -> Iterator[Block]:
    """Yield what stands on the agenda under its title."""
    yield Facts(head_facts(value.conference), tinted=True)
    yield Heading(text(_("Invited")))
    yield people_table(value.conference.people, _("Who is invited, and to which part"))
    yield Heading(text(_("Part A – households (internal)")), audiences=NOT_THE_MUNICIPALITY)
    yield _items_table(value.items, _("The households in the order in which they are discussed"))
    yield from _total(value.items)
    yield Heading(text(_("Part B – with the municipality")))
    yield _topics_table(value.topics)
    if value.open_tasks:
        yield Heading(text(_("Still open from earlier conferences")), 3)
        yield _open_tasks_table(value.open_tasks)
    yield from _left_out(value)


def _items_table(items: Sequence[Item], summary: str) -> Block:
    if not items:
        words = _("No household is on the agenda.")
        return Paragraph(text(words), Role.MUTED, audiences=NOT_THE_MUNICIPALITY)
    return Table(
        (
            Column(_("No."), mm=10, align=Align.RIGHT),
            Column(_("Household"), 3, names_row=True),
            Column(_("Type and case manager"), 2.6),
            Column(_("Reasons"), 4.4),
            Column(_("Min."), mm=12, align=Align.RIGHT),
        ),
        tuple(_item_row(number, item) for number, item in enumerate(items, 1)),
        summary,
        audiences=NOT_THE_MUNICIPALITY,
    )


def _item_row(number: int, item: Item) -> Row:
    return Row(
        (
            text(str(number)),
            _whom(item),
            _type_and_manager(item.household),
            _why(item),
            text(str(item.minutes)),
        )
    )


def _whom(item: Item) -> Text:
    """Return name and number, one a line; outside the team the pseudonym."""
    if item.household is None:
        return free(item.topic)
    household = item.household
    number = f"\n{household.number}" if household.name and household.number else ""
    return (*household.short(), Span(number, ""))


def _type_and_manager(household: HouseholdHead | None) -> Text:
    if household is None:
        return text(NOTHING)
    return text("\n".join(filter(None, (household.size(), household.case_manager))))


def _why(item: Item) -> Text:
    if not item.put_off:
        return reason_lines(item.reasons)
    again = ngettext("put off once before", "put off {n} times before", item.put_off)
    return (*reason_lines(item.reasons), Span(f"\n{again}", italic=True))


def _total(items: Sequence[Item]) -> Iterator[Block]:
    if items:
        minutes = sum(item.minutes for item in items)
        yield Paragraph(
            text(
                ngettext("Planned together: {n} minute", "Planned together: {n} minutes", minutes)
            ),
            Role.MUTED,
            audiences=NOT_THE_MUNICIPALITY,
        )


def _topics_table(topics: Sequence[Topic]) -> Block:
    if not topics:
        return Paragraph(text(_("No topic is planned yet.")), Role.MUTED)
    return Table(
        (
            Column(_("No."), mm=10, align=Align.RIGHT),
            Column(_("Topic"), names_row=True),
            Column(_("Min."), mm=12, align=Align.RIGHT),
        ),
        tuple(
            Row((text(f"B{number}"), free(topic.topic), text(str(topic.minutes))))
            for number, topic in enumerate(topics, 1)
        ),
        _("The topics that are discussed with the municipality"),
    )


def _open_tasks_table(tasks: Sequence[OpenTask]) -> Table:
    return Table(
        (
            Column(_("Task"), 4, names_row=True),
            Column(_("Responsible"), 2),
            Column(_("Due on"), mm=26),
        ),
        tuple(
            Row(
                (
                    free(task.title),
                    text(task.responsible or NOTHING),
                    text(long_date(task.due_on)),
                )
            )
            for task in tasks
        ),
        _("What was agreed with the municipality and has no answer yet"),
    )


def _left_out(value: Agenda) -> Iterator[Block]:
    """Yield what there is no room for, and what was taken off; both come back (5.2)."""
    if value.not_taken:
        words = _("Not taken any more ({n})").format(n=len(value.not_taken))
        yield Heading(text(words), audiences=NOT_THE_MUNICIPALITY)
        yield _items_table(value.not_taken, _("The households there is no room for"))
        yield Paragraph(
            text(_("These households come back at the next conference, more urgently.")),
            Role.MUTED,
            audiences=NOT_THE_MUNICIPALITY,
        )
    if value.dropped:
        yield Heading(text(_("Taken off the agenda")), audiences=NOT_THE_MUNICIPALITY)
        yield Table(
            (Column(_("Household"), 2, names_row=True), Column(_("Why"), 3)),
            tuple(Row((_whom(item), free(item.dropped or NOTHING))) for item in value.dropped),
            _("The households that were taken off the agenda, and why"),
            audiences=NOT_THE_MUNICIPALITY,
        )
