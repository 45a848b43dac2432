"""Whatever happens between two conferences: what was decided ends answered or open, never gone."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from nine_households import TOWN, ZWINGENBERG, enter_nine
from offices import founded_in

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.domain.choices.work import (
    DecisionKind,
    ItemState,
    MeetingStatus,
    PromiseOutcome,
    TaskKind,
    TaskState,
)
from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.records.case import Case, Task
from neuewege_desktop.domain.records.meeting import Decision, Meeting
from neuewege_desktop.domain.records.minutes import PromiseAnswer
from neuewege_desktop.services.conference.answering import answer_promise
from neuewege_desktop.services.conference.deciding import (
    decide,
    new_decision,
    withdraw_decision,
)
from neuewege_desktop.services.conference.holding import (
    begin,
    end,
    finish_item,
    postpone_item,
)
from neuewege_desktop.services.conference.planning import plan_meeting
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.entries import NEW, archive, save
from neuewege_desktop.services.history import redo, undo

START = dt.date(2009, 4, 20)
WEEK = dt.timedelta(7)
ANYTHING = tuple(Life)
ENDED = (TaskState.DONE, TaskState.DROPPED)


class Weeks(RuleBasedStateMachine):
    """A team that plans, holds, decides, answers, puts off, imports, edits and takes back."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.office = replace(founded_in(Path(self.folder.name)), today=START)
        enter_nine(self.office)
        self.day = START
        self.meeting = None
        self.next_meeting()

    def teardown(self):
        self.office.store.close()
        self.folder.cleanup()

    def records(self, kind, lives=(Life.LIVE,)):
        with self.office.store.reading() as reader:
            return reader.find(kind, lives=lives)

    def tried(self, act, *args, **more):
        """Do an act that the program may refuse with a sentence."""
        try:
            act(self.office, *args, **more)
        except UserError:
            return False
        return True

    def lines(self):
        return conference_file(self.office, self.meeting).items

    def is_running(self):
        """Say whether the conference goes on: its beginning may have been taken back."""
        found = conference_file(self.office, self.meeting).meeting
        return found.status == MeetingStatus.RUNNING

    def next_meeting(self):
        meeting = Meeting(id=NEW, scope=TOWN, ags=ZWINGENBERG, day=self.day, start=dt.time(14))
        plan_meeting(self.office, meeting)
        self.meeting = max(found.id for found in self.records(Meeting))
        propose(self.office, self.meeting)
        begin(self.office, self.meeting, dt.time(14))

    @rule()
    def a_week_later(self):
        self.tried(end, self.meeting, dt.time(15))
        self.day += WEEK
        self.office = replace(self.office, today=self.day)
        self.next_meeting()

    @rule(place=st.integers(0, 8), kind=st.sampled_from(DecisionKind), days=st.integers(1, 30))
    def decide_something(self, place, kind, days):
        lines = self.lines()
        if lines:
            item = lines[place % len(lines)].item
            decision = new_decision(item, kind, self.office.author)
            due = self.day + dt.timedelta(days)
            self.tried(decide, item, replace(decision, text="anrufen", due_on=due))

    @rule(
        place=st.integers(0, 8),
        outcome=st.sampled_from(PromiseOutcome),
        days=st.integers(-3, 20),
        reason=st.sampled_from(["", "geht nicht"]),
    )
    def answer_something(self, place, outcome, days, reason):
        owing = [line for line in self.lines() if line.promises]
        if owing:
            line = owing[place % len(owing)]
            due = self.day + dt.timedelta(days)
            promise = line.promises[0]
            self.tried(answer_promise, line.item, promise, outcome, new_due=due, reason=reason)

    @rule(place=st.integers(0, 8))
    def finish_something(self, place):
        lines = self.lines()
        if lines:
            line = lines[place % len(lines)]
            can_be_finished = self.is_running() and not line.promises
            assert self.tried(finish_item, line.item) == can_be_finished

    @rule(place=st.integers(0, 8), why=st.sampled_from(["", "keine Zeit"]))
    def put_something_off(self, place, why):
        if lines := self.lines():
            self.tried(postpone_item, lines[place % len(lines)].item, why)

    @rule(place=st.integers(0, 20))
    def take_a_decision_back(self, place):
        lines = [line for line in self.lines() if line.decisions]
        if lines:
            line = lines[place % len(lines)]
            self.tried(withdraw_decision, line.item, line.decisions[0].decision.id)

    @rule(place=st.integers(0, 20), state=st.sampled_from(TaskState))
    def edit_a_task(self, place, state):
        if tasks := self.records(Task):
            self.tried(save, replace(tasks[place % len(tasks)], state=state))

    @rule(place=st.integers(0, 20))
    def put_a_task_away(self, place):
        tasks = [task for task in self.records(Task) if task.decision is not None]
        if tasks:
            task = tasks[place % len(tasks)]
            assert self.tried(archive, task) == (task.state in ENDED)

    @rule()
    def take_back(self):
        self.tried(undo)
        self.settle()

    @rule()
    def do_again(self):
        self.tried(redo)
        self.settle()

    def settle(self):
        """Go on with a conference that runs; taking back may have taken this one back too."""
        living = {found.id for found in self.records(Meeting)}
        if self.meeting not in living:
            self.next_meeting()

    @invariant()
    def every_promise_is_open_or_answered(self):
        decisions = {found.id: found for found in self.records(Decision, lives=ANYTHING)}
        cases = {found.id for found in self.records(Case)}
        for task in self.records(Task, lives=ANYTHING):
            if task.decision is None or task.task != TaskKind.TASK:
                continue
            decision = decisions[task.decision]
            was_taken_back = task.life == Life.WITHDRAWN
            if was_taken_back:
                assert decision.life == Life.WITHDRAWN
            elif task.life == Life.ARCHIVED:
                assert task.state in ENDED
            else:
                assert task.case in cases
                assert task.state != TaskState.DROPPED or task.result

    @invariant()
    def every_open_promise_stands_before_whoever_talks_about_the_household(self):
        file = conference_file(self.office, self.meeting)
        shown = {promise.task.id for line in file.items for promise in line.promises}
        on_agenda = {line.item.case for line in (*file.items, *file.capped)}
        with self.office.store.reading() as reader:
            items = [line.item.id for line in file.items]
            answers = reader.find(PromiseAnswer, item=items, outcome=PromiseOutcome.NEW_DATE)
            answered_here = {answer.task for answer in answers}
            for decision in reader.find(Decision):
                if decision.item in {line.item.id for line in file.items}:
                    continue
                for task in reader.find(Task, decision=decision.id, task=TaskKind.TASK):
                    if task.case in on_agenda and task.state not in ENDED:
                        assert (task.id in shown) == (task.id not in answered_here)

    @invariant()
    def nothing_is_finished_over_an_open_promise(self):
        for line in self.lines():
            assert line.item.state != ItemState.DISCUSSED or not line.promises


Weeks.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestNoPromiseDisappears = Weeks.TestCase
