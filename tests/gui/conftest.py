"""One application for all tests of windows, in German; a warning of Qt is an error."""

from __future__ import annotations

import os

import pytest
from desks import Clerk, surroundings
from PySide6.QtCore import QEvent, QSize, QtMsgType, qInstallMessageHandler
from readers import DocumentReader
from seats import TODAY, Seat, found, take_in
from work_windows import Worker

from longer import speak_longer
from neuewege_desktop.base.i18n import use_language
from neuewege_desktop.base.paths import translations
from neuewege_desktop.gui.application import Application
from neuewege_desktop.gui.desktop import Desktop
from neuewege_desktop.services.settings import load_settings
from neuewege_desktop.services.workplaces import office_of
from scene import FULL_HD_AT_200, Scene

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_OF_THE_PLATFORM = "This plugin does not support"  # offscreen says so of many things


@pytest.fixture(scope="session")
def application():
    return Application.instance() or Application(["neuewege-desktop"])


@pytest.fixture(scope="module", autouse=True)
def language_of_the_others():
    """The windows are German; whoever is tested after them reads English again."""
    yield
    use_language("en", translations())


@pytest.fixture(autouse=True)
def qt_warnings():
    told = []

    def note(kind, _where, message):
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(_OF_THE_PLATFORM):
            told.append(message)

    qInstallMessageHandler(note)
    yield told
    qInstallMessageHandler(None)
    assert told == []


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "profil"


@pytest.fixture
def exits():
    """The codes with which the program wanted to end."""
    return []


@pytest.fixture
def make_clerk(application, profile, exits):
    """Return a way to start the program; it is cleared away after the test."""
    application.speak("de")
    desktops = []

    def make(folder=None, *, demo=False, program=("true",)):
        desktop = Desktop(application, surroundings(profile, program), load_settings(profile))
        desktops.append(desktop)
        desktop.ended.connect(exits.append)
        desktop.begin(folder, demo=demo)
        return Clerk(desktop)

    yield make
    for desktop in desktops:
        desktop.room.tasks.finish()
        window = desktop.stage.window
        if window is not None:
            window.hide()
            window.deleteLater()
        desktop._presence.give_up()
        desktop.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def worker(application, tmp_path):
    """Return somebody in front of the main window of a small workplace."""
    application.speak("de")
    worker = Worker(application, tmp_path)
    yield worker
    worker.leave()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def reader(application, tmp_path):
    """Return somebody who looks at documents."""
    application.speak("de")
    reader = DocumentReader(application, tmp_path)
    yield reader
    reader.leave()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def scene(request, application, tmp_path_factory):
    """Workplaces with windows on them, in the language of the parameter: de, en, or longer."""
    is_longer = request.param == "longer"
    application.speak("de" if is_longer else request.param)
    if is_longer:
        speak_longer()
    size = FULL_HD_AT_200 if is_longer else QSize(1280, 800)
    made = Scene(application, tmp_path_factory.mktemp("scene"), size)
    yield made
    made.end()
    application.speak("de")
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def workplace(tmp_path):
    return found(tmp_path / "buero")


@pytest.fixture
def take_seat(application, profile):
    application.speak("de")
    seats = []

    def sit(workplace):
        seats.append(Seat(application, workplace, profile))
        return seats[-1]

    yield sit
    for seat in seats:
        seat.leave()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def seat(take_seat, workplace):
    office = office_of(workplace, TODAY)
    take_in(office, "Öztürk", "Sami", number="43102BG0000103", street="Auf der Höhe 2")
    take_in(office, "Testmann", number="43102BG0000101")
    take_in(office, "Probst-Muster", "Sonja", number="43102BG0000102", child="Lena")
    return take_seat(workplace)
