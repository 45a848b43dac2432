"""Nothing is cut off or laid over something else where the screen is small."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QPushButton

from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.start.creating import Creating
from neuewege_desktop.gui.start.recovering import Recovering
from windows_of_the_program import VIEWS

NOTEBOOK = QSize(1366, 768 - 40 - 40)  # without panel and title bar


@pytest.mark.parametrize("scene", ["de"], indirect=True, scope="module")
def test_the_start_windows_fit_on_a_screen_of_768_lines(scene):
    for view in VIEWS:
        if view.name.startswith(("welcome", "unlock", "recovering", "creating")):
            window = scene.show(view.show)
            if isinstance(window, (Creating, Recovering)):
                assert window.height() <= NOTEBOOK.height(), view.name


def test_the_words_of_the_search_and_its_keys_do_not_overlap_in_the_smallest_window(seat):
    seat.main.resize(seat.main.minimumSize())
    seat.settle()
    search = seat.main.top_bar.search
    words = search.fontMetrics().horizontalAdvance(search.text())
    before = search.iconSize().width() + 4 + 12  # sign, gap and padding
    assert before + words <= search.keys.x()


def test_what_stands_in_one_line_has_one_middle(seat):
    seat.keys("Ctrl+2")
    bar = seat.page.filters
    for item in (bar.town, *bar.findChildren(QPushButton)):
        at = QRect(item.mapTo(bar, QPoint(0, 0)), item.size())
        if at.top() < bar.line.geometry().bottom():
            assert abs(2 * at.center().y() - 2 * bar.line.geometry().center().y()) <= 1
    assert isinstance(bar.layout(), FlowLayout)
