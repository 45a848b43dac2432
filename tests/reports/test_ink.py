"""Words on paper can be read by weak eyes, and from a printer without colours."""

from itertools import product

import pytest

from neuewege_desktop.reports.style import Ink

WRITTEN = [Ink.TEXT, Ink.MUTED, Ink.ACCENT, Ink.WARNING]
GROUNDS = [(1.0, 1.0, 1.0), Ink.TINT, Ink.WARM]


def luminance(colour):
    parts = colour if isinstance(colour, tuple) else map(float, colour.operands.split())
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground"), list(product(WRITTEN, GROUNDS)))
def test_words_stand_out_from_every_ground(ink, ground):
    assert contrast(ink, ground) >= 4.5


def test_a_line_to_write_on_can_be_seen():
    assert contrast(Ink.PEN, GROUNDS[0]) >= 3
