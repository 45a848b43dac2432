"""A team gets a fixed day; its conferences plan themselves; with the keyboard alone, in German."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel
from seats import TODAY, Seat, found

from neuewege_desktop.domain.choices.work import AttendanceStatus, MeetingStatus
from neuewege_desktop.domain.records.catalogue import Team
from neuewege_desktop.domain.records.meeting import Attendance, Meeting, MeetingSeries

TEAMS = 3
WEEK = dt.timedelta(7)
WHIT_MONDAY = dt.date(2009, 6, 1)


class Planner(Seat):
    """Somebody who arranges when a team meets; today is Monday, 20 April 2009."""

    def open_teams(self):
        self.keys("Ctrl+9")
        self.page.tabs.setCurrentIndex(TEAMS)
        self.rest()

    def rest(self):
        """Wait for the answers; no desktop is here to give the window back to the keyboard."""
        self.settle()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def do(self, name):
        self.press_button(name)
        self.rest()

    def choose(self, name, words):
        box = self.tab_to(name)
        steps = box.findText(words) - box.currentIndex()
        for _step in range(abs(steps)):
            self.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert box.currentText() == words

    def reads(self, words):
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def all_of(self, kind):
        with self.office.store.reading() as reader:
            return reader.find(kind)

    @property
    def team(self):
        """Return the team of Zwingenberg."""
        return next(t for t in self.all_of(Team) if "Zwingenberg" in t.name)

    def days(self):
        return sorted(m.day for m in self.all_of(Meeting) if m.status == MeetingStatus.PLANNED)

    def new_series(self, start="14:00", weekday="Montag", rhythm="jede Woche"):
        self.open_teams()
        self.do(f"newSeries-{self.team.id}")
        self.choose("weekday", weekday)
        self.choose("rhythm_weeks", rhythm)
        self.fill("start", start)
        self.do("save")


@pytest.fixture
def seat(application, tmp_path):
    application.speak("de")
    made = Planner(application, found(tmp_path / "Arbeitsplatz"), tmp_path / "profil")
    yield made
    made.leave()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_team_gets_a_fixed_day_and_the_next_weeks_are_planned_without_holidays(seat):
    seat.new_series()
    assert seat.reads("Jeden Montag  ·  14:00–15:30")
    assert seat.reads("Nächste: 20.04.2009, 27.04.2009, 04.05.2009, 11.05.2009 und weitere")
    assert seat.reads("Fällt aus: 01.06.2009 (Pfingstmontag)")
    mondays = [TODAY + WEEK * number for number in range(9)]
    assert seat.days() == [day for day in mondays if day != WHIT_MONDAY]
    meeting = seat.all_of(Meeting)[0]
    assert (meeting.start, meeting.end) == (dt.time(14), dt.time(15, 30))


def test_the_team_is_asked_to_come_and_its_lead_chairs(seat):
    seat.new_series()
    invited = seat.all_of(Attendance)
    assert {found.status for found in invited} == {AttendanceStatus.INVITED}
    assert {found.user for found in invited} == {seat.office.author}
    assert {meeting.chair for meeting in seat.all_of(Meeting)} == {seat.office.author}


def test_every_two_weeks_means_every_two_weeks(seat):
    seat.new_series(rhythm="alle 2 Wochen", weekday="Donnerstag")
    assert seat.reads("Donnerstag, alle 2 Wochen")
    assert seat.days()[:3] == [dt.date(2009, 4, 23), dt.date(2009, 5, 7), dt.date(2009, 6, 4)]
    assert seat.reads("Fällt aus: 21.05.2009 (Christi Himmelfahrt)")


def test_a_series_needs_a_time_and_enough_minutes(seat):
    seat.open_teams()
    seat.do(f"newSeries-{seat.team.id}")
    seat.fill("start", "x")
    seat.press(Qt.Key.Key_Backspace)
    seat.do("save")
    assert seat.reads("Bitte geben Sie eine Uhrzeit ein, zum Beispiel 14:00.")
    seat.fill("start", "14")
    seat.fill("duration_min", "20")
    seat.do("save")
    assert seat.reads("Teil B ist länger als die ganze Besprechung.")
    assert seat.all_of(MeetingSeries) == []


def test_a_new_hour_changes_the_series_and_what_is_planned_follows(seat):
    seat.new_series()
    before = seat.days()
    seat.do(f"series-{seat.all_of(MeetingSeries)[0].id}")
    seat.fill("start", "9:00")
    seat.do("save")
    assert seat.reads("Jeden Montag  ·  09:00–10:30")
    assert seat.days() == before
    assert {meeting.start for meeting in seat.all_of(Meeting)} == {dt.time(9)}


def test_a_cancelled_conference_stands_there_with_its_reason_and_is_not_planned_again(seat):
    seat.new_series()
    first = min(seat.all_of(Meeting), key=lambda meeting: meeting.day)
    seat.main.deeds._command("cancel", (first.id,))
    seat.rest()
    seat.do("save")
    assert seat.reads("Bitte schreiben Sie, warum die Besprechung ausfällt.")
    seat.fill("text", "Betriebsausflug")
    seat.do("save")
    assert seat.reads("20.04.2009 (Betriebsausflug)")
    assert TODAY not in seat.days()
    assert not any(b.isVisible() for b in seat.page.findChildren(object, f"ahead-{first.series}"))


def test_a_conference_by_hand_invites_the_team_and_warns_of_a_holiday(seat):
    seat.keys("Ctrl+5")
    seat.do("new")
    seat.choose("ags", "Zwingenberg")
    seat.fill("day", "1.6.2009")
    seat.wait(lambda: seat.reads("Der 01.06.2009 ist ein Feiertag (Pfingstmontag)."))
    seat.do("save")
    assert seat.days() == [WHIT_MONDAY]
    assert [found.user for found in seat.all_of(Attendance)] == [seat.office.author]
