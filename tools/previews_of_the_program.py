"""The preview of a document in each of its states, with the way to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dialogs_of_the_program import View
from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.preview.paper import Making, Paper, PaperFile, made
from neuewege_desktop.gui.preview.saving import warn
from neuewege_desktop.gui.preview.window import PreviewWindow, open_preview
from neuewege_desktop.services.office import Office
from sample_paper import sample_paper
from scene import Scene

_TITLE = "Niederschrift Zwingenberg, 20.04.2009"
_TURN = 0.01  # seconds


def _open(scene: Scene, paper: Paper) -> PreviewWindow:
    scene.main.show_page("meetings")
    window = open_preview(scene.main, scene.main.session, paper, lambda _copy: None)
    window.activateWindow()
    return window


def _rest(scene: Scene, window: PreviewWindow) -> PreviewWindow:
    scene.settle()
    while not window.is_idle:
        scene.settle()
    scene.settle()
    return window


def _minutes(*warnings: str) -> Paper:
    content = sample_paper(3)
    name = "Niederschrift.pdf"
    return made(
        PaperFile(title=_TITLE, content=content, suggested_name=name, warnings=tuple(warnings))
    )


def _preview(scene: Scene) -> QWidget:
    return _rest(scene, _open(scene, _minutes()))


def _searching(words: str) -> Callable[[Scene], QWidget]:
    def show(scene: Scene) -> QWidget:
        window = _rest(scene, _open(scene, _minutes()))
        window.search.enter()
        window.search.line.setText(words)
        return _rest(scene, window)

    return show


def _text(scene: Scene) -> QWidget:
    window = _rest(scene, _open(scene, _minutes("Das Zeichen „☃“ kann nicht gedruckt werden.")))
    window.tools.text.setChecked(True)
    return _rest(scene, window)


def _in_the_making(scene: Scene) -> QWidget:
    def make(_office: Office, making: Making) -> PaperFile:
        while not making.cancel.wished:
            making.reach(12, 40)
            time.sleep(_TURN)
        making.cancel.heed()
        raise AssertionError("nobody stopped it")

    return _open(scene, Paper(_TITLE, make))


def _failed(scene: Scene) -> QWidget:
    def make(_office: Office, _making: Making) -> PaperFile:
        raise UserError(_("The case of this household is closed already."))

    return _rest(scene, _open(scene, Paper(_TITLE, make)))


def _warned(scene: Scene) -> QWidget:
    window = _rest(scene, _open(scene, _minutes()))
    place = Path("/media/usb/Jobcenter/Niederschrift.pdf")
    warn(window, scene.room.theme, place, lambda: None)
    return scene.dialog(window)


PREVIEWS: tuple[View, ...] = (
    View("preview", _preview),
    View("preview-searching", _searching("große")),
    View("preview-nothing", _searching("xyzxyz")),
    View("preview-text", _text),
    View("preview-making", _in_the_making),
    View("preview-failed", _failed),
    View("preview-saving", _warned),
)
