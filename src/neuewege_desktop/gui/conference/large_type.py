"""The size of the letters in a conference: read from across a table, and as one likes it."""

from __future__ import annotations

from string import Template

SMALLEST, USUAL, LARGEST = 13, 20, 30  # logical pixels; the usual ones are about 16 points
_STEP = 1
_NARROW, _NARROW_USUAL = 1100, 15  # where there is less room, at 200 percent for instance

# Everything below the screen of the conference, and nothing of the main window behind it.
_SHEET = Template("""
#conference * { font-size: ${base}px; }
#conference QLabel[role="title"] { font-size: ${title}px; }
#conference QLabel[role="figure"] { font-size: ${title}px; }
#conference QLabel[role="name"] { font-size: ${name}px; }
#conference QLabel[role="heading"] { font-size: ${heading}px; }
#conference QLabel[role="hint"] { font-size: ${hint}px; }
#conference Chip { font-size: 12px; }
#conference #conferenceHead { border-bottom: 1px solid $line; background: $surface; }
#conference #conferenceFoot { border-top: 1px solid $line; background: $surface; }
#conference #conferenceSide { border-left: 1px solid $line; background: $surface; }
#conference #stops { border: none; border-right: 1px solid $line; border-radius: 0; }
#conference #stops:focus { border: 2px solid $focus; }
#conference #promise {
    background: $warning_ground; border: 1px solid $warning; border-radius: 10px;
}
#conference #decided { background: $surface; border: 1px solid $line; border-radius: 10px; }
""")


def usual_size(width: int) -> int:
    """Return the size that fits a window of this width."""
    return USUAL if width >= _NARROW else _NARROW_USUAL


def stepped(size: int, steps: int) -> int:
    """Return a size some steps larger or smaller, within what can be read and fits."""
    return min(max(size + steps * _STEP, SMALLEST), LARGEST)


def large_type(base: int, colours: dict[str, str]) -> str:
    """Return the style sheet for letters of this size, in these colours by their names."""
    sizes = {"title": base + 7, "name": base + 5, "heading": base + 1, "hint": max(base - 4, 12)}
    return _SHEET.substitute(base=base, **sizes, **colours)
