"""A document is looked at, searched and read out before it is printed."""

from __future__ import annotations

import time
from itertools import pairwise
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QProgressBar
from readers import CTRL, SHIFT, minutes
from shiboken6 import isValid

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.gui.preview.paper import Paper, PaperFile, made
from neuewege_desktop.gui.preview.sheets import Fit

_LONGEST_BLOCK = 0.1  # seconds


def is_printed_on(view):
    """Say whether anything but white stands on the paper in sight."""
    picture = view.viewport().grab().toImage()
    middle = picture.width() // 2
    dark = [
        QColor(picture.pixel(x, y)).lightness() < 120
        for x in range(middle - 200, middle + 200, 3)
        for y in range(20, picture.height() - 20, 3)
    ]
    return sum(dark) > 20


def wheel(view, notches, *, held=Qt.KeyboardModifier.NoModifier):
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt knows no name for it
    )
    QApplication.sendEvent(view.viewport(), event)


# --- making ----------------------------------------------------------------------------------


def test_a_document_is_made_by_the_worker_and_says_how_far_it_is(reader):
    threads, go_on = [], Event()

    def make(office, making):
        threads.append(current_thread())
        making.reach(30, 40)
        go_on.wait(30)
        return minutes()

    reader.open(Paper("Aufgaben", make))
    bar = reader.preview.findChild(QProgressBar)
    reader.wait(lambda: bar.value() == 30)
    assert bar.maximum() == 40
    assert not reader.see("print")
    go_on.set()
    reader.settle()
    assert reader.see("print")
    assert threads != [main_thread()]
    assert is_printed_on(reader.preview.view)


def test_who_does_not_want_to_wait_stops_it_by_a_key(reader):
    ended = Event()

    def make(office, making):
        try:
            while True:
                making.reach(1, 40)
                time.sleep(0.001)
        finally:
            ended.set()

    reader.open(Paper("Haushalte", make))
    reader.press_button("stop")
    reader.wait(ended.is_set)
    reader.wait(lambda: not isValid(reader.preview))
    reader.preview = None


def test_if_a_document_cannot_be_made_a_sentence_says_why(reader):
    def make(office, making):
        raise UserError("Zu dieser Besprechung gibt es noch keine Niederschrift.")

    reader.look_at(Paper("Niederschrift", make))
    assert reader.said == "Zu dieser Besprechung gibt es noch keine Niederschrift."
    assert not reader.see("savePdf")


def test_a_damaged_document_is_told_of_and_not_shown(reader):
    reader.look_at(made(PaperFile(title="Alt", content=b"%PDF-1.7 rest", suggested_name="a.pdf")))
    assert "beschädigt" in reader.said
    reader.press_button("close")
    reader.wait(lambda: not isValid(reader.preview))
    reader.preview = None


def test_what_could_not_be_printed_as_it_was_typed_is_named(reader):
    reader.look_at_minutes(1, "Das Zeichen „☃“ kann nicht gedruckt werden.")
    assert reader.said == "Das Zeichen „☃“ kann nicht gedruckt werden."


# --- looking at pages ------------------------------------------------------------------------


