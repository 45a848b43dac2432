"""A workplace is a folder: vault, encrypted store, attachments, backups. Create it, open it.

One program at a time uses a workplace; a lock of the operating system sees to that, and is gone
with the process that held it, however it ended.
"""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from neuewege_desktop.base.errors import StoreError, UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.identity import compose, mint_device
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.store.backup import Backup, back_up, backups
from neuewege_desktop.store.engine import Database, refuse_plaintext
from neuewege_desktop.store.erasures import add_erasures
from neuewege_desktop.store.files import (
    DiskFull,
    create_reserve,
    give_up_reserve,
    os_failures,
    restore_reserve,
)
from neuewege_desktop.store.layout import ATTACHMENTS, BACKUPS, LOCK, STORE, VAULT
from neuewege_desktop.store.migrate import file_version, migrate
from neuewege_desktop.store.schema import VERSION
from neuewege_desktop.store.store import FIRST_USER, Store, Surroundings
from neuewege_desktop.store.vault.access import (
    Login,
    Unlocked,
    advance,
    create_vault,
)
from neuewege_desktop.store.vault.format import Vault
from neuewege_desktop.store.vault.keys import Keys
from neuewege_desktop.store.vault.passwords import FIXED_COST, Cost
from neuewege_desktop.store.vault.vault_file import VaultFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What opening a workplace is given by its surroundings."""

    now: Callable[[], dt.datetime]  # UTC
    random_bytes: Callable[[int], bytes]
    profile: Path | None = None  # where a second copy of the vault is kept
    cost: Cost = FIXED_COST  # of a password's key; lower in tests only

    def surroundings(self) -> Surroundings:
        """Return what the store needs of it."""
        return Surroundings(lambda: round(self.now().timestamp() * 1000), self.random_bytes)


class Workplace:
    """An opened workplace: its store, and the vault that its keys came from."""

    def __init__(
        self, folder: Path, setting: Setting, lock: FileLock, vault: Vault, opened: Unlocked
    ) -> None:
        self.folder = folder
        self.setting = setting
        self.keys = opened.keys
        self.opened_by = opened
        self._lock = lock
        self.file = VaultFile(folder / VAULT, setting.profile)
        self.vault = vault
        self.key = self.keys.database_pragma(vault.db_salt)
        self.notices: list[str] = []
        self._is_closed = False
        refuse_plaintext(folder / STORE)
        self.store = Store(Database(folder / STORE, self.key), setting.surroundings(), self._erased)

    @property
    def user(self) -> RecordId | None:
        """Return the user whose slot opened the workplace; None for the recovery code."""
        return int(self.opened_by.user) if self.opened_by.user is not None else None

    def keep(self, vault: Vault) -> None:
        """Write a changed vault; the one before stays beside it."""
        self.file.write(vault)
        self.vault = vault

    def back_up(self, spared: str = "") -> Backup:
        """Make a verified copy now; the older one of the name `spared` is not dropped for it."""
        self.keep(advance(self.vault, self.keys, high_water=self._high_water()))
        return back_up(
            self.store.database, self.keys, self.key, self.folder, self.setting.now(), spared
        )

    def close(self) -> None:
        """Make the copy of the day if there is none yet, then close; the lock goes last.

        On a full disk the reserve is given up, so that at least the store is closed in order.
        Closing once more does nothing: another state may lie in the folder by then.
        """
        if self._is_closed:
            return
        self._is_closed = True
        try:
            try:
                self._keep_copy_of_the_day()
                restore_reserve(self.folder)
            except DiskFull:
                give_up_reserve(self.folder)
                self.notices.append(
                    _("The disk is full: there is no backup of today. Please make room soon.")
                )
            self.store.close()
        finally:
            self._lock.release()

    def _keep_copy_of_the_day(self) -> None:
        today = self.setting.now().date()
        if not any(backup.made.date() == today for backup in backups(self.folder)):
            self.back_up()
        else:
            self.keep(advance(self.vault, self.keys, high_water=self._high_water()))

    def abandon(self) -> None:
        """Close without a copy, after a failure."""
        self.store.database.close()
        self._lock.release()

    def bring_up_to_date(self) -> None:
        """Migrate an older file, after a copy of it was made and read back."""
        version = file_version(self.store.database)
        if 0 < version < VERSION:
            back_up(self.store.database, self.keys, self.key, self.folder, self.setting.now())
        migrate(self.store.database)
        # A crash may have come between an erasure and its line in the outer list.
        add_erasures(self.folder, self.keys, self.store.erasures())

    def settle_identity(self) -> None:
        """Begin a new incarnation if this store is older than its vault remembers.

        Somebody put back an old file: its numbers were already used, and using them again would
        give two different entries one name.
        """
        device, held = self.store.device, self._high_water()
        behind = any(
            held.get(name, 0) < seq
            for name, seq in self.vault.high_water.items()
            if name.endswith(f"/{device}")
        )
        if behind or device != self.vault.incarnation:
            self.renew()
            self.notices.append(
                _("An older state of the workplace was found. It goes on under a new number.")
            )

    def renew(self) -> None:
        """Go on under a new device number."""
        device = mint_device(secrets.randbits)
        self.store.become(device)
        self.keep(advance(self.vault, self.keys, incarnation=device))

    def _high_water(self) -> dict[str, int]:
        """Return the numbers this incarnation has used up, by scope."""
        device = self.store.device
        return {
            f"{scope}/{device}": vector[device]
            for scope, vector in self.store.vectors().items()
            if device in vector
        }

    def _erased(self, erased: tuple[tuple[str, int, str], ...]) -> None:
        add_erasures(self.folder, self.keys, erased)


def lock_workplace(folder: Path) -> FileLock:
    """Return the held lock of a workplace; StoreError while another program holds it."""
    # Not bound to this thread: another one may close the workplace than opened it.
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    with os_failures(folder):
        try:
            lock.acquire()
        except Timeout as error:
            raise StoreError(
                _("This workplace is in use by another program. Please close it there first.")
            ) from error
    return lock


def create_workplace(
    folder: Path, login_name: str, password: str, setting: Setting
) -> tuple[Workplace, str]:
    """Return a new, empty, open workplace and its recovery code, to be shown once.

    The folder must not exist, or be empty. It is built beside its place and moved there whole.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(
            _("“{folder}” is not empty. Please choose a new folder.").format(folder=folder)
        )
    device = mint_device(secrets.randbits)
    login = Login(user=str(compose(device, FIRST_USER)), name=login_name, password=password)
    vault, keys, code = create_vault(
        login,
        incarnation=device,
        today=setting.now().date(),
        random_bytes=setting.random_bytes,
        cost=setting.cost,
    )
    building = folder.with_name(f".{folder.name}.neu")
    with os_failures(folder):
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir(parents=True, mode=0o700)
        try:
            _furnish(building, vault, keys, device, setting)
            if folder.exists():
                folder.rmdir()
            building.rename(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    opened = Unlocked(slot=vault.password_slots[0].id, user=login.user, keys=keys)
    workplace = Workplace(folder, setting, lock_workplace(folder), vault, opened)
    workplace.file.write(vault)
    return workplace, code


def _furnish(folder: Path, vault: Vault, keys: Keys, device: int, setting: Setting) -> None:
    VaultFile(folder / VAULT, None).write(vault)
    for name in (ATTACHMENTS, BACKUPS):
        (folder / name).mkdir(mode=0o700)
    create_reserve(folder)
    database = Database(folder / STORE, keys.database_pragma(vault.db_salt))
    migrate(database)
    store = Store(database, setting.surroundings())
    store.become(device)
    store.close()


@contextmanager
def opening(
    folder: Path, setting: Setting, unlock: Callable[[VaultFile], tuple[Vault, Unlocked]]
) -> Iterator[Workplace]:
    """Open a workplace with what `unlock` finds, and close it when the block ends."""
    workplace = open_workplace(folder, setting, unlock)
    try:
        yield workplace
    except BaseException:
        workplace.abandon()
        raise
    workplace.close()


def open_workplace(
    folder: Path, setting: Setting, unlock: Callable[[VaultFile], tuple[Vault, Unlocked]]
) -> Workplace:
    """Open a workplace: lock, vault, store, then bring it up to date."""
    if not (folder / STORE).exists():
        raise UserError(
            _("There is no workplace in “{folder}”. Please check the place.").format(folder=folder)
        )
    lock = lock_workplace(folder)
    file = VaultFile(folder / VAULT, setting.profile)
    try:
        try:
            vault, opened = unlock(file)
        except DiskFull:  # not even an attempt can be counted
            give_up_reserve(folder)
            vault, opened = unlock(file)
        workplace = Workplace(folder, setting, lock, vault, opened)
        workplace.bring_up_to_date()
        workplace.settle_identity()
    except BaseException:
        lock.release()
        raise
    return workplace
