"""Colours by the part they play, in light and in dark, and how well they can be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Colour(StrEnum):
    """The part a colour plays; its value depends on the scheme."""

    GROUND = "ground"  # behind everything
    SURFACE = "surface"  # cards, fields, tables
    RAISED = "raised"  # a little lighter or darker than the surface
    TEXT = "text"
    SECOND = "second"  # text beside the text
    THIRD = "third"  # hints
    LINE = "line"  # between rows; decoration only
    EDGE = "edge"  # of controls
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ON_ACCENT = "on_accent"
    TINT = "tint"
    SELECTED = "selected"
    HOVER = "hover"
    FOCUS = "focus"
    GOOD = "good"
    GOOD_GROUND = "good_ground"
    WARNING = "warning"
    WARNING_GROUND = "warning_ground"
    BAD = "bad"
    BAD_GROUND = "bad_ground"
    INFO = "info"
    INFO_GROUND = "info_ground"
    QUIET = "quiet"
    QUIET_GROUND = "quiet_ground"
    BADGE_1 = "badge_1"  # behind the initials of persons
    BADGE_2 = "badge_2"
    BADGE_3 = "badge_3"
    BADGE_4 = "badge_4"
    BADGE_5 = "badge_5"


class Tone(StrEnum):
    """How something is meant; always told by a word and a sign as well."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    INFO = "info"
    QUIET = "quiet"

    @property
    def text(self) -> Colour:
        """Return the colour of text in this tone."""
        return Colour.TEXT if self is Tone.PLAIN else Colour(self.value)

    @property
    def ground(self) -> Colour:
        """Return the colour behind text in this tone."""
        return Colour.SURFACE if self is Tone.PLAIN else Colour(f"{self.value}_ground")


BADGES = (Colour.BADGE_1, Colour.BADGE_2, Colour.BADGE_3, Colour.BADGE_4, Colour.BADGE_5)

LIGHT: Mapping[Colour, str] = {
    Colour.GROUND: "#F4F6F8",
    Colour.SURFACE: "#FFFFFF",
    Colour.RAISED: "#F8FAFB",
    Colour.TEXT: "#17212B",
    Colour.SECOND: "#4B5A69",
    Colour.THIRD: "#596877",
    Colour.LINE: "#E1E6EB",
    Colour.EDGE: "#7F8C99",
    Colour.ACCENT: "#0B6477",
    Colour.ACCENT_HOVER: "#0A5565",
    Colour.ON_ACCENT: "#FFFFFF",
    Colour.TINT: "#E3F1F4",
    Colour.SELECTED: "#E3F1F4",
    Colour.HOVER: "#F1F5F7",
    Colour.FOCUS: "#0B6477",
    Colour.GOOD: "#1B6B3A",
    Colour.GOOD_GROUND: "#E2F3E8",
    Colour.WARNING: "#8A4B00",
    Colour.WARNING_GROUND: "#FDEFD9",
    Colour.BAD: "#A8201A",
    Colour.BAD_GROUND: "#FCE6E4",
    Colour.INFO: "#2B4C9B",
    Colour.INFO_GROUND: "#E5ECFA",
    Colour.QUIET: "#4B5A69",
    Colour.QUIET_GROUND: "#EBEFF2",
    Colour.BADGE_1: "#0B6477",
    Colour.BADGE_2: "#A35C00",
    Colour.BADGE_3: "#6B5CA5",
    Colour.BADGE_4: "#2E7D4A",
    Colour.BADGE_5: "#B0455B",
}

DARK: Mapping[Colour, str] = {
    Colour.GROUND: "#11161B",
    Colour.SURFACE: "#191F26",
    Colour.RAISED: "#1E252D",
    Colour.TEXT: "#E8EDF1",
    Colour.SECOND: "#B3BFCA",
    Colour.THIRD: "#9AA7B3",
    Colour.LINE: "#2A333D",
    Colour.EDGE: "#6F7D8B",
    Colour.ACCENT: "#56C2D6",
    Colour.ACCENT_HOVER: "#74D0E1",
    Colour.ON_ACCENT: "#06222A",
    Colour.TINT: "#16343C",
    Colour.SELECTED: "#17363E",
    Colour.HOVER: "#202830",
    Colour.FOCUS: "#74D0E1",
    Colour.GOOD: "#7BD79B",
    Colour.GOOD_GROUND: "#17331F",
    Colour.WARNING: "#F5B860",
    Colour.WARNING_GROUND: "#3A2A12",
    Colour.BAD: "#FF9A92",
    Colour.BAD_GROUND: "#431F1E",
    Colour.INFO: "#9DB8FF",
    Colour.INFO_GROUND: "#1D2B4D",
    Colour.QUIET: "#B3BFCA",
    Colour.QUIET_GROUND: "#28313A",
    Colour.BADGE_1: "#56C2D6",
    Colour.BADGE_2: "#F0A85A",
    Colour.BADGE_3: "#A79BE0",
    Colour.BADGE_4: "#7BD79B",
    Colour.BADGE_5: "#F08CA0",
}

_GROUNDS = (
    Colour.GROUND,
    Colour.SURFACE,
    Colour.RAISED,
    Colour.SELECTED,
    Colour.HOVER,
)
_TONES = (Tone.GOOD, Tone.WARNING, Tone.BAD, Tone.INFO, Tone.QUIET)

TEXT_PAIRS: tuple[tuple[Colour, Colour], ...] = (
    *((text, ground) for text in (Colour.TEXT, Colour.SECOND, Colour.THIRD) for ground in _GROUNDS),
    *((Colour.ACCENT, ground) for ground in (*_GROUNDS, Colour.TINT)),
    (Colour.TEXT, Colour.TINT),
    (Colour.SECOND, Colour.TINT),
    (Colour.ON_ACCENT, Colour.ACCENT),
    (Colour.ON_ACCENT, Colour.ACCENT_HOVER),
    *((tone.text, tone.ground) for tone in _TONES),
    *(
        (tone.text, ground)
        for tone in (Tone.WARNING, Tone.BAD, Tone.GOOD, Tone.INFO)
        for ground in (Colour.SURFACE, Colour.SELECTED, Colour.HOVER)
    ),
    *((Colour.TEXT, tone.ground) for tone in _TONES),
    *((Colour.SURFACE, badge) for badge in BADGES),
)
"""Text over what it stands on: WCAG 2.2, 1.4.3 asks for 4.5 : 1."""

CONTROL_PAIRS: tuple[tuple[Colour, Colour], ...] = (
    (Colour.EDGE, Colour.SURFACE),
    (Colour.EDGE, Colour.GROUND),
    *((Colour.FOCUS, ground) for ground in _GROUNDS),
    *((tone.text, tone.ground) for tone in _TONES),
)
"""Edges, signs and the ring of the focus: WCAG 2.2, 1.4.11 asks for 3 : 1."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours written #RRGGBB, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.03928 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
