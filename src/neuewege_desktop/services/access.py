"""Who may open the workplace: proving a password again, changing one's own, a new recovery code."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.services.workplaces import (
    Workplace,
    set_password,
    user_name,
    with_password,
)
from neuewege_desktop.store.vault.access import Unlocked, new_recovery_code, replace_recovery
from neuewege_desktop.store.vault.failures import WrongPassword


class NotYourPassword(UserError):
    """The password does not belong to the user who opened the workplace."""

    def __init__(self) -> None:
        super().__init__(_("This is not your password. Please type it again."))


def prove_password(workplace: Workplace, password: str) -> Unlocked:
    """Return what the password of the present user opens; each try counts.

    Raises NotYourPassword and, after too many tries, Throttled.
    """
    unlock = with_password(password, user_name(workplace), workplace.setting)
    try:
        _vault, opened = unlock(workplace.file)
    except WrongPassword as error:
        raise NotYourPassword from error
    if opened.user != workplace.opened_by.user:
        raise NotYourPassword
    return opened


def change_own_password(workplace: Workplace, old: str, new: str, today: dt.date) -> None:
    """Give the user another password; NotYourPassword unless they know the old one."""
    prove_password(workplace, old)
    set_password(workplace, new, today)


def offer_recovery_code(workplace: Workplace) -> str:
    """Return a code to write down; it counts once it was given to `replace_recovery_code`."""
    return new_recovery_code(workplace.setting.random_bytes)


def replace_recovery_code(workplace: Workplace, code: str, today: dt.date) -> None:
    """Let `code` open the workplace from now on, and the code before no more."""
    changed = workplace.vault
    for slot in changed.recovery_slots:
        changed = replace_recovery(
            changed,
            workplace.keys,
            slot=slot.id,
            code=code,
            today=today,
            random_bytes=workplace.setting.random_bytes,
        )
    workplace.keep(changed)
