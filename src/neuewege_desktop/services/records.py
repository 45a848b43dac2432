"""One record by its id, as a form opens it."""

from __future__ import annotations

from typing import TypeVar

from neuewege_desktop.domain.records import Record, RecordId
from neuewege_desktop.services.office import Office

R = TypeVar("R", bound=Record)


def record_of(office: Office, kind: type[R], record: RecordId) -> R | None:
    """Return a record, or None if it is erased or was never here."""
    with office.store.reading() as reader:
        return reader.get(kind, record)
