"""A fault is told calmly, without a word that may belong to a person."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QLabel

from neuewege_desktop.base.errors import UserError


@pytest.fixture
def clerk(make_clerk):
    made = make_clerk()
    yield made
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    qInstallMessageHandler(None)


def words(clerk):
    return " ".join(x.text() for dialog in clerk.dialogs() for x in dialog.findChildren(QLabel))


def test_a_fault_is_shown_and_logged_by_its_places_only(clerk, profile):
    clerk.desktop.mishaps.catch()
    try:
        raise KeyError("Yılmaz, Sosi")
    except KeyError as fault:
        sys.excepthook(KeyError, fault, fault.__traceback__)
    clerk.wait(clerk.dialogs)

    log = (profile / "log/neuewege.log").read_text(encoding="utf-8")
    assert "KeyError" in words(clerk)
    assert "KeyError" in log
    assert "Yılmaz" not in words(clerk) + log


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_in_a_thread_is_shown_too(clerk):
    clerk.desktop.mishaps.catch()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    clerk.wait(clerk.dialogs)
    assert "ZeroDivisionError" in words(clerk)


def test_a_refusal_nobody_showed_is_shown_as_its_sentence(clerk):
    clerk.desktop.mishaps.catch()
    sys.excepthook(UserError, UserError("Bitte prüfen Sie den Ort."), None)
    clerk.wait(clerk.dialogs)
    assert "Bitte prüfen Sie den Ort." in words(clerk)


def test_of_a_message_of_qt_only_its_first_words_are_logged(clerk, profile):
    note = clerk.desktop.mishaps._note_of_qt
    note(QtMsgType.QtWarningMsg, None, "QFile: cannot open /daten/Yılmaz.pdf")
    log = (profile / "log/neuewege.log").read_text(encoding="utf-8")
    assert log.endswith("Qt: QFile: cannot open\n")
