"""Whatever is printed or saved leaves the workplace: a person is told so, and it is logged."""

from __future__ import annotations

import os
import sys

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from readers import CTRL, TITLE, minutes
from shiboken6 import isValid

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.gui.preview.handing_over import print_pictures
from neuewege_desktop.gui.preview.print_order import PrintOrder, Sides
from neuewege_desktop.gui.preview.printing import order_of
from neuewege_desktop.services.paper_copies import CopyKind, PaperCopy, save_copy

SAVED = PaperCopy(CopyKind.SAVED, TITLE)
PRINTED = PaperCopy(CopyKind.PRINTED, TITLE)
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")


def ask_to_save(reader, place):
    reader.press(Qt.Key.Key_S, CTRL)
    reader.wait(lambda: reader.preview.findChild(QFileDialog) is not None)
    reader.choose_file(place)
    reader.wait(lambda: reader.window is not reader.preview)
    reader.wait(lambda: not isinstance(reader.window, QFileDialog))


def answer(reader, key):
    """Give the answer that has the focus, or leave the question."""
    reader.press(key)
    reader.wait(lambda: reader.window is reader.preview)
    reader.settle()


def words_of(window):
    return " ".join(found.text() for found in window.findChildren(object) if hasattr(found, "text"))


# --- saving ----------------------------------------------------------------------------------


def test_a_saved_copy_is_warned_of_written_and_logged(reader, tmp_path):
    reader.look_at_minutes(2)
    place = tmp_path / "Niederschrift.pdf"
    ask_to_save(reader, place)
    said = words_of(reader.window)
    assert "verlässt den verschlüsselten Arbeitsplatz" in said
    assert str(place) in said
    assert not place.exists()
    answer(reader, Qt.Key.Key_Return)
    assert place.read_bytes() == minutes(2).content
    assert reader.said == f"Das Schriftstück wurde als „{place}“ gespeichert."
    assert reader.log == [SAVED]


def test_who_is_warned_and_does_not_want_it_leaves_nothing_behind(reader, tmp_path):
    reader.look_at_minutes(1)
    before = set(tmp_path.iterdir())
    ask_to_save(reader, tmp_path / "Niederschrift.pdf")
    answer(reader, Qt.Key.Key_Escape)
    assert set(tmp_path.iterdir()) == before
    assert reader.log == []


def test_a_name_is_offered_and_who_gives_none_saves_nothing(reader):
    reader.look_at_minutes(1)
    reader.press(Qt.Key.Key_S, CTRL)
    dialog = reader.preview.findChild(QFileDialog)
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["Niederschrift.pdf"]
    dialog.reject()
    reader.settle()
    assert reader.log == []


def test_if_the_disk_does_not_take_the_copy_a_sentence_says_so_and_nothing_is_logged(
    reader, tmp_path
):
    reader.look_at_minutes(1)
    folder = tmp_path / "Stick"
    folder.mkdir()
    ask_to_save(reader, folder / "Niederschrift.pdf")
    folder.rmdir()  # somebody pulls it out
    answer(reader, Qt.Key.Key_Return)
    assert "Niederschrift.pdf" in reader.said
    assert "noch einmal" in reader.said or "erneut" in reader.said
    assert reader.log == []


def test_a_copy_is_for_its_owner_alone_and_what_it_replaces_is_gone(tmp_path):
    place = tmp_path / "Niederschrift.pdf"
    place.write_bytes(b"older")
    save_copy(place, b"%PDF-")
    assert [file.name for file in tmp_path.iterdir()] == ["Niederschrift.pdf"]
    assert place.read_bytes() == b"%PDF-"
    if os.name == "posix":
        assert place.stat().st_mode & 0o077 == 0


# --- printing --------------------------------------------------------------------------------


@pytest.fixture
def print_system(tmp_path, monkeypatch):
    """Put a print system in front of the real one; it keeps what it is told and given."""
    folder = tmp_path / "Drucksystem"
    folder.mkdir()
    program = folder / "lp"
    program.write_text(f'#!/bin/sh\necho "$@" > {folder}/told\ncat > {folder}/given\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@UNIX
def test_the_document_itself_goes_to_the_print_system_and_is_logged(reader, print_system):
    reader.look_at_minutes(3)
    order = PrintOrder(printer="Flur", copies=2, sides=Sides.LONG_EDGE, pages=((1, 2),))
    reader.print_as(order)
    reader.settle()
    assert (print_system / "given").read_bytes() == minutes(3).content
    told = (print_system / "told").read_text()
    assert told == (
        "-d Flur -n 2 -t Neue Wege -o collate=true -o sides=two-sided-long-edge -P 1-2\n"
    )
    assert reader.said.startswith("Das Schriftstück ging an den Drucker „Flur“.")
    assert reader.log == [PRINTED]


@UNIX
def test_a_printer_that_refuses_is_named_with_its_reason(reader, print_system):
    (print_system / "lp").write_text("#!/bin/sh\necho 'lp: The printer is gone.' >&2\nexit 1\n")
    reader.look_at_minutes(1)
    reader.print_as(PrintOrder(printer="Flur"))
    reader.settle()
    assert "Der Drucker „Flur“ nimmt das Schriftstück nicht an" in reader.said
    assert "The printer is gone." in reader.said
    assert reader.log == []


@UNIX
def test_what_is_printed_is_logged_even_if_the_preview_is_closed_meanwhile(reader, print_system):
    gate = print_system / "gate"
    os.mkfifo(gate)
    (print_system / "lp").write_text(f"#!/bin/sh\ncat {gate} > /dev/null\ncat > /dev/null\n")
    preview = reader.look_at_minutes(1)
    reader.print_as(PrintOrder(printer="Flur"))
    preview.close()
    reader.wait(lambda: not isValid(preview))
    reader.preview = None
    gate.write_text("go on")
    reader.wait(lambda: reader.log == [PRINTED])


def test_on_a_computer_without_printer_a_sentence_shows_the_way_out(reader):
    reader.look_at_minutes(1)
    reader.press(Qt.Key.Key_P, CTRL)
    assert "kein Drucker eingerichtet" in reader.said
    assert reader.log == []


def paper_printer(tmp_path):
    """Return a printer whose paper can be looked at."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    return printer


def test_without_a_print_system_the_chosen_pages_are_printed_as_pictures(application, tmp_path):
    printer = paper_printer(tmp_path)
    order = PrintOrder(printer="Flur", pages=((2, 3),))
    print_pictures(minutes(4).content, order, printer)
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as printed:
        assert len(printed) == 2
        page = printed[0]
        assert page.get_size() == pytest.approx((595, 842), abs=1)
        picture = page.render(scale=1)
        dark = sum(value < 100 for value in bytes(picture.buffer))
        assert dark > 500
        page.close()


def test_paper_that_cannot_be_printed_on_is_told_of(application, tmp_path, qt_warnings):
    printer = paper_printer(tmp_path)
    printer.setOutputFileName(str(tmp_path / "nowhere/paper.pdf"))
    with pytest.raises(UserError, match="Flur"):
        print_pictures(minutes(1).content, PrintOrder(printer="Flur"), printer)
    qt_warnings.clear()  # Qt tells of it as well


def test_all_pages_a_range_or_the_page_one_looks_at_are_printed_as_chosen(application, tmp_path):
    printer = paper_printer(tmp_path)
    printer.setCopyCount(2)
    assert order_of(printer, current=2).copies == 2
    assert order_of(printer, current=2).pages == ()
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert order_of(printer, current=2).pages == ((3, 3),)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    assert order_of(printer, current=2).pages == ((2, 4),)
