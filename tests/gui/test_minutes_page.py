"""Minutes are completed, checked, released and corrected by keyboard alone, in German (S2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from nine_households import MEETING, TOWN, ZWINGENBERG, enter_nine
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from seats import Seat, found

from neuewege_desktop.domain.choices.work import AttendanceStatus, DecisionKind, MeetingStatus
from neuewege_desktop.domain.records.case import Task
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.meeting import Attendance, Decision, Meeting
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.meetings.doubts_dialog import DoubtsDialog
from neuewege_desktop.gui.preview.window import PreviewWindow
from neuewege_desktop.services.conference.agenda import add_town_topic
from neuewege_desktop.services.conference.deciding import decide, new_decision
from neuewege_desktop.services.conference.holding import (
    begin,
    end,
    finish_item,
    finish_town_item,
    note,
    postpone_item,
)
from neuewege_desktop.services.conference.planning import plan_meeting
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.entries import NEW
from neuewege_desktop.services.labels import ActLabel

MINUTES = "Ctrl+Shift+P"
CONTROL = Qt.KeyboardModifier.ControlModifier


def hold(office):
    """Hold the conference of S2, but leave four things open that minutes need."""
    meeting = Meeting(
        id=NEW, scope=TOWN, ags=ZWINGENBERG, day=MEETING, start=dt.time(14), end=dt.time(15, 30)
    )
    plan_meeting(office, meeting)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        user = User(id=writer.new_id(), scope=SHARED, name="Frank Maurer")
        planned = writer.find(Meeting)[0]
        writer.add(user)
        writer.save(replace(planned, chair=office.author, minute_taker=None))
    key = planned.id
    propose(office, key)
    add_town_topic(office, key, "Plätze am Bauhof")
    begin(office, key, dt.time(14))
    for line in conference_file(office, key).items:
        talk_about(office, line, user.id)
    topic = conference_file(office, key).town_items[0].item
    note(office, topic, "Drei Plätze sind frei.")
    finish_town_item(office, topic)
    end(office, key, dt.time(15, 30))
    return key


def talk_about(office, line, responsible):
    if line.name == "Z02":
        postpone_item(office, line.item, "Unterlagen fehlen")
        return
    if line.name == "Z05":
        return  # nobody said what became of it
    if line.name != "Z07":  # of Z07 the result is missing
        note(office, line.item, f"Stand von {line.name} besprochen.")
    if line.name == "Z03":
        decision = new_decision(line.item, DecisionKind.AGREEMENT, responsible)
        decide(office, line.item, replace(decision, text="EGV neu vereinbaren"))  # until when?
    finish_item(office, line.item)


class Writer(Seat):
    """Somebody who completes minutes."""

    @property
    def list(self):
        return self.page.tabs.currentWidget().list

    def find(self, name):
        """Return a widget of the leaf in front before one that bears the same name elsewhere."""
        leaf = getattr(self.page, "tabs", self.page)
        here = leaf.currentWidget().findChild(QWidget, name) if leaf is not self.page else None
        return here if here is not None and self.window is self.main else super().find(name)

    def missing(self):
        return [row.title for row in self.page.gaps.list.rows]

    def rest(self):
        """Wait for the answers; no desktop is here to give the window back to the keyboard."""
        self.settle()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def do(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.press(key, modifier)
        self.rest()

    def save(self):
        self.do(Qt.Key.Key_S, CONTROL)

    def button(self, name):
        self.press_button(name)
        self.rest()

    def jump(self, title):
        """Go to something missing in the list, and from there to its place."""
        self.list.setFocus()
        self.press(Qt.Key.Key_Home)
        while self.list.current().title != title:
            before = self.list.currentIndex().row()
            self.press(Qt.Key.Key_Down)
            assert self.list.currentIndex().row() > before, title
        self.do(Qt.Key.Key_Return)

    def reads(self, words):
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def choose(self, name, words):
        box = self.tab_to(name)
        steps = box.findText(words) - box.currentIndex()
        for _step in range(abs(steps)):
            self.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert box.currentText() == words

    def complete(self):
        """Answer whatever is missing."""
        self.jump("Wer hat das Protokoll geführt?")
        self.choose("minute_taker", "Frank Maurer")
        self.save()
        self.jump("ProbstZ03, Kim: Bis wann wird der Beschluss umgesetzt?")
        self.fill("due_on", "29.04.2009")
        self.save()
        self.jump("ProbstZ07, Kim: Das Ergebnis fehlt.")
        self.type("AGH-Platz wird angefragt.")
        self.save()
        self.jump("ProbstZ05, Kim: Beraten, vertagt oder entfallen?")
        self.button("postpone")
        self.fill("text", "keine Zeit mehr")
        self.save()

    def release(self):
        """Release checked minutes, and confirm each line that may tell who is meant."""
        self.button("release")
        assert self.reads("Protokoll freigeben?")
        self.enter()
        self.rest()
        self.confirm()

    def confirm(self):
        while isinstance(self.window, DoubtsDialog):
            self.button("act")

    def status(self):
        return self.of(Meeting)[0].status

    def of(self, kind):
        with self.office.store.reading() as reader:
            return reader.find(kind)


@pytest.fixture
def seat(application, tmp_path):
    application.speak("de")
    made = Writer(application, found(tmp_path / "Arbeitsplatz"), tmp_path / "profil")
    enter_nine(made.office)
    hold(made.office)
    made.keys(MINUTES)
    yield made
    made.leave()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_missing_is_listed_in_the_order_of_the_minutes(seat):
    assert seat.main.front == "minutes"
    assert seat.missing() == [
        "Wer hat das Protokoll geführt?",
        "ProbstZ03, Kim: Bis wann wird der Beschluss umgesetzt?",
        "ProbstZ07, Kim: Das Ergebnis fehlt.",
        "ProbstZ05, Kim: Beraten, vertagt oder entfallen?",
    ]
    assert seat.reads("4 Angaben fehlen noch.")


def test_incomplete_minutes_are_not_checked_and_the_keyboard_is_at_what_is_missing(seat):
    seat.button("check")
    assert seat.reads("Das Protokoll ist noch nicht vollständig:")
    assert seat.page.gaps.list.hasFocus()
    assert seat.of(Meeting)[0].checked_by is None


def test_each_gap_leads_to_its_place_and_is_gone_once_it_is_filled(seat):
    seat.complete()
    assert seat.missing() == []
    assert seat.reads("Es fehlt nichts.")
    [decision] = seat.of(Decision)
    assert decision.due_on == dt.date(2009, 4, 29)
    assert [task.title for task in seat.of(Task) if task.decision] == ["EGV neu vereinbaren"]


def test_a_decision_is_added_and_removed_at_its_item(seat):
    seat.jump("ProbstZ05, Kim: Beraten, vertagt oder entfallen?")
    assert seat.list.current().second == "Z05"
    seat.do(Qt.Key.Key_Insert)
    seat.choose("decision", "weiter beobachten")
    seat.fill("text", "beobachten")
    seat.fill("due_on", "11.05.2009")
    seat.save()
    row = next(row for row in seat.list.rows if row.title == "beobachten")
    assert row.aside == "Tim Weber  ·  bis 11.05.2009"
    seat.press(Qt.Key.Key_Down)
    seat.do(Qt.Key.Key_Delete)
    assert "beobachten" not in [row.title for row in seat.list.rows]


def test_who_was_there_can_be_corrected_while_minutes_are_a_draft(seat):
    seat.page.tabs.setCurrentWidget(seat.page.people)
    seat.page.people.enter()
    seat.keys("F2")
    seat.rest()
    seat.choose("status", "teilweise anwesend")
    seat.fill("end", "15:00")
    seat.save()
    [attendance] = seat.of(Attendance)
    assert (attendance.status, attendance.end) == (AttendanceStatus.PARTLY, dt.time(15))


def test_checked_minutes_are_released_after_a_question_and_cannot_be_changed(seat):
    seat.complete()
    seat.button("check")
    assert seat.reads("Geprüft von Tim Weber.")
    seat.release()
    assert seat.status() == MeetingStatus.RELEASED_MINUTES
    assert seat.reads("Freigegeben und nicht mehr änderbar.")
    seat.page.tabs.setCurrentWidget(seat.page.part_a)
    seat.page.part_a.enter()
    seat.do(Qt.Key.Key_Return)
    assert seat.window is seat.main
    assert not seat.page.people.bar.isVisible()


def test_released_minutes_are_archived_for_each_reader_and_open_as_they_were_issued(seat):
    seat.complete()
    seat.button("check")
    seat.release()
    seat.page.tabs.setCurrentWidget(seat.page.papers)
    seat.page.papers.enter()
    readers = [row.second for row in seat.list.rows]
    assert readers == ["intern", "pseudonymisiert", "für die Gemeinde"]
    assert seat.list.rows[0].lines == ("ausgegeben am 20.04.2009 um 12:00 Uhr von Tim Weber",)
    seat.press(Qt.Key.Key_Return)
    seat.wait(lambda: seat.page.window().findChildren(PreviewWindow))
    [preview] = seat.page.window().findChildren(PreviewWindow)
    assert preview.isVisible()
    preview.close()
    seat.wait(lambda: seat.main.session.findChild(Tasks, "paper").is_idle)


def test_what_is_changed_after_the_check_has_to_be_checked_again(seat):
    seat.complete()
    seat.button("check")
    seat.page.tabs.setCurrentWidget(seat.page.part_b)
    seat.page.part_b.enter()
    seat.do(Qt.Key.Key_E, CONTROL)
    seat.type(" Rückfrage bis Mai.")
    seat.save()
    assert seat.page.check_button.isVisible()
    assert not seat.page.release_button.isVisible()


def test_a_mistake_in_released_minutes_is_set_right_by_a_numbered_correction(seat):
    seat.complete()
    seat.button("check")
    seat.release()
    seat.page.tabs.setCurrentWidget(seat.page.part_a)
    seat.page.part_a.enter()
    seat.press(Qt.Key.Key_Home)
    seat.button("correct")
    seat.fill("now", "Termin am 30.04.2009.")
    seat.save()
    assert seat.reads("Bitte schreiben Sie, wie es richtig heißt und warum.")
    seat.fill("reason", "Tag verwechselt")
    seat.save()
    seat.confirm()
    first = seat.list.rows[0]
    assert first.lines[0] == "Stand von Z03 besprochen."
    assert first.lines[1] == "Berichtigung 1: Termin am 30.04.2009. (Grund: Tag verwechselt)"


def test_draft_minutes_are_due_on_the_overview_until_they_are_released(seat):
    seat.keys("Ctrl+1")
    links = [made for made in seat.page.findChildren(QPushButton) if made.isVisible()]
    finish = next(made for made in links if made.text() == "Protokoll fertigstellen")
    finish.setFocus()
    seat.do(Qt.Key.Key_Return)
    assert seat.main.front == "minutes"
