"""Case conferences of the example: some held and released, the next one planned."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

from neuewege_desktop.domain.agenda.facts import FlagFact
from neuewege_desktop.domain.agenda.meeting import Thresholds
from neuewege_desktop.domain.agenda.proposal import AgendaProposal, due_items
from neuewege_desktop.domain.choices.work import (
    AttendanceStatus,
    DecisionKind,
    ItemState,
    MeetingPart,
    MeetingStatus,
    TaskOrigin,
    TaskState,
)
from neuewege_desktop.domain.law.holidays import is_working_day
from neuewege_desktop.domain.records import Record
from neuewege_desktop.domain.records.case import AgendaFlag, Task
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingSeries,
    TownItem,
    TownTask,
)
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.catalogue import terms
from neuewege_desktop.services.conference.proposing import reasons_json
from neuewege_desktop.services.demo.cases import DemoCase
from neuewege_desktop.services.demo.scribe import Scribe
from neuewege_desktop.services.demo.towns import DemoTown
from neuewege_desktop.services.founding import PROJECT_START

_DAY = dt.timedelta(1)
_WEEK = dt.timedelta(7)
_START, _TOWN_START = dt.time(14), dt.time(15)
_HELD, _LEAST_HELD = 3, 2  # released conferences; in the first weeks of the project only the least
_TALKS = 4  # households at each of them
TALKED_ABOUT = _HELD * _TALKS
_TOPICS = ("Kinderbetreuung in den Ferien", "Plätze am Bauhof", "Gespräch mit dem Gewerbeverein")
_DECISIONS = (
    (DecisionKind.MEASURE, "Platz in einer Maßnahme anfragen"),
    (DecisionKind.NEED_16A, "Kinderbetreuung klären"),
    (DecisionKind.OBSERVE, "weiter beobachten"),
)
_ASKED_FOR = "bittet um Beratung"


class ConferenceMaker:
    """Writes the conferences of one municipality: its town's part and its cases' part apart."""

    def __init__(self, in_town: Scribe, in_case: Scribe, town: DemoTown, day: dt.date) -> None:
        self._in_town = in_town
        self._in_case = in_case
        self._town = town
        self._day = day
        self.released: list[Record] = []  # to be frozen once they are written

    def make(self, weekday: int, cases: Sequence[DemoCase]) -> None:
        """Write a weekly series, held conferences about these cases, and the next one."""
        days = self._days_before(weekday)
        series = self._in_town.write(
            MeetingSeries,
            team=self._town.team,
            weekday=weekday,
            start=_START,
            place=self._town.hall,
            period=Period(days[0]),
        )
        waiting = list(cases)
        for day in days:
            share = [case for case in waiting if case.facts.opened_on <= day][:_TALKS]
            waiting = [case for case in waiting if case not in share]
            self._held(self._meeting(series, day, is_held=True), share)
        self._invite(self._meeting(series, self._next(weekday), is_held=False))

    def _days_before(self, weekday: int) -> list[dt.date]:
        """Return the days of the held conferences, the first one first.

        In its first weeks the project has had none; then the least are preparatory ones.
        """
        found: list[dt.date] = []
        day = self._day - _DAY
        while len(found) < _LEAST_HELD or (len(found) < _HELD and day >= PROJECT_START):
            if day.weekday() == weekday and is_working_day(day):
                found.append(day)
            day -= _DAY
        return found[::-1]

    def _next(self, weekday: int) -> dt.date:
        day = self._day
        while day.weekday() != weekday or not is_working_day(day):
            day += _DAY
        return day

    def _meeting(self, series: MeetingSeries, day: dt.date, *, is_held: bool) -> Meeting:
        return self._in_town.write(
            Meeting,
            series=series.id,
            ags=self._town.municipality.ags,
            day=day,
            start=_START,
            end=dt.time(15, 30) if is_held else None,
            place=self._town.hall,
            status=MeetingStatus.RELEASED_MINUTES if is_held else MeetingStatus.PLANNED,
            chair=self._town.lead,
            minute_taker=self._town.assistant,
        )

    def _held(self, meeting: Meeting, cases: Sequence[DemoCase]) -> None:
        self.released.append(meeting)
        self._attendance(meeting)
        is_last = meeting.day + _WEEK >= self._day
        for seq, case in enumerate(cases, start=1):
            item = self._item(meeting, seq, case, postponed=is_last and seq == _TALKS)
            if item.state == ItemState.DISCUSSED:
                self._decide(meeting, item)
        self._with_town(meeting)

    def _invite(self, meeting: Meeting) -> None:
        """Ask the team to come, and the town hall for the last half hour."""
        for user in (self._town.lead, self._town.manager, self._town.assistant):
            self._attend(meeting, AttendanceStatus.INVITED, user=user)
        self._attend(
            meeting,
            AttendanceStatus.INVITED,
            guest=self._town.liaison,
            external=True,
            start=_TOWN_START,
            part=MeetingPart.TOWN,
        )

    def _attendance(self, meeting: Meeting) -> None:
        town = self._town
        for user in (town.lead, town.manager, town.assistant):
            absent = user == town.lead and meeting.day.isocalendar().week % _HELD == 0
            status = AttendanceStatus.EXCUSED if absent else AttendanceStatus.PRESENT
            self._attend(meeting, status, user=user)
        self._attend(
            meeting,
            AttendanceStatus.PRESENT,
            guest=town.liaison,
            external=True,
            start=_TOWN_START,
            part=MeetingPart.TOWN,
        )

    def _attend(self, meeting: Meeting, status: AttendanceStatus, **who: Any) -> None:  # noqa: ANN401
        entered = {"part": MeetingPart.INTERNAL, **who}
        found = self._in_town.write(Attendance, meeting=meeting.id, status=status, **entered)
        if meeting.status == MeetingStatus.RELEASED_MINUTES:
            self.released.append(found)

    def _item(self, meeting: Meeting, seq: int, case: DemoCase, *, postponed: bool) -> AgendaItem:
        due = self._due(meeting, case)
        item = self._in_case.write(
            AgendaItem,
            meeting=meeting.id,
            case=case.case,
            seq=seq,
            reasons=reasons_json(due),
            priority=due.priority,
            state=ItemState.POSTPONED if postponed else ItemState.DISCUSSED,
            discussion="" if postponed else "Stand besprochen, nächster Schritt vereinbart.",
        )
        self.released.append(item)
        return item

    def _due(self, meeting: Meeting, case: DemoCase) -> AgendaProposal:
        """Return why the case was due; where the rules saw nothing, somebody asked for it."""
        limits, next_day = Thresholds(), meeting.day + _WEEK
        found = due_items([case.facts], meeting.day, next_day, limits, terms())
        if found:
            return found[0]
        raised = max(meeting.day - 3 * _DAY, case.facts.opened_on)
        self._in_case.write(
            AgendaFlag,
            case=case.case,
            raised_by=self._town.manager,
            raised_on=raised,
            text=_ASKED_FOR,
            settled_on=meeting.day,
        )
        flag = FlagFact(raised, self._town.manager_name, _ASKED_FOR)
        facts = dataclasses.replace(case.facts, flags=(flag,))
        return due_items([facts], meeting.day, next_day, limits, terms())[0]

    def _decide(self, meeting: Meeting, item: AgendaItem) -> None:
        kind, text = _DECISIONS[item.seq % len(_DECISIONS)]
        due, done = meeting.day + 2 * _WEEK, meeting.day + 5 * _DAY
        is_done = item.seq % 2 == 0 and done < self._day
        state = TaskState.DONE if is_done else TaskState.OPEN
        decision = self._in_case.write(
            Decision,
            item=item.id,
            decision=kind,
            text=text,
            responsible=self._town.manager,
            due_on=due,
        )
        self.released.append(decision)
        self._in_case.write(
            Task,
            case=item.case,
            title=text,
            assignee=self._town.manager,
            due_on=due,
            state=state,
            done_on=done if is_done else None,
            origin=TaskOrigin.DECISION,
            decision=decision.id,
        )

    def _with_town(self, meeting: Meeting) -> None:
        topic = _TOPICS[meeting.day.isocalendar().week % len(_TOPICS)]
        item = self._in_town.write(
            TownItem,
            meeting=meeting.id,
            seq=1,
            topic=topic,
            state=ItemState.DISCUSSED,
            discussion="Das Rathaus fragt nach und meldet sich.",
        )
        self.released.append(item)
        self._in_town.write(TownTask, item=item.id, title=topic, due_on=meeting.day + _WEEK)
