"""D03: the minutes of a case conference; part B alone is what the municipality may have (6.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.documents.conference import (
    NOTHING,
    Conference,
    day_and_week,
    head_facts,
    hours,
    lead,
    people_table,
)
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.documents.item_blocks import (
    item_block,
    tasks_table,
    topic_blocks,
)
from neuewege_desktop.reports.documents.talks import Answer, Item, Task, Topic
from neuewege_desktop.reports.model import (
    NOT_THE_MUNICIPALITY,
    Audience,
    Block,
    Box,
    BulletList,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Role,
    Row,
    Signature,
    Signatures,
    Span,
    Table,
    Together,
    free,
    text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextConference:
    """When and where the next conference is."""

    day: dt.date
    start: dt.time | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What a conference leaves on paper; `stand` says whether it is a draft, or who released it."""

    conference: Conference
    stand: str
    is_draft: bool
    items: tuple[Item, ...]
    not_taken: tuple[Item, ...]
    topics: tuple[Topic, ...]
    town_answers: tuple[Answer, ...]
    following: NextConference | None


def minutes(value: Minutes, issue: Issue) -> Document:
    """Return the minutes for everybody; `redact` leaves what a reader may have."""
    return document(
        issue,
        kind=_("Minutes"),
        title=text(_("Minutes of the case conference")),
        lead=lead(value.conference),
        identifier=value.conference.number,
        blocks=_blocks(value),
    )


def _blocks(value: Minutes) -> Iterator[Block]:
    conference = value.conference
    yield Facts(head_facts(conference, Fact(_("Status"), text(value.stand))), tinted=True)
    if value.is_draft:
        warning = _("Draft: these minutes are not released yet and can still change.")
        yield Box((Paragraph(text(warning)),), warning=True)
    yield Heading(text(_("Attendance")))
    yield people_table(conference.people, _("Who was there, and when"))
    yield Heading(text(_("Part A – households (internal)")), audiences=NOT_THE_MUNICIPALITY)
    for number, item in enumerate(value.items, 1):
        yield item_block(item, _("Item {number}").format(number=number))
    yield from _tasks(value.items)
    yield from _not_taken(value.not_taken)
    yield Heading(text(_("Part B – with the municipality")))
    yield from _part_b(value)
    yield from _end(value)


def _tasks(items: Sequence[Item]) -> Iterator[Block]:
    """Yield the tasks of part A in one table: what everybody takes along."""
    tasks = [
        Task(
            title=decision.text,
            responsible=decision.responsible,
            due_on=decision.due_on,
            household=item.household,
            kind=decision.kind,
            elsewhere=decision.elsewhere,
        )
        for item in items
        for decision in item.decisions
        if decision.due_on is not None
    ]
    if tasks:
        yield Heading(text(_("Tasks of part A")), 3, audiences=NOT_THE_MUNICIPALITY)
        yield tasks_table(
            sorted(tasks, key=lambda task: task.due_on),
            _("What was decided, who does it and until when"),
            with_household=True,
        )


def _not_taken(items: Sequence[Item]) -> Iterator[Block]:
    if not items:
        return
    words = _("Not taken any more ({n})").format(n=len(items))
    yield Heading(text(words), 3, audiences=NOT_THE_MUNICIPALITY)
    yield BulletList(
        tuple(i.household.words() if i.household else free(i.topic) for i in items),
        audiences=NOT_THE_MUNICIPALITY,
    )


def _part_b(value: Minutes) -> Iterator[Block]:
    if not value.topics:
        yield Paragraph(text(_("No topic was discussed with the municipality.")), Role.MUTED)
    for number, topic in enumerate(value.topics, 1):
        yield from topic_blocks(topic, _("Item {number}").format(number=f"B{number}"))
    if value.town_answers:
        yield Heading(text(_("Tasks of earlier conferences")), 3)
        yield _answers_table(value.town_answers)
    tasks = [task for topic in value.topics for task in topic.tasks]
    if tasks:
        yield Heading(text(_("Tasks of part B")), 3)
        yield tasks_table(tasks, _("What was agreed with the municipality"), with_household=False)


def _answers_table(answers: Sequence[Answer]) -> Table:
    return Table(
        (Column(_("Task"), 3, names_row=True), Column(_("Result"), 3)),
        tuple(
            Row((free(answer.title), (Span(answer.outcome), *_because(answer.reason))))
            for answer in answers
        ),
        _("What became of the tasks of earlier conferences"),
    )


def _because(reason: str) -> tuple[Span, ...]:
    return (Span("\n"), Span(reason, free=True)) if reason else ()


def _end(value: Minutes) -> Iterator[Block]:
    """Yield when the next one is, for whom the copy is, and the lines to sign on (6.4)."""
    conference = value.conference
    blocks: list[Block] = []
    if value.following is not None:
        blocks.append(Heading(text(_("Next conference"))))
        blocks.append(Paragraph(text(_when_and_where(value.following))))
    blocks += _distribution(conference.municipality)
    yield Together((*blocks, signatures(conference)))


def _when_and_where(following: NextConference) -> str:
    start = hours(following.start, None) if following.start is not None else ""
    return ", ".join(filter(None, (day_and_week(following.day), start, following.place)))


def signatures(conference: Conference) -> Signatures:
    """Return the lines to sign on: place and date, chair, minute taker."""
    return Signatures(
        (
            Signature((), _("Place, date")),
            Signature(text(conference.chair or NOTHING), _("Chair")),
            Signature(text(conference.minute_taker or NOTHING), _("Minutes taken by")),
        )
    )


def _distribution(municipality: str) -> Iterator[Block]:
    lists = {
        Audience.INTERNAL: _(
            "Distribution: project team, files of the project. Do not pass it on."
        ),
        Audience.PSEUDONYM: _(
            "Distribution: project management. The key to the pseudonyms stays with the project "
            "team. Do not publish."
        ),
        Audience.MUNICIPALITY: _("Distribution: town hall of {municipality}, project team."),
    }
    for audience, words in lists.items():
        yield Paragraph(
            text(words.format(municipality=municipality)),
            Role.SMALL,
            audiences=frozenset({audience}),
        )
