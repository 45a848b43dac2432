"""What minutes say, as rows: each item, under it what was decided and what is still promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import ItemState
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, TownItem, TownTask
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.services.conference.minutes_view import Correction, MinutesView, PaperLine
from neuewege_desktop.services.conference.promises import Promise
from neuewege_desktop.services.conference.reading import ItemLine

# Marks of rows: what each is, and what may still be done with it.
ITEM, DRAFT, OPEN, FROZEN = "item", "draft", "open", "frozen"
DECISION, PROMISE, TASK = "decision", "promise", "task"


def _chip(words: str, tone: Tone, icon: str) -> Cell:
    return Cell(words, tone=tone, icon=icon, shape=Shape.CHIP)


def talked_rows(view: MinutesView) -> Iterator[NumberedRow]:
    """Yield part A: each item with its result, then its decisions and open promises."""
    for number, line in enumerate(view.file.items, 1):
        yield _talked(view, line, str(number))
        for promise in line.promises if line.item.state == ItemState.DISCUSSED else ():
            yield _promise(promise, _draft(view))
        for decided in line.decisions:
            yield _decision(decided.decision, decided.responsible, _draft(view))


def _talked(view: MinutesView, line: ItemLine, number: str) -> NumberedRow:
    item = line.item
    return NumberedRow(
        key=item.id,
        number=number,
        title=line.head or line.name,
        second=line.name if line.head else "",
        lines=tuple(_said(item, view.corrections)),
        chips=(_item_chip(item.state),),
        marks=frozenset(_marks(view, item)),
    )


def _item_chip(state: ItemState) -> Cell:
    if state == ItemState.OPEN:
        return _chip(_("not answered yet"), Tone.WARNING, "circle-help")
    return chip_of(state)


def _marks(view: MinutesView, item: AgendaItem | TownItem) -> Iterator[str]:
    yield ITEM
    if view.is_draft:
        yield DRAFT
        if item.state == ItemState.OPEN:
            yield OPEN
    if view.is_released:
        yield FROZEN


def _said(item: AgendaItem | TownItem, corrections: Iterable[Correction]) -> Iterator[str]:
    if item.state_reason:
        yield _("Reason: {why}").format(why=item.state_reason)
    if item.discussion:
        yield item.discussion
    for correction in corrections:
        if correction.item == item.id:
            yield _("Correction {number}: {text} (reason: {why})").format(
                number=correction.number, text=correction.now, why=correction.reason
            )


def _draft(view: MinutesView) -> frozenset[str]:
    return frozenset((DRAFT,)) if view.is_draft else frozenset()


def _decision(decision: Decision, responsible: str, marks: frozenset[str]) -> NumberedRow:
    kind = decision.decision.label
    due = decision.due_on
    return NumberedRow(
        key=decision.id,
        title=decision.text or kind[:1].upper() + kind[1:],
        second=_("decision: {kind}").format(kind=kind),
        aside="  ·  ".join(
            filter(None, (responsible, _("until {day}").format(day=long_date(due)) if due else ""))
        ),
        is_quiet=True,
        marks=marks | {DECISION},
    )


def _promise(promise: Promise, marks: frozenset[str]) -> NumberedRow:
    return NumberedRow(
        key=promise.task.id,
        title=promise.task.title,
        second=_("promised on {day}").format(day=long_date(promise.decided_on)),
        aside="  ·  ".join(
            filter(
                None,
                (
                    promise.responsible,
                    _("until {day}").format(day=long_date(promise.task.due_on)),
                ),
            )
        ),
        chips=(_chip(_("no answer yet"), Tone.WARNING, "circle-help"),),
        is_quiet=True,
        marks=marks | {PROMISE},
    )


def topic_rows(view: MinutesView) -> Iterator[NumberedRow]:
    """Yield part B: each topic with its result, then the tasks that came out of it."""
    for number, line in enumerate(view.file.town_items, 1):
        item = line.item
        yield NumberedRow(
            key=item.id,
            number=str(number),
            title=item.topic,
            lines=tuple(_said(item, view.corrections)),
            chips=(_item_chip(item.state),),
            marks=frozenset(_marks(view, item)),
        )
        for task, name in line.tasks:
            yield _task(task, name, _draft(view))


def _task(task: TownTask, name: str, marks: frozenset[str]) -> NumberedRow:
    until = _("until {day}").format(day=long_date(task.due_on))
    return NumberedRow(
        key=task.id,
        title=task.title,
        second=_("task"),
        aside="  ·  ".join(filter(None, (name, until))),
        is_quiet=True,
        marks=marks | {TASK},
    )


def gap_rows(view: MinutesView) -> list[NumberedRow]:
    """Return what is missing, in the order of the minutes; the key is the place in that order."""
    return [
        NumberedRow(key=place, number=str(place + 1), title=gap.text)
        for place, gap in enumerate(view.gaps)
    ]


def paper_rows(view: MinutesView) -> list[NumberedRow]:
    """Return the papers that were issued, in the order of issue."""
    return [_paper(line) for line in view.papers]


def _paper(line: PaperLine) -> NumberedRow:
    paper = line.paper
    return NumberedRow(
        key=paper.id,
        title=paper.title,
        second=paper.variant.label,
        lines=(
            _("issued on {day} at {time} by {name}").format(
                day=long_date(paper.issued_at.date()),
                time=paper.issued_at.time().isoformat("minutes"),
                name=line.issued_by,
            ),
        ),
    )


def gaps_words(view: MinutesView) -> str:
    """Return in words how far the minutes are."""
    if view.is_released:
        return _("Released and unchangeable.")
    if not view.is_draft:
        return _("The conference is not over yet. Its minutes begin when it is ended.")
    if view.gaps:
        return ngettext("{n} thing is missing.", "{n} things are missing.", len(view.gaps))
    if view.checked_by:
        return _("Checked by {name}. It can be released.").format(name=view.checked_by)
    return _("Nothing is missing. Please read it once more, and say that you checked it.")
