"""What one reads about measures, case conferences, tasks and local actors."""

from __future__ import annotations

from collections.abc import Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.conference.series import day_warning
from neuewege_desktop.domain.records import Life, Record
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.kit.dossier import Dossier, Fact, Section, Tab, Target
from neuewege_desktop.gui.kit.words import lateness
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.services.case_file import (
    ActorFile,
    MeasureFile,
    TaskFile,
    actor_file,
    measure_file,
    task_file,
    town_task_file,
)
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.conference.facts import HELD
from neuewege_desktop.services.conference.reading import ConferenceFile, conference_file
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.records import record_of
from neuewege_desktop.services.wording import spoken


def read_measure(office: Office, key: int) -> Dossier:
    """Return what there is to read about a measure."""
    file = measure_file(office, key)
    return Dossier(
        title=file.measure.name,
        subtitle=_line(file.instrument, file.law, file.municipality),
        chips=(chip_of(file.measure.status),),
        tabs=(
            Tab(_("Overview"), tuple(_measure(file))),
            Tab(_("Participants"), (_participants(file),)),
        ),
        warning=_put_away(file.measure),
        is_archived=_is_archived(file.measure),
    )


def _measure(file: MeasureFile) -> Iterator[Section]:
    facts = [
        Fact(_("Provider"), file.provider, icon="handshake"),
        Fact(_("Content"), file.measure.content, icon="notebook-pen"),
        Fact(_("Contact"), file.measure.contact, icon="phone"),
    ]
    yield Section("", tuple(fact for fact in facts if fact.text))
    yield Section(
        _("Runs"),
        tuple(
            Fact(
                spoken(line.run.period),
                _places(line.run.places_total, line.free),
                line.run.location,
                icon="calendar-days",
            )
            for line in file.runs
        ),
        _("No run is planned."),
    )


def _places(total: int | None, free: int | None) -> str:
    if total is None or free is None:
        return _("The places are not counted.")
    places = ngettext("{n} place", "{n} places", total)
    return _("{places}, {free} free").format(places=places, free=free)


def _participants(file: MeasureFile) -> Section:
    return Section(
        "",
        tuple(
            Fact(
                taking.participation.state.label,
                str(taking.person.name),
                spoken(taking.participation.period),
                icon="user-round",
                target=Target("person", taking.person.id),
            )
            for taking in file.participants
        ),
        _("Nobody takes part."),
    )


def read_meeting(office: Office, key: int) -> Dossier:
    """Return what there is to read about a case conference."""
    file = conference_file(office, key)
    meeting = file.meeting
    return Dossier(
        title=_("Case conference of {day}").format(day=long_date(meeting.day)),
        subtitle=_line(file.municipality, file.place, _hours(file)),
        chips=(chip_of(meeting.status),),
        tabs=(
            Tab(_("Agenda"), (_papers(file), *_agenda(file))),
            Tab(_("Who is there"), (_attendance(file),)),
        ),
        warning=_put_away(meeting) or _not_held(meeting),
        is_archived=_is_archived(meeting),
        allows=frozenset(("move", "cancel")) if meeting.status in AHEAD else frozenset(),
    )


def _not_held(meeting: Meeting) -> str:
    """Return why nobody comes: it was cancelled, or nobody works on that day."""
    if meeting.status == MeetingStatus.CANCELLED:
        return _("This conference was cancelled: {why}").format(why=meeting.cancelled_because)
    return day_warning(meeting.day) if meeting.status in AHEAD else ""


def _papers(file: ConferenceFile) -> Section:
    """Return the way to the agenda before the conference, and to the minutes after it."""
    key = file.meeting.id
    agenda = Fact("", _("Open the agenda"), icon="list-todo", target=Target("agenda", key))
    minutes = Fact("", _("Open the minutes"), icon="notebook-pen", target=Target("minutes", key))
    return Section("", (agenda, minutes) if file.meeting.status in HELD else (agenda,))


def _hours(file: ConferenceFile) -> str:
    times = [time.isoformat("minutes") for time in (file.meeting.start, file.meeting.end) if time]
    return "–".join(times)


