"""Whoever does not know how to go on finds it by a key."""

from __future__ import annotations

import pytest
from desks import focusable
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from neuewege_desktop.base.i18n import LANGUAGES
from neuewege_desktop.base.paths import resources
from neuewege_desktop.gui.actions import ACTIONS, PAGES
from neuewege_desktop.gui.dialogs.about import AboutDialog
from neuewege_desktop.gui.dialogs.shortcuts import ShortcutsDialog, all_shortcuts
from neuewege_desktop.gui.form_dialog import FormDialog
from neuewege_desktop.gui.help_window import HELP_PAGES, HelpWindow, help_page
from neuewege_desktop.gui.kit.entries import keys_of

CTRL = Qt.KeyboardModifier.ControlModifier
SHOWN = {"Strg", "Umschalt", "Ctrl", "Shift"}


def opened(worker, kind):
    (dialog,) = worker.window.findChildren(kind)
    assert dialog.isVisible()
    worker.look_at(dialog)
    return dialog


def texts(view):
    return [entry.text for entry in view.lines.entries]


def assert_everything_has_a_name(dialog):
    for widget in focusable(dialog):
        name = widget.accessibleName() or getattr(widget, "text", str)()
        assert name, widget


# --- shortcuts ------------------------------------------------------------------------------


def test_keys_are_called_as_the_german_keyboard_calls_them(application):
    application.speak("de")
    assert keys_of("Ctrl+Shift+Z") == ("Strg", "Umschalt", "Z")
    assert keys_of("Ctrl++") == ("Strg", "+")
    application.speak("en")
    assert keys_of("Alt+Left") == ("Alt", "Arrow left")


def test_every_action_with_a_key_is_in_the_overview(application):
    application.speak("de")
    shown = {keys for entry in all_shortcuts() for keys in entry.keys}
    assert {keys_of(keys) for spec in ACTIONS for keys in spec.keys} <= shown


def test_no_combination_means_two_things_at_one_place(application):
    application.speak("de")
    places = [(entry.group, keys) for entry in all_shortcuts() for keys in entry.keys]
    assert len(places) == len(set(places))


def test_the_overview_opens_and_closes_by_keyboard(worker):
    worker.press(Qt.Key.Key_F1, CTRL)
    dialog = opened(worker, ShortcutsDialog)
    assert_everything_has_a_name(dialog)
    worker.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is dialog.view
    assert "Strg+N" in dialog.view.currentIndex().data()
    worker.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_shortcut_is_found_by_a_word_or_by_its_key(worker):
    worker.press(Qt.Key.Key_F1, CTRL)
    dialog = opened(worker, ShortcutsDialog)
    worker.type("rueckgaengig")
    assert texts(dialog.view) == ["Rückgängig"]
    dialog.line.clear()
    worker.type("strg k")
    assert texts(dialog.view) == ["Überall suchen"]
    dialog.line.clear()
    worker.type("xyzzy")
    assert dialog.nothing.isVisible()


# --- help -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_has_its_help_in_every_language(code):
    assert set(HELP_PAGES) >= {key for key, _text, _icon in PAGES} | {"import", "welcome", "unlock"}
    kept = {path.stem for path in (resources() / "help" / code).glob("*.md")}
    assert kept == set(HELP_PAGES)
    for key in HELP_PAGES:
        page = help_page(key, code)
        assert page.title
        assert page.text.startswith(f"# {page.title}\n")


@pytest.mark.parametrize("key", HELP_PAGES)
def test_the_help_says_the_same_in_both_languages(key):
    def outline(code):
        lines = help_page(key, code).text.splitlines()
        return [line.split(" ")[0] for line in lines if line.startswith(("#", "-", "1", "2", "3"))]

    assert outline("de") == outline("en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_help_leads_nowhere_outside(code):
    for key in HELP_PAGES:
        text = help_page(key, code).text
        assert "](" not in text
        assert "http" not in text


def test_the_help_names_only_keys_that_there_are(application):
    application.speak("de")
    known = {"+".join(keys) for entry in all_shortcuts() for keys in entry.keys} | {"Strg+V"}
    named = {
        part
        for key in HELP_PAGES
        for part in help_page(key, "de").text.split("**")
        if part.partition("+")[0] in SHOWN
    }
    assert named <= known


def test_f1_opens_the_help_of_the_page_in_front(worker):
    worker.window.show_page("measures")
    worker.press(Qt.Key.Key_F1)
    help_window = opened(worker, HelpWindow)
    assert help_window.text.toPlainText().startswith("Maßnahmen")
    assert not help_window.isModal()
    assert_everything_has_a_name(help_window)
    worker.window.show_page("tasks")
    worker.window.actions_table["help"].trigger()
    assert opened(worker, HelpWindow).text.toPlainText().startswith("Aufgaben")


def test_f1_helps_in_a_form_over_the_page(worker):
    worker.window.show_page("households")
    worker.press(Qt.Key.Key_N, CTRL)
    worker.wait(lambda: worker.window.findChildren(FormDialog))
    form = opened(worker, FormDialog)
    worker.press(Qt.Key.Key_F1)
    (help_window,) = form.findChildren(HelpWindow)
    assert help_window.text.toPlainText().startswith("Haushalte")
    help_window.close()
    form.reject()


def test_a_word_is_found_in_the_help(worker):
    worker.window.actions_table["help"].trigger()
    help_window = opened(worker, HelpWindow)
    help_window.line.setFocus()
    worker.type("wiederherstellungscode")
    assert "Willkommen" in texts(help_window.view)
    assert "Aufgaben" not in texts(help_window.view)
    help_window.line.clear()
    worker.type("xyzzy")
    assert help_window.nothing.isVisible()
    worker.press(Qt.Key.Key_Escape)
    assert not help_window.isVisible()


# --- about ----------------------------------------------------------------------------------


def test_licences_of_everything_that_is_shipped_can_be_read(worker):
    worker.window.actions_table["about"].trigger()
    dialog = opened(worker, AboutDialog)
    said = []
    for place in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(place)
        assert_everything_has_a_name(dialog)
        said += [found.toPlainText() for found in dialog.findChildren(QPlainTextEdit)]
        said += [found.text() for found in dialog.findChildren(QLabel)]
    for licence in ("EUPL-1.2", "SIL OPEN FONT LICENSE", "ISC License", "MIT License"):
        assert any(licence in text for text in said), licence
    worker.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
