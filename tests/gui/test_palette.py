"""One finds and does everything from one line, by keyboard alone."""

from __future__ import annotations

import pytest
from desks import focusable
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from typing_extensions import override

from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.scrim import Scrim
from neuewege_desktop.gui.window.palette import Palette

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def palette(worker):
    """Open the palette over the list of households; the focus was in its search."""
    worker.window.show_page("households")
    worker.settle()
    worker.window.page("households").filters.focus_search()
    worker.press(Qt.Key.Key_K, CTRL)
    return worker.window.findChild(Palette)


@pytest.fixture
def ask(worker, palette):
    """Return a way to type and to wait for what is found."""

    def type_and_wait(text):
        palette.line.clear()
        worker.type(text)
        worker.wait(lambda: palette.is_settled)
        return [entry.text for entry in palette.view.lines.entries]

    return type_and_wait


def test_ctrl_k_offers_pages_and_actions_with_their_keys(palette):
    assert palette.is_open
    assert QApplication.focusWidget() is palette.line
    spoken = [entry.spoken for entry in palette.view.lines.entries]
    assert any(words.startswith("Haushalte, Strg+2") for words in spoken)
    assert any(words.startswith("Liste einlesen, Strg+I") for words in spoken)


def test_what_cannot_be_done_now_is_not_offered(worker, palette, ask):
    assert not worker.window.actions_table["redo"].isEnabled()
    assert "Wiederholen" not in ask("wiederholen")
    assert "Sperren" in ask("sperren")


@pytest.mark.parametrize(
    "typed",
    ["Müller", "mueller", "muller", "MÜLLER jörg", "Mülller", "grosse strasse", "43102BG0000901"],
)
def test_a_household_is_found_however_it_is_written(ask, typed):
    assert "Müller, Jörg" in ask(typed)


@pytest.mark.parametrize(
    ("typed", "found", "kind"),
    [
        ("weissbach", "Weißbach, Ilse", "person"),
        ("4.5.2009", "Fallbesprechung am 04.05.2009", "meeting"),
        ("sportverien", "Sportverein", "actor"),
        ("rathaus", "Raum im Rathaus erfragen", "town_task"),
    ],
)
def test_other_records_are_found_by_what_one_remembers(palette, ask, typed, found, kind):
    ask(typed)
    hits = {
        (entry.text, getattr(entry.leads_to, "act", "")) for entry in palette.view.lines.entries
    }
    assert (found, kind) in hits


def test_enter_goes_to_the_record(worker, palette, ask):
    ask("weißbach")
    (household,) = [
        entry.leads_to.key
        for entry in palette.view.lines.entries
        if isinstance(entry.leads_to, Target) and entry.leads_to.act == "household"
    ]
    worker.press(Qt.Key.Key_Return)
    assert not palette.is_open
    assert worker.window.front == "households"
    assert worker.window.page("households").full_page.key == household


def test_enter_before_the_answer_waits_for_it(worker, palette):
    worker.type("weißbach")
    worker.press(Qt.Key.Key_Return)
    worker.wait(lambda: not palette.is_open)
    assert worker.window.page("households").full_page.key is not None


def test_an_action_is_done(worker, palette, ask):
    ask("aufgaben")
    worker.press(Qt.Key.Key_Return)
    assert worker.window.front == "tasks"


def test_arrow_keys_choose_while_one_goes_on_typing(worker, palette):
    first = palette.view.current()
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Down)
    worker.press(Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == 1
    worker.press(Qt.Key.Key_PageDown)
    assert palette.view.currentIndex().row() > 1
    worker.press(Qt.Key.Key_PageUp)
    worker.press(Qt.Key.Key_PageUp)
    assert palette.view.current() == first
    assert QApplication.focusWidget() is palette.line


def test_escape_goes_back_to_where_one_was(worker, palette):
    worker.type("mül")
    worker.press(Qt.Key.Key_Escape)
    assert not palette.is_open
    assert QApplication.focusWidget() is worker.window.page("households").filters.line
    worker.press(Qt.Key.Key_K, CTRL)
    assert palette.line.text() == ""


def test_a_click_beside_it_and_ctrl_k_close_it(worker, palette):
    scrim = worker.window.findChild(Scrim)
    QTest.mouseClick(scrim, Qt.MouseButton.LeftButton, PLAIN, QPoint(5, 5))
    assert not palette.is_open
    worker.press(Qt.Key.Key_K, CTRL)
    assert palette.is_open
    worker.press(Qt.Key.Key_K, CTRL)
    assert not palette.is_open


def test_another_shortcut_closes_it_and_is_done(worker, palette):
    worker.press(Qt.Key.Key_6, CTRL)
    assert not palette.is_open
    assert worker.window.front == "tasks"
    assert worker.window.page("tasks").isAncestorOf(QApplication.focusWidget())


def test_what_is_read_out_tells_a_household_from_a_person(palette, ask):
    ask("weißbach")
    spoken = [palette.view.lines.index(row).data() for row in range(2)]
    assert any(words.endswith("Haushalte") for words in spoken)
    assert any(words.endswith("Personen") for words in spoken)


def test_tab_does_not_reach_what_lies_behind(worker, palette):
    worker.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is palette.line
    assert [widget.accessibleName() for widget in focusable(palette)] == [
        palette.line.accessibleName()
    ]


def test_nothing_found_is_said_in_a_sentence(palette, ask):
    assert ask("xyzzy") == []
    assert palette.nothing.isVisible()
    assert palette.view.isHidden()


def test_what_was_opened_lately_comes_first(worker, palette, ask):
    ask("sportverein")
    worker.press(Qt.Key.Key_Return)
    worker.press(Qt.Key.Key_K, CTRL)
    assert palette.view.current().text == "Sportverein"


def test_locking_covers_what_was_found(worker, palette, ask):
    ask("müller")
    worker.window.cover()
    assert not palette.is_open
    assert list(palette.view.lines.entries) == []


def test_it_fits_into_a_small_window(worker, palette):
    worker.window.resize(640, 440)
    assert worker.window.rect().contains(palette.geometry())


class GreedyLine(QLineEdit):
    """Wants every key for itself, as fields on X11 want Ctrl+K to cut off their text."""

    @override
    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_ctrl_k_opens_it_also_out_of_a_field_that_knows_the_key(worker):
    line = GreedyLine(worker.window)
    line.show()
    line.setFocus()
    worker.press(Qt.Key.Key_K, CTRL)
    assert worker.window.findChild(Palette).is_open
