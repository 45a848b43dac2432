"""Case conferences of the example: some held and released, the next one planned."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

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
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.meeting import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingSeries,
    TownItem,
    TownTask,
)
from neuewege_desktop.domain.scopes import case_scope, town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.demo.cases import DemoCase
from neuewege_desktop.services.demo.towns import GUEST, DemoTown
from neuewege_desktop.store.writer import Writer

R = TypeVar("R", bound=Record)
HELD = 3  # released conferences before the day
_WEEK = dt.timedelta(7)
_DISCUSSED = 4  # households at each of them
_TOPICS = ("Kinderbetreuung in den Ferien", "Plätze am Bauhof", "Gespräch mit dem Gewerbeverein")
_DECISIONS = (
    (DecisionKind.MEASURE, "Platz in einer Maßnahme anfragen"),
    (DecisionKind.NEED_16A, "Kinderbetreuung klären"),
    (DecisionKind.OBSERVE, "weiter beobachten"),
)


class ConferenceMaker:
    """Writes the conferences of one municipality into an open act."""

    def __init__(self, writer: Writer, town: DemoTown, day: dt.date) -> None:
        self._writer = writer
        self._town = town
        self._day = day
        self._scope = town_scope(town.municipality.ags)
        self._series: MeetingSeries | None = None
        self.released: list[Record] = []  # to be frozen once they are written

    def make(self, weekday: int, cases: Sequence[DemoCase]) -> None:
        """Write a weekly series, held conferences about these cases, and the next one."""
        self._series = self._new(
            MeetingSeries,
            team=self._town.team,
            weekday=weekday,
            start=dt.time(14),
            place=self._town.place,
            period=Period(self._day - 60 * _WEEK),
        )
        days = self._days_before(weekday)
        quiet = [case for case in cases if case.story in ("quiet", "quieter", "working", "measure")]
        for number, day in enumerate(days):
            share = quiet[number * _DISCUSSED : (number + 1) * _DISCUSSED]
            self._held(day, share, is_last=number == len(days) - 1)
        self._new(
            Meeting,
            series=self._series.id,
            ags=self._town.municipality.ags,
            day=self._next(weekday),
            start=dt.time(14),
            place=self._town.place,
            chair=self._town.lead,
            minute_taker=self._town.assistant,
        )

    def _days_before(self, weekday: int) -> list[dt.date]:
        day = self._day - dt.timedelta(1)
        found: list[dt.date] = []
        while len(found) < HELD:
            if day.weekday() == weekday and is_working_day(day):
                found.append(day)
            day -= dt.timedelta(1)
        return found[::-1]

    def _next(self, weekday: int) -> dt.date:
        day = self._day
        while day.weekday() != weekday or not is_working_day(day):
            day += dt.timedelta(1)
        return day

    def _held(self, day: dt.date, cases: Sequence[DemoCase], *, is_last: bool) -> None:
        meeting = self._new(
            Meeting,
            series=self._series.id if self._series else None,
            ags=self._town.municipality.ags,
            day=day,
            start=dt.time(14),
            end=dt.time(15, 30),
            place=self._town.place,
            status=MeetingStatus.RELEASED_MINUTES,
            chair=self._town.lead,
            minute_taker=self._town.assistant,
        )
        self.released.append(meeting)
        for user in (self._town.lead, self._town.manager, self._town.assistant):
            self._new(
                Attendance,
                meeting=meeting.id,
                user=user,
                status=AttendanceStatus.PRESENT,
                part=MeetingPart.INTERNAL,
            )
        self._new(
            Attendance,
            meeting=meeting.id,
            guest=GUEST,
            external=True,
            status=AttendanceStatus.PRESENT,
            part=MeetingPart.TOWN,
        )
        for seq, case in enumerate(cases, start=1):
            postponed = is_last and seq == len(cases)
            self._item(meeting, seq, case, postponed=postponed)
        self._with_town(meeting)

    def _item(self, meeting: Meeting, seq: int, case: DemoCase, *, postponed: bool) -> None:
        new = self._in_case
        reason = {"rule": "R20", "day": meeting.day.isoformat(), "text": "bittet um Beratung"}
        item = new(
            AgendaItem,
            meeting=meeting.id,
            case=case.case,
            seq=seq,
            reasons=json.dumps([reason], ensure_ascii=False),
            state=ItemState.POSTPONED if postponed else ItemState.DISCUSSED,
            discussion="" if postponed else "Stand besprochen, nächster Schritt vereinbart.",
        )
        self.released.append(item)
        if postponed:
            return
        kind, text = _DECISIONS[seq % len(_DECISIONS)]
        decision = new(
            Decision,
            item=item.id,
            decision=kind,
            text=text,
            responsible=self._town.manager,
            due_on=meeting.day + 2 * _WEEK,
        )
        new(
            Task,
            case=case.case,
            title=text,
            assignee=self._town.manager,
            due_on=meeting.day + 2 * _WEEK,
            state=TaskState.OPEN if seq % 2 else TaskState.DONE,
            done_on=None if seq % 2 else meeting.day + dt.timedelta(5),
            origin=TaskOrigin.DECISION,
            decision=decision.id,
        )

    def _with_town(self, meeting: Meeting) -> None:
        topic = _TOPICS[meeting.day.isocalendar().week % len(_TOPICS)]
        item = self._new(
            TownItem,
            meeting=meeting.id,
            seq=1,
            topic=topic,
            state=ItemState.DISCUSSED,
            discussion="Das Rathaus fragt nach und meldet sich.",
        )
        self.released.append(item)
        self._new(TownTask, item=item.id, title=topic, due_on=meeting.day + _WEEK)

    def _new(self, kind: Callable[..., R], **values: Any) -> R:  # noqa: ANN401
        record = kind(id=self._writer.new_id(), scope=self._scope, **values)
        self._writer.add(record)
        return record

    def _in_case(self, kind: Callable[..., R], **values: Any) -> R:  # noqa: ANN401
        record = kind(
            id=self._writer.new_id(), scope=case_scope(self._town.municipality.ags), **values
        )
        self._writer.add(record)
        return record
