"""Create, open and change a vault: from values to values, no file and no clock."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.store.vault.failures import ForeignCode, SeveralUsersFit, WrongPassword
from neuewege_desktop.store.vault.format import (
    MOST_SLOTS,
    VAULT_ID_BYTES,
    Vault,
    sealed,
    verify,
)
from neuewege_desktop.store.vault.keys import (
    DATABASE_SALT_BYTES,
    KEY_BYTES,
    Keys,
    RandomBytes,
)
from neuewege_desktop.store.vault.passwords import FIXED_COST, Cost
from neuewege_desktop.store.vault.recovery import new_code, secret_of
from neuewege_desktop.store.vault.slots import (
    PasswordSlot,
    RecoverySlot,
    Slot,
    new_password_slot,
    new_recovery_slot,
    open_with_password,
    open_with_secret,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A user as a slot is made for: opaque record id, login name, password."""

    user: str
    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlocked:
    """An opened vault: which slot opened it, whose it is (None: the recovery code), the keys."""

    slot: str
    user: str | None
    keys: Keys


def create_vault(
    login: Login,
    *,
    incarnation: int,
    today: dt.date,
    random_bytes: RandomBytes = os.urandom,
    cost: Cost = FIXED_COST,
) -> tuple[Vault, Keys, str]:
    """Return a new vault with one user, its keys, and the recovery code to print once."""
    keys = Keys(random_bytes(KEY_BYTES))
    code = new_code(random_bytes)
    vault = Vault(
        id=random_bytes(VAULT_ID_BYTES).hex(),
        generation=1,
        db_salt=random_bytes(DATABASE_SALT_BYTES),
        incarnation=incarnation,
        high_water={},
        slots=(),
    )
    slots = (
        _password_slot(vault, keys, login, today, random_bytes, cost),
        _recovery_slot(vault, keys, code, today, random_bytes),
    )
    return sealed(replace(vault, slots=slots), keys), keys, code


def unlock_password(vault: Vault, password: str, name: str | None = None) -> Unlocked:
    """Open the vault with a password; without a `name` every user's slot is tried.

    Raises WrongPassword, SeveralUsersFit (never guess who acts), TamperedVault.
    """
    fitting = [
        Unlocked(slot=slot.id, user=slot.user, keys=content.keys)
        for slot in vault.password_slots
        if name is None or slot.may_belong_to(name)
        if (content := open_with_password(slot, vault.id, password))
        if name is None or content.is_named(name)
    ]
    if not fitting:
        raise WrongPassword
    verify(vault, fitting[0].keys)
    if len(fitting) > 1:
        raise SeveralUsersFit
    return fitting[0]


def unlock_recovery(vault: Vault, code: str) -> Unlocked:
    """Open the vault with the code on paper; raises MistypedCode, ForeignCode, TamperedVault."""
    secret = secret_of(code)
    for slot in vault.recovery_slots:
        keys = open_with_secret(slot, vault.id, secret)
        if keys:
            verify(vault, keys)
            return Unlocked(slot=slot.id, user=None, keys=keys)
    raise ForeignCode(vault.id)


def change_password(
    vault: Vault,
    keys: Keys,
    login: Login,
    *,
    today: dt.date,
    random_bytes: RandomBytes = os.urandom,
    cost: Cost = FIXED_COST,
) -> Vault:
    """Return the vault with the user's slot made anew; the data key stays the same.

    Whoever has an old copy of the file and the old password can still open that copy.
    """
    old = _slot_of(vault, login.user)
    new = _password_slot(vault, keys, login, today, random_bytes, cost)
    return _changed(vault, keys, _exchanged(vault, old, new))


