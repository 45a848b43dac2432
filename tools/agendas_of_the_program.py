"""The pages of agenda and minutes, each with the way to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from dialogs_of_the_program import View
from neuewege_desktop.domain.choices.papers import Variant
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.meetings.agenda_page import AgendaPage
from neuewege_desktop.gui.meetings.doubts_dialog import DoubtsDialog
from neuewege_desktop.gui.meetings.minutes_page import MinutesPage
from neuewege_desktop.services.conference.choosing import minutes_to_finish, next_conference
from neuewege_desktop.services.conference.holding import begin, end
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.papers.checking import Doubt
from scene import Scene


def _agenda(leaf: int) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.main.deeds.do("agenda")
        scene.settle()
        page = scene.main.page("agenda")
        if not isinstance(page, AgendaPage):
            raise TypeError("the agenda is another page")
        page.tabs.setCurrentIndex(leaf)
        page.take_keyboard()
        return scene.main

    return show


def _minutes(scene: Scene) -> QWidget:
    scene.main.deeds.do("minutes")
    return scene.main


def _draft_minutes(leaf: int) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        office = scene.main.session.office
        if not minutes_to_finish(office) and (meeting := next_conference(office)) is not None:
            propose(office, meeting.id)
            begin(office, meeting.id, dt.time(14))
            end(office, meeting.id, dt.time(15, 30))
        scene.main.go_to(Target("minutes", minutes_to_finish(office)[0].id))
        scene.settle()
        page = scene.main.page("minutes")
        if not isinstance(page, MinutesPage):
            raise TypeError("the minutes are another page")
        page.tabs.setCurrentIndex(leaf)
        return scene.main

    return show


def _adding(scene: Scene) -> QWidget:
    _agenda(0)(scene)
    scene.settle()
    scene.find(scene.main, QPushButton, "household").click()
    dialog = scene.dialog(scene.main)
    scene.find(dialog, QLineEdit, "household").setText("ber")
    return dialog


def _doubtful(scene: Scene) -> QWidget:
    scene.main.show_page("meetings")
    scene.settle()
    line = "Das Kind der Familie Müller, Tel. 0160 1234567, braucht einen Platz."
    what = ("Name: Müller", "Telefon: 0160 1234567")
    proposed = "Das Kind der Familie braucht einen Platz."
    doubt = Doubt(Variant.PSEUDONYM, "TOP 3 ZW-014", line, what, proposed)
    DoubtsDialog(scene.main.session, [doubt], lambda _answers: None, scene.main).open()
    return scene.dialog(scene.main)


AGENDAS: tuple[View, ...] = (
    *(View(f"agenda-leaf-{number}", _agenda(number)) for number in range(3)),
    View("agenda-household", _adding),
    View("minutes", _minutes),
    View("doubtful-line", _doubtful),
    # What is held here is over: the conference of the views above is another one then.
    *(View(f"minutes-draft-{number}", _draft_minutes(number)) for number in range(4)),
)
