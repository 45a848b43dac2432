"""What the team looks at while it talks about a household: its file, earlier decisions, news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from neuewege_desktop.domain.choices.work import TaskKind, TaskState
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.case import Case, Task
from neuewege_desktop.domain.records.meeting import AgendaItem, Decision, Meeting
from neuewege_desktop.domain.records.minutes import PromiseAnswer
from neuewege_desktop.services.case_file import HouseholdFile, household_file
from neuewege_desktop.services.case_file.changes import changes_since, last_conference_before
from neuewege_desktop.services.conference.facts import HELD
from neuewege_desktop.services.names import Names
from neuewege_desktop.services.office import Office
from neuewege_desktop.store.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDecision:
    """What an earlier conference decided, and how far it has come; None: it was only a note."""

    day: dt.date
    decision: Decision
    responsible: str
    state: TaskState | None


@dataclass(frozen=True, slots=True)
class Since:
    """„Since last time“: the day of the last talk, None if there was none, and what is new."""

    day: dt.date | None
    changes: tuple[tuple[dt.date, str, str], ...]  # day, sentence, by whom


@dataclass(frozen=True, slots=True)
class ConferenceSheet:
    """The case sheet of a household at a conference."""

    file: HouseholdFile
    decisions: tuple[EarlierDecision, ...]  # of earlier conferences, newest first
    since: Since

    @property
    def names(self) -> tuple[str, ...]:
        """Return the words that would tell who it is: names of all members, and the streets."""
        people = [member.person for member in self.file.members]
        words = [part for person in people for part in (person.name.last, person.name.first)]
        words += [found.address.street for found in self.file.addresses]
        return tuple(word for word in dict.fromkeys(words) if word)


def conference_sheet(office: Office, household: RecordId, meeting: Meeting) -> ConferenceSheet:
    """Return what a conference reads about a household; UserError if that is gone."""
    file = household_file(office, household)
    with office.store.reading() as reader:
        return ConferenceSheet(
            file=file,
            decisions=tuple(_earlier(reader, household, meeting)),
            since=_since(reader, household, meeting),
        )


def _earlier(reader: Reader, household: RecordId, meeting: Meeting) -> Iterator[EarlierDecision]:
    cases = [case.id for case in reader.find(Case, household=household)]
    items = {item.id: item for item in reader.find(AgendaItem, case=cases)}
    meetings = reader.many(Meeting, sorted({item.meeting for item in items.values()}))
    names = Names(reader)
    found = [
        (meetings[items[decision.item].meeting].day, decision)
        for decision in reader.find(Decision, item=list(items))
        if _is_earlier(meetings.get(items[decision.item].meeting), meeting)
    ]
    tasks = {
        task.decision: task.state
        for task in reader.find(Task, decision=[decision.id for _day, decision in found])
        if task.task == TaskKind.TASK
    }
    for day, decision in sorted(found, key=lambda each: (each[0], each[1].id), reverse=True):
        yield EarlierDecision(
            day=day,
            decision=decision,
            responsible=names.of("user", decision.responsible),
            state=tasks.get(decision.id),
        )


def _is_earlier(other: Meeting | None, meeting: Meeting) -> bool:
    return other is not None and other.status in HELD and other.day < meeting.day


def _since(reader: Reader, household: RecordId, meeting: Meeting) -> Since:
    """Return what is new with a household since a conference talked about it."""
    last = last_conference_before(reader, household, meeting)
    if last is None:
        return Since(None, ())
    own = _written_at(reader, household, meeting)
    found = changes_since(reader, household, last.moment)
    return Since(
        last.meeting.day,
        tuple(
            (each.when.astimezone().date(), each.text, each.who)
            for each in found
            if each.record not in own
        ),
    )


def _written_at(reader: Reader, household: RecordId, meeting: Meeting) -> set[RecordId]:
    """Return what this conference itself wrote about a household: no news to those who did."""
    cases = [case.id for case in reader.find(Case, household=household)]
    items = [item.id for item in reader.find(AgendaItem, case=cases, meeting=meeting.id)]
    decisions = [decision.id for decision in reader.find(Decision, item=items)]
    answers = [found.id for found in reader.find(PromiseAnswer, item=items)]
    tasks = [task.id for task in reader.find(Task, decision=decisions)]
    return {*items, *decisions, *answers, *tasks}
