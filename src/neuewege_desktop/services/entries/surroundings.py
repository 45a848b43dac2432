"""What surrounds a record: gathered from the store for the rules in `domain/checks`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeVar

from neuewege_desktop.domain.checks import Context
from neuewege_desktop.domain.records import Life, Record, RecordId
from neuewege_desktop.domain.records.catalogue import Municipality, Project
from neuewege_desktop.domain.records.household import (
    ApprovalPeriod,
    Household,
    HouseholdAddress,
    Membership,
)
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.store.reader import Reader

R = TypeVar("R", bound=Record)
_COUNTING = (Life.LIVE, Life.ARCHIVED)


class Neighbourhood:
    """The store as it will be with some records changed, seen from one of them."""

    def __init__(self, reader: Reader, today: dt.date, together: Sequence[Record] = ()) -> None:
        self._reader = reader
        self._today = today
        self._together = together  # what the same act keeps; not in the store yet

    def context(self, record: Record) -> Context:
        """Return what the rules must know to judge this record."""
        match record:
            case Household():
                return Context(
                    today=self._today,
                    project=next((found.period for found in self._reader.find(Project)), None),
                    number_is_taken=self._is_taken(record, "number", record.number),
                    memberships=self._others(record, Membership, "household", record.id),
                )
            case Person():
                number = record.client_number
                taken = self._is_taken(record, "client_number", number)
                return Context(today=self._today, number_is_taken=taken)
            case Membership():
                return self._around_membership(record)
            case HouseholdAddress():
                return Context(
                    today=self._today,
                    municipalities=self._municipalities(),
                    addresses=self._others(record, HouseholdAddress, "household", record.household),
                )
            case ApprovalPeriod():
                others = self._others(record, ApprovalPeriod, "household", record.household)
                return Context(today=self._today, approvals=others)
            case Meeting():
                return Context(today=self._today, municipalities=self._municipalities())
        return Context(today=self._today)

    def _around_membership(self, record: Membership) -> Context:
        memberships = tuple(
            dict.fromkeys(
                [
                    *self._others(record, Membership, "household", record.household),
                    *self._others(record, Membership, "person", record.person),
                ]
            )
        )
        ids = {record.person, *(membership.person for membership in memberships)}
        persons = self._reader.many(Person, sorted(ids))
        persons |= {kept.id: kept for kept in self._together if isinstance(kept, Person)}
        return Context(today=self._today, memberships=memberships, persons=persons)

    def _others(self, record: Record, kind: type[R], name: str, owner: RecordId) -> tuple[R, ...]:
        """Return the living records of a kind with this owner, but for the record itself."""
        equals: dict[str, Any] = {name: owner}
        stored = {kept.id: kept for kept in self._reader.find(kind, **equals)}
        changed = [kept for kept in self._together if isinstance(kept, kind)]
        for kept in changed:
            stored.pop(kept.id, None)
        stored.pop(record.id, None)
        mine = (
            kept
            for kept in changed
            if kept is not record and getattr(kept, name) == owner and kept.life == Life.LIVE
        )
        return (*stored.values(), *mine)

    def _is_taken(self, record: Record, name: str, number: str) -> bool:
        if not number:
            return False
        equals: dict[str, Any] = {name: number}
        found = self._reader.find(type(record), lives=_COUNTING, **equals)
        return any(other.id != record.id for other in found)

    def _municipalities(self) -> frozenset[str]:
        return frozenset(found.ags for found in self._reader.find(Municipality))
