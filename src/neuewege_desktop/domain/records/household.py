"""The household (Bedarfsgemeinschaft), the unit the team talks about (2.4)."""

from __future__ import annotations

from neuewege_desktop.domain.choices.people import Entitlement, MemberRole
from neuewege_desktop.domain.records.kind import S2, Record, RecordId, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import Period, PostalAddress


@record("household", Family.CASE)
class Household(Record):
    """A need unit, § 7 (3) SGB II. Number and reference may be unknown, so neither is its key."""

    number: str = fact(S2, default="", index=True)
    pseudonym: str = fact(S2, index=True)
    file_reference: str = fact(S2, default="")
    period: Period = fact(S2)
    persons_in_household: int | None = fact(S2, default=None)
    note: str = fact(S2, default="")


@record("membership", Family.CASE)
class Membership(Record):
    """A person belongs to a household in a role for a time."""

    household: RecordId = fact(S2, refers="household", index=True)
    person: RecordId = fact(S2, refers="person", index=True)
    role: MemberRole = fact(S2)
    period: Period = fact(S2)
    entitlement: Entitlement = fact(S2, default=Entitlement.STANDARD)
    temporary: bool = fact(S2, default=False)  # a child that lives in two households


@record("household_address", Family.CASE)
class HouseholdAddress(Record):
    """Where a household lives during a time; a post code does not identify a municipality."""

    household: RecordId = fact(S2, refers="household", index=True)
    address: PostalAddress = fact(S2)
    ags: str = fact(S2)
    period: Period = fact(S2)


@record("approval_period", Family.CASE)
class ApprovalPeriod(Record):
    """Benefits are approved for a time, for all members alike, § 41 SGB II."""

    household: RecordId = fact(S2, refers="household", index=True)
    period: Period = fact(S2)
    provisional: bool = fact(S2, default=False)
