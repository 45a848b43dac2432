"""The names of acts: a code that the journal keeps, and the words a person reads for it."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.domain.choices.choice import Choice


class ActLabel(Choice):
    """What was done. The code outlives every erasure, so it never says to whom."""

    SETUP = "setup", N_("Workplace set up")
    IMPORT = "import", N_("List imported")
    SAVE = "save", N_("Entry saved")
    USER = "user", N_("User added")
    DEMO = "demo", N_("Example data made")
    UNDO = "undo", N_("Undone")
    REDO = "redo", N_("Redone")
    ERASE = "erase", N_("Erased")
    RESTORE = "restore", N_("Restored from a backup")


# Acts of the program itself: what they wrote may be replaced by a later list.
BY_PROGRAM = frozenset({ActLabel.SETUP, ActLabel.IMPORT, ActLabel.DEMO})
