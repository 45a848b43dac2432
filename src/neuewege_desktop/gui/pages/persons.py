"""The page of persons: what its table shows and what its form asks (2.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.choices.people import FamilyStatus, Salutation, Sex
from neuewege_desktop.domain.law.ages import age
from neuewege_desktop.domain.listing import ListKind, PersonRow
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.gui.editing import editing_of
from neuewege_desktop.gui.kit.cells import NOTHING, Cell, Column
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.editors.choices import choice_of
from neuewege_desktop.gui.kit.editors.days import DayEditor
from neuewege_desktop.gui.kit.editors.groups import NameEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.listing import Listing
from neuewege_desktop.gui.pages.life_commands import life_commands
from neuewege_desktop.gui.pages.person_dossier import read_person
from neuewege_desktop.services.office import Office


def columns(today: Callable[[], dt.date]) -> Sequence[Column[PersonRow]]:
    """Return the columns of the table."""
    return (
        Column("name", _("Person"), _person, "name", 195),
        Column("birth", _("Date of birth"), lambda row: _born(row, today()), "birth_date", 115),
        Column(
            "role", _("Role"), lambda row: Cell(row.role.label if row.role else ""), "role", 140
        ),
        Column("household", _("Household"), _household, "household", 140),
        Column(
            "town", _("Municipality"), lambda row: Cell(row.municipality_name), "municipality", 110
        ),
        Column(
            "number",
            _("Client number"),
            lambda r: Cell(r.client_number),
            "client_number",
            140,
            is_hidden=True,
        ),
        Column("sex", _("Sex"), lambda row: Cell(row.sex.label), "sex", 110, is_hidden=True),
    )


def _person(row: PersonRow) -> Cell:
    return Cell(f"{row.last_name}, {row.first_name}", row.client_number or _("no client number"))


def _born(row: PersonRow, today: dt.date) -> Cell:
    if row.birth_date is None:
        return NOTHING
    years = ngettext("{n} year", "{n} years", max(0, age(row.birth_date, today)))
    return Cell(long_date(row.birth_date), years)


def _household(row: PersonRow) -> Cell:
    if row.household_id is None:
        return NOTHING
    return Cell(row.household or row.pseudonym, row.pseudonym if row.household else "")


def fields(room: Room) -> Callable[[Office], Sequence[Field]]:
    """Return the fields of the form; what is specially protected has its own place (S3)."""

    def make(_office: Office) -> Sequence[Field]:
        return (
            Field("name", N_("&Name"), NameEditor, is_needed=True),
            Field("salutation", N_("Sa&lutation"), choice_of(Salutation), half=True),
            Field("title", N_("&Title"), LineEditor, half=True),
            Field("birth_date", N_("&Date of birth"), lambda: DayEditor(room), half=True),
            Field("sex", N_("Se&x"), choice_of(Sex), half=True),
            Field("client_number", N_("&Client number"), LineEditor, N_("For example 427D123456.")),
            Field("family_status", N_("&Marital status"), choice_of(FamilyStatus, unknown=True)),
            Field("phone", N_("Tele&phone"), LineEditor, half=True, group=N_("How to reach")),
            Field("email", N_("&E-mail"), LineEditor, half=True),
            Field(
                "interpreter_language",
                N_("Language of an &interpreter"),
                LineEditor,
                N_("Empty if none is needed."),
            ),
            Field("death_date", N_("Date of deat&h"), lambda: DayEditor(room)),
        )

    return make


def persons(room: Room) -> Listing:
    """Return the list of persons."""
    return Listing(
        kind=ListKind.PERSONS,
        title=N_("Persons"),
        icon="users",
        search_hint=N_("Name, client number, date of birth …"),
        columns=columns(room.today),
        count=lambda count: ngettext("{n} person", "{n} persons", count),
        empty_title=N_("No persons yet"),
        empty_text=N_("Persons come with their households: import a list, or take in a household."),
        empty_act=(N_("&Import a list …"), Target("action:import")),
        kinds=("person", "membership", "household"),
        read=read_person,
        editing=editing_of(Person, fields(room)),
        commands=(*life_commands("person"),),
    )
