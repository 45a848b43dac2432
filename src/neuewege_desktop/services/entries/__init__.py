"""Entering and correcting by hand: one function per act, one undo per act.

Forms edit frozen records. One that is not kept yet has the id `NEW`; the act that keeps it gives it
its own. `check` says everything that is wrong while somebody types; the acts refuse what blocks.
"""

from __future__ import annotations

from neuewege_desktop.services.entries.endings import close_case, end_membership
from neuewege_desktop.services.entries.households import (
    NewHousehold,
    NewPerson,
    check_new_household,
    check_new_person,
    new_household,
    new_person,
)
from neuewege_desktop.services.entries.lives import archive, restore
from neuewege_desktop.services.entries.saving import NEW, Invalid, check, save, save_all

__all__ = [
    "NEW",
    "Invalid",
    "NewHousehold",
    "NewPerson",
    "archive",
    "check",
    "check_new_household",
    "check_new_person",
    "close_case",
    "end_membership",
    "new_household",
    "new_person",
    "restore",
    "save",
    "save_all",
]
