"""Telling what changed for a household: from what is different in the end to sentences."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.domain.journal.editing import encode
from neuewege_desktop.domain.journal.state import LIFE
from neuewege_desktop.domain.records import KINDS, Life, RecordId
from neuewege_desktop.domain.records.kind import Sensitivity
from neuewege_desktop.services.case_file.changes import sentences
from neuewege_desktop.services.case_file.changes.change import Change, weight
from neuewege_desktop.services.case_file.changes.net import NetRecord, net_records
from neuewege_desktop.services.history import belongings
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.names import Names
from neuewege_desktop.store.history import FieldChange
from neuewege_desktop.store.provenance import list_days
from neuewege_desktop.store.reader import Reader
from neuewege_desktop.store.since import Moment, changes_between

_Values = Mapping[RecordId, Mapping[str, Any]]  # of records, as the journal writes them


def changes_since(
    reader: Reader, household: RecordId, since: Moment, until: Moment | None = None
) -> tuple[Change, ...]:
    """Return what is different with a household than it was at a moment, the weightiest first.

    Members who had left before are no longer told about. What a record is called, and what a new
    one holds, is told as it is today.
    """
    ids = belongings(reader, household, members_since=_day(since))
    found = net_records(changes_between(reader.connection, ids, since, until))
    telling = _Telling(reader, household, found)
    return tuple(sorted(telling.changes(), key=weight))


def _day(since: Moment) -> dt.date:
    """Return the local day of a moment; one without a time may have been any day."""
    if since.at is None:
        return dt.date.min
    return dt.datetime.fromtimestamp(since.at / 1000, dt.UTC).astimezone().date()


class _Telling:
    """What the sentences of one answer need, read with few queries."""

    def __init__(self, reader: Reader, household: RecordId, found: Sequence[NetRecord]) -> None:
        self._household = household
        self._found = found
        self._names = Names(reader)
        self._values = _read(reader, found, self._names)
        self._names.learn(_pointers(found, self._values))
        from_list = any(by.label == ActLabel.IMPORT for net in found for by in net.written)
        self._lists = list_days(reader.connection) if from_list else {}

    def changes(self) -> Iterator[Change]:
        """Yield every sentence, in no order."""
        told = _told_with_others(self._found, self._values)
        protected: defaultdict[RecordId, list[FieldChange]] = defaultdict(list)
        for net in self._found:
            if net.record in told or self._was_taken_back(net):
                continue
            if _is_all_protected(net.kind):
                protected[self._person(net)] += net.written
            else:
                protected[self._person(net)] += _protected_fields(net)
                yield from self._of_record(net)
        for person, written in protected.items():
            if written:
                yield self._protected(person, written)

    def _was_taken_back(self, net: NetRecord) -> bool:
        """Say whether somebody elsewhere edited what was taken back here already."""
        held = self._values.get(net.record, {})
        return net.life is None and held.get(LIFE) == Life.WITHDRAWN

    def _of_record(self, net: NetRecord) -> Iterator[Change]:
        values = self._values.get(net.record, {})
        if net.begun is not None:
            text = self._begun(net, net.begun)
            yield self._change(net.kind, net.record, text, net.begun)
        if net.life is not None:
            text = sentences.life_sentence(net.kind, net.life.new, values, self._names)
            yield self._change(net.kind, net.record, text, net.life.by)
        by_act = defaultdict(list)
        for field in net.fields:
            if not _is_protected(net.kind, field.name):
                by_act[field.by.act].append(field)
        for fields in by_act.values():
            text = sentences.changed_sentence(net.kind, fields, values, self._names)
            yield self._change(net.kind, net.record, text, fields[0].by)

    def _begun(self, net: NetRecord, begun: FieldChange) -> str:
        if net.kind == "household":
            acts = [other.begun.act for other in self._found if other.begun is not None]
            name = self._names.of(net.kind, net.record)
            return sentences.household_sentence(name, acts.count(begun.act) - 1)
        return sentences.begun_sentence(net.kind, self._values[net.record], self._names)

    def _change(self, kind: str, record: RecordId, text: str, by: FieldChange) -> Change:
        if by.label == ActLabel.IMPORT and by.act in self._lists:
            text = sentences.from_list(text, long_date(self._lists[by.act]))
        return Change(
            when=dt.datetime.fromtimestamp(by.at / 1000, dt.UTC),
            who=self._names.of("user", by.author),
            text=text,
            kind=kind,
            record=record,
        )

    def _protected(self, person: RecordId, written: Sequence[FieldChange]) -> Change:
        last = max(written, key=lambda by: by.at)
        name = self._names.of("person", person)
        return Change(
            when=dt.datetime.fromtimestamp(last.at / 1000, dt.UTC),
            who=self._names.of("user", last.author),
            text=sentences.protected_sentence(name, len(written)),
            kind="person" if name else "household",
            record=person if name else self._household,
            sensitivity=Sensitivity.S3,
        )

    def _person(self, net: NetRecord) -> RecordId:
        """Return whom a protected fact is about; 0 if that was erased with it."""
        if net.kind == "person":
            return net.record
        return RecordId(self._values.get(net.record, {}).get("person") or 0)


def _read(reader: Reader, found: Sequence[NetRecord], names: Names) -> _Values:
    """Return the values of these records as they are today, and let their names be known."""
    by_kind: defaultdict[str, list[RecordId]] = defaultdict(list)
    for net in found:
        by_kind[net.kind].append(net.record)
    values: dict[RecordId, Mapping[str, Any]] = {}
    for kind, ids in by_kind.items():
        records = reader.many(KINDS[kind].record, ids)
        names.know(records.values())
        values |= {id_: encode(record) for id_, record in records.items()}
    return values


def _pointers(found: Sequence[NetRecord], values: _Values) -> Iterator[tuple[str, RecordId]]:
    """Yield everything that the sentences may have to name."""
    for net in found:
        for by in net.written:
            yield "user", by.author
        for info in KINDS[net.kind].fields:
            told = [values.get(net.record, {}).get(info.name)]
            told += [
                side
                for field in net.fields
                for side in (field.old, field.new)
                if field.name == info.name
            ]
            if info.refers is not None:
                yield from ((info.refers, pointed) for pointed in told if pointed is not None)


def _told_with_others(found: Sequence[NetRecord], values: _Values) -> set[RecordId]:
    """Return the new records that the sentence about another one of the same act tells already.

    A person comes with the membership, a task with the decision it follows from, and a household
    that is new in the project brings everything it has.
    """
    acts = {net.record: net.begun.act for net in found if net.begun is not None}
    homes = {acts[net.record] for net in found if net.kind == "household" and net.begun}
    told: set[RecordId] = set()
    for net in found:
        act = acts.get(net.record)
        if act is None:
            continue
        held = values[net.record]
        if net.kind != "household" and act in homes:
            told.add(net.record)
        elif net.kind == "membership" and acts.get(held["person"]) == act:
            told.add(held["person"])
        elif net.kind == "task" and acts.get(held["decision"]) == act:
            told.add(net.record)
    return told


def _is_all_protected(kind: str) -> bool:
    return all(_is_protected(kind, name) for name in KINDS[kind].by_name if name != LIFE)


def _is_protected(kind: str, field: str) -> bool:
    return KINDS[kind].by_name[field].sensitivity == Sensitivity.S3


def _protected_fields(net: NetRecord) -> list[FieldChange]:
    return [field.by for field in net.fields if _is_protected(net.kind, field.name)]
