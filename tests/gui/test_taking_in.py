"""A household is taken in by hand: asked for without guessing, and then seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(seat):
    seat.keys("Ctrl+N")
    seat.wait(lambda: seat.window is not seat.main)


def take_in_by_keyboard(seat):
    begin(seat)
    seat.tab_to("ags")
    seat.type("Z")
    seat.fill("name", "Adler")
    seat.press(Qt.Key.Key_Tab)
    seat.type("Mia")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert seat.window is seat.main


def test_of_several_municipalities_none_is_taken_by_oversight(seat):
    begin(seat)
    assert seat.find("ags").currentText() == "Bitte wählen …"
    seat.fill("name", "Adler")
    seat.press(Qt.Key.Key_Tab)
    seat.type("Mia")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert "Gemeinde" in seat.find("ags").accessibleDescription()
    seat.window.reject()


@pytest.mark.parametrize("place", ["beside", "full"])
def test_a_new_household_is_selected_even_where_another_is_being_edited(seat, place):
    seat.keys("Ctrl+2")
    if place == "full":
        seat.page.open_full(seat.page.view.current_key())
        seat.settle()
    seat.keys("F2")
    seat.fill("note", "noch nicht fertig")
    take_in_by_keyboard(seat)
    selected = seat.page.table.index(seat.page.view.currentIndex().row(), 0).data()
    assert selected.startswith("Adler, Mia")
    assert seat.page.pane.view.title.text() == "Adler, Mia"


def test_a_mistyped_year_is_refused_at_its_field(seat):
    begin(seat)
    seat.tab_to("ags")
    seat.type("Z")
    seat.fill("name", "Adler")
    seat.press(Qt.Key.Key_Tab)
    seat.type("Mia")
    seat.fill("opened_on", "1.1.1850")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert "Jahreszahl" in seat.find("opened_on").accessibleDescription()
    seat.window.reject()


def test_a_refused_save_leaves_the_doubts_where_they_are(seat):
    begin(seat)
    seat.fill("number", "4711")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert "43102BG0001234" in seat.window.editor.form._notes["number"].text.text()
    seat.window.reject()
