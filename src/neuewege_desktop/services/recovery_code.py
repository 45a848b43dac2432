"""The recovery code as a person types it from their sheet."""

from __future__ import annotations

from pathlib import Path

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.store.layout import VAULT
from neuewege_desktop.store.vault.recovery import secret_of
from neuewege_desktop.store.vault.vault_file import VaultFile


def compare_code(typed: str, code: str) -> None:
    """Raise UserError if what was typed is not `code`; it names the wrong group where it can.

    Case, spaces and hyphens do not matter.
    """
    if secret_of(typed) != secret_of(code):
        raise UserError(
            _("This is another recovery code. Please type the one that is shown in this window.")
        )


def vault_number(folder: Path) -> str:
    """Return the number of the vault of a workplace, which stands on the sheet with the code."""
    return VaultFile(folder / VAULT, None).read().id
