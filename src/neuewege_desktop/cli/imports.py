"""`import`: a list of the office comes in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import click

from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.cli.desk import Desk, opens_workplace
from neuewege_desktop.cli.failures import DONE, WITH_FAULTY_LINES
from neuewege_desktop.cli.parameters import FILE, argument, day_option, option
from neuewege_desktop.cli.spoken import Command
from neuewege_desktop.cli.streams import Json, counting, someone_reads_the_answer
from neuewege_desktop.cli.table import Column, table
from neuewege_desktop.services.imports import import_list
from neuewege_desktop.services.imports.report import Counts, ImportReport, Problem
from neuewege_desktop.services.workplaces import office_of


@click.command(
    "import",
    cls=Command,
    help=N_(
        "Take in a list of the office: CSV, XLSX or ODS. Good lines enter, a faulty line never "
        "does in part; the same list a second time changes nothing."
    ),
)
@opens_workplace
@argument("source", metavar=N_("LIST"), type=FILE, help=N_("The file with the list."))
@day_option("--as-of", help=N_("The day for which the list is true; without it today."))
@option(
    "--sheet", metavar=N_("NAME"), help=N_("Which sheet of a workbook; without it the likely one.")
)
@option("--dry-run", is_flag=True, help=N_("Only say what would happen."))
def import_command(
    desk: Desk, source: Path, as_of: dt.date | None, sheet: str | None, dry_run: bool
) -> int:
    """Import after a backup, as one act that can be taken back as a whole."""
    with desk.opened() as opened:
        if not dry_run:
            opened.back_up()
        with counting(_lines_done) as progress:
            report = import_list(
                office_of(opened, desk.today),
                source,
                as_of or desk.today,
                dry_run=dry_run,
                sheet=sheet,
                progress=progress,
            )
    named = someone_reads_the_answer()
    desk.answer(_document(report, named), _lines(report, named, dry_run))
    return WITH_FAULTY_LINES if report.errors else DONE


def _lines_done(number: int) -> str:
    return ngettext("{n} line", "{n} lines", number)


def _document(report: ImportReport, named: bool) -> Json:
    return {
        "households": _counts(report.households),
        "persons": _counts(report.persons),
        "errors": [_problem(found, named) for found in report.errors],
        "warnings": [_problem(found, named) for found in report.warnings],
        "absent": [household.number for household in report.absent],
        "ignored_columns": report.ignored_columns,
    }


def _counts(counts: Counts) -> Json:
    return {"new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged}


def _problem(problem: Problem, named: bool) -> Json:
    return {"line": problem.line, "field": problem.field, "message": _message(problem, named)}


def _message(problem: Problem, named: bool) -> str:
    return problem.named if named else problem.message


def _lines(report: ImportReport, named: bool, dry_run: bool) -> Iterator[str]:
    columns: tuple[Column[Problem], ...] = (
        Column(N_("Line"), lambda problem: str(problem.line), numbers=True),
        Column(N_("Field"), lambda problem: problem.field),
        Column(N_("What to look at"), lambda problem: _message(problem, named)),
    )
    if dry_run:
        yield _("A trial: nothing was stored.")
    yield _totals(_("Households"), report.households)
    yield _totals(_("Persons"), report.persons)
    for heading, problems in (
        (ngettext("{n} faulty line", "{n} faulty lines", len(report.errors)), report.errors),
        (ngettext("{n} warning", "{n} warnings", len(report.warnings)), report.warnings),
    ):
        yield ""
        yield heading
        yield from table(columns, problems)
    yield from _remarks(report)


def _totals(what: str, counts: Counts) -> str:
    return _("{what}: {new} new, {changed} changed, {unchanged} unchanged").format(
        what=what, new=counts.new, changed=counts.changed, unchanged=counts.unchanged
    )


def _remarks(report: ImportReport) -> Iterator[str]:
    if report.absent:
        yield ""
        yield _("Not in the list, and left as they are: {numbers}").format(
            numbers=", ".join(household.number for household in report.absent)
        )
    if report.ignored_columns:
        yield _("Unknown columns, not read: {names}").format(
            names=", ".join(report.ignored_columns)
        )