def test_pages_are_turned_by_keyboard(reader):
    view = reader.look_at_minutes().view
    assert reader.preview.focusWidget() is view
    assert (reader.page, reader.find("page").value()) == (1, 1)
    reader.keys(Qt.Key.Key_PageDown, CTRL)
    assert (reader.page, reader.find("page").value()) == (2, 2)
    reader.keys(Qt.Key.Key_End)
    assert reader.page == 5
    assert is_printed_on(view)
    reader.keys(Qt.Key.Key_PageUp, CTRL)
    assert reader.page == 4
    reader.keys(Qt.Key.Key_Home)
    assert reader.page == 1
    before = view.verticalScrollBar().value()
    reader.keys(Qt.Key.Key_Down)
    reader.keys(Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() > before + view.verticalScrollBar().pageStep()
    reader.keys(Qt.Key.Key_Space, SHIFT)
    reader.keys(Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == before


def test_windowful_by_windowful_one_comes_through_every_page(reader):
    view = reader.look_at_minutes().view
    seen = {reader.page}
    for _press in range(20):
        reader.keys(Qt.Key.Key_PageDown)
        seen.add(reader.page)
    assert seen == {1, 2, 3, 4, 5}
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_one_goes_to_a_page_by_its_number(reader):
    reader.look_at_minutes()
    reader.keys(Qt.Key.Key_G, CTRL)
    reader.type("4")
    reader.keys(Qt.Key.Key_Return)
    assert reader.page == 4


def test_the_last_page_can_be_gone_to_even_if_several_fit_into_the_window(reader):
    reader.look_at_minutes(3).view.choose_zoom(50)
    reader.preview.view.go_to(2)
    assert reader.page == 3


def test_pages_become_larger_and_smaller_by_key_wheel_and_choice(reader):
    preview = reader.look_at_minutes()
    zoom = reader.find("zoom")
    assert zoom.currentText() == "Seitenbreite"
    reader.keys(Qt.Key.Key_0, CTRL)
    assert zoom.currentText() == "100 %"
    reader.keys(Qt.Key.Key_Plus, CTRL)
    assert zoom.currentText() == "110 %"
    wheel(preview.view, 1, held=CTRL)
    assert zoom.currentText() == "125 %"
    reader.keys(Qt.Key.Key_Minus, CTRL)
    reader.keys(Qt.Key.Key_Minus, CTRL)
    assert zoom.currentText() == "100 %"
    reader.tab_to("zoom")
    reader.press(Qt.Key.Key_Home)
    reader.keys(Qt.Key.Key_Down)
    assert preview.view.zoom is Fit.PAGE
    assert preview.view.horizontalScrollBar().maximum() == 0


def test_one_stays_at_the_page_one_reads_whatever_its_size(reader):
    view = reader.look_at_minutes().view
    view.go_to(3)
    for zoom in (400, 50, Fit.PAGE, 125, Fit.WIDTH):
        view.choose_zoom(zoom)
        assert view.page == 3
    reader.preview.resize(700, 500)
    reader.settle()
    assert view.page == 3


def test_at_400_percent_the_page_is_as_sharp_as_the_screen(reader):
    view = reader.look_at_minutes(1).view
    view.choose_zoom(400)
    reader.settle()
    assert is_printed_on(view)
    reader.keys(Qt.Key.Key_Right)
    assert view.horizontalScrollBar().value() > 0


def test_the_wheel_alone_scrolls(reader):
    view = reader.look_at_minutes().view
    wheel(view, -3)
    assert view.verticalScrollBar().value() > 0
    assert view.zoom is Fit.WIDTH


def test_the_window_never_waits_for_a_page(reader):
    beats = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(1)
    view = reader.look_at_minutes(60).view
    reader.preview.search.enter()
    reader.type("große")
    reader.settle()
    for zoom in (400, 200, Fit.PAGE):
        view.choose_zoom(zoom)
        for page in range(0, 60, 9):
            view.go_to(page)
            reader.settle()
    reader.preview.tools.text.setChecked(True)
    reader.settle()
    heart.stop()
    assert max(later - one for one, later in pairwise(beats)) < _LONGEST_BLOCK


# --- finding words ---------------------------------------------------------------------------


def test_words_are_found_counted_and_marked(reader):
    view = reader.look_at_minutes().view
    reader.keys(Qt.Key.Key_F, CTRL)
    reader.type("GROSSEN STR")
    reader.settle()
    assert reader.preview.search.count.text() == "Nichts gefunden"
    reader.press(Qt.Key.Key_A, CTRL)
    reader.type("großen str")
    reader.settle()
    assert reader.preview.search.count.text() == "Fundstelle 1 von 10"
    picture = view.viewport().grab().toImage()
    places = [(x, y) for x in range(picture.width()) for y in range(0, picture.height(), 4)]
    assert any(picture.pixelColor(*place) == QColor("#FFE27A") for place in places)


def test_f3_leads_from_hit_to_hit_and_round_and_back(reader):
    reader.look_at_minutes()
    reader.keys(Qt.Key.Key_F, CTRL)
    reader.type("Seite 1 von")
    reader.settle()
    assert reader.preview.search.count.text() == "Fundstelle 1 von 1"
    reader.press(Qt.Key.Key_A, CTRL)
    reader.type("von 5")
    reader.settle()
    pages = []
    for _hit in range(6):
        pages.append(reader.page)
        reader.keys(Qt.Key.Key_F3)
    assert pages == [1, 2, 3, 4, 5, 1]
    reader.keys(Qt.Key.Key_F3, SHIFT)
    assert reader.page == 1
    reader.keys(Qt.Key.Key_F3, SHIFT)
    assert reader.page == 5


def test_the_search_begins_at_the_page_one_looks_at(reader):
    reader.look_at_minutes().view.go_to(3)
    reader.keys(Qt.Key.Key_F, CTRL)
    reader.type("Niederschrift")
    reader.settle()
    assert reader.page == 4
    assert reader.preview.search.count.text() == "Fundstelle 4 von 5"


def test_one_stays_where_one_scrolled_to_while_the_rest_of_a_long_document_is_searched(reader):
    preview = reader.look_at_minutes(80)
    preview.view.go_to(40)
    reader.keys(Qt.Key.Key_F, CTRL)
    reader.type("Bauhof")
    reader.wait(lambda: preview.search.hits)
    preview.view.go_to(60)
    reader.settle()
    assert reader.page == 61
    assert preview.search.count.text() == "Fundstelle 81 von 160"


def test_nobody_waits_for_more_hits_than_one_can_go_through(reader):
    reader.look_at_minutes(80)
    reader.keys(Qt.Key.Key_F, CTRL)
    reader.type("e")
    reader.settle()
    assert reader.preview.search.count.text() == "Fundstelle 1 von mehr als 1000"


def test_escape_closes_the_search_and_then_the_preview(reader):
    preview = reader.look_at_minutes()
    reader.keys(Qt.Key.Key_F, CTRL)
    reader.type("Bauhof")
    reader.settle()
    reader.keys(Qt.Key.Key_Escape)
    assert not preview.search.isVisible()
    assert preview.focusWidget() is preview.view
    reader.press(Qt.Key.Key_Escape)
    reader.wait(lambda: not isValid(preview))
    reader.preview = None


# --- without eyes ----------------------------------------------------------------------------


def test_the_text_of_all_pages_stands_beside_them_to_be_read_out(reader):
    reader.look_at_minutes(3)
    reader.keys(Qt.Key.Key_T, CTRL)
    pane = reader.preview.text
    assert reader.preview.focusWidget() is pane
    text = pane.toPlainText()
    assert text.startswith("Seite 1 von 3\n\nNiederschrift der Fallbesprechung\n1.1 Herr Yilmaz")
    assert "Frau Öztürk-Groß\nBewerbung mit Lebenslauf" in text
    assert text.endswith("Seite 3 von 3")
    assert pane.isReadOnly()
    assert pane.textCursor().position() == 0
    reader.keys(Qt.Key.Key_T, CTRL)
    assert not pane.isVisible()
    assert reader.preview.focusWidget() is reader.preview.view


def test_the_text_follows_the_pages(reader):
    reader.look_at_minutes(3)
    reader.keys(Qt.Key.Key_T, CTRL)
    reader.preview.view.setFocus()
    reader.preview.view.go_to(2)
    assert reader.preview.text.textCursor().block().text() == "Seite 3 von 3"


def test_a_screen_reader_is_told_which_page_it_is(reader):
    view = reader.look_at_minutes().view
    face = QAccessible.queryAccessibleInterface(view)
    assert face.text(QAccessible.Text.Name) == "Seite 1 von 5"
    view.go_to(1)
    assert face.text(QAccessible.Text.Name) == "Seite 2 von 5"


def test_pages_that_go_while_they_are_read_do_not_end_the_program(reader):
    view = reader.look_at_minutes().view
    face = QAccessible.queryAccessibleInterface(view)
    count = face.childCount()
    reader.preview.hide()
    assert face.childCount() == count
    assert face.child(count - 1) is not None
    assert face.child(count) is None
    reader.preview.close()
    reader.wait(lambda: not isValid(view))
    reader.preview = None
