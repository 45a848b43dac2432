"""How an item of the minutes stands on paper: why, what was said, what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.documents.conference import NOTHING, HouseholdHead
from neuewege_desktop.reports.documents.talks import Answer, Decided, Item, Task, Topic
from neuewege_desktop.reports.model import (
    EVERYONE,
    NOT_THE_MUNICIPALITY,
    Align,
    Audience,
    Block,
    Box,
    BulletList,
    Column,
    Heading,
    Paragraph,
    Role,
    Row,
    Span,
    Table,
    Text,
    Together,
    free,
    strong,
    text,
)


def item_block(item: Item, label: str) -> Block:
    """Return an item of part A, on one page if there is room; it is not for the municipality."""
    return Together(tuple(_item(item, label)), audiences=NOT_THE_MUNICIPALITY)


def _item(item: Item, label: str) -> Iterator[Block]:
    words = item.household.words() if item.household else free(item.topic)
    yield Heading(words, 3, label, audiences=NOT_THE_MUNICIPALITY)
    if item.household is not None:
        yield _about(item.household)
    if item.reasons:
        yield _labelled(_("Reasons"), free("; ".join(item.reasons)))
    for guest in item.guests:
        yield Paragraph(free(guest), Role.SMALL, audiences=NOT_THE_MUNICIPALITY)
    if item.answers:
        yield BulletList(tuple(map(_answer, item.answers)), audiences=NOT_THE_MUNICIPALITY)
    if item.result:
        yield Paragraph(free(item.result), audiences=NOT_THE_MUNICIPALITY)
    if item.state:
        yield _not_discussed(item.state, item.state_reason, NOT_THE_MUNICIPALITY)
    for decision in item.decisions:
        yield _decision(decision)


def _about(household: HouseholdHead) -> Paragraph:
    words: Text = text(household.size())
    if household.members:
        between = ", " if len(household.members) == 1 else ": "
        words = (*words, Span(between), *household.people())
    if household.case_manager:
        manager = _("case manager {name}").format(name=household.case_manager)
        words = (*words, Span(f" · {manager}"))
    return Paragraph(words, Role.SMALL, audiences=NOT_THE_MUNICIPALITY)


def _labelled(label: str, words: Text) -> Paragraph:
    return Paragraph((strong(f"{label}: "), *words), audiences=NOT_THE_MUNICIPALITY)


def _answer(answer: Answer) -> Text:
    """Return what became of a promise: „Platz anfragen (vom 06.04.2009): gehalten“."""
    since = ""
    if answer.decided_on is not None:
        since = " " + _("(of {day})").format(day=long_date(answer.decided_on))
    reason = (Span(" – "), Span(answer.reason, free=True)) if answer.reason else ()
    return (Span(answer.title, free=True), Span(f"{since}: "), strong(answer.outcome), *reason)


def _decision(decision: Decided) -> Box:
    kind = Span(decision.kind, decision.elsewhere, bold=True)
    words: Text = (strong(_("Decision: ")), kind)
    if decision.text and decision.text.casefold() != decision.kind.casefold():
        words = (*words, Span("\n"), Span(decision.text, free=True))
    blocks = (Paragraph(words), Paragraph(text(_who_and_when(decision)), Role.SMALL))
    return Box(blocks, audiences=NOT_THE_MUNICIPALITY)


def _who_and_when(decision: Decided) -> str:
    who = decision.responsible or NOTHING
    if decision.due_on is None:
        return _("Responsible: {name}").format(name=who)
    return _("Responsible: {name} · until {day}").format(name=who, day=long_date(decision.due_on))


def _not_discussed(state: str, reason: str, audiences: frozenset[Audience]) -> Box:
    words = (strong(state), Span(": " if reason else ""), Span(reason, free=True))
    return Box((Paragraph(words),), warning=True, audiences=audiences)


def topic_blocks(topic: Topic, label: str) -> Iterator[Block]:
    """Yield a topic of part B."""
    yield Heading(free(topic.topic), 3, label)
    if topic.result:
        yield Paragraph(free(topic.result))
    if topic.state:
        yield _not_discussed(topic.state, topic.state_reason, EVERYONE)


def tasks_table(tasks: Sequence[Task], summary: str, *, with_household: bool) -> Table:
    """Return tasks with who does them until when; part A also says for whom."""
    columns = [Column(_("No."), mm=10, align=Align.RIGHT), Column(_("Task"), 4, names_row=True)]
    if with_household:
        columns.append(Column(_("Household"), 2.4))
    columns += [Column(_("Responsible"), 2), Column(_("Until"), mm=24)]
    rows = []
    for number, task in enumerate(tasks, 1):
        cells = [text(str(number)), _title(task)]
        if with_household:
            cells.append(task.household.short() if task.household else text(NOTHING))
        cells += [text(task.responsible or NOTHING), text(long_date(task.due_on))]
        rows.append(Row(tuple(cells)))
    if with_household:
        return Table(tuple(columns), tuple(rows), summary, audiences=NOT_THE_MUNICIPALITY)
    return Table(tuple(columns), tuple(rows), summary)


def _title(task: Task) -> Text:
    """Return what was typed, or the kind of decision; outside the team what stands for it."""
    return free(task.title) if task.title else (Span(task.kind, task.elsewhere),)
