"""Words that several tables share: dates with how far they are, ages, tones of states."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.kit.cells import NOTHING, Cell
from neuewege_desktop.gui.kit.look.colours import Tone

_SOON = 14  # days


def distance(day: dt.date, today: dt.date) -> str:
    """Return how far a day is: today, in 3 days, 2 days ago."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days)
    return ngettext("{n} day ago", "{n} days ago", -days)


def lateness(day: dt.date, today: dt.date) -> str:
    """Return how far a due day is: today, in 3 days, 2 days overdue."""
    days = (today - day).days
    if days > 0:
        return ngettext("{n} day overdue", "{n} days overdue", days)
    return distance(day, today)


def day_cell(day: dt.date | None, today: dt.date) -> Cell:
    """Return a day with how far it is."""
    return NOTHING if day is None else Cell(long_date(day), distance(day, today))


def due_cell(day: dt.date | None, today: dt.date, *, is_open: bool = True) -> Cell:
    """Return a day by which something is due; late and near ones in their tones."""
    if day is None:
        return NOTHING
    if not is_open:
        return Cell(long_date(day))
    days = (day - today).days
    tone = Tone.BAD if days < 0 else Tone.WARNING if days <= _SOON else Tone.PLAIN
    return Cell(long_date(day), lateness(day, today), tone)
