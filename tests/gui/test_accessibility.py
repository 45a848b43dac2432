"""Every window can be used without eyes and without a mouse (domain 7.7, EN 301 549 chapter 11)."""

from __future__ import annotations

import pytest
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

from windows_of_the_program import VIEWS

EACH = pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])
LANGUAGES = pytest.mark.parametrize("scene", ["de", "en"], indirect=True, scope="module")


@LANGUAGES
@EACH
def test_everything_has_a_name_a_role_and_letters_that_mean_one_thing(scene, view):
    window = scene.show(view.show)
    assert unnamed(window) == []
    assert without_buddy(window) == []
    assert only_in_tool_tips(window) == []
    assert double_mnemonics(window) == []


@pytest.mark.parametrize("scene", ["de"], indirect=True, scope="module")
@EACH
def test_tab_comes_by_everything_once_in_the_order_of_reading(scene, view):
    window = scene.show(view.show)
    if not reachable(window):
        return
    way = way_by_tab(window, scene.settle)
    missing = [told(widget) for widget in reachable(window) if widget not in way]
    assert missing == []
    assert against_reading(window, way) == []
