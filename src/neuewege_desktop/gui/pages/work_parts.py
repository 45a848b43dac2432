"""Measures, case conferences, tasks, actors: the fields of their forms, how new ones begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.work import (
    ActorKind,
    MeasureStatus,
    TaskKind,
    TaskState,
)
from neuewege_desktop.domain.records import Record
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.measure import Measure
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.town import Actor
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.gui.kit.editors.choices import FlagEditor, choice_of
from neuewege_desktop.gui.kit.editors.days import NeededDayEditor, TimeEditor
from neuewege_desktop.gui.kit.editors.groups import AddressEditor, WordsEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor, LinesEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.pages.options import (
    instrument_versions,
    instruments,
    places,
    providers,
    staff,
    towns,
)
from neuewege_desktop.gui.pages.parts import Part
from neuewege_desktop.services.conference.planning import plan_meeting
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.lists import municipalities_of
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.records import open_case_of

Fields = Callable[[Room, Office], Sequence[Field]]


def _first_town(office: Office) -> str:
    found = municipalities_of(office.store, office.today)
    return found[0][0] if found else ""


def measure_fields(_room: Room, office: Office) -> Sequence[Field]:
    """Return the fields of a measure (2.10)."""
    return (
        Field("name", N_("&Name"), LineEditor, is_needed=True),
        Field("instrument_version", N_("&Instrument"), instruments(office)),
        Field("status", N_("S&tatus"), choice_of(MeasureStatus), half=True),
        Field("provider", N_("&Provider"), providers(office), half=True),
        Field("content", N_("&Content"), lambda: LinesEditor(lines=4)),
        Field("contact", N_("C&ontact"), LineEditor, N_("At the provider; nobody's client.")),
        Field(
            "childcare_offered",
            N_("Childcare"),
            lambda: FlagEditor(_("&Childcare is offered")),
        ),
    )


def meeting_fields(room: Room, office: Office) -> Sequence[Field]:
    """Return the fields of a case conference (2.13)."""
    return (
        Field("day", N_("&Day"), lambda: NeededDayEditor(room), is_needed=True),
        Field("start", N_("&Begins"), TimeEditor, half=True),
        Field("end", N_("&Ends"), TimeEditor, half=True),
        Field("place", N_("&Place"), places(office)),
        Field("chair", N_("C&hair"), staff(office), half=True),
        Field("minute_taker", N_("&Minutes by"), staff(office), half=True),
    )


def task_fields(room: Room, office: Office) -> Sequence[Field]:
    """Return the fields of a task or follow-up (2.13)."""
    return (
        Field("title", N_("What is to be &done"), LineEditor, is_needed=True),
        Field("due_on", N_("D&ue on"), lambda: NeededDayEditor(room), half=True),
        Field("task", N_("&Kind"), choice_of(TaskKind), half=True),
        Field("assignee", N_("&Who does it"), staff(office), half=True),
        Field("state", N_("S&tate"), choice_of(TaskState), half=True),
        Field("result", N_("&Result"), lambda: LinesEditor(lines=3)),
    )


def town_task_fields(room: Room, office: Office) -> Sequence[Field]:
    """Return the fields of a task with a municipality or an actor."""
    return (
        Field("title", N_("What is to be &done"), LineEditor, N_("Without names of clients.")),
        Field("due_on", N_("D&ue on"), lambda: NeededDayEditor(room), half=True),
        Field("state", N_("S&tate"), choice_of(TaskState), half=True),
        Field("assignee", N_("&Who does it"), staff(office)),
    )


def actor_fields(_room: Room, _office: Office) -> Sequence[Field]:
    """Return the fields of a local actor (2.12)."""
    return (
        Field("name", N_("&Name"), LineEditor, is_needed=True),
        Field("actor", N_("&Kind"), choice_of(ActorKind)),
        Field("address", N_("Address"), lambda: AddressEditor(needed=False)),
        Field("contact_person", N_("C&ontact person"), LineEditor),
        Field("phone", N_("Tele&phone"), LineEditor, half=True),
        Field("email", N_("&E-mail"), LineEditor, half=True),
        Field("topics", N_("&Topics"), WordsEditor),
        Field("note", N_("N&ote"), lambda: LinesEditor(lines=4), N_("Without names of clients.")),
    )


def _begin_measure(office: Office, _owner: int) -> Record:
    versions = instrument_versions(office)
    return Measure(
        id=NEW,
        scope=town_scope(_first_town(office)),
        name="",
        instrument_version=versions[0][0] if versions else NEW,
        status=MeasureStatus.PLANNED,
    )


def _begin_meeting(office: Office, _owner: int) -> Record:
    ags = _first_town(office)
    return Meeting(id=NEW, scope=town_scope(ags), ags=ags, day=office.today)


def _begin_task(office: Office, owner: int) -> Record:
    """Begin a task in the case of the household `owner`, or in none."""
    case = open_case_of(office, owner) if owner else None
    return Task(
        id=NEW,
        scope=case.scope if case else case_scope(_first_town(office)),
        case=case.id if case else None,
        title="",
        due_on=office.today,
        assignee=office.author,
    )


def _begin_actor(office: Office, _owner: int) -> Record:
    return Actor(id=NEW, scope=town_scope(_first_town(office)), name="", actor=ActorKind.CLUB)


def _with_town(fields: Fields) -> Fields:
    """Return the fields of a new record, and before them the municipality in which it lives."""

    def make(room: Room, office: Office) -> Sequence[Field]:
        town = Field("scope", N_("M&unicipality"), towns(office, town_scope))
        return (town, *fields(room, office))

    return make


def _new_meeting_fields(room: Room, office: Office) -> Sequence[Field]:
    town = Field("ags", N_("M&unicipality"), towns(office, str))
    return (town, *meeting_fields(room, office))


def _settle_meeting(record: Record) -> Record:
    """Let a conference live where it is held."""
    return replace(record, scope=town_scope(record.ags)) if isinstance(record, Meeting) else record


def _plan_meeting(office: Office, record: Record, draft: str) -> Outcome:
    """Plan a conference, to which the team is asked to come."""
    if not isinstance(record, Meeting):
        raise TypeError("only conferences are planned")
    return plan_meeting(office, record, draft=draft)


MEASURE = Part(
    kind=Measure,
    new_title=N_("New measure"),
    title=N_("Change the measure"),
    fields=_with_town(measure_fields),
    begin=_begin_measure,
)
MEETING = Part(
    kind=Meeting,
    new_title=N_("New case conference"),
    title=N_("Change the case conference"),
    fields=_new_meeting_fields,
    begin=_begin_meeting,
    settle=_settle_meeting,
    keep_new=_plan_meeting,
)
TASK = Part(
    kind=Task,
    new_title=N_("New task"),
    title=N_("Change the task"),
    fields=task_fields,
    begin=_begin_task,
)
ACTOR = Part(
    kind=Actor,
    new_title=N_("New actor"),
    title=N_("Change the actor"),
    fields=_with_town(actor_fields),
    begin=_begin_actor,
)
