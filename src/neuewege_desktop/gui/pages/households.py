"""The page of households: what its table shows and what its form asks (2.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.listing import HouseholdRow, ListKind
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.gui.editing import editing_of
from neuewege_desktop.gui.kit.cells import NOTHING, Cell, Column, Shape
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.editors.days import PeriodEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor, LinesEditor, NumberEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.words import due_cell
from neuewege_desktop.gui.listing import Command, Listing
from neuewege_desktop.gui.pages.household_dossier import read_household
from neuewege_desktop.gui.pages.life_commands import life_commands
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.services.office import Office

Today = Callable[[], dt.date]


def _household(row: HouseholdRow) -> Cell:
    where = "  ·  ".join(filter(None, (row.town, row.number)))
    return Cell(row.head or _("without a head"), where)


def columns(today: Today) -> Sequence[Column[HouseholdRow]]:
    """Return the columns of the table."""
    return (
        Column("head", _("Household"), _household, "name", 200),
        Column("phase", _("Phase"), lambda row: chip_of(row.phase), "phase", 150),
        Column("members", _("Persons"), _members, "members", 92),
        Column("manager", _("Case manager"), _manager, "case_manager", 140),
        Column("approved", _("Approved until"), lambda row: _approved(row, today()), _UNTIL, 115),
        Column(
            "pseudonym",
            _("Pseudonym"),
            lambda row: Cell(row.pseudonym),
            "pseudonym",
            110,
            is_hidden=True,
        ),
        Column(
            "number", _("BG number"), lambda row: Cell(row.number), "number", 150, is_hidden=True
        ),
        Column(
            "type",
            _("Kind of household"),
            lambda row: Cell(row.type.label),
            "",
            190,
            is_hidden=True,
        ),
        Column(
            "street",
            _("Street"),
            lambda row: Cell(row.street, row.town),
            "street",
            180,
            is_hidden=True,
        ),
        Column(
            "municipality", _("Municipality"), _municipality, "municipality", 150, is_hidden=True
        ),
    )


_UNTIL = "approved_until"


def _members(row: HouseholdRow) -> Cell:
    return Cell(str(row.members), icon="user-round")


def _manager(row: HouseholdRow) -> Cell:
    if not row.case_manager:
        return Cell(_("nobody yet"), tone=Tone.WARNING, icon="circle-alert")
    return Cell(row.case_manager, shape=Shape.BADGE)


def _approved(row: HouseholdRow, today: dt.date) -> Cell:
    if row.approved_until is None:
        return NOTHING
    if row.approved_until < today:
        return Cell(long_date(row.approved_until), _("has ended"), Tone.BAD)
    return due_cell(row.approved_until, today)


def _municipality(row: HouseholdRow) -> Cell:
    return Cell(row.municipality_name)


def fields(room: Room) -> Callable[[Office], Sequence[Field]]:
    """Return the fields of the form."""

    def make(_office: Office) -> Sequence[Field]:
        return (
            Field(
                "number", N_("BG &number"), LineEditor, N_("For example 43102BG0001234."), half=True
            ),
            Field("file_reference", N_("&File reference"), LineEditor, half=True),
            Field("period", N_("&In the project"), lambda: PeriodEditor(room), is_needed=True),
            Field(
                "persons_in_household",
                N_("&Persons in the household"),
                NumberEditor,
                N_("All who live there, also those without benefits."),
            ),
            Field("note", N_("N&ote"), lambda: LinesEditor(lines=5), N_("Short and factual.")),
        )

    return make


def households(room: Room) -> Listing:
    """Return the list of households."""
    return Listing(
        kind=ListKind.HOUSEHOLDS,
        title=N_("Households"),
        icon="house",
        search_hint=N_("Name, number, pseudonym, street …"),
        columns=columns(room.today),
        count=lambda count: ngettext("{n} household", "{n} households", count),
        empty_title=N_("No households yet"),
        empty_text=N_("Import the list of your office, or take in a household by hand."),
        empty_act=(N_("&Import a list …"), Target("action:import")),
        new_text=N_("&New household"),
        kinds=(
            "household",
            "household_address",
            "membership",
            "person",
            "case",
            "case_phase",
            "approval_period",
        ),
        read=read_household,
        editing=editing_of(Household, fields(room)),
        commands=(
            Command(code="member", text=N_("Add a &person …"), icon="user-plus"),
            Command(code="address", text=N_("New &address …"), icon="map-pin"),
            Command(code="approval", text=N_("New a&pproval …"), icon="calendar-clock"),
            Command(code="change:case", text=N_("Case &manager …"), icon="briefcase"),
            Command(code="close_case", text=N_("&Close the case …"), icon="circle-check"),
            *life_commands("household"),
        ),
        group_words={"phase": N_("Phase")},
    )
