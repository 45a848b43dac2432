"""Every window, page and dialog of the program, each with the way to it.

The walk of the accessibility tests and the screen shots both go through `VIEWS`: whoever adds a
window adds it here, once; a test finds what is missing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget

from agendas_of_the_program import AGENDAS
from conference_of_the_program import CONFERENCE
from dialogs_of_the_program import DIALOGS, View, list_page
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.pages.settings import SettingsPage
from neuewege_desktop.gui.start.away import AwayNotice
from neuewege_desktop.gui.start.creating import Creating
from neuewege_desktop.gui.start.progress import Progress
from neuewege_desktop.gui.start.recovering import Recovering
from neuewege_desktop.gui.start.unlock import Unlock
from neuewege_desktop.gui.start.welcome import Welcome
from neuewege_desktop.gui.window.palette import open_palette
from previews_of_the_program import PREVIEWS
from scene import Scene

LISTS = ("households", "persons", "measures", "meetings", "tasks", "actors")
PAGES = ("overview", *LISTS, "evaluation", "settings")


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


def _recovering_own_password(scene: Scene) -> QWidget:
    window = _recovering(scene)
    scene.find(window, QRadioButton, "own").click()
    return window


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


def _creating_own_password(scene: Scene) -> QWidget:
    window = _creating(2)(scene)
    scene.find(window, QRadioButton, "own").click()
    return window


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


def _full(key: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = list_page(scene, key)
        page.open_full(scene.first(page))
        return scene.main

    return show


def _leaf(number: int) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = list_page(scene, "households")
        page.open_full(scene.first(page))
        scene.settle()
        page.full_page.view.tabs.setCurrentIndex(number)
        return scene.main

    return show


def _editing(key: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = list_page(scene, key)
        page.open_full(scene.first(page))
        scene.settle()
        page.edit()
        return scene.main

    return show


def _editing_beside(scene: Scene) -> QWidget:
    page = list_page(scene, "households")
    page.edit()
    return scene.main


def _nothing_fits(scene: Scene) -> QWidget:
    page = list_page(scene, "households")
    page.filters.line.setText("Das gibt es nicht")
    return scene.main


def _empty(key: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.empty_main.show_page(key)
        return scene.empty_main

    return show


def _settings(leaf: int) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        page = scene.main.page("settings")
        if not isinstance(page, SettingsPage):
            raise TypeError("the settings are another page")
        scene.main.show_page("settings")
        page.tabs.setCurrentIndex(leaf)
        return scene.main

    return show


def _palette(typed: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        scene.main.show_page("households")
        scene.settle()
        open_palette(scene.main)
        scene.find(scene.main, QLineEdit, "paletteLine").setText(typed)
        return scene.main

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


VIEWS: tuple[View, ...] = (
    View("welcome", _welcome),
    View("welcome-back", _welcome_back),
    View("unlock", _unlock),
    View("unlock-by-name", _unlock_by_name),
    View("recovering", _recovering),
    View("recovering-own-password", _recovering_own_password),
    View("creating-place", _creating(0)),
    View("creating-towns", _creating(1)),
    View("creating-access", _creating(2)),
    View("creating-own-password", _creating_own_password),
    View("creating-code", _creating_code),
    View("creating-left", _creating_left),
    View("progress", _progress),
    *(View(key, _page(key)) for key in PAGES),
    *(View(f"{key}-full", _full(key)) for key in LISTS),
    *(View(f"{key}-editing", _editing(key)) for key in LISTS if key != "meetings"),
    *(View(f"{key}-empty", _empty(key)) for key in ("overview", *LISTS)),
    *(View(f"household-leaf-{number}", _leaf(number)) for number in (1, 2, 3)),
    View("households-editing-beside", _editing_beside),
    View("households-nothing-fits", _nothing_fits),
    View("refused", _refused),
    View("away", _away),
    *(View(f"settings-leaf-{number}", _settings(number)) for number in range(1, 6)),
    View("palette", _palette("")),
    View("palette-found", _palette("ber")),
    View("palette-nothing", _palette("xyzxyz")),
    *DIALOGS,
    *PREVIEWS,
    *CONFERENCE,
    *AGENDAS,
)
