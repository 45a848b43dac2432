"""`print`: papers as PDF files. Each is a copy outside of the workplace, and logged as one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TypeAlias

import click

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.cli.desk import Desk, DeskCommand, opens_workplace
from neuewege_desktop.cli.parameters import (
    FILE,
    meeting_option,
    municipality_option,
    option,
)
from neuewege_desktop.cli.spoken import Group
from neuewege_desktop.domain.choices.papers import CopyWay, PaperKind, Variant
from neuewege_desktop.services.conference.minutes import PaperToIssue
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.agendas import agenda_paper
from neuewege_desktop.services.papers.checking import (
    NONE,
    Confirmations,
    Unconfirmed,
    proposed,
)
from neuewege_desktop.services.papers.copies import log_copy, refuse_existing, write_copy
from neuewege_desktop.services.papers.folders import case_sheet_paper, folder_paper
from neuewege_desktop.services.papers.issuing import Paper
from neuewege_desktop.services.papers.lists import household_list_paper, task_list_paper
from neuewege_desktop.services.papers.minutes import issued_minutes, minutes_paper, to_issue
from neuewege_desktop.services.places import household_named

printing = Group("print", help=N_("Write agenda, minutes, folder, case sheet or a list as PDF."))

PaperMaker: TypeAlias = Callable[[Office, Confirmations], Paper]

_VARIANTS = {
    "internal": Variant.INTERNAL,
    "pseudonym": Variant.PSEUDONYM,
    "municipality": Variant.MUNICIPALITY,
}


def _prints(command: DeskCommand) -> DeskCommand:
    """Let a command open a workplace and write a new file; an existing one is refused first."""

    @opens_workplace
    @option(
        "--out",
        type=FILE,
        required=True,
        metavar=N_("FILE.pdf"),
        help=N_("The new file. It lies outside of the encrypted workplace, and this is logged."),
    )
    @wraps(command)
    def to_new_file(desk: Desk, out: Path, **rest: object) -> object:
        refuse_existing(out)
        return command(desk, out, **rest)

    return to_new_file


_variant_option = option(
    "--variant",
    type=click.Choice(tuple(_VARIANTS)),
    required=True,
    metavar="internal|pseudonym|municipality",
    help=N_("For whom: the team, pseudonymised, or only the part with the municipality."),
)
_proposed_option = option(
    "--as-proposed",
    is_flag=True,
    help=N_(
        "Print lines that may tell who is meant as the program proposes, with names replaced; "
        "without it such lines are refused."
    ),
)


@printing.command("agenda", help=N_("Write the agenda of a case conference."))
@_prints
@meeting_option
@_variant_option
@_proposed_option
def agenda_command(desk: Desk, out: Path, meeting: int, variant: str, as_proposed: bool) -> None:
    """Print the agenda as it stands now."""

    def paper(office: Office, confirmed: Confirmations) -> Paper:
        return agenda_paper(office, meeting, _VARIANTS[variant], desk.now, confirmed)

    with desk.office() as office:
        _leave(desk, office, out, _confirmed(office, paper, as_proposed=as_proposed))


@printing.command(
    "minutes",
    help=N_("Write the minutes of a case conference; released ones exactly as they were issued."),
)
@_prints
@meeting_option
@_variant_option
@_proposed_option
def minutes_command(desk: Desk, out: Path, meeting: int, variant: str, as_proposed: bool) -> None:
    """Print the minutes: the archived ones once they are released, else the draft."""
    chosen = _VARIANTS[variant]

    def paper(office: Office, confirmed: Confirmations) -> Paper:
        return minutes_paper(office, meeting, chosen, desk.now, confirmed)

    with desk.office() as office:
        archived = issued_minutes(office, meeting, chosen)
        if archived is None:
            _leave(desk, office, out, _confirmed(office, paper, as_proposed=as_proposed))
        else:
            _write(desk, office, out, PaperKind.MINUTES, archived)


@printing.command(
    "folder", help=N_("Write cover, agenda and the case sheets of a conference as one document.")
)
@_prints
@meeting_option
@option(
    "--variant",
    type=click.Choice(tuple(_VARIANTS)),
    default="internal",
    metavar="internal|pseudonym|municipality",
    help=N_("The folder is only for the team."),
)
def folder_command(desk: Desk, out: Path, meeting: int, variant: str) -> None:
    """Print the folder of the team."""
    if variant != "internal":
        raise UserError(_("The folder is only for the team. Please print the agenda instead."))
    with desk.office() as office:
        _leave(desk, office, out, folder_paper(office, meeting, desk.now))


@printing.command("case-sheet", help=N_("Write the case sheet of a household."))
@_prints
@option(
    "--household",
    required=True,
    metavar=N_("HOUSEHOLD"),
    help=N_("Its BG number or pseudonym."),
)
@option(
    "--with-protected-because",
    default="",
    metavar=N_("TEXT"),
    help=N_("Print specially protected data too, and log this reason for it."),
)
def case_sheet_command(desk: Desk, out: Path, household: str, with_protected_because: str) -> None:
    """Print one case sheet as of today."""
    why = with_protected_because.strip()
    with desk.office() as office:
        found = household_named(office.store, household)
        paper = case_sheet_paper(office, found, desk.now, with_protected_because=why)
        _leave(desk, office, out, paper, why)


@printing.command("tasks", help=N_("Write the list of open tasks, by who is responsible."))
@_prints
@municipality_option(N_("Only this municipality."))
def tasks_command(desk: Desk, out: Path, municipality: str | None) -> None:
    """Print what is open today."""
    with desk.office() as office:
        _leave(desk, office, out, task_list_paper(office, municipality, desk.now))


@printing.command("households", help=N_("Write the list of households."))
@_prints
@municipality_option(N_("Only this municipality."))
def households_command(desk: Desk, out: Path, municipality: str | None) -> None:
    """Print the households of today."""
    with desk.office() as office:
        _leave(desk, office, out, household_list_paper(office, municipality, desk.now))


def _confirmed(office: Office, paper: PaperMaker, *, as_proposed: bool) -> Paper:
    """Return a paper; with `as_proposed`, doubtful lines as the program proposes them."""
    try:
        return paper(office, NONE)
    except Unconfirmed as waiting:
        if not as_proposed:
            raise
        return paper(office, proposed(waiting.doubts))


def _leave(desk: Desk, office: Office, out: Path, paper: Paper, reason: str = "") -> None:
    _write(desk, office, out, paper.kind, to_issue(paper), reason)


def _write(
    desk: Desk, office: Office, out: Path, kind: PaperKind, paper: PaperToIssue, reason: str = ""
) -> None:
    """Log the copy, then let it leave, and say so.

    The log knows it by the name that names no client, whatever the file is called.
    """
    log_copy(office, kind, paper.variant, paper.name, CopyWay.SAVED, reason)
    write_copy(out, paper.content)
    done = _(
        "“{file}” was written. It lies outside of the encrypted workplace; the copy was logged."
    ).format(file=out)
    desk.answer({"file": str(out), "paper": kind, "variant": paper.variant}, [done])
