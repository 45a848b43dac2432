"""The line at the foot tells the truth about what is kept; a reminder outlives a refusal."""

from __future__ import annotations

from PySide6.QtCore import Qt

from neuewege_desktop.gui.kit.look.colours import Tone

CONTROL = Qt.KeyboardModifier.ControlModifier
WAITING = "Noch nicht gespeichert · als Entwurf aufgehoben"


def test_who_has_typed_something_is_told_that_it_is_not_saved_yet(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("note", "Frau Probst ruft an")
    assert seat.main.status.kept.text() == WAITING
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert seat.main.status.kept.text().startswith("Alle Änderungen gespeichert")


def test_who_leaves_the_form_or_gives_up_the_draft_has_nothing_open(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("note", "Frau Probst ruft an")
    seat.press(Qt.Key.Key_Escape)
    seat.settle()
    assert seat.main.status.kept.text() != WAITING
    seat.keys("F2")
    assert seat.main.status.kept.text() == WAITING
    seat.page.pane.editor._discard()
    assert seat.main.status.kept.text() != WAITING


def test_who_goes_on_with_a_draft_begins_in_the_first_field(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("note", "Frau Probst ruft an")
    seat.press(Qt.Key.Key_Escape)
    seat.settle()
    seat.keys("F2")
    assert seat.main.focusWidget() is seat.find("number")


def test_a_reminder_stays_while_something_is_refused(seat):
    seat.main.reminder.tell("Die letzte Sicherung ist alt.", Tone.WARNING)
    seat.main.session.refused.emit("Das geht nicht.")
    assert seat.main.reminder.isVisible()
    assert seat.main.notice.isVisible()
