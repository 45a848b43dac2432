"""Every window can be used without eyes and without a mouse (domain 7.7, EN 301 549 chapter 11)."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module

import pytest
from cuts import cut_off, out_of_place
from PySide6.QtWidgets import QDialog
from walks import (
    against_reading,
    double_mnemonics,
    only_in_tool_tips,
    reachable,
    told,
    unnamed,
    way_by_tab,
    without_buddy,
)

import neuewege_desktop.gui
from neuewege_desktop.gui.actions import PAGES
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.settings.sheet import Sheet
from neuewege_desktop.gui.settings.work_dialog import WorkDialog
from neuewege_desktop.gui.start.frame import StartWindow
from windows_of_the_program import VIEWS

_SMALLEST = (940, 520)  # Full HD at 200 %, without frame and task bar
_BASES = {Dialog, Sheet, StartWindow, WorkDialog}

each_view = pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])
languages = pytest.mark.parametrize("scene", ["de", "en"], indirect=True, scope="module")
narrow = pytest.mark.parametrize("scene", ["longer"], indirect=True, scope="module")


@languages
@each_view
def test_a_screen_reader_and_a_keyboard_come_to_everything(scene, view):
    window = scene.show(view.show)

    assert unnamed(window) == []
    assert without_buddy(window) == []
    assert only_in_tool_tips(window) == []
    assert double_mnemonics(window) == []
    if stops := reachable(window):
        way = way_by_tab(window, scene.settle)
        assert [told(stop) for stop in stops if stop not in way] == []
        assert against_reading(window, way) == []


@narrow
@each_view
def test_at_200_percent_no_word_is_cut_off_even_in_a_longer_language(scene, view):
    window = scene.show(view.show)

    assert cut_off(window) == []
    assert out_of_place(window) == []
    smallest = window.minimumSizeHint().toTuple()
    assert smallest <= _SMALLEST
    assert smallest[1] <= _SMALLEST[1]


@pytest.mark.parametrize("scene", ["de"], indirect=True, scope="module")
def test_no_window_is_left_out_of_these_walks(scene):
    seen = set()
    for view in VIEWS:
        window = scene.show(view.show)
        seen |= {type(window), *map(type, window.findChildren(QDialog))}

    missing = {kind.__name__ for kind in _dialogs() if kind not in seen}
    assert missing == set()
    assert {key for key, _text, _icon in PAGES} <= {view.name for view in VIEWS}


def _dialogs():
    package = neuewege_desktop.gui
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for _name, kind in inspect.getmembers(import_module(found.name), inspect.isclass):
            if issubclass(kind, QDialog) and kind.__module__ == found.name and kind not in _BASES:
                yield kind
