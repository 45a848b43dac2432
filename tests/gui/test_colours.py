"""What is painted can be told from what it stands on, in light and in dark (WCAG 2.2)."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QWidget

from neuewege_desktop.gui.kit.look.colours import (
    CONTROL_PAIRS,
    DARK,
    LIGHT,
    TEXT_PAIRS,
    Colour,
    contrast,
)
from neuewege_desktop.gui.kit.look.theme import Scheme
from windows_of_the_program import VIEWS

_SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
_VIEW = {view.name: view.show for view in VIEWS}
german = pytest.mark.parametrize("scene", ["de"], indirect=True, scope="module")


def test_the_measure_of_contrast_is_that_of_the_recommendation():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@_SCHEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_every_ground_it_stands_on(colours, text, ground):
    assert contrast(colours[text], colours[ground]) >= 4.5


@_SCHEMES
@pytest.mark.parametrize(("edge", "ground"), CONTROL_PAIRS)
def test_edges_and_the_ring_of_the_focus_can_be_seen(colours, edge, ground):
    assert contrast(colours[edge], colours[ground]) >= 3


@pytest.fixture
def in_scheme(application):
    """Show everything in a scheme; afterwards in that of the system again."""
    yield application.theme.choose
    application.theme.choose(Scheme.AUTO)


@german
@pytest.mark.parametrize(
    ("view", "name", "text", "ground"),
    [
        ("households", "new", Colour.ON_ACCENT, Colour.ACCENT),
        ("households", "edit", Colour.TEXT, Colour.SURFACE),
        ("households", "count", Colour.SECOND, Colour.GROUND),
        ("households", "search", Colour.THIRD, Colour.SURFACE),
        ("new-household", "leave", Colour.TEXT, Colour.SURFACE),
        ("unlock", "forgotten", Colour.ACCENT, Colour.GROUND),
    ],
)
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_is_painted_has_the_colours_that_were_measured(
    scene, in_scheme, scheme, view, name, text, ground
):
    in_scheme(scheme)
    window = scene.show(_VIEW[view])
    painted = _colours(_widget(window, name))

    code = LIGHT if scheme is Scheme.LIGHT else DARK
    assert painted.most_common(1)[0][0] == code[ground].lower()
    assert painted[code[text].lower()] > 0


def _widget(window, name):
    return next(w for w in window.findChildren(QWidget, name) if w.isVisible())


def _colours(widget):
    """Count the colours that are on the screen inside of a widget, away from its edges."""
    window = widget.window()
    rect = widget.rect().adjusted(4, 4, -4, -4)
    place = rect.translated(widget.mapTo(window, widget.rect().topLeft()))
    image = window.grab(place).toImage()
    return Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )
