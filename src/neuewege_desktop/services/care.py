"""Looking after a workplace: whether everything in it is sound, and how old its last backup is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.services.workplaces import Workplace
from neuewege_desktop.store.backup import Backup as Backup
from neuewege_desktop.store.backup import backups
from neuewege_desktop.store.verify import verify

BACKUP_LASTS = dt.timedelta(days=7)


def find_problems(workplace: Workplace) -> list[str]:
    """Return what is wrong in a workplace, in sentences without personal data."""
    try:
        return verify(workplace.store.database)
    except StoreError as damage:  # so bad that it cannot be looked at to the end
        return [str(damage)]


def backups_of(folder: Path) -> list[Backup]:
    """Return the finished backups of the workplace in `folder`, newest first; it may be locked."""
    return backups(folder)


def last_backup(workplace: Workplace) -> Backup | None:
    """Return the newest finished backup, or None if there is none yet."""
    return next(iter(backups(workplace.folder)), None)


def backup_is_due(workplace: Workplace, now: dt.datetime) -> bool:
    """Say whether a person should be reminded: the newest backup is older than a week, or none."""
    newest = last_backup(workplace)
    return newest is None or now - newest.made > BACKUP_LASTS
