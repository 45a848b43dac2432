"""The main window: finding, reading, correcting and putting away, by keyboard and in German."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from seats import open_again, take_in

from neuewege_desktop.domain.records import Life
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.gui.kit.columns_dialog import ColumnsDialog
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.pages.commands import command
from neuewege_desktop.gui.pages.unfinished import unfinished_section
from neuewege_desktop.services.entries import save
from neuewege_desktop.services.records import record_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def household(seat, number):
    with seat.workplace.store.reading() as reader:
        return reader.find(Household, number=number, lives=tuple(Life))[0]


def test_the_households_stand_in_german_order(seat):
    seat.keys("Ctrl+2")
    assert [row.split(",")[0] for row in seat.rows()] == ["Öztürk", "Probst-Muster", "Testmann"]
    assert seat.find("count").text() == "3 Haushalte"
    QAbstractItemModelTester(seat.page.table, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_a_household_is_corrected_by_keyboard_and_the_act_taken_back(seat):
    seat.keys("Ctrl+2")
    seat.press(Qt.Key.Key_Down)
    seat.settle()
    seat.keys("F2")
    seat.fill("file_reference", "AZ 12/Ü")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert household(seat, "43102BG0000102").file_reference == "AZ 12/Ü"
    assert seat.main.toast.text.text() == "Haushalt geändert"
    assert seat.main.actions_table["undo"].text() == "&Rückgängig: Haushalt geändert"

    seat.keys("Ctrl+Z")
    assert household(seat, "43102BG0000102").file_reference == ""
    seat.keys("Ctrl+Shift+Z")
    assert household(seat, "43102BG0000102").file_reference == "AZ 12/Ü"


def test_what_cannot_be_read_stands_at_its_field_and_nothing_is_saved(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("period", "31.02.2009")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    problem = "Diesen Tag gibt es nicht. Bitte schreiben Sie ihn so: 20.04.2009."
    assert seat.find("period").accessibleDescription() == problem
    assert seat.window.focusWidget() is seat.find("period")
    assert household(seat, "43102BG0000103").period.start.year == 2009


def test_saving_leads_to_the_field_that_cannot_be_read(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("period", "31.02.2009")
    seat.find("note").setFocus()
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert seat.window.focusWidget() is seat.find("period")


def test_of_an_address_only_the_part_that_is_wrong_is_marked(seat):
    seat.keys("Ctrl+N")
    seat.wait(lambda: seat.window is not seat.main)
    seat.tab_to("ags")
    seat.type("Z")
    seat.fill("name", "Vorlage")
    seat.press(Qt.Key.Key_Tab)
    seat.type("Anna")
    seat.fill("address", "Musterweg 1")
    seat.press(Qt.Key.Key_Tab)
    seat.type("1234")
    postcode = seat.window.focusWidget()
    seat.find("name").setFocus()
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert seat.window.focusWidget() is postcode
    assert "fünf Ziffern" in postcode.accessibleDescription()
    assert seat.find("address").accessibleDescription() == ""
    seat.window.reject()


def test_escape_leaves_the_form_with_its_draft_and_then_the_page(seat):
    seat.keys("Ctrl+2")
    seat.press(Qt.Key.Key_Return)
    seat.settle()
    seat.keys("F2")
    seat.fill("file_reference", "AZ 12")
    seat.press(Qt.Key.Key_Escape)
    seat.settle()
    assert seat.page.full_page.editor is None
    assert "Entwurf" in seat.page.full_page.notice.text.text()
    seat.press(Qt.Key.Key_Escape)
    seat.settle()
    assert seat.window.focusWidget() is seat.page.view


def test_taking_back_leaves_the_keyboard_where_it_was(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("file_reference", "AZ 12")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    seat.page.pane.view.tabs.currentWidget().setFocus()
    seat.keys("Ctrl+Z")
    assert seat.window.focusWidget() is seat.page.pane.view.tabs.currentWidget()


def test_what_was_typed_is_there_again_after_the_program_was_killed(take_seat, seat, tmp_path):
    seat.keys("Ctrl+2", "F2")
    seat.fill("note", "Ruft zurück, sobald die Kita geöffnet hat – wichtig!")
    seat.wait(lambda: not seat.page.pane.editor._keeper._timer.isActive())
    seat.settle()
    seat.room.tasks.finish()
    seat.workplace.abandon()

    again = take_seat(open_again(tmp_path / "buero"))
    again.keys("Ctrl+2")
    assert again.page.pane.notice.text.text() == (
        "Hier liegt ein Entwurf von Ihnen, der noch nicht gespeichert ist."
    )
    again.keys("F2")
    assert again.find("note").toPlainText().startswith("Ruft zurück")
    assert household(again, "43102BG0000103").note == ""
    again.press(Qt.Key.Key_S, CONTROL)
    again.settle()
    assert household(again, "43102BG0000103").note.endswith("wichtig!")
    assert not again.page.pane.notice.isVisible()


def test_walking_to_another_row_loses_nothing_and_saves_nothing(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("file_reference", "halb getippt")
    seat.page.view.setFocus()
    seat.press(Qt.Key.Key_Down)
    seat.settle()
    assert household(seat, "43102BG0000103").file_reference == ""
    seat.press(Qt.Key.Key_Up)
    seat.settle()
    seat.keys("F2")
    assert seat.find("file_reference").text() == "halb getippt"


def test_a_change_from_elsewhere_is_said_where_one_types_too(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("file_reference", "meins")
    now = household(seat, "43102BG0000103")
    outcome = save(seat.office, replace(now, file_reference="fremd", note="neu"))
    seat.main.session.tell(outcome)
    seat.settle()
    editor = seat.page.pane.editor
    assert editor.notice.text.text() == (
        "Das wurde inzwischen anderswo geändert: Aktenzeichen. Wenn Sie speichern, gilt Ihr Text."
    )
    assert seat.find("note").toPlainText() == "neu"
    assert seat.find("file_reference").text() == "meins"
    editor.save()
    seat.settle()
    kept = household(seat, "43102BG0000103")
    assert (kept.file_reference, kept.note) == ("meins", "neu")


def test_a_new_household_is_taken_in_by_keyboard(seat):
    seat.keys("Ctrl+N")
    seat.wait(lambda: seat.window is not seat.main)
    seat.tab_to("ags")
    seat.type("Z")
    seat.fill("number", "43102BG0000777")
    seat.fill("name", "Vorlage")
    seat.press(Qt.Key.Key_Tab)
    seat.type("Ünal")
    seat.fill("birth_date", "20.6.88")
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert seat.window is seat.main
    seat.keys("Ctrl+2")
    assert "Vorlage, Ünal" in " ".join(seat.rows())
    assert seat.main.actions_table["undo"].text().endswith("Haushalt aufgenommen")


def test_a_household_without_a_name_is_refused_with_the_way_out(seat):
    seat.keys("Ctrl+N")
    seat.wait(lambda: seat.window is not seat.main)
    seat.press(Qt.Key.Key_S, CONTROL)
    seat.settle()
    assert seat.window is not seat.main
    assert "Nachnamen" in seat.find("name").accessibleDescription()
    seat.window.reject()


def test_searching_forgives_umlauts_and_says_what_to_do_where_nothing_fits(seat):
    seat.keys("Ctrl+2", "Ctrl+F")
    seat.type("ozt")
    seat.wait(lambda: len(seat.rows()) == 1)
    seat.press(Qt.Key.Key_A, CONTROL)
    seat.type("niemand")
    seat.wait(lambda: seat.page.empty.isVisible())
    assert seat.page.empty.title.text() == "Nichts gefunden"
    seat.press_button("reset")
    seat.wait(lambda: len(seat.rows()) == 3)
    assert seat.find("count").text() == "3 Haushalte"


def test_rows_are_copied_as_a_table_and_never_as_formulas(seat):
    take_in(seat.office, "=WEBSERVICE(1)", number="43102BG0000999")
    seat.keys("Ctrl+2")
    seat.page.ask()
    seat.settle()
    seat.page.view.selectAll()
    seat.keys("Ctrl+Shift+C")
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0].startswith("Haushalt\tPhase")
    assert "\n'=WEBSERVICE(1), Karl" in copied
    assert "43102BG0000102" in copied


def test_an_entry_that_is_put_away_comes_back_with_its_filter(seat):
    seat.keys("Ctrl+3")
    before = len(seat.rows())
    key = seat.page.view.current_key()
    command(seat.main, seat.main.session, "archive:person", (key,))
    seat.wait(lambda: seat.window is not seat.main)
    seat.press(Qt.Key.Key_Return)
    seat.settle()
    # Somebody who still belongs to a household stays, and the window says why.
    assert "gehört noch zu" in seat.main.notice.text.text()
    assert len(seat.rows()) == before


def test_columns_are_arranged_by_keyboard_and_remembered(seat, profile):
    seat.keys("Ctrl+2")
    dialog = ColumnsDialog(seat.page.view, seat.main)
    dialog.open()
    seat.wait(dialog.isActiveWindow)
    dialog.list.setCurrentRow(1)
    seat.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    dialog.list.setCurrentRow(3)
    seat.press(Qt.Key.Key_Space)
    dialog._take()
    titles = [place.title for place in seat.page.view.column_places() if place.is_shown]
    assert titles[:3] == ["Haushalt", "Personen", "Phase"]


def test_the_overview_leads_to_what_it_names(seat):
    seat.keys("Ctrl+1")
    assert seat.page.title.text() == "Guten Tag, Tim Weber"
    assert record_of(seat.office, Household, household(seat, "43102BG0000101").id) is not None
    seat.page.wanted.emit(Target("page:persons"))
    seat.settle()
    assert seat.main.front == "persons"


def test_the_overview_of_an_empty_workplace_offers_the_first_step(take_seat, workplace):
    seat = take_seat(workplace)
    words = [button.text() for button in seat.page.findChildren(QPushButton)]
    assert "Liste einlesen" in words
    labels = " ".join(label.text() for label in seat.page.findChildren(QLabel))
    assert "Gut gemacht" not in labels
    next(b for b in seat.page.findChildren(QPushButton) if b.text() == "Neuer Haushalt").click()
    seat.wait(lambda: seat.window is not seat.main)
    assert seat.window.windowTitle() == "Neuer Haushalt"
    seat.window.reject()


def test_the_file_reference_stands_in_what_one_reads(seat):
    kept = household(seat, "43102BG0000103")
    save(seat.office, replace(kept, file_reference="AZ 12/09"), before=kept)
    seat.keys("Ctrl+2")
    seat.page.open_full(kept.id)
    seat.settle()
    texts = [label.text() for label in seat.page.full_page.findChildren(QLabel)]
    assert "AZ 12/09" in texts


def test_the_overview_leads_back_to_what_was_not_saved(seat):
    seat.keys("Ctrl+2", "F2")
    seat.fill("file_reference", "halb getippt")
    seat.wait(lambda: not seat.page.pane.editor._keeper._timer.isActive())
    seat.settle()
    seat.keys("Ctrl+1")
    unfinished = seat.page._shown.unfinished
    assert [draft.name for draft in unfinished] == ["43102BG0000103"]
    section = unfinished_section(unfinished, seat.room.now())
    assert section.title == "Noch nicht gespeichert"
    seat.page.wanted.emit(section.facts[0].target)
    seat.settle()
    assert seat.main.front == "households"
    assert seat.page.full_page.key == household(seat, "43102BG0000103").id
