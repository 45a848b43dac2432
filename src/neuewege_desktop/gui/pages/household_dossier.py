"""What one reads about a household: members, address, approvals, tasks, conference, its story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.records import Life, Record
from neuewege_desktop.domain.records.household import ApprovalPeriod, HouseholdAddress
from neuewege_desktop.gui.kit.cells import Cell, Shape
from neuewege_desktop.gui.kit.dossier import Dossier, Fact, Section, Tab, Target
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.words import distance, lateness
from neuewege_desktop.gui.pages.origin_words import origin_note
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.services.case_file import (
    HouseholdFile,
    Member,
    TimelineLine,
    household_file,
)
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.wording import spoken

_STORY = 200  # lines shown


def read_household(office: Office, key: int) -> Dossier | None:
    """Return what there is to read about a household, or None if it is gone."""
    return household_dossier(household_file(office, key), office.today)


def household_dossier(file: HouseholdFile, today: dt.date) -> Dossier:
    """Return what there is to read about a household."""
    household = file.household
    head = next((m for m in file.members if m.present), None)
    numbers = "  ·  ".join(filter(None, (household.number, household.pseudonym, file.municipality)))
    return Dossier(
        title=str(head.person.name) if head else household.pseudonym,
        subtitle=numbers,
        chips=tuple(_chips(file)),
        tabs=(
            Tab(_("Overview"), tuple(_overview(file, today))),
            Tab(_("Members"), tuple(_members(file))),
            Tab(_("Address"), tuple(_places(file, today))),
            Tab(_("Course"), (_story(file.timeline),)),
        ),
        warning=_("This household was put away.") if household.life == Life.ARCHIVED else "",
        is_archived=household.life == Life.ARCHIVED,
    )


def _chips(file: HouseholdFile) -> Iterator[Cell]:
    if file.cases and (phases := file.cases[0].phases):
        yield chip_of(phases[-1].phase)
    yield Cell(file.type.label, icon="house", shape=Shape.CHIP)


def _overview(file: HouseholdFile, today: dt.date) -> Iterator[Section]:
    yield Section("", tuple(_short(file, today)))
    yield Section(
        _("Next steps"),
        tuple(
            Fact(
                long_date(task.due_on),
                task.title,
                lateness(task.due_on, today),
                icon="square",
                tone=Tone.BAD if task.due_on < today else Tone.PLAIN,
                target=Target("task", task.id),
            )
            for task in file.tasks
        ),
        empty=_("No open task."),
        add=(_("Add"), Target("do:task", file.household.id)),
    )
    yield Section(
        _("Next case conference"), tuple(_conference(file, today)), _("None is planned here.")
    )


def _short(file: HouseholdFile, today: dt.date) -> Iterator[Fact]:
    current = next((a for a in file.addresses if a.period.covers(today)), None)
    if current is not None:
        yield Fact(
            _("Address"), spoken(current.address), _origin(file, current, "address"), "map-pin"
        )
    approval = next(iter(file.approvals), None)
    if approval is not None and approval.period.end is not None:
        over = approval.period.end < today
        yield Fact(
            _("Approved until"),
            long_date(approval.period.end),
            distance(approval.period.end, today),
            "triangle-alert" if over else "calendar-clock",
            Tone.BAD if over else Tone.PLAIN,
        )
    sheet = next(iter(file.cases), None)
    yield Fact(
        _("Case manager"),
        (sheet.case_manager if sheet else "") or _("nobody yet"),
        icon="user-round",
        tone=Tone.PLAIN if sheet and sheet.case_manager else Tone.WARNING,
        change=Target("do:change:case", file.household.id),
    )
    yield Fact(_("Persons"), _count(file), icon="users")
    if file.household.file_reference:
        yield Fact(_("File reference"), file.household.file_reference, icon="folder-open")
    if file.household.note:
        yield Fact(_("Note"), file.household.note, icon="notebook-pen")


def _count(file: HouseholdFile) -> str:
    present = sum(member.present for member in file.members)
    return ngettext("{n} person in the household", "{n} persons in the household", present)


def _conference(file: HouseholdFile, today: dt.date) -> Iterator[Fact]:
    found = file.next_conference
    if found is None:
        return
    on_it = _("This household is on the agenda.") if found.item else _("Not on the agenda.")
    yield Fact(
        distance(found.meeting.day, today),
        long_date(found.meeting.day),
        "\n".join([on_it, *found.reasons]),
        icon="calendar-days",
        target=Target("meeting", found.meeting.id),
    )


def _members(file: HouseholdFile) -> Iterator[Section]:
    present = tuple(_member(file, member) for member in file.members if member.present)
    former = tuple(_member(file, member) for member in file.members if not member.present)
    yield Section(
        _("In the household"),
        present,
        _("Nobody belongs to this household today."),
        (_("Add a person"), Target("do:member", file.household.id)),
    )
    if former:
        yield Section(_("Formerly"), former)


def _member(file: HouseholdFile, member: Member) -> Fact:
    age = "" if member.age is None else ngettext("{n} year", "{n} years", member.age)
    role = member.membership.role.label
    period = spoken(member.membership.period)
    note = "  ·  ".join(filter(None, (age, period, _corrected(file, member.person))))
    return Fact(
        role[:1].upper() + role[1:],
        str(member.person.name),
        note,
        icon="user-round",
        target=Target("person", member.person.id),
        change=Target("do:change:membership", member.membership.id),
    )


def _corrected(file: HouseholdFile, person: Record) -> str:
    """Say that a hand corrected what a list says about a person."""
    fields = [key for key, origin in file.origins.items() if key[0] == person.id and origin.listed]
    return _("corrected by hand") if fields else ""


def _places(file: HouseholdFile, today: dt.date) -> Iterator[Section]:
    yield Section(
        _("Addresses"),
        tuple(_address(file, address, today) for address in file.addresses),
        _("No address is known."),
        (_("New address"), Target("do:address", file.household.id)),
    )
    yield Section(
        _("Approvals of benefits"),
        tuple(_approval(file, approval, today) for approval in file.approvals),
        _("No approval is known."),
        (_("New approval"), Target("do:approval", file.household.id)),
    )


def _address(file: HouseholdFile, address: HouseholdAddress, today: dt.date) -> Fact:
    now = address.period.covers(today)
    return Fact(
        spoken(address.period),
        spoken(address.address),
        _origin(file, address, "address"),
        icon="map-pin",
        tone=Tone.PLAIN if now else Tone.QUIET,
        change=Target("do:change:household_address", address.id),
    )


def _approval(file: HouseholdFile, approval: ApprovalPeriod, today: dt.date) -> Fact:
    now = approval.period.covers(today)
    kind = _("provisional, § 41a SGB II") if approval.provisional else _("final")
    return Fact(
        kind,
        spoken(approval.period),
        _origin(file, approval, "period"),
        icon="calendar-clock",
        tone=Tone.PLAIN if now else Tone.QUIET,
        change=Target("do:change:approval_period", approval.id),
    )


def _origin(file: HouseholdFile, record: Record, field: str) -> str:
    return origin_note(file.origins.get((record.id, field)))


def _story(lines: tuple[TimelineLine, ...]) -> Section:
    facts = tuple(
        Fact(
            long_date(line.day),
            line.text,
            _("by {user}").format(user=line.who) if line.who else "",
            icon="history" if line.at else "circle-dot",
        )
        for line in lines[:_STORY]
    )
    return Section("", facts, _("Nothing has happened yet."))
