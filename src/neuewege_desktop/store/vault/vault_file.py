"""The vault on disk: where it is read from, its copies, and who may try to open it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.store.files import backup_path, os_failures, write_atomic
from neuewege_desktop.store.layout import STORE
from neuewege_desktop.store.vault.access import Unlocked
from neuewege_desktop.store.vault.failures import DamagedVault, NewerVault, Throttled
from neuewege_desktop.store.vault.format import Vault, parse_vault, serialise
from neuewege_desktop.store.vault.keys import DATABASE_SALT_BYTES
from neuewege_desktop.store.vault.strict_json import MAX_BYTES
from neuewege_desktop.store.vault.throttle import Throttle


class VaultFile:
    """`tresor.json` of a workplace, its predecessor beside it, and a copy in the profile folder.

    Nothing is ever deleted or rewritten because it could not be opened or read: a damaged file is
    set aside under another name.
    """

    def __init__(self, path: Path, profile: Path | None) -> None:
        self.path = path
        self._profile = profile

    def read(self) -> Vault:
        """Return the vault; from its newest copy, if the file itself is missing or damaged.

        Raises the StoreError of the file itself if there is no copy either, and NewerVault.
        """
        try:
            return _read(self.path)
        except NewerVault:
            raise  # an older copy would open, and hide what the newer program decided
        except StoreError:
            copy = self._newest_copy()
            if copy is None:
                raise
            return copy

    def write(self, vault: Vault) -> None:
        """Keep the vault, durable on return; that a profile cannot be written is no error."""
        content = serialise(vault)
        self._set_damaged_file_aside()
        write_atomic(self.path, content)
        if self._profile is not None:
            copy = _copies_in(self._profile) / f"{vault.id}.json"
            with suppress(StoreError, OSError):
                copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_atomic(copy, content, keep_previous=False)

    def unlocking(self, attempt: Callable[[Vault], Unlocked], now: float) -> tuple[Vault, Unlocked]:
        """Return what `attempt` opens; too many failures make the next attempt wait.

        The attempt counts as failed before it is made, so that ending the program does not take
        it back; it is taken back if the surroundings failed. Raises Throttled, and what the
        attempt raises.
        """
        vault = self.read()
        before = vault.throttle.anchored(int(now))
        seconds = before.seconds_left(int(now))
        if seconds:
            self._keep_throttle(vault, before)
            raise Throttled(seconds)
        self._keep_throttle(vault, before.failed(int(now)))
        try:
            opened = attempt(vault)
        except StoreError:
            self._keep_throttle(vault, before)
            raise
        return self._keep_throttle(vault, Throttle()), opened

    def _keep_throttle(self, vault: Vault, throttle: Throttle) -> Vault:
        """Write the count of failures: no change of the vault itself, so nothing to go back to."""
        counted = replace(vault, throttle=throttle)
        self._set_damaged_file_aside()
        write_atomic(self.path, serialise(counted), keep_previous=False)
        return counted

    def _set_damaged_file_aside(self) -> None:
        """Keep a damaged file for whoever can mend it, and away from its good predecessor."""
        if not self.path.exists():
            return
        try:
            _read(self.path)
        except DamagedVault:
            number = 1
            while (aside := self._aside(number)).exists():
                number += 1
            with os_failures(self.path):
                self.path.rename(aside)

    def _aside(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.defekt-{number}")

    def _newest_copy(self) -> Vault | None:
        """Return the newest copy that surely belongs to this workplace.

        The salt, random and unique, tells: SQLCipher writes it in front of the store. The store
        is looked at only when both files are gone, which is before anything opened it; later,
        reading it here would drop its locks.
        """
        beside = _readable(backup_path(self.path))
        salt = beside.db_salt if beside else _salt_of(self.path.with_name(STORE))
        paths = _copies_in(self._profile).glob("*.json") if self._profile else ()
        found = [beside, *map(_readable, sorted(paths))]
        fitting = [copy for copy in found if copy and copy.db_salt == salt]
        return max(fitting, key=lambda copy: copy.generation, default=None)


def _copies_in(profile: Path) -> Path:
    return profile / "tresore"


def _read(path: Path) -> Vault:
    with os_failures(path), path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    return parse_vault(content)


def _readable(path: Path) -> Vault | None:
    with suppress(StoreError):
        return _read(path)
    return None


def _salt_of(store: Path) -> bytes:
    with suppress(OSError), store.open("rb") as file:
        return file.read(DATABASE_SALT_BYTES)
    return b""
