"""The conference folder: cover, agenda and a case sheet per household, as one document (5.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.reports.documents.agenda import Agenda, agenda_blocks
from neuewege_desktop.reports.documents.case_sheet import CaseSheet, case_sheet_blocks
from neuewege_desktop.reports.documents.conference import head_facts, lead
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.model import (
    Block,
    BulletList,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Span,
    Text,
    text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """An agenda, and the case sheets of its households in their order."""

    agenda: Agenda
    sheets: tuple[CaseSheet, ...]


def folder(value: Folder, issue: Issue) -> Document:
    """Return the folder; it never leaves the team."""
    conference = value.agenda.conference
    return document(
        issue,
        kind=_("Conference folder"),
        title=text(_("Folder for the case conference")),
        lead=lead(conference),
        identifier=conference.number,
        blocks=_blocks(value),
    )


def _blocks(value: Folder) -> Iterator[Block]:
    yield Facts(head_facts(value.agenda.conference), tinted=True)
    yield Heading(text(_("Contents")))
    yield Paragraph(text(_contents(value)))
    if value.sheets:
        yield BulletList(tuple(_line(sheet) for sheet in value.sheets), numbered=True)
    yield PageBreak()
    yield Heading(text(_("Agenda")), 1)
    yield from agenda_blocks(value.agenda)
    for number, sheet in enumerate(value.sheets, 1):
        yield PageBreak()
        yield Heading(sheet.household.words(), 1, _("Item {number}").format(number=number))
        yield Paragraph(text(sheet.household.size()), Role.LEAD)
        yield from case_sheet_blocks(sheet)


def _contents(value: Folder) -> str:
    return ngettext(
        "The agenda, and the case sheet of {n} household:",
        "The agenda, and the case sheets of {n} households:",
        len(value.sheets),
    )


def _line(sheet: CaseSheet) -> Text:
    reason = f" – {sheet.reasons[0]}" if sheet.reasons else ""
    return (*sheet.household.words(), Span(reason, free=True))
