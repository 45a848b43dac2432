"""The vault on disk: where it is read from, its copies, and who may try to open it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.store.files import backup_path, os_failures, write_atomic
from neuewege_desktop.store.vault.access import Unlocked
from neuewege_desktop.store.vault.failures import Throttled
from neuewege_desktop.store.vault.format import Vault, parse_vault, serialise
from neuewege_desktop.store.vault.strict_json import MAX_BYTES
from neuewege_desktop.store.vault.throttle import Throttle


class VaultFile:
    """`tresor.json` of a workplace, its predecessor beside it, and a copy in the profile folder.

    Nothing is ever deleted or rewritten because it could not be opened or read.
    """

    def __init__(self, path: Path, profile: Path | None) -> None:
        self.path = path
        self._profile = profile

    def read(self) -> Vault:
        """Return the vault; from the file before it, if the file itself is missing or broken.

        Raises the StoreError of the file itself if neither can be read.
        """
        try:
            return _read(self.path)
        except StoreError as first:
            with suppress(StoreError):
                return _read(backup_path(self.path))
            raise first

    def copy_of(self, vault_id: str) -> Vault | None:
        """Return the copy of a vault that the profile folder keeps, if it is there and whole."""
        if self._profile is None:
            return None
        with suppress(StoreError):
            return _read(self._copy(self._profile, vault_id))
        return None

    def write(self, vault: Vault) -> None:
        """Keep the vault, durable on return; that a profile cannot be written is no error."""
        content = serialise(vault)
        write_atomic(self.path, content)
        if self._profile is not None:
            copy = self._copy(self._profile, vault.id)
            with suppress(StoreError, OSError):
                copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_atomic(copy, content)

    def unlocking(self, attempt: Callable[[Vault], Unlocked], now: float) -> tuple[Vault, Unlocked]:
        """Return what `attempt` opens; too many failures make the next attempt wait.

        The attempt counts as failed before it is made, so that ending the program does not take
        it back. Raises Throttled, and what the attempt raises.
        """
        vault = self.read()
        throttle = vault.throttle.anchored(int(now))
        if seconds := throttle.seconds_left(int(now)):
            raise Throttled(seconds)
        self._keep_throttle(replace(vault, throttle=throttle.failed(int(now))))
        opened = attempt(vault)
        vault = replace(vault, throttle=Throttle())
        self._keep_throttle(vault)
        return vault, opened

    def _keep_throttle(self, vault: Vault) -> None:
        """Write the count of failures: no change of the vault itself, so nothing to go back to."""
        write_atomic(self.path, serialise(vault), keep_previous=False)

    @staticmethod
    def _copy(profile: Path, vault_id: str) -> Path:
        return profile / "tresore" / f"{vault_id}.json"


def _read(path: Path) -> Vault:
    with os_failures(path), path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    return parse_vault(content)
