"""What is left free for a pen: boxes to tick, lines to write on, lines to sign on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from neuewege_desktop.reports.model import CheckList, NoteLines, Signature, Signatures, Text, text
from neuewege_desktop.reports.setting import Frame, Setting, line_paint
from neuewege_desktop.reports.sheet import Sheet
from neuewege_desktop.reports.strips import Paint, Strip, glued
from neuewege_desktop.reports.structure import Element, numbering
from neuewege_desktop.reports.style import BODY, CELL_NAME, LABEL, MM, Ink, Style

_LINE = 9 * MM
_SIGNED = 15 * MM  # the white above a line to sign on
_TOGETHER = 8  # empty lines that are not torn apart
_PLACE = 62 * MM
_SIDE_BY_SIDE = 3


def list_strips(
    items: Iterable[tuple[str, Text]], kind: str, frame: Frame, setting: Setting
) -> Iterator[Strip]:
    """Yield items behind their marks; `kind` is what PDF calls their numbering."""
    marked = list(items)
    style = replace(setting.grown(BODY), after=2 * setting.scale)
    marks = replace(style, ink=Ink.ACCENT)
    indent = max((setting.faces.width(mark, style.face) for mark, _words in marked), default=0)
    indent = indent * style.size + 7 * setting.scale
    owner = Element("L", frame.element, numbering(kind))
    for number, (mark, words) in enumerate(marked):
        item = Element("LI", owner)
        label = Frame(frame.x + 2, indent, Element("Lbl", item))
        body = Frame(frame.x + 2 + indent, frame.width - indent - 2, Element("LBody", item))
        [sign] = setting.lines(text(mark), marks, indent)
        strips = setting.text(words, BODY, body)
        strips[0].paint = _both(line_paint(sign, marks, label), strips[0].paint)
        strips[-1].after = BODY.after if number == len(marked) - 1 else style.after
        yield from strips


def _both(first: Paint, second: Paint) -> Paint:
    def paint(sheet: Sheet, top: float) -> None:
        first(sheet, top)
        second(sheet, top)

    return paint


def check_strips(checks: CheckList, frame: Frame, setting: Setting) -> Iterator[Strip]:
    """Yield items behind boxes to tick."""
    items = [("☑" if check.done else "☐", check.words) for check in checks.items]
    yield from list_strips(items, "None", frame, setting)


def note_strips(notes: NoteLines, frame: Frame, setting: Setting) -> Iterator[Strip]:
    """Yield empty lines, under a small caption if there is one."""
    if notes.caption:
        own = Frame(frame.x, frame.width, Element("P", frame.element))
        caption = setting.text(text(notes.caption), LABEL, own)
        caption[0].before = 8
        caption[-1].glued = True
        yield from caption

    def paint(sheet: Sheet, top: float) -> None:
        sheet.rule(frame.x, top - _LINE, frame.width, Ink.PEN)

    for number in range(notes.count):
        last = number == notes.count - 1
        whole = notes.count <= _TOGETHER
        yield Strip(_LINE, paint, after=0 if not last else 8, glued=whole and not last)


def signature_strips(block: Signatures, frame: Frame, setting: Setting) -> list[Strip]:
    """Return the line for place and date, and lines to sign on, three side by side."""
    strips = []
    if block.place:
        place = Frame(frame.x, _PLACE, frame.element)
        strips.append(_line([(text(block.place), LABEL)], place, setting))
    for start in range(0, len(block.people), _SIDE_BY_SIDE):
        people = block.people[start : start + _SIDE_BY_SIDE]
        strips.append(_people(people, frame, setting))
    return glued(strips)


def _people(people: tuple[Signature, ...], frame: Frame, setting: Setting) -> Strip:
    gap = 9 * MM
    width = (frame.width - gap * (_SIDE_BY_SIDE - 1)) / _SIDE_BY_SIDE
    fields = [
        _line(
            [(person.name, CELL_NAME), (text(person.role), LABEL)],
            Frame(frame.x + number * (width + gap), width, frame.element),
            setting,
        )
        for number, person in enumerate(people)
    ]

    def paint(sheet: Sheet, top: float) -> None:
        for one in fields:
            one.paint(sheet, top)

    return Strip(max(one.height for one in fields), paint)


def _line(captions: list[tuple[Text, Style]], frame: Frame, setting: Setting) -> Strip:
    """Return one line to sign on, with its captions below."""
    below: list[Strip] = []
    for words, style in captions:
        if not words:
            continue
        own = Frame(frame.x, frame.width, Element("P", frame.element))
        below += setting.text(words, style, own)

    def paint(sheet: Sheet, top: float) -> None:
        y = top - _SIGNED
        sheet.rule(frame.x, y, frame.width, Ink.TEXT, 0.6)
        y -= 2
        for strip in below:
            strip.paint(sheet, y)
            y -= strip.height

    return Strip(_SIGNED + 2 + sum(strip.height for strip in below), paint)
