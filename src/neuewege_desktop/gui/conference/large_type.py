"""The size of the letters in a conference: read from across a table, and as one likes it."""

from __future__ import annotations

from string import Template

SMALLEST, LARGEST = 13, 30  # logical pixels
_USUAL = ((1600, 21), (1280, 17), (0, 15))  # by the width of the window; 21 are about 16 points

# Everything below the screen of the conference, and nothing of the main window behind it.
_SHEET = Template("""
#conference * { font-size: ${base}px; }
#conference QLabel[role="title"] { font-size: ${title}px; }
#conference QLabel[role="figure"] { font-size: ${title}px; }
#conference QLabel[role="name"] { font-size: ${name}px; }
#conference QLabel[role="heading"] { font-size: ${heading}px; }
#conference QLabel[role="hint"] { font-size: ${hint}px; }
#conference #conferenceSide * { font-size: ${beside}px; }
#conference #conferenceSide QLabel[role="heading"] { font-size: ${beside}px; }
#conference #conferenceSide QLabel[role="hint"] { font-size: ${hint}px; }
#conference Chip, #conference #conferenceSide Chip { font-size: 12px; }
#conference QTabBar::scroller { width: 52px; }
#conference #conferenceHead { border-bottom: 1px solid $line; background: $surface; }
#conference #conferenceFoot { border-top: 1px solid $line; background: $surface; }
#conference #conferenceSide { border-left: 1px solid $line; background: $surface; }
#conference #stops { border: none; border-right: 1px solid $line; border-radius: 0; }
#conference #stops:focus { border: 2px solid $focus; }
#conference #promise {
    background: $warning_ground; border: 1px solid $warning; border-radius: 10px; margin-top: 0;
    font-weight: 400;
}
#conference #promise:focus { border: 2px solid $focus; }
#conference #decided { background: $surface; border: 1px solid $line; border-radius: 10px; }
""")


def usual_size(width: int) -> int:
    """Return the size that fits a window of this width."""
    return next(size for least, size in _USUAL if width >= least)


def stepped(size: int, steps: int) -> int:
    """Return a size some steps larger or smaller, within what can be read and fits."""
    return min(max(size + steps, SMALLEST), LARGEST)


def large_type(base: int, colours: dict[str, str]) -> str:
    """Return the style sheet for letters of this size, in these colours by their names."""
    sizes = {"title": base + 7, "name": base + 5, "heading": base + 1, "hint": max(base - 4, 12)}
    sizes["beside"] = max(base - 2, SMALLEST)
    return _SHEET.substitute(base=base, **sizes, **colours)
