"""Somebody sets the agenda of Monday's conference, with the keyboard alone, in German (S2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from nine_households import MEETING, TOWN, ZWINGENBERG, enter_nine
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from seats import Seat, found

from neuewege_desktop.domain.choices.papers import Variant
from neuewege_desktop.domain.choices.work import AttendanceStatus, ItemState, MeetingStatus
from neuewege_desktop.domain.records.meeting import AgendaItem, Attendance, Meeting
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.preview.window import PreviewWindow
from neuewege_desktop.services.conference.planning import plan_meeting
from neuewege_desktop.services.conference.reading import conference_file
from neuewege_desktop.services.entries import NEW

ORDER = ["Z03", "Z06", "Z04", "Z01", "Z02", "Z07", "Z05"]
PROPOSE = "Ctrl+Shift+T"
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Setter(Seat):
    """Somebody who sets agendas."""

    @property
    def list(self):
        return self.page.tabs.currentWidget().list

    def seen(self):
        """Return the BG numbers on the agenda in front, in order."""
        return [row.second for row in self.list.rows]

    def row(self, second):
        return next(row for row in self.list.rows if second in (row.second, row.title))

    def go_to_row(self, second):
        """Go to a row by the arrow keys."""
        self.list.setFocus()
        self.press(Qt.Key.Key_Home)
        while second not in (self.list.current().second, self.list.current().title):
            before = self.list.currentIndex().row()
            self.press(Qt.Key.Key_Down)
            assert self.list.currentIndex().row() > before, second

    def do(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.press(key, modifier)
        self.rest()

    def rest(self):
        """Wait for the answers; no desktop is here to give the window back to the keyboard."""
        self.settle()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def tab(self, steps):
        """Go to another leaf."""
        for _step in range(steps):
            self.press(Qt.Key.Key_Tab, CONTROL)
        self.page.take_keyboard()
        self.settle()

    def save(self):
        self.press(Qt.Key.Key_S, CONTROL)
        self.rest()

    def reads(self, words):
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def meeting(self):
        return conference_file(self.office, self.page.key)


def planned(office, day=MEETING, **more):
    meeting = Meeting(
        id=NEW, scope=TOWN, ags=ZWINGENBERG, day=day, start=dt.time(14), end=dt.time(15, 30)
    )
    plan_meeting(office, replace(meeting, **more))


@pytest.fixture
def workplace(tmp_path):
    return found(tmp_path / "Arbeitsplatz")


@pytest.fixture
def seat(application, workplace, tmp_path):
    application.speak("de")
    made = Setter(application, workplace, tmp_path / "profil")
    enter_nine(made.office)
    planned(made.office)
    yield made
    made.leave()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def agenda(seat):
    seat.keys(PROPOSE)
    return seat


def test_one_key_proposes_the_next_agenda_in_the_order_of_the_specification(agenda):
    assert agenda.seen() == ORDER
    assert agenda.main.front == "agenda"
    first = agenda.list.rows[0]
    assert (first.number, first.title) == ("1", "ProbstZ03, Kim")
    assert first.lines == ("Überprüfung Eingliederungsvereinbarung fällig am 13.04.2009",)
    assert [chip.text for chip in first.chips] == ["sehr dringend"]
    assert agenda.reads("7 Punkte: 35 Min.  ·  Teil B: 30 Min.  ·  zusammen 65 Min. von 90 Min.")


def test_without_a_planned_conference_the_key_says_what_to_do(application, tmp_path, workplace):
    application.speak("de")
    seat = Setter(application, workplace, tmp_path / "profil")
    seat.keys(PROPOSE)
    assert seat.reads("Es ist keine Besprechung geplant.")
    seat.leave()


def test_an_item_moves_up_and_down_and_the_keyboard_stays_with_it(agenda):
    agenda.go_to_row("Z07")
    agenda.do(Qt.Key.Key_Up, ALT)
    agenda.do(Qt.Key.Key_Up, ALT)
    assert agenda.seen() == ["Z03", "Z06", "Z04", "Z07", "Z01", "Z02", "Z05"]
    assert agenda.list.current().second == "Z07"
    assert agenda.list.hasFocus()
    agenda.do(Qt.Key.Key_Down, ALT)
    assert agenda.seen().index("Z07") == 4
    agenda.do(Qt.Key.Key_R, CONTROL)
    assert agenda.seen() == ORDER


def test_what_was_moved_is_taken_back_by_undo(agenda):
    agenda.go_to_row("Z05")
    agenda.do(Qt.Key.Key_Up, ALT)
    agenda.keys("Ctrl+Z")
    assert agenda.seen() == ORDER


def test_a_dropped_item_says_why_and_can_be_taken_back(agenda):
    agenda.go_to_row("Z02")
    agenda.do(Qt.Key.Key_Delete)
    agenda.save()
    assert agenda.reads("Bitte schreiben Sie, warum der Punkt entfällt.")
    agenda.fill("text", "wird am Telefon geklärt")
    agenda.save()
    dropped = agenda.row("Z02")
    assert dropped.is_struck
    assert dropped.lines == ("Entfallen: wird am Telefon geklärt",)
    assert agenda.row("Z07").number == "5"
    agenda.go_to_row("Z02")
    agenda.do(Qt.Key.Key_Return, CONTROL)
    assert not agenda.row("Z02").is_struck


def test_a_household_is_found_by_name_and_put_on_the_agenda_with_a_reason(agenda):
    agenda.list.setFocus()
    agenda.do(Qt.Key.Key_Insert)
    agenda.type("probstz0")
    agenda.settle()
    offered = [entry.text for entry in agenda.window.view.lines.entries]
    assert sorted(offered) == ["ProbstZ08, Kim", "ProbstZ09, Kim"]
    while agenda.window.view.current().text != "ProbstZ09, Kim":
        agenda.press(Qt.Key.Key_Down)
    agenda.press_button("act")
    agenda.rest()
    assert agenda.reads("Bitte schreiben Sie, warum über den Haushalt gesprochen werden soll.")
    agenda.fill("why", "bittet um Beratung")
    agenda.press_button("act")
    agenda.rest()
    assert agenda.seen() == [*ORDER, "Z09"]
    assert agenda.row("Z09").lines == ("Tim Weber: bittet um Beratung",)
    assert agenda.list.hasFocus()


def test_a_topic_of_the_team_and_its_time(agenda):
    agenda.list.setFocus()
    agenda.do(Qt.Key.Key_Insert, SHIFT)
    agenda.fill("text", "Urlaubsvertretung im Mai")
    agenda.save()
    assert agenda.row("Urlaubsvertretung im Mai").second == "Thema des Teams"
    agenda.go_to_row("Urlaubsvertretung im Mai")
    agenda.keys("F2")
    agenda.rest()
    agenda.fill("minutes", "40")
    agenda.save()
    assert agenda.row("Urlaubsvertretung im Mai").aside == "40 Min."
    assert agenda.reads("Geplant sind 105 Minuten, angesetzt sind 90.")


def test_what_has_no_room_stands_below_the_line_and_is_taken_in(agenda):
    with agenda.office.store.writing("save", agenda.office.author) as writer:
        for item in writer.find(AgendaItem):
            writer.save(replace(item, capped=item.seq > 5))
    agenda.page.enter()
    agenda.settle()
    below = [row for row in agenda.list.rows if row.group]
    assert [row.second for row in below] == ["Z07", "Z05"]
    assert below[0].group == "Nicht mehr aufgenommen (2)"
    assert below[0].number == ""
    agenda.go_to_row("Z07")
    agenda.do(Qt.Key.Key_Return, CONTROL)
    assert agenda.row("Z07").number == "6"


def test_enter_opens_the_household_and_its_conference_leads_back(agenda):
    agenda.go_to_row("Z06")
    agenda.do(Qt.Key.Key_Return)
    assert agenda.main.front == "households"
    agenda.keys(PROPOSE)
    assert agenda.main.front == "agenda"


def test_part_b_is_set_without_a_word_about_clients(agenda):
    agenda.tab(1)
    assert agenda.reads("Das Rathaus liest mit")
    for topic in ("Plätze am Bauhof", "Ferienbetreuung"):
        agenda.do(Qt.Key.Key_Insert)
        agenda.fill("text", topic)
        agenda.save()
    assert [row.title for row in agenda.list.rows] == ["Plätze am Bauhof", "Ferienbetreuung"]
    agenda.go_to_row("Ferienbetreuung")
    agenda.do(Qt.Key.Key_Up, ALT)
    assert [row.title for row in agenda.list.rows] == ["Ferienbetreuung", "Plätze am Bauhof"]
    agenda.go_to_row("Plätze am Bauhof")
    agenda.do(Qt.Key.Key_Delete)
    agenda.fill("text", "erst im Mai")
    agenda.save()
    assert agenda.list.rows[1].lines == ("Entfallen: erst im Mai",)


def test_a_guest_of_the_town_hall_is_asked_to_come_from_three_on(agenda):
    agenda.tab(2)
    assert [row.title for row in agenda.list.rows] == ["Tim Weber"]
    agenda.list.setFocus()
    agenda.do(Qt.Key.Key_Insert)
    agenda.fill("guest", "Eva Brandt, Rathaus")
    agenda.fill("start", "15:00")
    agenda.save()
    guest = agenda.list.rows[1]
    assert (guest.title, guest.second) == ("Eva Brandt, Rathaus", "Gast")
    assert guest.aside == "ab 15:00  ·  Teil B, mit der Gemeinde"
    with agenda.office.store.reading() as reader:
        kept = next(a for a in reader.find(Attendance) if a.external)
    assert (kept.start, kept.status) == (dt.time(15), AttendanceStatus.INVITED)
    agenda.go_to_row("Eva Brandt, Rathaus")
    agenda.do(Qt.Key.Key_Delete)
    assert [row.title for row in agenda.list.rows] == ["Tim Weber"]


def test_the_conference_is_convened_moved_and_cancelled(agenda):
    agenda.press_button("convene")
    agenda.rest()
    assert agenda.meeting().meeting.status == MeetingStatus.CONVENED
    agenda.main.deeds._command("move", (agenda.page.key,))
    agenda.rest()
    agenda.fill("day", "21.04.2009")
    agenda.save()
    assert agenda.reads("Dienstag, 21.04.2009")
    agenda.main.deeds._command("cancel", (agenda.page.key,))
    agenda.rest()
    agenda.fill("text", "alle krank")
    agenda.save()
    assert agenda.reads("Diese Besprechung wurde abgesagt: alle krank")
    assert not agenda.page.part_a.bar.isVisible()


def test_dropping_is_impossible_once_the_conference_was_held(agenda):
    with agenda.office.store.writing("save", agenda.office.author) as writer:
        writer.save(replace(agenda.meeting().meeting, status=MeetingStatus.DRAFT_MINUTES))
    agenda.page.enter()
    agenda.settle()
    agenda.go_to_row("Z02")
    agenda.do(Qt.Key.Key_Delete)
    assert agenda.window is agenda.main
    assert all(line.item.state == ItemState.OPEN for line in agenda.meeting().items)


def shown(agenda):
    """Return the title of the document that a preview shows, once it is there."""
    agenda.wait(lambda: agenda.main.findChildren(PreviewWindow))
    [preview] = agenda.main.findChildren(PreviewWindow)
    title = preview.windowTitle()
    preview.close()
    agenda.wait(lambda: agenda.main.session.findChild(Tasks, "paper").is_idle)
    return title


def test_one_key_shows_everything_for_monday_as_one_document(agenda):
    agenda.keys("Ctrl+Shift+M")
    assert shown(agenda).startswith("Vorschau: Mappe zur Fallbesprechung")


def test_the_agenda_is_printed_for_the_team_and_for_the_town_hall(agenda):
    for variant in (Variant.INTERNAL, Variant.MUNICIPALITY):
        agenda.page.more_button.setFocus()
        agenda.press(Qt.Key.Key_Space)
        menu = QApplication.activePopupWidget()
        papers = menu.findChild(QMenu)
        next(each for each in papers.actions() if each.text() == variant.label).trigger()
        menu.close()
        assert shown(agenda).startswith("Vorschau: Tagesordnung")


def test_one_key_begins_to_hold_the_conference(agenda):
    agenda.keys("F5")
    agenda.rest()
    assert agenda.window is not agenda.main
    agenda.window.reject()
    agenda.rest()
    assert agenda.main.front == "agenda"
