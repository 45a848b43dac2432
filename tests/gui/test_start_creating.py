"""A workplace is made by keyboard alone, and is not left before its code is on paper."""

from __future__ import annotations

import re
import stat

from desks import PASSWORD, focusable, new_workplace
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from neuewege_desktop.base.i18n import _


def shown_code(clerk):
    labels = clerk.find("code").findChildren(QLabel)
    return "-".join(x.text() for x in labels if re.fullmatch(r"[A-Z0-9]{4}", x.text()))


def fill_first_page(clerk, folder):
    clerk.press_button("create")
    clerk.wait_for("Creating")
    clerk.type("Kommunale Projekte Bergstraße")
    clerk.fill("folder", str(folder))


def go_to_code(clerk, folder):
    fill_first_page(clerk, folder)
    clerk.enter()
    clerk.enter()
    clerk.type("Jürgen Groß")
    clerk.enter()
    clerk.wait(lambda: clerk.window.workplace is not None)


def close_on_worker(clerk):
    clerk.desktop.room.tasks.run(clerk.window.workplace.close)


def test_a_workplace_is_made_from_welcome_to_main_window_by_keyboard(make_clerk, tmp_path):
    clerk = make_clerk()
    folder = tmp_path / "Projekte in Zwingenberg"
    go_to_code(clerk, folder)
    assert not clerk.find("next").isEnabled()

    clerk.tab_to("typedCode")
    clerk.type(shown_code(clerk).lower().replace("-", "  "))
    clerk.enter()
    window = clerk.wait_for("WorkWindow")

    assert window.workplace.folder == folder
    assert clerk.desktop.preferences.settings.recent == (str(folder),)
    close_on_worker(clerk)


def test_everything_the_keyboard_reaches_has_a_name_on_every_page(make_clerk, tmp_path):
    clerk = make_clerk()
    fill_first_page(clerk, tmp_path / "Projekt")
    for _page in range(3):
        for widget in focusable(clerk.window):
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
        clerk.enter()


def test_a_wrong_letter_of_the_code_is_found_by_its_group(make_clerk, tmp_path):
    clerk = make_clerk()
    go_to_code(clerk, tmp_path / "Projekt")
    code = shown_code(clerk)
    other = "Q" if code[5] != "Q" else "P"

    clerk.tab_to("typedCode")
    clerk.type(code[:5] + other + code[6:])

    sentence = _("Typing error: please compare group {group} of the recovery code with the sheet.")
    assert clerk.find("typedCode").accessibleDescription() == sentence.format(group=2)
    assert not clerk.find("next").isEnabled()
    close_on_worker(clerk)


def test_closing_before_the_code_is_typed_asks_first(make_clerk, tmp_path, exits):
    clerk = make_clerk()
    go_to_code(clerk, tmp_path / "Projekt")

    clerk.window.close()
    (question,) = clerk.dialogs()
    assert clerk.window.isVisible()
    assert exits == []

    question.findChildren(QPushButton)[0].click()
    clerk.wait(lambda: exits == [0])


def test_the_sheet_holds_the_code_and_can_be_deleted_at_once(make_clerk, tmp_path):
    clerk = make_clerk()
    go_to_code(clerk, tmp_path / "Projekt")
    file = tmp_path / "blatt.pdf"

    clerk.window.code.save_sheet(str(file))
    clerk.wait(lambda: clerk.window.findChild(QPushButton, "deleteSheet") is not None)
    with PdfDocument(file) as sheet:
        text = sheet[0].get_textpage().get_text_range()
    assert all(group in text for group in shown_code(clerk).split("-"))
    assert clerk.window.workplace.vault.id in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    clerk.press_button("deleteSheet")
    assert not file.exists()
    close_on_worker(clerk)


