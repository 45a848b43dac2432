"""Putting records away and bringing them back; nothing is ever deleted by that."""

from __future__ import annotations

from dataclasses import replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import TaskState
from neuewege_desktop.domain.records import Life, Record
from neuewege_desktop.domain.records.case import Case, Task
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.person import Person
from neuewege_desktop.services.entries.saving import as_it_stands
from neuewege_desktop.services.labels import Nature, label_of
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome


def archive(office: Office, record: Record) -> Outcome:
    """Put a record away; what belongs to it stays as it is and comes back with it.

    UserError for a household whose case is open, for a person who belongs to a household, and for
    a promise of a conference that is still open.
    """
    label = label_of(Nature.ARCHIVE, record.kind.name)
    with office.store.writing(label, office.author) as writer:
        if sentence := _obstacle(writer, office, record):
            raise UserError(sentence)
        writer.save(replace(as_it_stands(writer, record), life=Life.ARCHIVED))
    return writer.outcome


def restore(office: Office, record: Record) -> Outcome:
    """Bring a record back that was put away."""
    label = label_of(Nature.BRING_BACK, record.kind.name)
    with office.store.writing(label, office.author) as writer:
        writer.save(replace(as_it_stands(writer, record), life=Life.LIVE))
    return writer.outcome


def _obstacle(reader: Reader, office: Office, record: Record) -> str:
    """Return what must be done before a record is put away, or nothing."""
    match record:
        case Household():
            cases = reader.find(Case, household=record.id)
            if any(case.closed_on is None for case in cases):
                return _(
                    "The case of this household is still open. Please close the case first; then "
                    "the household can be put away."
                )
        case Task(decision=int(), state=TaskState.OPEN | TaskState.IN_PROGRESS):
            return _(
                "A case conference decided this task. Please say that it is done, or drop it with "
                "a reason; then it can be put away."
            )
        case Person():
            memberships = reader.find(Membership, person=record.id)
            households = reader.many(Household, [m.household for m in memberships])
            if any(
                m.period.last >= office.today
                and m.household in households
                and households[m.household].life == Life.LIVE
                for m in memberships
            ):
                return _(
                    "The person still belongs to a household. Please end the membership first; "
                    "then the person can be put away."
                )
    return ""
