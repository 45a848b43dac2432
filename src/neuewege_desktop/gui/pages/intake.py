"""Taking in by hand: a household with its head, a person into a household; closing a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.checks.problem import Problem
from neuewege_desktop.domain.choices.people import MemberRole, Sex
from neuewege_desktop.domain.choices.work import CloseReason
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.person import PersonName
from neuewege_desktop.domain.values import PostalAddress
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, choice_of
from neuewege_desktop.gui.kit.editors.days import DayEditor, NeededDayEditor
from neuewege_desktop.gui.kit.editors.groups import AddressEditor, NameEditor
from neuewege_desktop.gui.kit.editors.texts import LineEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.pages.parts import open_form
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.drafts import draft_at
from neuewege_desktop.services.entries import (
    NewHousehold,
    NewPerson,
    check_new_household,
    check_new_person,
    close_case,
    new_household,
    new_person,
)
from neuewege_desktop.services.lists import municipalities_of
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.records import needed, open_case_of

_NO_NAME = PersonName("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdEntry:
    """What the form of a new household asks."""

    ags: str
    opened_on: dt.date
    number: str = ""
    name: PersonName = _NO_NAME
    birth_date: dt.date | None = None
    sex: Sex = Sex.UNKNOWN
    client_number: str = ""
    address: PostalAddress | None = None

    def order(self) -> NewHousehold:
        """Return it as it is taken in."""
        return NewHousehold(
            ags=self.ags,
            head=_person(self),
            opened_on=self.opened_on,
            number=self.number,
            address=self.address,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEntry:
    """What the form of a new member asks."""

    role: MemberRole
    since: dt.date
    name: PersonName = _NO_NAME
    birth_date: dt.date | None = None
    sex: Sex = Sex.UNKNOWN
    client_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What the form of closing a case asks."""

    day: dt.date
    reason: CloseReason


def _person(entry: HouseholdEntry | MemberEntry) -> NewPerson:
    return NewPerson(
        name=entry.name,
        birth_date=entry.birth_date,
        sex=entry.sex,
        client_number=entry.client_number,
    )


def _person_fields(room: Room, group: str) -> Sequence[Field]:
    return (
        Field("name", N_("&Name"), NameEditor, group=group, is_needed=True),
        Field("birth_date", N_("&Date of birth"), lambda: DayEditor(room), half=True),
        Field("sex", N_("Se&x"), choice_of(Sex), half=True),
        Field("client_number", N_("C&lient number"), LineEditor, N_("For example 427D123456.")),
    )


def open_new_household(window: QWidget, session: Session, _key: int) -> None:
    """Open the form of a new household."""
    place = "new/household/0"
    room = session.room

    def make(office: Office) -> Editing:
        towns = municipalities_of(office.store, office.today)
        draft = draft_at(office, place)
        return Editing(
            value=HouseholdEntry(
                ags=towns[0][0] if len(towns) == 1 else "", opened_on=office.today
            ),
            fields=(
                Field("ags", N_("&Municipality"), lambda: ChoiceEditor(_offered(towns)), half=True),
                Field("number", N_("B&G number"), LineEditor, half=True),
                *_person_fields(room, N_("Head of household")),
                Field(
                    "address",
                    N_("Address"),
                    lambda: AddressEditor(needed=False),
                    group=N_("Where they live"),
                ),
                Field("opened_on", N_("In the project &since"), lambda: NeededDayEditor(room)),
            ),
            place=place,
            record=None,
            check=lambda office, entry: check_new_household(office, entry.order()),
            save=_save_household,
            draft=(draft.text, draft.at) if draft else None,
            save_words=_("&Take in"),
        )

    open_form(
        window,
        session,
        _("New household"),
        make,
        _("The pseudonym is made by the program. Further persons can be added afterwards."),
        lambda outcome: session.tell_new(Household.kind.name, outcome),
    )


def _offered(towns: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Return what one chooses from: nobody shall take the first of several by oversight."""
    return towns if len(towns) == 1 else [("", _("Please choose …")), *towns]


def _save_household(office: Office, _before: Any, entry: Any, draft: str) -> Outcome:  # noqa: ANN401
    _key, outcome = new_household(office, entry.order(), draft=draft)
    return outcome


def open_new_member(window: QWidget, session: Session, household: int) -> None:
    """Open the form of a person who is taken into a household."""
    place = f"new/membership/{household}"
    room = session.room

    def make(office: Office) -> Editing:
        home = needed(office, Household, household)
        draft = draft_at(office, place)

        def check(office: Office, entry: Any) -> Sequence[Problem]:  # noqa: ANN401
            return check_new_person(office, home, _person(entry), entry.role, entry.since)

        def save(office: Office, _before: Any, entry: Any, draft: str) -> Outcome:  # noqa: ANN401
            person = _person(entry)
            return new_person(office, home, person, entry.role, entry.since, draft=draft)[1]

        return Editing(
            value=MemberEntry(role=MemberRole.CHILD_U25, since=office.today),
            fields=(
                *_person_fields(room, ""),
                Field("role", N_("&Role"), choice_of(MemberRole), half=True),
                Field(
                    "since", N_("Belongs to it &since"), lambda: NeededDayEditor(room), half=True
                ),
            ),
            place=place,
            record=None,
            check=check,
            save=save,
            draft=(draft.text, draft.at) if draft else None,
            save_words=_("&Take in"),
        )

    open_form(window, session, _("Add a person"), make)


def open_closing(window: QWidget, session: Session, household: int) -> None:
    """Open the form that closes the case of a household."""
    room = session.room

    def make(office: Office) -> Editing:
        case = open_case_of(office, household)
        if case is None:
            raise UserError(_("The case of this household is closed already."))
        return Editing(
            value=Closing(day=office.today, reason=CloseReason.SUSTAINED),
            fields=(
                Field("day", N_("Closed &on"), lambda: NeededDayEditor(room)),
                Field("reason", N_("&Reason"), choice_of(CloseReason)),
            ),
            place="",
            record=None,
            check=lambda _office, _entry: (),
            save=lambda office, _before, entry, _draft: close_case(
                office, case, entry.day, entry.reason
            ),
            save_words=_("Cl&ose the case"),
        )

    open_form(window, session, _("Close the case"), make)