def add_user(
    vault: Vault,
    keys: Keys,
    login: Login,
    *,
    today: dt.date,
    random_bytes: RandomBytes = os.urandom,
    cost: Cost = FIXED_COST,
) -> Vault:
    """Return the vault with a slot for one more user."""
    if any(slot.user == login.user for slot in vault.password_slots):
        raise UserError(_("This user already has a password. Please change it instead."))
    if len(vault.slots) >= MOST_SLOTS:
        raise UserError(
            _(
                "There is no room for another user: {count} keys are the most. "
                "Please remove a user who no longer works here."
            ).format(count=MOST_SLOTS)
        )
    new = _password_slot(vault, keys, login, today, random_bytes, cost)
    return _changed(vault, keys, replace(vault, slots=(*vault.slots, new)))


def remove_user(vault: Vault, keys: Keys, user: str, *, opened_by: str | None) -> Vault:
    """Return the vault without the user's slot.

    Refused for the user whose slot opened the vault (`opened_by`, a user id): so one password
    that was proven to work a moment ago always remains.
    """
    slot = _slot_of(vault, user)
    if user == opened_by or len(vault.password_slots) == 1:
        raise UserError(
            _("You cannot remove yourself or the last user. Please let another user do it.")
        )
    others = tuple(other for other in vault.slots if other != slot)
    return _changed(vault, keys, replace(vault, slots=others))


def new_recovery_code(random_bytes: RandomBytes = os.urandom) -> str:
    """Return a code to print and have typed once, before `replace_recovery` puts it in force."""
    return new_code(random_bytes)


def replace_recovery(
    vault: Vault,
    keys: Keys,
    *,
    slot: str,
    code: str,
    today: dt.date,
    random_bytes: RandomBytes = os.urandom,
) -> Vault:
    """Return the vault where `code` opens instead of the recovery slot with the id `slot`."""
    old = next((found for found in vault.recovery_slots if found.id == slot), None)
    if old is None:
        raise UserError(_("This recovery code was already replaced."))
    new = _recovery_slot(vault, keys, code, today, random_bytes)
    return _changed(vault, keys, _exchanged(vault, old, new))


def advance(
    vault: Vault,
    keys: Keys,
    *,
    seen_generation: int = 0,
    high_water: Mapping[str, int] | None = None,
    incarnation: int | None = None,
) -> Vault:
    """Return the vault one generation further; numbers of streams only ever grow.

    `seen_generation` is the highest one known from elsewhere, `incarnation` a new device number
    after a restore.
    """
    grown = dict(vault.high_water)
    for stream, number in (high_water or {}).items():
        grown[stream] = max(number, grown.get(stream, 0))
    further = replace(
        vault,
        generation=max(vault.generation, seen_generation),
        high_water=grown,
        incarnation=vault.incarnation if incarnation is None else incarnation,
    )
    return _changed(vault, keys, further)


def _changed(before: Vault, keys: Keys, after: Vault) -> Vault:
    """Return `after` one generation further, sealed anew; never built upon a forged `before`."""
    verify(before, keys)
    return sealed(replace(after, generation=after.generation + 1), keys)


def _slot_of(vault: Vault, user: str) -> PasswordSlot:
    for slot in vault.password_slots:
        if slot.user == user:
            return slot
    raise UserError(_("This user has no password here."))


def _exchanged(vault: Vault, old: Slot, new: Slot) -> Vault:
    return replace(vault, slots=tuple(new if slot == old else slot for slot in vault.slots))


def _password_slot(
    vault: Vault,
    keys: Keys,
    login: Login,
    today: dt.date,
    random_bytes: RandomBytes,
    cost: Cost,
) -> PasswordSlot:
    return new_password_slot(
        vault_id=vault.id,
        keys=keys,
        user=login.user,
        name=login.name,
        password=login.password,
        created=today.isoformat(),
        cost=cost,
        random_bytes=random_bytes,
    )


def _recovery_slot(
    vault: Vault, keys: Keys, code: str, today: dt.date, random_bytes: RandomBytes
) -> RecoverySlot:
    return new_recovery_slot(
        vault_id=vault.id,
        keys=keys,
        code=code,
        created=today.isoformat(),
        random_bytes=random_bytes,
    )
