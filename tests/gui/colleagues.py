"""The team of scenario S2 at one workplace: each logs in, works with the keyboard, and leaves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desks import DAY, PASSWORD, Clerk, setting, surroundings
from nine_households import CASE, ZWINGENBERG, enter_nine
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from neuewege_desktop.domain.choices.work import StaffFunction
from neuewege_desktop.domain.records.catalogue import Municipality, Team, TeamMember, User
from neuewege_desktop.domain.records.household import Household, HouseholdAddress, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.scopes import SHARED
from neuewege_desktop.domain.values import Period, PostalAddress
from neuewege_desktop.gui.conference.window import ConferenceWindow
from neuewege_desktop.gui.desktop import Desktop
from neuewege_desktop.gui.kit.following import Following
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.preview.window import PreviewWindow
from neuewege_desktop.gui.window.main_window import MainWindow
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.settings import load_settings
from neuewege_desktop.services.workplaces import create, give_access, office_of

TIM, ANNA, MAURER = "Tim Weber", "Anna Berg", "Frank Maurer"
PASSWORDS = {TIM: PASSWORD, ANNA: "drei Birnen liegen unter dem Baum"}
MONDAY = dt.datetime(2009, 4, 20, 13, 30).astimezone()
CLICK = 130  # ms: for so long Qt shows a button that a key pressed
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PEOPLE = {
    "Z01": ("Jankowski", "Bożena", "Rosengasse 1"),
    "Z02": ("Ehrlich", "Konrad", "Am Mühlbach 12"),
    "Z03": ("Gündoğdu", "Emre", "Lindenallee 33"),
    "Z04": ("Straßer", "Änne", "Kirchplatz 4"),
    "Z05": ("Oppermann", "Uwe", "Fichtenweg 50"),
    "Z06": ("Hallstein", "Doris", "Große Sandgrube 6"),
    "Z07": ("Nagy-Wolf", "László", "Ziegelhütte 17"),
    "Z08": ("Quandt", "Silke", "Talblick 8"),
    "Z09": ("Yıldız", "Hatice", "Hinterm Dorf 90"),
}


def number_of(name):
    """Return the BG number of one of the nine."""
    return f"43102BG00007{name[1:]}"


def secrets():
    """Return everything that tells who the nine households are."""
    told = {"70705", "Testmail"}
    for name, (last, first, street) in PEOPLE.items():
        told |= {last, first, street, street.rstrip(" 0123456789"), number_of(name)}
        told |= {f"427D0007{name[1:]}", f"06251 70705{name[1:]}", f"{name[1:]}.03.1970"}
    return told


def found_office(folder, profile):
    """Make the workplace of the team, with the nine households and all their data."""
    founding = Founding(name="Kommunalprojekt", user=ANNA, day=DAY)
    workplace, _code = create(folder, founding, PASSWORDS[ANNA], setting(profile))
    give_access(workplace, TIM, PASSWORDS[TIM], DAY)
    office = office_of(workplace, MONDAY.date())
    cases = enter_nine(office)
    with office.store.writing(ActLabel.SAVE, office.author) as writer:
        [tim] = (user.id for user in writer.find(User) if user.name == TIM)
        frank = User(id=writer.new_id(), scope=SHARED, name=MAURER)
        writer.add(frank)
        join_the_team(writer, tim, StaffFunction.ASSISTANT)
        join_the_team(writer, frank.id, StaffFunction.CASE_MANAGER)
        for name, case in cases.items():
            tell_who_they_are(writer, name, case)
    workplace.close()


def join_the_team(writer, user, function):
    lead = next(found for found in writer.find(TeamMember) if found.team in teams_of_town(writer))
    writer.add(replace(lead, id=writer.new_id(), user=user, function=function))


def teams_of_town(writer):
    town = next(found for found in writer.find(Municipality) if found.ags == ZWINGENBERG)
    return {team.id for team in writer.find(Team, municipality=town.id)}


def tell_who_they_are(writer, name, case):
    last, first, street = PEOPLE[name]
    household = writer.get(Household, case.household)
    [membership] = writer.find(Membership, household=household.id)
    person = writer.get(Person, membership.person)
    writer.save(replace(household, number=number_of(name), pseudonym=f"ZW-{int(name[1:]) + 40}"))
    writer.save(
        replace(
            person,
            name=PersonName(last, first),
            client_number=f"427D0007{name[1:]}",
            birth_date=dt.date(1970, 3, int(name[1:])),
            phone=f"06251 70705{name[1:]}",
            email=f"Testmail{name[1:]}@example.org",
        )
    )
    writer.add(
        HouseholdAddress(
            id=writer.new_id(),
            scope=CASE,
            household=household.id,
            ags=ZWINGENBERG,
            address=PostalAddress(street, "64673", "Zwingenberg"),
            period=Period(DAY),
        )
    )


class Colleague(Clerk):
    """Somebody before the program, whose clock is set by hand."""

    def __init__(self, application, folder, profile, name, at):
        self.now = at
        outside = replace(
            surroundings(profile),
            make_main_window=lambda workplace, room: MainWindow(workplace, room),
            now=lambda: self.now,
        )
        super().__init__(Desktop(application, outside, load_settings(profile)))
        self.desktop.begin(folder)
        self.wait(lambda: QApplication.focusWidget() is not None)
        self.type(PASSWORDS[name])
        self.enter()
        self.wait_for("MainWindow")
        self.settle()

    @property
    def main(self):
        return self.desktop.stage.window

    @property
    def window(self):
        """Return what is in front: a dialog, a document, the conference, or the main window."""
        if (dialog := QApplication.activeModalWidget()) is not None:
            return dialog
        kinds = (PreviewWindow, ConferenceWindow)
        screens = (found for kind in kinds for found in self.main.findChildren(kind))
        return next((found for found in screens if found.isVisible()), self.main)

    @property
    def page(self):
        return self.main.page(self.main.front)

    @property
    def leaf(self):
        return self.page.tabs.currentWidget()

    @property
    def rows(self):
        return self.leaf.list.rows

    @property
    def office(self):
        return office_of(self.desktop.workplace, self.now.date())

    def of(self, kind):
        with self.office.store.reading() as reader:
            return reader.find(kind)

    # --- the keyboard ---------------------------------------------------------------------------

    def settle(self):
        """Wait until all is answered; there is no window manager to give the keyboard back."""
        quiet = 0

        def rests():
            nonlocal quiet
            quiet = quiet + 1 if self._is_quiet() else 0
            return quiet > 4

        self.wait(rests)
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def _is_quiet(self):
        busy = (
            *(each.is_waiting for each in self.main.findChildren(Following)),
            *(page.table.is_asking for page in self.main.findChildren(ListPage)),
            *(not each.is_idle for each in self.main.findChildren(PreviewWindow)),
        )
        return self.desktop.room.tasks.is_idle and not any(busy)

    def hit(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key and wait for what comes of it."""
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or self.window.focusWidget() or self.window, key, modifier)
        QTest.qWait(CLICK if key == Qt.Key.Key_Space else 1)
        self.settle()

    def find(self, name):
        """Return a widget of what is in front before one that bears the same name elsewhere."""
        places = [self.window]
        if self.window is self.main:
            tabs = getattr(self.page, "tabs", None)
            places = [*([tabs.currentWidget()] if tabs else []), self.page, self.main]
        found = (place.findChild(QWidget, name) for place in places)
        return next(widget for widget in found if widget is not None)

    def press_button(self, name):
        self.tab_to(name)
        self.hit(Qt.Key.Key_Space)

    def fill(self, name, text):
        super().fill(name, text)
        self.settle()

    def choose(self, name, words):
        """Choose one of a box by the arrow keys."""
        box = self.tab_to(name)
        assert isinstance(box, QComboBox)
        steps = box.findText(words) - box.currentIndex()
        for _step in range(abs(steps)):
            self.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert box.currentText() == words

    def choose_in_menu(self, words):
        """Choose an entry of the menu that is open, by the arrow keys."""
        menu = QApplication.activePopupWidget()
        entries = [action.text().replace("&", "") for action in menu.actions()]
        for _step in range(len(entries) + 1):
            action = menu.activeAction()
            if action is not None and action.text().replace("&", "") == words:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        else:
            raise AssertionError(f"{words} is none of {entries}")
        self.hit(Qt.Key.Key_Return)

    def save(self):
        self.hit(Qt.Key.Key_S, CTRL)

    def turn_to(self, words):
        """Go to the tab that is called so."""
        tabs = self.page.tabs
        for _press in range(60):
            if tabs.isAncestorOf(self.window.focusWidget()):
                break
            self.press(Qt.Key.Key_Tab)
        for _step in range(tabs.count()):
            if words in tabs.tabText(tabs.currentIndex()):
                self.leaf.enter()
                return
            self.hit(Qt.Key.Key_Tab, CTRL)
        raise AssertionError(f"no tab {words}")

    def go_to_row(self, words):
        """Go to the row that says so, by the arrow keys."""
        rows = self.leaf.list
        rows.setFocus()
        self.press(Qt.Key.Key_Home)
        while words not in rows.current().spoken:
            before = rows.currentIndex().row()
            self.press(Qt.Key.Key_Down)
            assert rows.currentIndex().row() > before, words
        return rows.current()

    # --- what one sees --------------------------------------------------------------------------

    def reads(self, words):
        return words in self.said()

    def said(self):
        """Return all the words in the window in front."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def read_paper(self):
        """Read the document in front as text, close it, and return what it says."""
        preview = self.window
        assert isinstance(preview, PreviewWindow), self.said()
        self.hit(Qt.Key.Key_T, CTRL)
        title, text = preview.windowTitle(), preview.text.toPlainText()
        preview.close()
        self.settle()
        return title, text

    # --- leaving --------------------------------------------------------------------------------

    def leave(self):
        """Go home: the window closes, and the workplace with it."""
        self.settle()
        self.main.end()
        self.desktop.room.tasks.run(self.desktop.workplace.close)
        self.desktop.room.tasks.finish()
        self.main.hide()
        self.main.deleteLater()
        self.desktop._presence.give_up()
        self.desktop.deleteLater()
        QApplication.instance().sendPostedEvents(None, QEvent.Type.DeferredDelete)
