"""`list`: households, persons, measures and case conferences as they were on a day."""

from __future__ import annotations

import datetime as dt
from functools import wraps

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, ngettext
from neuewege_desktop.cli.desk import Desk, DeskCommand, opens_workplace
from neuewege_desktop.cli.parameters import day_option, municipality_option, option
from neuewege_desktop.cli.spoken import Group
from neuewege_desktop.cli.streams import Json
from neuewege_desktop.cli.table import Column, table
from neuewege_desktop.domain.listing import (
    HouseholdRow,
    MeasureRow,
    MeetingRow,
    PersonRow,
    Query,
)
from neuewege_desktop.services.lists import (
    list_households,
    list_measures,
    list_meetings,
    list_persons,
)

listing = Group("list", help=N_("List what a workplace holds, as it was on a day."))

_HOUSEHOLDS: tuple[Column[HouseholdRow], ...] = (
    Column(N_("BG number"), lambda row: row.number),
    Column(N_("Municipality"), lambda row: row.municipality),
    Column(N_("Type"), lambda row: row.type.label),
    Column(N_("Members"), lambda row: str(row.members), numbers=True),
    Column(N_("Pseudonym"), lambda row: row.pseudonym),
)
_PERSONS: tuple[Column[PersonRow], ...] = (
    Column(N_("Client number"), lambda row: row.client_number),
    Column(N_("Last name"), lambda row: row.last_name),
    Column(N_("First name"), lambda row: row.first_name),
    Column(N_("Born"), lambda row: long_date(row.birth_date) if row.birth_date else ""),
    Column(N_("BG number"), lambda row: row.household),
    Column(N_("Role"), lambda row: row.role.label if row.role else ""),
)
_MEASURES: tuple[Column[MeasureRow], ...] = (
    Column(N_("Measure"), lambda row: row.name),
    Column(N_("Instrument"), lambda row: row.instrument),
    Column(N_("Municipality"), lambda row: row.municipality),
    Column(N_("Status"), lambda row: row.status.label),
    Column(N_("Taking part"), lambda row: str(row.participants), numbers=True),
    Column(N_("Places"), lambda row: "" if row.places is None else str(row.places), numbers=True),
)
_MEETINGS: tuple[Column[MeetingRow], ...] = (
    Column(N_("Day"), lambda row: long_date(row.date)),
    Column(N_("Municipality"), lambda row: row.municipality),
    Column(N_("Status"), lambda row: row.status.label),
)


def _asks(command: DeskCommand) -> DeskCommand:
    """Let a command take the options of a list, and give it the query they make."""

    @opens_workplace
    @municipality_option(N_("Only this municipality."))
    @option(
        "--search", default="", metavar=N_("TEXT"), help=N_("Only where words begin like this.")
    )
    @day_option("--as-of", help=N_("As it was on this day; without it today."))
    @wraps(command)
    def with_query(
        desk: Desk, municipality: str | None, search: str, as_of: dt.date | None
    ) -> object:
        query = Query(day=as_of or desk.today, search=search, municipality=municipality or "")
        return command(desk, query)

    return with_query


@listing.command("households", help=N_("List the households."))
@_asks
def households_command(desk: Desk, query: Query) -> None:
    """List them without names: a log may keep this."""
    with desk.opened() as opened:
        rows = list_households(opened.store, query)
    document: list[Json] = [
        {
            "household": row.number,
            "municipality": row.municipality,
            "type": row.type,
            "members": row.members,
            "pseudonym": row.pseudonym,
        }
        for row in rows
    ]
    total = ngettext("{n} household", "{n} households", len(rows))
    desk.answer(document, table(_HOUSEHOLDS, rows, total))


@listing.command("persons", help=N_("List the persons with their names."))
@_asks
def persons_command(desk: Desk, query: Query) -> None:
    """List them with names, for these are what was asked for."""
    with desk.opened() as opened:
        rows = list_persons(opened.store, query)
    document: list[Json] = [
        {
            "client_number": row.client_number,
            "last_name": row.last_name,
            "first_name": row.first_name,
            "birth_date": row.birth_date.isoformat() if row.birth_date else None,
            "household": row.household,
            "role": row.role,
        }
        for row in rows
    ]
    total = ngettext("{n} person", "{n} persons", len(rows))
    desk.answer(document, table(_PERSONS, rows, total))


@listing.command("measures", help=N_("List the measures and how many take part."))
@_asks
def measures_command(desk: Desk, query: Query) -> None:
    """List them with their places, as far as places are counted."""
    with desk.opened() as opened:
        rows = list_measures(opened.store, query)
    document: list[Json] = [
        {
            "id": str(row.id),
            "name": row.name,
            "instrument": row.instrument,
            "municipality": row.municipality,
            "status": row.status,
            "participants": row.participants,
            "places": row.places,
        }
        for row in rows
    ]
    total = ngettext("{n} measure", "{n} measures", len(rows))
    desk.answer(document, table(_MEASURES, rows, total))


@listing.command("meetings", help=N_("List the case conferences."))
@_asks
def meetings_command(desk: Desk, query: Query) -> None:
    """List them in the order of their days."""
    with desk.opened() as opened:
        rows = list_meetings(opened.store, query)
    document: list[Json] = [
        {
            "id": str(row.id),
            "municipality": row.municipality,
            "date": row.date.isoformat(),
            "status": row.status,
        }
        for row in rows
    ]
    total = ngettext("{n} case conference", "{n} case conferences", len(rows))
    desk.answer(document, table(_MEETINGS, rows, total))
