"""What happened to a household, and taking one's own acts back, also after a restart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.journal import undoing
from neuewege_desktop.domain.records import KINDS, Life, RecordId
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.household import Membership
from neuewege_desktop.domain.records.words import field_word, kind_word
from neuewege_desktop.services.labels import ActLabel, act_name
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.history import (
    Blocker,
    FieldChange,
    changes_of,
    label_of,
    recent_acts,
    reversal,
)
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.writer import Outcome


class CannotUndo(UserError):
    """Somebody changed since what the act had written; `blockers` names every record and field."""

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        lines = [
            _("{kind} {record}: “{field}”").format(
                kind=kind_word(blocker.kind),
                record=blocker.record,
                field=field_word(blocker.field),
            )
            for blocker in blockers[:10]
        ]
        if len(blockers) > len(lines):
            lines.append(_("and {n} more").format(n=len(blockers) - len(lines)))
        sentence = _("This cannot be undone, because it was changed or used since:")
        super().__init__("\n".join([sentence, *lines]))
        self.blockers = tuple(blockers)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of one field, for a person to read."""

    act: int
    at: int  # ms since 1970
    user: str
    label: str  # a code; `services.labels.act_name` has the words
    kind: str
    record: RecordId
    field: str
    old: Any
    new: Any


def undo(office: Office) -> tuple[str, Outcome]:
    """Take back one's last act whole; return its label. CannotUndo lists what is in the way."""
    with office.store.reading() as reader:
        act = _act_to_undo(reader, office)
        if act is None:
            raise UserError(_("There is nothing to undo."))
        label = label_of(reader.connection, act)
    return label, _take_back(office, act, ActLabel.UNDO)


def redo(office: Office) -> tuple[str, Outcome]:
    """Do again what one took back last; return the label of what was taken back."""
    with office.store.reading() as reader:
        act = _act_to_redo(reader, office)
        if act is None:
            raise UserError(_("There is nothing to redo."))
        label = label_of(reader.connection, act.undone)
    return label, _take_back(office, act.undo, ActLabel.REDO)


def next_undo(office: Office) -> str | None:
    """Return the name of the act that `undo` would take back now, None if there is none."""
    with office.store.reading() as reader:
        act = _act_to_undo(reader, office)
        return act_name(label_of(reader.connection, act)) if act is not None else None


def next_redo(office: Office) -> str | None:
    """Return the name of the act that `redo` would do again now, None if there is none."""
    with office.store.reading() as reader:
        act = _act_to_redo(reader, office)
        return act_name(label_of(reader.connection, act.undone)) if act is not None else None


@dataclass(frozen=True, slots=True)
class _Undone:
    """An undo that can be taken back, and what it undid."""

    undo: int
    undone: int


# What left the workplace is out: such a line is never taken back, and hinders no undo before it.
_STAND_FOR_EVER = (ActLabel.COPY,)


def _act_to_undo(reader: Reader, office: Office) -> int | None:
    lines = recent_acts(reader.connection, office.author, _STAND_FOR_EVER)
    act = undoing.next_undo(lines, office.author)
    if act is None or label_of(reader.connection, act) in (ActLabel.SETUP, ActLabel.DEMO):
        return None
    return act


def _act_to_redo(reader: Reader, office: Office) -> _Undone | None:
    lines = recent_acts(reader.connection, office.author, _STAND_FOR_EVER)
    act = undoing.next_redo(lines, office.author)
    undone = next((line.undoes for line in lines if line.id == act), None)
    return _Undone(act, undone) if act is not None and undone is not None else None


def _take_back(office: Office, act: int, label: ActLabel) -> Outcome:
    with office.store.writing(label, office.author, undoes=act) as writer:
        found = reversal(writer.connection, act)
        if found.blockers or not found.changes:
            raise CannotUndo(found.blockers)
        writer.apply(found.changes)
    return writer.outcome


def household_history(office: Office, household: RecordId) -> list[HistoryLine]:
    """Return every change of a household and of what belongs to it, oldest first."""
    with office.store.reading() as reader:
        changes = changes_of(reader.connection, belongings(reader, household))
        names = {user.id: user.name for user in reader.find(User, lives=tuple(Life))}
        return [_line(change, names) for change in changes]


def belongings(
    reader: Reader, household: RecordId, *, members_since: dt.date = dt.date.min
) -> list[RecordId]:
    """Return a household, its members, and every record that points at them, directly or not.

    What became of a member who left before the day `members_since` is no longer told.
    """
    found: set[RecordId] = {household}
    frontier: dict[str, set[RecordId]] = {"household": {household}}
    while frontier:
        reached: dict[str, set[RecordId]] = {}
        for kind, ids in _neighbours(reader, frontier, members_since).items():
            new = ids - found
            if new:
                reached[kind] = new
                found |= new
        frontier = reached
    return sorted(found)


_FOLLOWED = frozenset({"household", "case", "agenda_item", "decision", "person"})


def _neighbours(
    reader: Reader, frontier: dict[str, set[RecordId]], members_since: dt.date
) -> dict[str, set[RecordId]]:
    """Return what points at these records, and the persons of memberships among them.

    Another household of the same person has a history of its own.
    """
    found: dict[str, set[RecordId]] = {}
    for kind in KINDS.values():
        for info in kind.fields:
            ids = frontier.get(info.refers or "", set())
            of_person = (kind.name, info.refers) == ("membership", "person")
            if ids and info.refers in _FOLLOWED and not of_person:
                pointing = reader.ids_pointing_at(kind.record, info.name, ids)
                found.setdefault(kind.name, set()).update(pointing)
    memberships = reader.many(Membership, sorted(frontier.get("membership", set())))
    found.setdefault("person", set()).update(
        m.person for m in memberships.values() if m.period.last >= members_since
    )
    return found


def _line(change: FieldChange, names: dict[RecordId, str]) -> HistoryLine:
    return HistoryLine(
        change.act,
        change.at,
        names.get(change.author, ""),
        change.label,
        change.kind,
        change.record,
        change.field,
        change.old,
        change.new,
    )
