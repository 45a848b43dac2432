"""Every dialog over the main window, each with the way to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton, QRadioButton, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.dialogs.import_wizard import open_import
from neuewege_desktop.gui.kit.columns_dialog import ColumnsDialog
from neuewege_desktop.gui.kit.questions import tell
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.pages.commands import command
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.passwords import NewColleague, NewRecoveryCode, OwnPassword
from neuewege_desktop.services.case_file import HouseholdFile, household_file
from scene import Scene

_LIST = Path(__file__).parent.parent / "tests/data/samples/zwingenberg.csv"


@dataclass(frozen=True, slots=True)
class View:
    """One thing to look at: its name, and what shows it and returns its window."""

    name: str
    show: Callable[[Scene], QWidget]


def list_page(scene: Scene, key: str) -> ListPage:
    """Bring a list to the front and return its page."""
    page = scene.main.page(key)
    if not isinstance(page, ListPage):
        raise TypeError(f"{key} is no list")
    scene.main.show_page(key)
    scene.settle()
    return page


def _opening(code: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.main.deeds.do(code)
        return scene.dialog(scene.main)

    return show


def _command(
    code: str, key: Callable[[HouseholdFile], int] = lambda file: file.household.id
) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = list_page(scene, "households")
        office = scene.main.session.office
        file = household_file(office, scene.first(page))
        command(scene.main, scene.main.session, code, (key(file),))
        return scene.dialog(scene.main)

    return show


def _problems(scene: Scene) -> QWidget:
    dialog = _opening("new-household")(scene)
    scene.find(dialog, QPushButton, "save").click()
    return dialog


def _message(scene: Scene) -> QWidget:
    sentence = _("The program made a mistake. You can go on working.")
    details = _(
        "What was stored before is safe. If it happens again, please send this line to those "
        "who look after the program:\n{places}"
    )
    places = "list_page.py 214, record_table.py 88"
    return tell(scene.main, scene.room.theme, sentence, details.format(places=places))


def _work(make: Callable[[Session, QWidget], QDialog]) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.main.show_page("settings")
        make(scene.main.session, scene.main).open()
        return scene.dialog(scene.main)

    return show


def _own_words(make: Callable[[Session, QWidget], QDialog]) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        window = _work(make)(scene)
        scene.find(window, QRadioButton, "own").click()
        return window

    return show


def _going_back(scene: Scene) -> QWidget:
    scene.main.deeds.do("backup")
    scene.settle()
    scene.main.deeds.do("restore")
    dialog = scene.dialog(scene.main)
    scene.find(dialog, QPushButton, "restore-0").click()
    return scene.dialog(scene.main)


def _columns(scene: Scene) -> QWidget:
    page = list_page(scene, "households")
    ColumnsDialog(page.view, page).open()
    return scene.dialog(scene.main)


def _wizard(pages: int) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.main.show_page("households")
        wizard = open_import(scene.main, _LIST if pages else None)
        scene.settle()
        for _page in range(1, pages):
            wizard.go_on()
            scene.settle()
        return wizard

    return show


DIALOGS: tuple[View, ...] = (
    View("new-household", _opening("new-household")),
    View("new-household-problems", _problems),
    View("new-measure", _command("new-measures")),
    View("new-meeting", _command("new-meetings")),
    View("new-task", _command("new-tasks")),
    View("new-actor", _command("new-actors")),
    View("task", _command("task")),
    View("address", _command("address")),
    View("approval", _command("approval")),
    View("member", _command("member")),
    View("close-case", _command("close_case")),
    View("change-address", _command("change:household_address", lambda f: f.addresses[0].id)),
    View("change-approval", _command("change:approval_period", lambda f: f.approvals[0].id)),
    View("change-membership", _command("change:membership", lambda f: f.members[0].membership.id)),
    View("change-case", _command("change:case")),
    View("archive", _command("archive:household")),
    View("message", _message),
    View("shortcuts", _opening("shortcuts")),
    View("help", _opening("help")),
    View("about", _opening("about")),
    View("backups", _opening("restore")),
    View("going-back", _going_back),
    View("columns", _columns),
    View("new-colleague", _work(NewColleague)),
    View("own-password", _work(OwnPassword)),
    View("own-password-typed", _own_words(OwnPassword)),
    View("new-colleague-typed", _own_words(NewColleague)),
    View("recovery-code", _work(NewRecoveryCode)),
    View("import-file", _wizard(0)),
    View("import-file-chosen", _wizard(1)),
    View("import-columns", _wizard(2)),
    View("import-trial", _wizard(3)),
    View("import-done", _wizard(4)),
)