def _agenda(file: ConferenceFile) -> Iterator[Section]:
    yield Section(
        _("Part A, internal"),
        tuple(
            Fact(
                f"{position}.  {line.item.state.label}",
                line.name,
                "\n".join([*line.reasons, *(d.decision.text for d in line.decisions)]),
                icon="house",
                target=Target("household", line.household) if line.household else None,
            )
            for position, line in enumerate(file.items, 1)
        ),
        _("No household is on the agenda yet."),
    )
    yield Section(
        _("Part B, with the municipality"),
        tuple(
            Fact(line.item.state.label, line.item.topic, line.item.discussion, icon="handshake")
            for line in file.town_items
        ),
        _("No topic yet."),
    )


def _attendance(file: ConferenceFile) -> Section:
    staff = [
        Fact(_("Chair"), file.chair, icon="user-round"),
        Fact(_("Minutes by"), file.minute_taker, icon="notebook-pen"),
    ]
    present = [
        Fact(line.attendance.status.label, line.name, icon="users") for line in file.attendance
    ]
    facts = (*(fact for fact in staff if fact.text), *present)
    return Section("", facts, _("Nobody is entered yet."))


def read_task(office: Office, key: int) -> Dossier:
    """Return what there is to read about a task, in a case or with the municipality."""
    in_case = record_of(office, Task, key) is not None
    file = task_file(office, key) if in_case else town_task_file(office, key)
    task = file.task
    return Dossier(
        title=task.title,
        subtitle=_line(long_date(task.due_on), lateness(task.due_on, office.today)),
        chips=(chip_of(task.state),),
        tabs=(Tab(_("Overview"), (_task(file),)),),
        warning=_put_away(task),
        is_archived=_is_archived(task),
    )


def _task(file: TaskFile) -> Section:
    home = Target("household", file.household) if file.household is not None else None
    facts = (
        Fact(_("Who does it"), file.assignee or _("nobody yet"), icon="user-round"),
        Fact(_("Household"), file.household_name, icon="house", target=home),
        Fact(_("Decided"), file.decision, icon="circle-check"),
        Fact(_("Result"), file.result, icon="notebook-pen"),
    )
    return Section("", tuple(fact for fact in facts if fact.text))


def read_actor(office: Office, key: int) -> Dossier:
    """Return what there is to read about a local actor."""
    file = actor_file(office, key)
    return Dossier(
        title=file.actor.name,
        subtitle=_line(file.actor.actor.label, file.municipality),
        tabs=(Tab(_("Overview"), tuple(_actor(file, office))),),
        warning=_put_away(file.actor),
        is_archived=_is_archived(file.actor),
    )


def _actor(file: ActorFile, office: Office) -> Iterator[Section]:
    actor = file.actor
    facts = (
        Fact(_("Address"), spoken(actor.address) if actor.address else "", icon="map-pin"),
        Fact(_("Contact person"), actor.contact_person, icon="user-round"),
        Fact(_("Telephone"), actor.phone, icon="phone"),
        Fact(_("E-mail"), actor.email, icon="mail"),
        Fact(_("Topics"), ", ".join(sorted(actor.topics)), icon="tag"),
        Fact(_("Note"), actor.note, icon="notebook-pen"),
    )
    yield Section("", tuple(fact for fact in facts if fact.text))
    yield Section(
        _("Measures"),
        tuple(
            Fact(measure.status.label, measure.name, target=Target("measure", measure.id))
            for measure in file.measures
        ),
        _("Provides no measure."),
    )
    yield Section(
        _("Tasks"),
        tuple(
            Fact(
                long_date(task.due_on),
                task.title,
                lateness(task.due_on, office.today),
                target=Target("town_task", task.id),
            )
            for task in file.tasks
        ),
        _("No open task."),
    )


def _line(*parts: str) -> str:
    return "  ·  ".join(filter(None, parts))


def _is_archived(record: Record) -> bool:
    return record.life == Life.ARCHIVED


def _put_away(record: Record) -> str:
    return _("This entry was put away.") if _is_archived(record) else ""
