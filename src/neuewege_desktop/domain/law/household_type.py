"""The type of a household, computed from its members on a day (domain specification 2.4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.law.ages import age

_FULL_AGE = 18


class HouseholdType(Choice):
    """Types of household as the statistics of the Federal Employment Agency publish them."""

    SINGLE = "SINGLE", N_("single person")
    SINGLE_PARENT = "SINGLE_PARENT", N_("single parent")
    COUPLE_NO_CHILD = "COUPLE_NO_CHILD", N_("couple without children")
    COUPLE_WITH_CHILD = "COUPLE_WITH_CHILD", N_("couple with children")
    OTHER = "OTHER", N_("other household")


@dataclass(frozen=True, slots=True)
class Member:
    """What the type of a household depends on, for one person who belongs to it on the day."""

    role: MemberRole
    birth_date: dt.date | None
    unmarried: bool = True

    def is_minor(self, day: dt.date) -> bool:
        """Say whether this is an unmarried child under 18 on `day`; of unknown age it counts."""
        if self.role != MemberRole.CHILD_U25 or not self.unmarried:
            return False
        return self.birth_date is None or age(self.birth_date, day) < _FULL_AGE


def household_type(members: Collection[Member], day: dt.date) -> HouseholdType:
    """Return the type of a household that has these members on `day`."""
    has_minors = any(member.is_minor(day) for member in members)
    if any(member.role == MemberRole.PARTNER for member in members):
        if has_minors:
            return HouseholdType.COUPLE_WITH_CHILD
        return HouseholdType.COUPLE_NO_CHILD
    if has_minors:
        return HouseholdType.SINGLE_PARENT
    return HouseholdType.SINGLE if len(members) == 1 else HouseholdType.OTHER
