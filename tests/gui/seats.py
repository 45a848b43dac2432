"""A main window on a small office, as somebody at the keyboard has it."""

from __future__ import annotations

import datetime as dt
import os
from types import SimpleNamespace

from desks import CHEAP, PASSWORD, Clerk
from PySide6.QtTest import QTest

from neuewege_desktop.domain.choices.people import MemberRole, Sex
from neuewege_desktop.domain.records.household import Household
from neuewege_desktop.domain.records.person import PersonName
from neuewege_desktop.domain.values import PostalAddress
from neuewege_desktop.gui.kit.following import Following
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.kit.window_state import WindowState
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.window.main_window import MainWindow
from neuewege_desktop.services.entries import NewHousehold, NewPerson, new_household, new_person
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.workplaces import create, office_of, open_workplace, with_password
from neuewege_desktop.store.workplace import Setting

NOON = dt.datetime(2009, 4, 20, 12, tzinfo=dt.UTC)
TODAY = NOON.date()
ZWINGENBERG = "06431022"


def setting():
    return Setting(now=lambda: NOON, random_bytes=os.urandom, cost=CHEAP)


def found(folder):
    """Return a new workplace."""
    founding = Founding(name="Kommunalprojekt", user="Tim Weber", day=dt.date(2009, 4, 2))
    workplace, _code = create(folder, founding, PASSWORD, setting())
    return workplace


def open_again(folder):
    return open_workplace(folder, setting(), with_password(PASSWORD, None, setting()))


def take_in(office, last, first="Karl", *, number="", street="Musterweg 1", child=""):
    """Take a household in; return its id."""
    order = NewHousehold(
        ags=ZWINGENBERG,
        head=NewPerson(name=PersonName(last, first), sex=Sex.MALE, birth_date=dt.date(1962, 5, 12)),
        opened_on=dt.date(2009, 4, 2),
        number=number,
        address=PostalAddress(street, "64673", "Zwingenberg"),
    )
    key, _outcome = new_household(office, order)
    if child:
        with office.store.reading() as reader:
            household = reader.get(Household, key)
        person = NewPerson(name=PersonName(last, child), birth_date=dt.date(2006, 5, 12))
        new_person(office, household, person, MemberRole.CHILD_U25, dt.date(2009, 4, 2))
    return key


class Seat(Clerk):
    """Somebody in front of the main window."""

    def __init__(self, application, workplace, profile):
        self.workplace = workplace
        self.room = Room(
            application.theme, Tasks("work"), WindowState(profile), lambda: NOON.astimezone()
        )
        self.main = MainWindow(workplace, self.room)
        self.main.resize(1366, 800)
        self.main.show()
        self.main.activateWindow()
        assert QTest.qWaitForWindowActive(self.main)
        super().__init__(SimpleNamespace(stage=SimpleNamespace(window=self.main), room=self.room))
        self.settle()

    @property
    def window(self):
        """Return the dialog in front, or the window."""
        return next(iter(self.dialogs_in_front()), self.main)

    def dialogs_in_front(self):
        from PySide6.QtWidgets import QApplication

        modal = QApplication.activeModalWidget()
        return [modal] if modal is not None else []

    @property
    def office(self):
        return office_of(self.workplace, TODAY)

    @property
    def page(self):
        return self.main.page(self.main.front)

    def settle(self):
        """Wait until everything asked for was answered; an answer may ask the next question."""
        quiet = 0

        def rests():
            nonlocal quiet
            quiet = quiet + 1 if self._is_quiet() else 0
            return quiet > 4

        self.wait(rests)

    def _is_quiet(self):
        waiting = any(each.is_waiting for each in self.main.findChildren(Following))
        asking = any(page.table.is_asking for page in self.main.findChildren(ListPage))
        return self.room.tasks.is_idle and not waiting and not asking

    def keys(self, *names):
        """Choose actions by their keys."""
        for name in names:
            for action in self.main.actions_table.findChildren(object):
                shortcuts = getattr(action, "shortcuts", list)()
                if any(s.toString() == name for s in shortcuts):
                    action.trigger()
                    break
            else:
                raise AssertionError(f"no action has the keys {name}")
            self.settle()

    def rows(self):
        """Return what the first column of the table in front says, row by row."""
        table = self.page.table
        return [table.index(row, 0).data() for row in range(table.rowCount())]

    def leave(self):
        self.main.end()
        self.room.tasks.finish()
        self.main.hide()
        self.main.deleteLater()
        self.workplace.abandon()
