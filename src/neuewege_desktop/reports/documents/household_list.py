"""The list of households as it is on a day, landscape, for the team."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.reports.documents.conference import NOTHING
from neuewege_desktop.reports.documents.issue import Issue, document
from neuewege_desktop.reports.model import (
    Align,
    Column,
    Document,
    Paragraph,
    Role,
    Row,
    Table,
    text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdLine:
    """One household; the address is empty where it must not be printed."""

    number: str
    head: str
    type: str
    members: int
    address: str
    municipality: str
    phase: str
    case_manager: str
    approved_until: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdList:
    """The households of a municipality, or of all; `where` says which, in words."""

    day: dt.date
    where: str
    identifier: str
    lines: tuple[HouseholdLine, ...]


def household_list(value: HouseholdList, issue: Issue) -> Document:
    """Return the list; it never leaves the team, and names no pseudonym beside a name."""
    count = ngettext("{n} household", "{n} households", len(value.lines))
    return document(
        issue,
        kind=_("Household list"),
        title=text(_("Households")),
        lead=text(_("{where} · as of {day}").format(where=value.where, day=long_date(value.day))),
        identifier=value.identifier,
        blocks=(Paragraph(text(count), Role.MUTED), _table(value)),
        landscape=True,
    )


def _table(value: HouseholdList) -> Table:
    return Table(
        (
            Column(_("Head of household"), 2.6, names_row=True),
            Column(_("BG number"), mm=34),
            Column(_("Type"), 2.3),
            Column(_("Persons"), mm=18, align=Align.RIGHT),
            Column(_("Address"), 3.2),
            Column(_("Phase"), 1.8),
            Column(_("Case manager"), 1.8),
            Column(_("Approved until"), mm=26),
        ),
        tuple(
            Row(
                (
                    text(line.head or NOTHING),
                    text(line.number or NOTHING),
                    text(line.type),
                    text(str(line.members)),
                    text(line.address or line.municipality),
                    text(line.phase or NOTHING),
                    text(line.case_manager or NOTHING),
                    text(long_date(line.approved_until) if line.approved_until else NOTHING),
                )
            )
            for line in value.lines
        ),
        _("The households with their heads, in the order of names"),
        _("There is no household here."),
    )
