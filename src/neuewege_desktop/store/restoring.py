"""Going back to a backup: a new incarnation, in which everything erased stays erased.

The state that is replaced is set aside, not deleted, until the restored one has been opened.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from neuewege_desktop.base.errors import StoreError, UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.store.backup import Backup, backups, check_backup
from neuewege_desktop.store.engine import connect
from neuewege_desktop.store.erasures import add_erasures, read_erasures
from neuewege_desktop.store.files import (
    flush_file,
    flush_folder,
    os_failures,
    require_space,
)
from neuewege_desktop.store.layout import ATTACHMENTS, BACKUPS, STORE, VAULT
from neuewege_desktop.store.store import Erased
from neuewege_desktop.store.vault.access import Unlocked
from neuewege_desktop.store.vault.format import Vault, verify
from neuewege_desktop.store.vault.keys import Keys
from neuewege_desktop.store.vault.vault_file import VaultFile
from neuewege_desktop.store.workplace import Setting, Workplace, lock_workplace

SET_ASIDE = "vor-wiederherstellung"
Unlock = Callable[[VaultFile], tuple[Vault, Unlocked]]


def find_backup(workplace: Path, name: str | None) -> Backup:
    """Return the backup of that name, or the newest; UserError if there is none."""
    found = backups(workplace)
    for backup in found:
        if name is None or backup.name == name:
            return backup
    known = ", ".join(backup.name for backup in found) or "–"
    raise UserError(_("There is no such backup. These exist: {names}.").format(names=known))


def restore(folder: Path, source: Path, setting: Setting, unlock: Unlock, label: str) -> Workplace:
    """Put the backup in `source` in the place of the store in `folder`, and open it.

    `unlock` opens the vault of the backup. The vault of the workplace stays if it is the same
    one, so that passwords changed since keep their effect. Erasures listed in the folder, in the
    backup or in the store that is replaced are carried out again and told again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = lock_workplace(folder)
    try:
        vault, opened = _unlocked(folder, source, unlock)
        key = opened.keys.database_pragma(vault.db_salt)
        fresh = _copied(folder, source)
        check_backup(source, fresh, opened.keys, key)
        add_erasures(folder, opened.keys, read_erasures(source, opened.keys))
        add_erasures(folder, opened.keys, _erased_in(folder / STORE, key))
        current = _current_vault(folder, vault, opened.keys)
        _exchange(folder, fresh)
        workplace = Workplace(folder, setting, lock, current, opened)
        workplace.bring_up_to_date()
        workplace.renew()
        erase_again(workplace, label)
    except BaseException:
        lock.release()
        raise
    return workplace


def _unlocked(folder: Path, source: Path, unlock: Unlock) -> tuple[Vault, Unlocked]:
    """Open the vault of a backup on a copy: attempts are counted, and a stick may be read-only."""
    copy = folder / f"{SET_ASIDE}-{VAULT}"
    if not copy.exists():
        with os_failures(source / VAULT):
            shutil.copyfile(source / VAULT, copy)
    vault, opened = unlock(VaultFile(copy, None))
    copy.unlink()
    return vault, opened


def _current_vault(folder: Path, from_backup: Vault, keys: Keys) -> Vault:
    """Return the vault of the workplace if it guards the same data, else that of the backup."""
    if not (folder / VAULT).exists():
        return from_backup
    try:
        present = VaultFile(folder / VAULT, None).read()
        verify(present, keys)
    except UserError:
        return from_backup
    same = present.id == from_backup.id and present.db_salt == from_backup.db_salt
    return present if same else from_backup


def _copied(folder: Path, source: Path) -> Path:
    fresh = folder / f"{STORE}.neu"
    with os_failures(source / STORE):
        require_space(folder, 2 * (source / STORE).stat().st_size)
        shutil.copyfile(source / STORE, fresh)
    flush_file(fresh)  # before the present store is set aside for it
    return fresh


def _erased_in(path: Path, key: str) -> Erased:
    """Return what was erased in the store that is replaced, if it can still be read."""
    if not path.exists():
        return ()
    try:
        with closing(connect(path, key)) as raw:
            return tuple(raw.execute("SELECT scope, record, kind FROM erasure").fetchall())
    except (StoreError, dbapi2.DatabaseError):
        return ()


def _exchange(folder: Path, fresh: Path) -> None:
    """Set the present store aside and move the copy of the backup into its place."""
    with os_failures(folder):
        for suffix in ("", "-wal", "-shm"):
            old = folder / f"{STORE}{suffix}"
            if old.exists():
                old.replace(folder / f"{SET_ASIDE}.db{suffix}")
        fresh.replace(folder / STORE)
        for name in (ATTACHMENTS, BACKUPS):
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        flush_folder(folder)


def erase_again(workplace: Workplace, label: str) -> None:
    """Erase what the outer list names and this state of the store does not know as erased."""
    wanted = read_erasures(workplace.folder, workplace.keys)
    with workplace.store.reading() as reader:
        rows = reader.connection.exec_driver_sql("SELECT scope, record, kind FROM erasure")
        missing = sorted(wanted.difference(tuple(row) for row in rows))
    if not missing:
        return
    author: RecordId = workplace.user or 0
    with workplace.store.writing(label, author) as writer:
        for scope, record, kind in missing:
            writer.erase(scope, record, kind)
