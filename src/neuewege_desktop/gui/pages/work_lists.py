"""The lists of measures, case conferences, tasks and local actors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.choices.work import MeetingStatus, TaskState
from neuewege_desktop.domain.listing import ActorRow, ListKind, MeasureRow, MeetingRow, TaskRow
from neuewege_desktop.domain.records import Record
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.measure import Measure
from neuewege_desktop.domain.records.meeting import Meeting, TownTask
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.gui.editing import editing_of
from neuewege_desktop.gui.kit.cells import NOTHING, Cell, Column, Shape
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.words import day_cell, due_cell
from neuewege_desktop.gui.listing import Command, Listing
from neuewege_desktop.gui.pages.dossiers import read_actor, read_measure, read_meeting, read_task
from neuewege_desktop.gui.pages.life_commands import life_commands
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.gui.pages.work_parts import (
    Fields,
    actor_fields,
    measure_fields,
    meeting_fields,
    task_fields,
    town_task_fields,
)
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.services.office import Office

_STILL_OPEN = (TaskState.OPEN, TaskState.IN_PROGRESS)


def _editing(
    kind: type[Record], fields: Fields, room: Room
) -> Callable[[Office, int], Editing | None]:
    return editing_of(kind, lambda office: fields(room, office))


def measures(room: Room) -> Listing:
    """Return the list of measures."""
    return Listing(
        kind=ListKind.MEASURES,
        title=N_("Measures"),
        icon="heart-handshake",
        search_hint=N_("Name, provider, instrument …"),
        columns=(
            Column("name", _("Measure"), _measure, "name", 260),
            Column("status", _("Status"), lambda row: chip_of(row.status), "status", 150),
            Column("taking", _("Taking part"), _taking, "participants", 120),
            Column("free", _("Free places"), _free, "free_places", 120),
            Column(
                "next", _("Next run"), lambda r: day_cell(r.next_start, room.today()), "next_start"
            ),
            Column("provider", _("Provider"), lambda row: Cell(row.provider), "provider", 170),
        ),
        count=lambda count: ngettext("{n} measure", "{n} measures", count),
        empty_title=N_("No measures yet"),
        empty_text=N_("Measures come with the list of your office, or are entered here."),
        new_text=N_("&New measure"),
        kinds=("measure", "measure_run", "participation", "actor"),
        read=read_measure,
        editing=_editing(Measure, measure_fields, room),
        commands=life_commands("measure"),
    )


def _measure(row: MeasureRow) -> Cell:
    return Cell(row.name, "  ·  ".join(filter(None, (row.instrument, row.municipality_name))))


def _taking(row: MeasureRow) -> Cell:
    return Cell(str(row.participants), icon="users")


def _free(row: MeasureRow) -> Cell:
    if row.places is None or row.free_places is None:
        return Cell(_("not counted"), tone=Tone.QUIET)
    of_all = _("of {places}").format(places=row.places)
    return Cell(str(row.free_places), of_all, Tone.WARNING if row.free_places <= 0 else Tone.PLAIN)


def meetings(room: Room) -> Listing:
    """Return the list of case conferences."""
    return Listing(
        kind=ListKind.MEETINGS,
        title=N_("Case conferences"),
        icon="calendar-days",
        search_hint=N_("Municipality, place, chair …"),
        columns=(
            Column("date", _("Day"), lambda row: _when(row, room.today()), "date", 190),
            Column("town", _("Municipality"), _where, "municipality", 200),
            Column("status", _("Status"), lambda row: chip_of(row.status), "status", 190),
            Column("items", _("Agenda"), _items, "items", 120),
            Column("chair", _("Chair"), _chair, "chair", 170),
        ),
        count=lambda count: ngettext("{n} case conference", "{n} case conferences", count),
        empty_title=N_("No case conferences yet"),
        empty_text=N_("Plan the first one: choose the municipality and the day."),
        new_text=N_("&New case conference"),
        kinds=("meeting", "agenda_item", "place"),
        read=read_meeting,
        editing=_editing_meeting(room),
        commands=(*_MEETING_COMMANDS, *life_commands("meeting")),
    )


def _editing_meeting(room: Room) -> Callable[[Office, int], Editing | None]:
    """Return how a conference is edited; one whose minutes are released is not."""
    edit = _editing(Meeting, meeting_fields, room)

    def begin(office: Office, key: int) -> Editing | None:
        editing = edit(office, key)
        is_frozen = editing and editing.value.status == MeetingStatus.RELEASED_MINUTES
        return None if is_frozen else editing

    return begin


_MEETING_COMMANDS = (
    Command(
        code="move", text=N_("&Move …"), icon="calendar-clock", fits=lambda d: "move" in d.allows
    ),
    Command(
        code="cancel", text=N_("&Cancel it …"), icon="circle-x", fits=lambda d: "cancel" in d.allows
    ),
)


def _when(row: MeetingRow, today: dt.date) -> Cell:
    far = day_cell(row.date, today)
    time = row.start.isoformat("minutes") if row.start else ""
    return Cell("  ".join(filter(None, (far.text, time))), far.second)


def _where(row: MeetingRow) -> Cell:
    return Cell(row.municipality_name, row.place)


def _items(row: MeetingRow) -> Cell:
    return Cell(ngettext("{n} item", "{n} items", row.items))


def _chair(row: MeetingRow) -> Cell:
    return Cell(row.chair, shape=Shape.BADGE) if row.chair else NOTHING


def tasks(room: Room) -> Listing:
    """Return the list of tasks, in cases and with municipalities."""
    in_case = _editing(Task, task_fields, room)
    in_town = _editing(TownTask, town_task_fields, room)
    return Listing(
        kind=ListKind.TASKS,
        title=N_("Tasks"),
        icon="list-todo",
        search_hint=N_("What is to be done, name, number …"),
        columns=(
            Column("title", _("What is to be done"), _task, "title", 235),
            Column("due", _("Due on"), lambda row: _due(row, room.today()), "due_on", 130),
            Column("household", _("Household"), _household, "head", 165),
            Column("assignee", _("Who does it"), _assignee, "assignee", 150),
            Column(
                "state", _("State"), lambda row: chip_of(row.state), "state", 120, is_hidden=True
            ),
            Column("origin", _("Origin"), _origin, "origin", 140, is_hidden=True),
        ),
        count=lambda count: ngettext("{n} task", "{n} tasks", count),
        usual_filters=frozenset({"open"}),
        empty_title=N_("No tasks yet"),
        empty_text=N_("Tasks come out of case conferences, or are entered here."),
        new_text=N_("&New task"),
        kinds=("task", "town_task", "household", "membership", "person"),
        read=read_task,
        editing=lambda office, key: in_case(office, key) or in_town(office, key),
        commands=life_commands("task"),
    )


def _task(row: TaskRow) -> Cell:
    kind = row.task.label if row.task else _("with the municipality")
    return Cell(row.title, "  ·  ".join((kind, row.municipality_name)))


def _due(row: TaskRow, today: dt.date) -> Cell:
    return due_cell(row.due_on, today, is_open=row.state in _STILL_OPEN)


def _assignee(row: TaskRow) -> Cell:
    if not row.assignee:
        return Cell(_("nobody yet"), tone=Tone.WARNING, icon="circle-alert")
    return Cell(row.assignee, shape=Shape.BADGE)


def _household(row: TaskRow) -> Cell:
    return Cell(row.head, row.household or row.pseudonym)


def _origin(row: TaskRow) -> Cell:
    return Cell(row.origin.label if row.origin else "")


def actors(_room: Room) -> Listing:
    """Return the list of local actors."""
    return Listing(
        kind=ListKind.ACTORS,
        title=N_("Actors"),
        icon="handshake",
        search_hint=N_("Name, contact person, topic …"),
        columns=(
            Column("name", _("Actor"), _actor, "name", 260),
            Column(
                "contact", _("Contact person"), lambda row: Cell(row.contact_person), _CONTACT, 180
            ),
            Column("phone", _("Telephone"), lambda row: Cell(row.phone), "phone", 150),
            Column("town", _("Municipality"), lambda r: Cell(r.municipality_name), "municipality"),
            Column("topics", _("Topics"), lambda row: Cell(", ".join(row.topics)), "", 200),
        ),
        count=lambda count: ngettext("{n} actor", "{n} actors", count),
        empty_title=N_("No actors yet"),
        empty_text=N_("Nurseries, clubs, companies, advice centres: enter whom you work with."),
        new_text=N_("&New actor"),
        kinds=("actor",),
        read=read_actor,
        editing=_editing(Actor, actor_fields, _room),
        commands=life_commands("actor"),
        group_words={"kind": N_("Kind")},
    )


_CONTACT = "contact_person"


def _actor(row: ActorRow) -> Cell:
    kind = row.kind.label
    return Cell(row.name, kind[:1].upper() + kind[1:])
