"""What a person calls a record: its name, never its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import KINDS, Record, RecordId
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.meeting import Attendance, Meeting
from neuewege_desktop.store.reader import Reader

# Records without a name of their own, and what they point at and are called like.
_CALLED_LIKE: Mapping[str, str] = {
    "agenda_item": "meeting",
    "case": "household",
    "measure_run": "measure",
    "participation": "run",
    "instrument_version": "instrument",
}
# Where the name of a record stands, if not in `name`.
_NAMES: Mapping[str, str] = {"project": "title", "task": "title", "decision": "text"}


class Names:
    """Names records for one answer; each is looked up once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[str, RecordId], str] = {}

    def know(self, records: Iterable[Record]) -> None:
        """Name these records without looking them up."""
        for record in records:
            self._known[record.kind.name, record.id] = self.of_record(record)

    def learn(self, pointers: Iterable[tuple[str, RecordId]]) -> None:
        """Look records up by kind and id, with one query a kind."""
        by_kind: dict[str, set[RecordId]] = {}
        for kind, record in pointers:
            if (kind, record) not in self._known:
                by_kind.setdefault(kind, set()).add(record)
        for kind in sorted(by_kind, key=_CALLED_LIKE.__contains__):
            self.know(self._reader.many(KINDS[kind].record, sorted(by_kind[kind])).values())

    def of(self, kind: str, record: RecordId | None) -> str:
        """Return what a record is called; the empty text for none, or one without a name."""
        if record is None:
            return ""
        key = (kind, record)
        if key not in self._known:
            found = self._reader.get(KINDS[kind].record, record)
            self._known[key] = self.of_record(found) if found is not None else ""
        return self._known[key]

    def of_record(self, record: Record) -> str:
        """Return what this record is called."""
        match record:
            case Household():
                return record.number or record.pseudonym
            case Meeting():
                return _("case conference of {day}").format(day=long_date(record.day))
            case Attendance():
                return record.guest or self.of("user", record.user)
        kind = record.kind.name
        if kind in _CALLED_LIKE:
            field = _CALLED_LIKE[kind]
            return self.of(record.kind.by_name[field].refers or "", getattr(record, field))
        return str(getattr(record, _NAMES.get(kind, "name"), ""))
