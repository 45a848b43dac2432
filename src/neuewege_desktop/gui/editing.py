"""From a kind of record and its fields to the form that edits one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from neuewege_desktop.domain.records import Record
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.services.drafts import draft_at
from neuewege_desktop.services.entries import NEW, check, save
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.records import record_of

FieldsOf = Callable[[Office], Sequence[Field]]


def place_of(record: Record, owner: int = 0) -> str:
    """Return where the draft of a record lies; a new one lies with its owner."""
    if record.id != NEW:
        return f"{record.kind.name}/{record.id}"
    return f"new/{record.kind.name}/{owner}"


def edit_record(
    office: Office,
    record: Record,
    fields: Sequence[Field],
    *,
    owner: int = 0,
    settle: Callable[[Record], Record] = lambda record: record,
) -> Editing:
    """Return how a record is edited, with what was typed about it before.

    `settle` adds to the record what follows from what was typed.
    """
    place = place_of(record, owner)
    draft = draft_at(office, place)
    return Editing(
        value=record,
        fields=fields,
        place=place,
        record=record.id if record.id != NEW else None,
        check=lambda office, record: check(office, settle(record)),
        save=lambda office, before, record, draft: _save(office, before, settle(record), draft),
        draft=(draft.text, draft.at) if draft is not None else None,
    )


def editing_of(kind: type[Record], fields: FieldsOf) -> Callable[[Office, int], Editing | None]:
    """Return how the record of an id is edited; None once it is gone."""

    def edit(office: Office, key: int) -> Editing | None:
        record = record_of(office, kind, key)
        return None if record is None else edit_record(office, record, fields(office))

    return edit


def _save(office: Office, before: Any, after: Any, draft: str) -> Outcome:  # noqa: ANN401
    known = before if before.id != NEW else None
    return save(office, after, before=known, draft=draft)
