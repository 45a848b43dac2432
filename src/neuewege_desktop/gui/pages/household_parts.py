"""What belongs to a household: addresses, approvals of benefits, memberships, its case."""

from __future__ import annotations

from collections.abc import Sequence

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.choices.people import Entitlement, MemberRole
from neuewege_desktop.domain.choices.work import Intensity
from neuewege_desktop.domain.records import Record
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.scopes import municipality_of
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.gui.kit.editors.choices import FlagEditor, choice_of
from neuewege_desktop.gui.kit.editors.days import PeriodEditor
from neuewege_desktop.gui.kit.editors.groups import AddressEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.pages.options import municipalities, staff
from neuewege_desktop.gui.pages.parts import Part
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.records import needed


def _address_fields(room: Room, office: Office) -> Sequence[Field]:
    return (
        Field("address", N_("&Address"), AddressEditor, is_needed=True),
        Field(
            "ags",
            N_("&Municipality"),
            municipalities(office),
            N_("The postcode does not tell the municipality."),
        ),
        Field("period", N_("&Lives there"), lambda: PeriodEditor(room), is_needed=True),
    )


def _begin_address(office: Office, owner: int) -> Record:
    household = needed(office, Household, owner)
    return HouseholdAddress(
        id=NEW,
        scope=household.scope,
        household=owner,
        address=PostalAddress("", "", ""),
        ags=municipality_of(household.scope),
        period=Period(office.today),
    )


def _approval_fields(room: Room, _office: Office) -> Sequence[Field]:
    return (
        Field("period", N_("&Approved"), lambda: PeriodEditor(room), is_needed=True),
        Field(
            "provisional",
            N_("Kind of approval"),
            lambda: FlagEditor(_("&Provisional (§ 41a SGB II)")),
        ),
    )


def _begin_approval(office: Office, owner: int) -> Record:
    household = needed(office, Household, owner)
    return ApprovalPeriod(
        id=NEW, scope=household.scope, household=owner, period=Period(office.today)
    )


def _membership_fields(room: Room, _office: Office) -> Sequence[Field]:
    return (
        Field("role", N_("&Role"), choice_of(MemberRole)),
        Field(
            "period",
            N_("&Belongs to the household"),
            lambda: PeriodEditor(room),
            N_("Whoever leaves gets a last day here."),
            is_needed=True,
        ),
        Field("entitlement", N_("&Entitlement"), choice_of(Entitlement)),
        Field(
            "temporary",
            N_("Two households"),
            lambda: FlagEditor(_("&Lives in two households in turn")),
        ),
    )


def _case_fields(_room: Room, office: Office) -> Sequence[Field]:
    return (
        Field("case_manager", N_("Case &manager"), staff(office)),
        Field("deputy", N_("&Deputy"), staff(office)),
        Field("intensity", N_("&How often to talk about it"), choice_of(Intensity)),
    )


def _no_new(_office: Office, _owner: int) -> Record:
    raise LookupError("this part begins with its owner")


ADDRESS = Part(
    kind=HouseholdAddress,
    new_title=N_("New address"),
    title=N_("Change the address"),
    fields=_address_fields,
    begin=_begin_address,
    hint=N_("The address before stays in the history; give it a last day."),
)
APPROVAL = Part(
    kind=ApprovalPeriod,
    new_title=N_("New approval"),
    title=N_("Change the approval"),
    fields=_approval_fields,
    begin=_begin_approval,
)
MEMBERSHIP = Part(
    kind=Membership,
    new_title=N_("New membership"),
    title=N_("Change the membership"),
    fields=_membership_fields,
    begin=_no_new,
)
CASE = Part(
    kind=Case,
    new_title=N_("New case"),
    title=N_("Who looks after the case"),
    fields=_case_fields,
    begin=_no_new,
)