def test_a_sheet_that_cannot_be_written_is_told(make_clerk, tmp_path):
    clerk = make_clerk()
    go_to_code(clerk, tmp_path / "Projekt")

    clerk.window.code.save_sheet(str(tmp_path / "fehlt" / "blatt.pdf"))

    place = str(tmp_path / "fehlt")
    clerk.wait(lambda: any(place in x.text() for x in clerk.window.findChildren(QLabel)))
    close_on_worker(clerk)


def test_the_pilots_always_take_part_and_others_can_be_chosen(make_clerk, tmp_path):
    clerk = make_clerk()
    fill_first_page(clerk, tmp_path / "Projekt")
    clerk.enter()

    assert clerk.find("06431022").isChecked()
    assert not clerk.find("06431022").isEnabled()
    clerk.tab_to("06431002")
    clerk.press(Qt.Key.Key_Space)
    assert clerk.window.towns.chosen == ("06431002",)


def test_what_is_missing_is_told_at_its_field(make_clerk):
    clerk = make_clerk()
    clerk.press_button("create")
    clerk.wait_for("Creating")

    clerk.enter()

    name = clerk.find("name")
    assert name.accessibleDescription() == _("Please give the project a name.")
    assert clerk.window.focusWidget() is name


def test_a_folder_in_use_is_refused_before_anything_else_is_asked(make_clerk, tmp_path, profile):
    new_workplace(tmp_path / "Alt", profile)
    clerk = make_clerk()
    fill_first_page(clerk, tmp_path / "Alt")

    clerk.enter()

    sentence = _("There is a workplace in this folder. Please choose another.")
    assert clerk.find("folder").accessibleDescription() == sentence


def test_two_different_passwords_are_not_taken(make_clerk, tmp_path):
    clerk = make_clerk()
    fill_first_page(clerk, tmp_path / "Projekt")
    clerk.enter()
    clerk.enter()
    clerk.type("Petra Linde")
    clerk.tab_to("offered")
    clerk.press(Qt.Key.Key_Down)
    clerk.fill("password", PASSWORD)
    clerk.fill("repeated", "anders")

    clerk.enter()

    sentence = _("The two passwords differ. Please type the second one again.")
    assert clerk.find("repeated").accessibleDescription() == sentence
    assert clerk.window.workplace is None


def test_a_weak_password_is_told_in_words_and_taken_all_the_same(make_clerk, tmp_path):
    clerk = make_clerk()
    fill_first_page(clerk, tmp_path / "Projekt")
    clerk.enter()
    clerk.enter()
    clerk.type("Petra Linde")
    clerk.tab_to("offered")
    clerk.press(Qt.Key.Key_Down)
    clerk.fill("password", "passwort1234")
    assert "fünf Wörter" in clerk.find("password").accessibleDescription()

    clerk.fill("repeated", "passwort1234")
    clerk.enter()
    clerk.wait(lambda: clerk.window.workplace is not None)
    close_on_worker(clerk)


def test_other_words_are_offered_on_request(make_clerk, tmp_path):
    clerk = make_clerk()
    fill_first_page(clerk, tmp_path / "Projekt")
    clerk.enter()
    clerk.enter()
    before = clerk.find("words").text()

    clerk.press_button("again")

    assert len(before.split()) == 6
    assert clerk.find("words").text() != before


def test_a_short_password_is_told_at_the_first_line_before_the_second_is_compared(
    make_clerk, tmp_path
):
    clerk = make_clerk()
    fill_first_page(clerk, tmp_path / "Projekt")
    clerk.enter()
    clerk.enter()
    clerk.type("Jürgen Groß")
    clerk.tab_to("offered")
    clerk.press(Qt.Key.Key_Down)
    clerk.fill("password", "kurz")
    clerk.fill("repeated", "kurz und anders")

    clerk.enter()

    assert clerk.window.focusWidget() is clerk.find("password")
    assert "zu kurz" in clerk.find("password").accessibleDescription()
    assert clerk.find("repeated").accessibleDescription() == ""
