"""Fields of the forms about the project: joining and leaving it, teams, members, places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.checks.problem import Problem
from neuewege_desktop.domain.choices.work import StaffFunction
from neuewege_desktop.domain.records.catalogue import Team, TeamMember
from neuewege_desktop.domain.records.town import Place
from neuewege_desktop.domain.scopes import SHARED, town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.gui.editing import edit_record
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, FlagEditor, Option, choice_of
from neuewege_desktop.gui.kit.editors.days import NeededDayEditor, PeriodEditor
from neuewege_desktop.gui.kit.editors.groups import AddressEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor, NumberEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.services.drafts import draft_at
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.project import (
    ProjectView,
    TownLine,
    join_project,
    leave_project,
    staff_names,
)


@dataclass(frozen=True, slots=True)
class Joining:
    """A municipality that shall take part from a day on; "" before one is chosen."""

    ags: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Leaving:
    """The last day on which a municipality takes part."""

    day: dt.date


def joining(office: Office, room: Room, view: ProjectView) -> Editing:
    """Return the form by which a municipality joins."""
    options: list[Option] = [("", ""), *view.others]
    fields = (
        Field("ags", N_("&Municipality"), lambda: ChoiceEditor(options), is_needed=True),
        Field("day", N_("Takes part &from"), lambda: NeededDayEditor(room), is_needed=True),
    )
    return Editing(
        value=Joining("", office.today),
        fields=fields,
        place="new/participation",
        record=None,
        check=_check_joining,
        save=_join,
        draft=_draft(office, "new/participation"),
        save_words=_("&Let it take part"),
    )


def _check_joining(_office: Office, value: Joining) -> Sequence[Problem]:
    return () if value.ags else (Problem("ags", _("Please choose the municipality.")),)


def _join(office: Office, _before: Any, after: Joining, _draft: str) -> Outcome:  # noqa: ANN401
    return join_project(office, after.ags, after.day)


def leaving(office: Office, room: Room, town: TownLine) -> Editing:
    """Return the form by which a municipality leaves."""
    place = f"leave/{town.record.id}"
    last = town.record.period.end or office.today

    def save(office: Office, _before: Any, after: Leaving, _draft: str) -> Outcome:  # noqa: ANN401
        return leave_project(office, town.record.id, after.day)

    return Editing(
        value=Leaving(last),
        fields=(Field("day", N_("&Last day"), lambda: NeededDayEditor(room), is_needed=True),),
        place=place,
        record=None,
        check=lambda _office, _value: (),
        save=save,
        draft=_draft(office, place),
        save_words=_("&End the participation"),
    )


def _draft(office: Office, place: str) -> tuple[str, int] | None:
    draft = draft_at(office, place)
    return (draft.text, draft.at) if draft is not None else None


def team(office: Office, record: Team) -> Editing:
    """Return the form of a team."""
    fields = (
        Field("name", N_("&Name"), LineEditor, is_needed=True),
        Field(
            "max_items",
            N_("&Households per conference"),
            lambda: NumberEditor(empty=0),
            N_("No more are proposed for one agenda."),
        ),
    )
    return edit_record(office, record, fields)


def new_member(record: Team, today: dt.date) -> TeamMember:
    """Return somebody who is to become a member of a team today."""
    return TeamMember(
        id=NEW,
        scope=SHARED,
        team=record.id,
        user=NEW,
        function=StaffFunction.CASE_MANAGER,
        period=Period(today),
    )


def member(office: Office, room: Room, record: TeamMember) -> Editing:
    """Return the form of a membership in a team."""
    options: list[Option] = [(NEW, "–"), *staff_names(office)]
    fields = (
        Field("user", N_("&Who"), lambda: ChoiceEditor(options), is_needed=True),
        Field("function", N_("&Function"), choice_of(StaffFunction), is_needed=True),
        Field("deputy", "", lambda: FlagEditor(_("as a &deputy"))),
        Field("period", N_("&Belongs to it"), lambda: PeriodEditor(room), is_needed=True),
    )
    return edit_record(office, record, fields, owner=record.team)


def new_place(view: ProjectView) -> Place:
    """Return a place that is still to be described, in the first municipality that takes part."""
    return Place(id=NEW, scope=town_scope(view.towns[0].ags), name="")


def place(office: Office, record: Place, view: ProjectView) -> Editing:
    """Return the form of a place; a place never changes its municipality."""
    towns: list[Option] = list({town_scope(t.ags): t.name for t in view.towns}.items())
    municipality = Field("scope", N_("&Municipality"), lambda: ChoiceEditor(towns), is_needed=True)
    fields = (
        Field(
            "name", N_("&Name"), LineEditor, N_("For example town hall, room 12."), is_needed=True
        ),
        *((municipality,) if record.id == NEW else ()),
        Field("address", N_("&Address"), lambda: AddressEditor(needed=False)),
    )
    return edit_record(office, record, fields)
