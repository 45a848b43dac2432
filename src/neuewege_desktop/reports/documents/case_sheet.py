"""D02: the case sheet of a household, to talk from and to write on; internal only (6.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.documents.conference import NOTHING, HouseholdHead
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.model import (
    Block,
    Box,
    BulletList,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    NoteLines,
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

_ROOM = 9
_LINES = (3, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMember:
    """A person of the household as the team talks about them, in words."""

    name: str
    role: str
    age: str
    status: str
    receipt: str
    strengths: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAgreement:
    """An agreement in force: called as the law called it, with whom, its goal and its review."""

    word: str
    person: str
    status: str
    review_due: dt.date
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMeasure:
    """Somebody takes part in a measure, or did."""

    person: str
    measure: str
    state: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDecision:
    """What a conference decided on the household."""

    day: dt.date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTask:
    """Something still to do."""

    title: str
    responsible: str
    due_on: dt.date
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """What is specially protected (S3) and stands on paper only because somebody said why."""

    why: str
    lines: tuple[tuple[str, str], ...]
    """What it is, and what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """Everything on the case sheet of one household on a day.

    `address` is empty where it must not be printed: `is_secret`. `barrier_word` is the word of
    the law of the day.
    """

    household: HouseholdHead
    day: dt.date
    address: str
    is_secret: bool
    members: tuple[SheetMember, ...]
    approval: str
    phase: str
    intensity: str
    case_manager: str
    contacts: tuple[str, ...]
    goals: tuple[str, ...]
    barrier_word: str
    agreements: tuple[SheetAgreement, ...]
    measures: tuple[SheetMeasure, ...]
    decisions: tuple[SheetDecision, ...]
    tasks: tuple[SheetTask, ...]
    reasons: tuple[str, ...]
    protected: Protected | None = field(default=None)


def case_sheet(value: CaseSheet, issue: Issue) -> Document:
    """Return the case sheet of a household; it never leaves the team.

    The pseudonym stands nowhere beside the name: paper is no key to the pseudonyms (7.5).
    """
    return document(
        issue,
        kind=_("Case sheet"),
        title=value.household.words(),
        lead=text(_lead(value)),
        identifier=value.household.number or value.household.pseudonym,
        blocks=case_sheet_blocks(value),
    )


def _lead(value: CaseSheet) -> str:
    return _("{type} · as of {day}").format(type=value.household.size(), day=long_date(value.day))


def case_sheet_blocks(value: CaseSheet) -> Iterator[Block]:
    """Yield what stands under the name of the household."""
    if value.reasons:
        reasons = BulletList(tuple(free(reason) for reason in value.reasons))
        yield Box((Paragraph((strong(_("Reasons today")),)), reasons))
    yield Facts(tuple(_facts(value)), tinted=True)
    yield _members_table(value.members)
    yield from _agreements(value.agreements)
    yield from _measures(value.measures)
    yield from _decided(value)
    yield from _protected(value)
    yield Together((Heading(text(_("Notes")), 3), NoteLines(_note_lines(value))))


def _note_lines(value: CaseSheet) -> int:
    """Return how many lines to write on find room on the page, at least three."""
    lists = (value.members, value.agreements, value.measures, value.decisions, value.tasks)
    least, most = _LINES
    return max(least, min(most, _ROOM - sum(map(len, (*lists, value.reasons)))))


def _facts(value: CaseSheet) -> Iterator[Fact]:
    address = value.address or NOTHING
    if value.is_secret:
        address = _("Disclosure is blocked: address not printed")
    yield Fact(_("Address"), text(address))
    yield Fact(_("Approved until"), text(value.approval or NOTHING))
    yield Fact(_("Case manager"), text(value.case_manager or NOTHING))
    yield Fact(_("Phase"), text(value.phase or NOTHING))
    yield Fact(_("Conversations"), text(value.intensity or NOTHING))
    yield Fact(_("Last contacts"), text("\n".join(value.contacts) or NOTHING))
    yield Fact(_("Goals and strategy"), free("; ".join(value.goals) or NOTHING))
    # What hampers is specially protected (S3): it stands in the file, or below with a reason.
    hampers = _("see the file") if value.protected is None else _("see below")
    yield Fact(value.barrier_word, text(hampers))


def _members_table(members: Sequence[SheetMember]) -> Table:
    return Table(
        (
            Column(_("Name"), 2.4, names_row=True),
            Column(_("Role"), 1.8),
            Column(_("Age"), mm=12),
            Column(_("Status"), 2.2),
            Column(_("Benefit receipt"), 2.2),
            Column(_("Strengths"), 2.4),
        ),
        tuple(
            Row(
                (
                    text(member.name),
                    text(member.role),
                    text(member.age),
                    text(member.status or NOTHING),
                    text(member.receipt or NOTHING),
                    text(member.strengths or NOTHING),
                )
            )
            for member in members
        ),
        _("The members of the household"),
        _("Today nobody belongs to this household."),
    )


def _agreements(agreements: Sequence[SheetAgreement]) -> Iterator[Block]:
    if agreements:
        yield _small_table(
            _("Agreement"),
            (_("Status"), _("Review due")),
            [(a.word, a.person, a.status, long_date(a.review_due)) for a in agreements],
            _("The agreements in force"),
        )


def _measures(measures: Sequence[SheetMeasure]) -> Iterator[Block]:
    if measures:
        yield _small_table(
            _("Measure"),
            (_("State"), _("Period")),
            [(m.measure, m.person, m.state, m.days) for m in measures],
            _("The measures somebody of the household takes part in, or did"),
        )


def _small_table(
    first: str, others: tuple[str, str], rows: Sequence[tuple[str, str, str, str]], summary: str
) -> Table:
    return Table(
        (
            Column(first, 3.2, names_row=True),
            Column(_("Person"), 2.4),
            Column(others[0], 1.8),
            Column(others[1], 2.2),
        ),
        tuple(Row(tuple(text(cell or NOTHING) for cell in row)) for row in rows),
        summary,
    )


def _decided(value: CaseSheet) -> Iterator[Block]:
    if value.decisions:
        yield Table(
            (Column(_("Last decisions"), names_row=True), Column(_("Conference of"), mm=32)),
            tuple(Row((free(d.words), text(long_date(d.day)))) for d in value.decisions),
            _("What the last conferences decided on the household"),
        )
    if value.tasks:
        yield Table(
            (
                Column(_("Open tasks"), names_row=True),
                Column(_("Responsible"), mm=38),
                Column(_("Due on"), mm=32),
            ),
            tuple(Row(_task(task)) for task in value.tasks),
            _("What is still to do for the household"),
        )


def _task(task: SheetTask) -> tuple[Text, ...]:
    due = long_date(task.due_on)
    words = (strong(_("{day}, overdue").format(day=due)),) if task.overdue else text(due)
    return free(task.title), text(task.responsible or NOTHING), words


def _protected(value: CaseSheet) -> Iterator[Block]:
    """Yield what is specially protected, and why it was printed."""
    if value.protected is None:
        return
    why = _("Printed because: {why}").format(why=value.protected.why)
    lines = tuple((strong(f"{what}: "), Span(known)) for what, known in value.protected.lines)
    blocks: list[Block] = [Paragraph((strong(_("Specially protected data")),))]
    blocks.append(BulletList(lines) if lines else Paragraph(text(_("Nothing is recorded."))))
    yield Box((*blocks, Paragraph(text(why), Role.SMALL)), warning=True)
