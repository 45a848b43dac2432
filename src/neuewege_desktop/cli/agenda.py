"""`agenda`: which households the next case conference should talk about, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import click

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.cli.desk import Desk, opens_workplace
from neuewege_desktop.cli.parameters import Codes, day_option, municipality_option, option
from neuewege_desktop.cli.spoken import Command
from neuewege_desktop.cli.streams import Json
from neuewege_desktop.cli.table import Column, table
from neuewege_desktop.domain.agenda.proposal import AgendaProposal
from neuewege_desktop.services.conference.due import municipality_name, propose_agenda

_COLUMNS: tuple[Column[AgendaProposal], ...] = (
    Column(N_("BG number"), lambda item: item.household),
    Column(N_("Priority"), lambda item: str(item.priority), numbers=True),
    Column(N_("Days overdue"), lambda item: str(item.overdue_days), numbers=True),
    Column(N_("Rules"), lambda item: ", ".join(item.rules)),
    Column(N_("Reasons"), lambda item: "; ".join(reason.text for reason in item.reasons)),
)


@click.command(
    "agenda",
    cls=Command,
    help=N_(
        "Propose the agenda of a case conference: all households that are due, in order, with the "
        "reasons. Nothing is stored."
    ),
)
@opens_workplace
@municipality_option(N_("The municipality of the conference."), required=True)
@day_option("--date", required=True, help=N_("The day of the conference."))
@option(
    "--rules",
    type=Codes(),
    default=(),
    metavar="R01,R05",
    help=N_("Only these rules; without it all."),
)
def agenda_command(desk: Desk, municipality: str, date: dt.date, rules: tuple[str, ...]) -> None:
    """Propose; the conference need not be planned."""
    with desk.opened() as opened:
        town = municipality_name(opened.store, municipality)
        due = propose_agenda(opened.store, municipality, date, rules)
    document: list[Json] = [
        {
            "household": item.household,
            "rules": item.rules,
            "priority": item.priority,
            "overdue_days": item.overdue_days,
            "reasons": [reason.text for reason in item.reasons],
            "capped": item.capped,
        }
        for item in due
    ]
    desk.answer(document, _lines(town, date, due))


def _lines(town: str, day: dt.date, due: Sequence[AgendaProposal]) -> Iterator[str]:
    yield _("Proposed agenda: {town}, {day}").format(town=town, day=long_date(day))
    yield from table(_COLUMNS, [item for item in due if not item.capped])
    later = [item for item in due if item.capped]
    if later:
        yield ""
        yield _("Not taken up any more ({n}):").format(n=len(later))
        yield from table(_COLUMNS, later)
    yield ngettext("{n} household is due", "{n} households are due", len(due))
