"""What a screen reader may ask at any moment without harm."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea


def test_a_page_that_goes_while_it_is_read_does_not_end_the_program(application):
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAccessibleName("Mitglieder")
    area.setWidget(QLabel("\n" * 99))
    area.resize(200, 100)
    area.show()
    application.processEvents()
    told = QAccessible.queryAccessibleInterface(area)
    count = told.childCount()
    area.hide()
    assert told.childCount() == count
    assert told.child(count - 1) is not None
    assert told.child(count) is None
    assert told.text(QAccessible.Text.Name) == "Mitglieder"


def test_what_is_read_again_and_again_is_there_until_its_page_is_gone(application):
    area = QScrollArea()
    for _time in range(3):
        assert QAccessible.queryAccessibleInterface(area).childCount() == 3
        gc.collect()
    area.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
