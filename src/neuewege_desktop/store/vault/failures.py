"""What can go wrong with a vault, each with the sentence the user reads."""

from __future__ import annotations

from neuewege_desktop.base.errors import StoreError, UserError
from neuewege_desktop.base.i18n import _, ngettext


class DamagedVault(StoreError):
    """The file is no vault as we write it; `place` names our own key, never foreign content."""

    def __init__(self, place: str) -> None:
        super().__init__(
            _(
                "The vault file is damaged (at “{place}”). It was left as it is. "
                "Please put back the copy from the last backup."
            ).format(place=place)
        )


class NewerVault(StoreError):
    """The file was written by a program that knows more than this one."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The vault file was written by a newer version of this program. "
                "Please install the newer version here."
            )
        )


class TamperedVault(StoreError):
    """The key opened, but the file is not the one that this key sealed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The vault file was changed by something other than this program. Nothing was "
                "opened. Please put back the copy from the last backup and tell your administrator."
            )
        )


class NotEnoughMemory(StoreError):
    """The key derivation got no memory: the password was not even looked at."""

    def __init__(self) -> None:
        super().__init__(
            _("There is not enough memory to check the password. Please close other programs.")
        )


class WrongPassword(UserError):
    """No slot opened; deliberately silent about whether the name or the password is wrong."""

    def __init__(self) -> None:
        super().__init__(_("User name or password is wrong. Please type both again."))


class SeveralUsersFit(UserError):
    """Without a name the password opened several slots: who acts would be a guess."""

    def __init__(self) -> None:
        super().__init__(_("This password fits several users. Please give your user name too."))


class Throttled(UserError):
    """Too many wrong passwords; the next attempt is due in `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            ngettext(
                "Too many wrong passwords. Please try again in {n} second.",
                "Too many wrong passwords. Please try again in {n} seconds.",
                seconds,
            )
        )
        self.seconds = seconds


class MistypedCode(UserError):
    """The recovery code is not as it was printed."""


class ForeignCode(UserError):
    """The recovery code is well-formed and opens nothing in this vault."""

    def __init__(self, vault_id: str) -> None:
        super().__init__(
            _(
                "This recovery code is typed correctly, but it belongs to another vault or was "
                "replaced since. Please look for the sheet with the vault number {vault}."
            ).format(vault=vault_id)
        )
