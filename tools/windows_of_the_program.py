"""Every window, page and dialog of the program, each with the way to it.

The walk of the accessibility tests and the screen shots both go through `VIEWS`: whoever adds a
window adds it here, once; a test finds what is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.questions import tell
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.pages.commands import command
from neuewege_desktop.gui.start.away import AwayNotice
from neuewege_desktop.gui.start.creating import Creating
from neuewege_desktop.gui.start.progress import Progress
from neuewege_desktop.gui.start.recovering import Recovering
from neuewege_desktop.gui.start.unlock import Unlock
from neuewege_desktop.gui.start.welcome import Welcome
from neuewege_desktop.services.case_file import HouseholdFile, household_file
from scene import Scene

LISTS = ("households", "persons", "measures", "meetings", "tasks", "actors")
PAGES = ("overview", *LISTS, "evaluation", "settings")


@dataclass(frozen=True, slots=True)
class View:
    """One thing to look at: its name, and what shows it and returns its window."""

    name: str
    show: Callable[[Scene], QWidget]


# --- before the main window ----------------------------------------------------------------------


def _welcome(scene: Scene) -> QWidget:
    return scene.stand(Welcome(scene.room, []))


def _welcome_back(scene: Scene) -> QWidget:
    recent = [scene.folder, scene.folder.with_name("Kommunale Projekte Bürstadt und Lampertheim")]
    problem = _("There is no workplace in “{folder}”. Please check the place.")
    place = "/media/usb/Jobcenter/Projekte"
    return scene.stand(Welcome(scene.room, recent, problem.format(folder=place)))


def _unlock(scene: Scene) -> QWidget:
    return scene.stand(Unlock(scene.room, scene.folder, scene.surroundings))


def _unlock_by_name(scene: Scene) -> QWidget:
    window = Unlock(scene.room, scene.folder, scene.surroundings)
    scene.stand(window)
    scene.find(window, QPushButton, "withName").click()
    window.password.refuse(_("This password does not open the workplace. Please type it again."))
    return window


def _recovering(scene: Scene) -> QWidget:
    return scene.stand(Recovering(scene.room, scene.folder, scene.surroundings))


def _creating(step: int) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        window = Creating(scene.room, scene.surroundings)
        scene.stand(window)
        window.place.name.edit.setText("Kommunale Projekte Bergstraße")
        window.place.place.edit.setText(str(scene.new_folder()))
        for _step in range(step):
            window.next.click()
            scene.settle()
        return window

    return show


def _creating_code(scene: Scene) -> QWidget:
    window = _creating(2)(scene)
    if not isinstance(window, Creating):
        raise TypeError("another window stands there")
    window.access.user.edit.setText("Jürgen Groß")
    window.next.click()
    scene.settle()
    scene.made(window.workplace)
    return window


def _creating_left(scene: Scene) -> QWidget:
    window = _creating_code(scene)
    window.close()
    return scene.dialog(window)


def _progress(scene: Scene) -> QWidget:
    sentence = _("The example data are being opened …")
    return scene.stand(Progress(scene.room, _("Example"), sentence))


# --- the main window -----------------------------------------------------------------------------


def _page(key: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.main.show_page(key)
        return scene.main

    return show


def _list(scene: Scene, key: str) -> ListPage:
    page = scene.main.page(key)
    if not isinstance(page, ListPage):
        raise TypeError(f"{key} is no list")
    scene.main.show_page(key)
    scene.settle()
    return page


def _full(key: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = _list(scene, key)
        page.open_full(scene.first(page))
        return scene.main

    return show


def _leaf(number: int) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = _list(scene, "households")
        page.open_full(scene.first(page))
        scene.settle()
        page.full_page.view.tabs.setCurrentIndex(number)
        return scene.main

    return show


def _editing(key: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = _list(scene, key)
        page.open_full(scene.first(page))
        scene.settle()
        page.edit()
        return scene.main

    return show


def _editing_beside(scene: Scene) -> QWidget:
    page = _list(scene, "households")
    page.edit()
    return scene.main


def _nothing_fits(scene: Scene) -> QWidget:
    page = _list(scene, "households")
    page.filters.line.setText("Das gibt es nicht")
    return scene.main


def _empty(key: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.empty_main.show_page(key)
        return scene.empty_main

    return show


def _refused(scene: Scene) -> QWidget:
    scene.main.show_page("households")
    scene.main.session.refused.emit(_("The case of this household is closed already."))
    scene.main.session.done.emit(_("Change the address"))
    return scene.main


def _away(scene: Scene) -> QWidget:
    scene.main.show_page("overview")
    scene.lay_over(AwayNotice(scene.main, 42))
    return scene.main


# --- dialogs -------------------------------------------------------------------------------------


def _opening(code: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.main.deeds.do(code)
        return scene.dialog(scene.main)

    return show


def _command(
    code: str, key: Callable[[HouseholdFile], int] = lambda file: file.household.id
) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = _list(scene, "households")
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


VIEWS: tuple[View, ...] = (
    View("welcome", _welcome),
    View("welcome-back", _welcome_back),
    View("unlock", _unlock),
    View("unlock-by-name", _unlock_by_name),
    View("recovering", _recovering),
    View("creating-place", _creating(0)),
    View("creating-towns", _creating(1)),
    View("creating-access", _creating(2)),
    View("creating-code", _creating_code),
    View("creating-left", _creating_left),
    View("progress", _progress),
    *(View(key, _page(key)) for key in PAGES),
    *(View(f"{key}-full", _full(key)) for key in LISTS),
    *(View(f"{key}-editing", _editing(key)) for key in LISTS),
    *(View(f"{key}-empty", _empty(key)) for key in ("overview", *LISTS)),
    *(View(f"household-leaf-{number}", _leaf(number)) for number in (1, 2, 3)),
    View("households-editing-beside", _editing_beside),
    View("households-nothing-fits", _nothing_fits),
    View("refused", _refused),
    View("away", _away),
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
)
