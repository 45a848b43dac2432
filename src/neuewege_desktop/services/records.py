"""Records by their ids, as forms open them."""

from __future__ import annotations

from typing import TypeVar

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.domain.records.case import Case
from neuewege_desktop.services.office import Office

R = TypeVar("R", bound=Record)


def record_of(office: Office, kind: type[R], record: RecordId) -> R | None:
    """Return a record, or None if it is erased or was never here."""
    with office.store.reading() as reader:
        return reader.get(kind, record)


def needed(office: Office, kind: type[R], record: RecordId) -> R:
    """Return a record; UserError if it is gone."""
    found = record_of(office, kind, record)
    if found is None:
        raise UserError(_("This entry is no longer here."))
    return found


def all_of(office: Office, kind: type[R]) -> list[R]:
    """Return all live records of a kind, oldest first: for kinds of which there are few."""
    with office.store.reading() as reader:
        return reader.find(kind)


def open_case_of(office: Office, household: RecordId) -> Case | None:
    """Return the case of a household that is not closed, the newest one; None if there is none."""
    with office.store.reading() as reader:
        cases = [case for case in reader.find(Case, household=household) if case.closed_on is None]
    return max(cases, key=lambda case: case.opened_on, default=None)
