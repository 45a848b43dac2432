"""`history`, `undo`, `redo`: what happened, and taking one's own acts back."""

from __future__ import annotations

import datetime as dt

import click

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.cli.desk import Desk, opens_workplace
from neuewege_desktop.cli.parameters import argument
from neuewege_desktop.cli.spoken import Command
from neuewege_desktop.cli.streams import Json
from neuewege_desktop.cli.table import Column, table
from neuewege_desktop.cli.values import coded, is_pointer
from neuewege_desktop.domain.records.words import field_word, kind_word
from neuewege_desktop.services.history import HistoryLine, household_history, redo, undo
from neuewege_desktop.services.labels import act_name
from neuewege_desktop.services.places import household_named
from neuewege_desktop.services.wording import show_value

_COLUMNS: tuple[Column[HistoryLine], ...] = (
    Column(N_("When"), lambda line: _clock_time(line)),
    Column(N_("Who"), lambda line: line.user),
    Column(N_("What"), lambda line: act_name(line.label)),
    Column(N_("Entry"), lambda line: kind_word(line.kind)),
    Column(N_("Field"), lambda line: field_word(line.field)),
    Column(N_("Before"), lambda line: show_value(line.kind, line.field, line.old)),
    Column(N_("After"), lambda line: show_value(line.kind, line.field, line.new)),
)


@click.command(
    "history",
    cls=Command,
    help=N_("Show every change of a household and of all that belongs to it, oldest first."),
)
@opens_workplace
@argument("household", metavar=N_("HOUSEHOLD"), help=N_("Its BG number or pseudonym."))
def history_command(desk: Desk, household: str) -> None:
    """Show who changed what, and when."""
    with desk.office() as office:
        lines = household_history(office, household_named(office.store, household))
    document: list[Json] = [
        {
            "act": str(line.act),
            "at": _moment(line).isoformat(timespec="milliseconds"),
            "user": line.user,
            "kind": line.kind,
            "record": str(line.record),
            "field": line.field,
            "old": coded(line.kind, line.field, line.old),
            "new": coded(line.kind, line.field, line.new),
        }
        for line in lines
    ]
    readable = [line for line in lines if not is_pointer(line.kind, line.field)]
    total = ngettext("{n} change", "{n} changes", len(readable))
    desk.answer(document, table(_COLUMNS, readable, total))


def _moment(line: HistoryLine) -> dt.datetime:
    return dt.datetime.fromtimestamp(line.at / 1000, dt.UTC)


def _clock_time(line: HistoryLine) -> str:
    here = _moment(line).astimezone()
    return f"{long_date(here)} {here:%H:%M}"


@click.command(
    "undo",
    cls=Command,
    help=N_("Take your own last act back, as a whole. It is refused if others changed it since."),
)
@opens_workplace
def undo_command(desk: Desk) -> None:
    """Take back the last act of the user whose password it was."""
    with desk.office() as office:
        label, outcome = undo(office)
    done = _("Taken back: {act}").format(act=act_name(label))
    desk.answer({"act": str(outcome.act), "undone": label}, [done])


@click.command("redo", cls=Command, help=N_("Do again what you took back last."))
@opens_workplace
def redo_command(desk: Desk) -> None:
    """Do again what the user took back last, if nothing was done since."""
    with desk.office() as office:
        label, outcome = redo(office)
    done = _("Done again: {act}").format(act=act_name(label))
    desk.answer({"act": str(outcome.act), "redone": label}, [done])
