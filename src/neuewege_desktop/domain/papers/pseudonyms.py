"""What stands for a person in copies for others: a role instead of a name, an age band (6.4)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.people import MemberRole

# The signs of the specification; they are the same in every language.
_SIGNS = {
    MemberRole.HEAD: "HV",
    MemberRole.PARTNER: "P",
    MemberRole.CHILD_U25: "K",
    MemberRole.PARENT: "E",
    MemberRole.PARENT_PARTNER: "EP",
}
_YOUNG, _OLD = 25, 50


def role_signs(members: Iterable[tuple[int, MemberRole, dt.date | None]]) -> dict[int, str]:
    """Return by person what stands for the name: HV, P, K1, K2 …; the eldest child is K1.

    A member is a person, their role and their date of birth.
    """
    ordered = sorted(members, key=lambda member: (member[2] or dt.date.max, member[0]))
    count = Counter(role for _person, role, _born in ordered)
    seen: Counter[MemberRole] = Counter()
    signs: dict[int, str] = {}
    for person, role, _born in ordered:
        seen[role] += 1
        numbered = role == MemberRole.CHILD_U25 or count[role] > 1
        signs[person] = f"{_SIGNS[role]}{seen[role]}" if numbered else _SIGNS[role]
    return signs


def age_band(years: int | None) -> str:
    """Return the band that stands for an age or a date of birth."""
    if years is None:
        return _("age unknown")
    if years < _YOUNG:
        return "<25"
    return "25–49" if years < _OLD else "50+"
