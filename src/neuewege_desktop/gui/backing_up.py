"""Backing up from the window, and the reminder when nobody did for a week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject

from neuewege_desktop.base.formats import clock_time, long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.care import Backup, backup_is_due, last_backup
from neuewege_desktop.services.workplaces import Workplace


def backup_reminder(workplace: Workplace, now: dt.datetime) -> str | None:
    """Return the sentence that reminds a person to back up, or None; asked on the worker."""
    if not backup_is_due(workplace, now):
        return None
    newest = last_backup(workplace)
    if newest is None:
        return _("There is no backup of this workplace yet.")
    day = newest.made.astimezone(now.tzinfo).date()
    return _("The last backup is of {day}: older than a week.").format(day=long_date(day))


def moment_words(backup: Backup, now: dt.datetime) -> str:
    """Return when a backup was made, as one says it at `now`: 14:32, or with its day."""
    return clock_time(round(backup.made.timestamp() * 1000), now)


def back_up(session: Session, then: Callable[[str], object], owner: QObject) -> None:
    """Back up on the worker; `then` gets a sentence that says so."""

    def finish(backup: Backup) -> None:
        time = moment_words(backup, session.room.now())
        then(_("The workplace was backed up · {time}").format(time=time))

    session.room.tasks.run(session.workplace.back_up, finish, session.refuse, owner=owner)
