"""Rules for who belongs to a household in which role, § 7 (3) and § 38 SGB II.

Two in one place are refused. What is merely lacking or doubtful is warned of: lists lack heads too,
and marital status is known as it is today, not as it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.checks.problem import Context, Problem
from neuewege_desktop.domain.choices.people import FamilyStatus, MemberRole
from neuewege_desktop.domain.law.ages import leaves_household_on
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.records.person import Person

_DAY = dt.timedelta(days=1)
_MARRIED = frozenset({FamilyStatus.MARRIED, FamilyStatus.PARTNERSHIP})
_ONLY_ONE = {
    MemberRole.HEAD: N_(
        "{name} is head of the household at that time. Please end that role first, or choose "
        "another one."
    ),
    MemberRole.PARTNER: N_(
        "{name} is partner at that time. Please end that role first, or choose another one."
    ),
}


def membership(record: Membership, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with a membership, beside the others of its household and person."""
    beside = [m for m in context.memberships if m.period.overlaps(record.period)]
    here = [m for m in beside if m.household == record.household and m.person != record.person]
    own = [m for m in beside if m.person == record.person]
    yield from _twice(record, own)
    yield from _only_one(record, here, context.persons)
    yield from _without_head(record, context)
    if (role_rule := _ROLE_RULES.get(record.role)) is not None:
        yield from role_rule(record, here, context)


def _twice(record: Membership, own: list[Membership]) -> Iterator[Problem]:
    if any(other.household == record.household for other in own):
        yield Problem(
            "period.start",
            _("The person belongs to this household at that time already. Please change the days."),
        )
    elif not record.temporary and not all(other.temporary for other in own):
        yield Problem(
            "period.start",
            _(
                "The person belongs to another household at that time. Please end that first, or "
                "mark this membership as temporary."
            ),
        )


def _only_one(
    record: Membership, here: list[Membership], persons: Mapping[RecordId, Person]
) -> Iterator[Problem]:
    for other in here:
        if other.role == record.role and record.role in _ONLY_ONE:
            known = persons.get(other.person)
            sentence = _(_ONLY_ONE[record.role])
            yield Problem("role", sentence.format(name=known.name if known else "–"))


def _without_head(record: Membership, context: Context) -> Iterator[Problem]:
    """Warn of days without a head: at the beginning of a member, or after the head has left."""
    others = [m for m in context.memberships if m.household == record.household]
    if record.role != MemberRole.HEAD:
        if not _head_on(record.period.start, others):
            yield _warning("role", _("The household has no head at that time. Please give it one."))
        return
    if record.period.end is None or record.period.end == dt.date.max:
        return
    day = record.period.end + _DAY
    if any(m.period.last >= day for m in others) and not _head_on(day, others):
        yield _warning(
            "period.end", _("After that the household has no head. Please name another one.")
        )


def _head_on(day: dt.date, memberships: list[Membership]) -> bool:
    return any(m.role == MemberRole.HEAD and m.period.covers(day) for m in memberships)


def _child(record: Membership, _here: list[Membership], context: Context) -> Iterator[Problem]:
    known = context.persons.get(record.person)
    if known is None:
        return
    if known.family_status in _MARRIED:
        yield _warning(
            "role", _("A married child does not belong to the household. Please check the role.")
        )
    if known.birth_date is None:
        return
    of_age = leaves_household_on(known.birth_date)
    if of_age <= record.period.start:
        yield Problem(
            "role",
            _("From 25 on a child forms a household of its own. Please choose another role."),
        )
    elif of_age <= min(context.today, record.period.last):
        yield _warning(
            "period.end", _("The child has turned 25. Please end the membership on the day before.")
        )


def _parent(record: Membership, here: list[Membership], context: Context) -> Iterator[Problem]:
    heads = [context.persons.get(m.person) for m in here if m.role == MemberRole.HEAD]
    births = [known.birth_date for known in heads if known and known.birth_date]
    if any(leaves_household_on(birth) <= record.period.start for birth in births):
        yield _warning("role", _("Parents belong only to a head under 25. Please check the role."))


def _partner_of_parent(
    record: Membership, here: list[Membership], context: Context
) -> Iterator[Problem]:
    yield from _parent(record, here, context)
    if not any(other.role == MemberRole.PARENT for other in here):
        yield _warning(
            "role", _("The household has no parent at that time. Please check the role.")
        )


_RoleRule = Callable[[Membership, list[Membership], Context], Iterator[Problem]]
_ROLE_RULES: Mapping[MemberRole, _RoleRule] = {
    MemberRole.CHILD_U25: _child,
    MemberRole.PARENT: _parent,
    MemberRole.PARENT_PARTNER: _partner_of_parent,
}


def _warning(name: str, text: str) -> Problem:
    return Problem(name, text, blocks=False)
