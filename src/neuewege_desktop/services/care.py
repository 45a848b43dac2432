"""Looking after a workplace: whether everything in it is sound, its backups, going back to one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.services.access import prove_password
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import Unlock, Workplace
from neuewege_desktop.store.backup import Backup as Backup
from neuewege_desktop.store.backup import backups
from neuewege_desktop.store.history import first_moment
from neuewege_desktop.store.restoring import restore
from neuewege_desktop.store.vault.access import Unlocked as Unlocked
from neuewege_desktop.store.vault.format import Vault
from neuewege_desktop.store.vault.format import verify as verify_vault
from neuewege_desktop.store.vault.vault_file import VaultFile
from neuewege_desktop.store.verify import verify

BACKUP_LASTS = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A finished backup and how large it is, in bytes."""

    backup: Backup
    size: int


def find_problems(workplace: Workplace, cancel: Cancel | None = None) -> list[str]:
    """Return what is wrong in a workplace, in sentences without personal data.

    Raises Cancelled as soon as `cancel` is wished for, from whichever thread.
    """
    try:
        return verify(workplace.store.database, cancel)
    except StoreError as damage:  # so bad that it cannot be looked at to the end
        return [str(damage)]


def backups_of(folder: Path) -> list[Backup]:
    """Return the finished backups of the workplace in `folder`, newest first; it may be locked."""
    return backups(folder)


def backup_lines(folder: Path) -> list[BackupLine]:
    """Return the finished backups of the workplace in `folder` with their sizes, newest first."""
    return [BackupLine(backup, _size(backup.folder)) for backup in backups(folder)]


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def last_backup(workplace: Workplace) -> Backup | None:
    """Return the newest finished backup, or None if there is none yet."""
    return next(iter(backups(workplace.folder)), None)


def backup_is_due(workplace: Workplace, now: dt.datetime) -> bool:
    """Say whether the newest backup is older than a week.

    A workplace without one counts from its first day: it is copied when it is closed.
    """
    newest = last_backup(workplace)
    return now - (newest.made if newest is not None else _founded(workplace)) > BACKUP_LASTS


def _founded(workplace: Workplace) -> dt.datetime:
    with workplace.store.reading() as reader:
        moment = first_moment(reader.connection)
    return dt.datetime.fromtimestamp(moment / 1000, dt.UTC)


def prepare_going_back(workplace: Workplace, backup: Backup, password: str) -> Unlocked:
    """Prove the user's password, and back up the present state before `backup` replaces it.

    Raises NotYourPassword, Throttled, and StoreError if the disk fails; nothing is replaced yet.
    """
    opened = prove_password(workplace, password)
    workplace.back_up(spared=backup.name)
    return opened


def go_back_to(workplace: Workplace, backup: Backup, opened: Unlocked) -> None:
    """Close the workplace and put a backup of it in its place; StoreError leaves it as it was.

    The keys that `opened` has are those of every backup, whatever password was valid when it was
    made. The workplace is closed afterwards in any case.
    """
    folder, setting = workplace.folder, workplace.setting
    workplace.close()
    restore(folder, backup.folder, setting, _with_keys(opened), ActLabel.RESTORE).close()


def _with_keys(opened: Unlocked) -> Unlock:
    """Return how the vault of a backup is opened with the keys of the workplace itself."""

    def unlock(file: VaultFile) -> tuple[Vault, Unlocked]:
        vault = file.read()
        verify_vault(vault, opened.keys)
        return vault, opened

    return unlock
