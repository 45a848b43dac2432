"""Key slots: each is one way, a password or the recovery code, to the data key."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from typing_extensions import override

from neuewege_desktop.store.vault.failures import DamagedVault, NewerVault
from neuewege_desktop.store.vault.keys import KEY_BYTES, Keys, RandomBytes, derive
from neuewege_desktop.store.vault.passwords import (
    Cost,
    cost_document,
    login_name,
    stretched,
    take_cost,
)
from neuewege_desktop.store.vault.recovery import secret_of
from neuewege_desktop.store.vault.strict_json import Fields, Json, canonical

_ID, _SALT, _NONCE, _TAG, _HINT, _NAME = 8, 16, 12, 16, 1, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotBase:
    """What every slot carries in plain beside its sealed content; `created` is an ISO date."""

    id: str
    created: str
    salt: bytes
    nonce: bytes
    sealed: bytes = b""
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySlot(SlotBase):
    """Opens with the code on paper; needs no memory, so it opens on the weakest machine."""

    def header(self) -> dict[str, Json]:
        """Return everything but the sealed content: what the seal is bound to."""
        kdf: dict[str, Json] = {"name": "hkdf-sha256", "salt": self.salt.hex()}
        return _header(self, "recovery", kdf)


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordSlot(SlotBase):
    """Opens with one user's password.

    `user` is the opaque id of the user's record. `hint` is one byte of a keyed hash of the login
    name: enough to try the right slot first, too little to tell a finder who works here.
    """

    user: str
    hint: bytes
    cost: Cost

    def header(self) -> dict[str, Json]:
        """Return everything but the sealed content: what the seal is bound to."""
        kdf = {**cost_document(self.cost), "salt": self.salt.hex()}
        return {
            **_header(self, "password", kdf),
            "user": self.user,
            "hint": self.hint.hex(),
        }

    def may_belong_to(self, name: str) -> bool:
        """Say whether a user of this login name may own the slot; one in 256 others may too."""
        return hmac.compare_digest(self.hint, _hint(name, self.salt))


Slot: TypeAlias = PasswordSlot | RecoverySlot


@dataclass(frozen=True, slots=True)
class SlotContent:
    """What a password slot hides: the keys, and a digest of the exact login name."""

    keys: Keys
    name: bytes

    @override
    def __repr__(self) -> str:
        return "SlotContent(…)"

    def is_named(self, name: str) -> bool:
        """Say whether the slot was made for this login name."""
        return hmac.compare_digest(self.name, _name_digest(name))


def new_password_slot(
    *,
    vault_id: str,
    keys: Keys,
    user: str,
    name: str,
    password: str,
    created: str,
    cost: Cost,
    random_bytes: RandomBytes,
) -> PasswordSlot:
    """Return a slot that opens with `password`."""
    salt = random_bytes(_SALT)
    slot = PasswordSlot(
        id=random_bytes(_ID).hex(),
        created=created,
        salt=salt,
        nonce=random_bytes(_NONCE),
        user=user,
        hint=_hint(name, salt),
        cost=cost,
    )
    key = _password_key(slot, password)
    return replace(slot, sealed=_seal(slot, key, vault_id, keys.data_key + _name_digest(name)))


def new_recovery_slot(
    *, vault_id: str, keys: Keys, code: str, created: str, random_bytes: RandomBytes
) -> RecoverySlot:
    """Return a slot that opens with the recovery `code`."""
    slot = RecoverySlot(
        id=random_bytes(_ID).hex(),
        created=created,
        salt=random_bytes(_SALT),
        nonce=random_bytes(_NONCE),
    )
    key = _recovery_key(slot, secret_of(code))
    return replace(slot, sealed=_seal(slot, key, vault_id, keys.data_key))


def open_with_password(slot: PasswordSlot, vault_id: str, password: str) -> SlotContent | None:
    """Return what the slot hides, or None if this password does not open it (about a second)."""
    content = _open(slot, _password_key(slot, password), vault_id)
    if content is None:
        return None
    return SlotContent(Keys(content[:KEY_BYTES]), content[KEY_BYTES:])


def open_with_secret(slot: RecoverySlot, vault_id: str, secret: bytes) -> Keys | None:
    """Return the keys, or None if the secret of a recovery code does not open the slot."""
    content = _open(slot, _recovery_key(slot, secret), vault_id)
    return None if content is None else Keys(content)


def take_slot(fields: Fields) -> Slot:
    """Take one slot of the vault file; keys of newer programs are kept and stay sealed."""
    kind = fields.text("kind")
    kdf = fields.inner("kdf")
    name = kdf.text("name")
    if (kind, name) not in {("password", "argon2id"), ("recovery", "hkdf-sha256")}:
        raise NewerVault
    slot = _take_password_slot(fields, kdf) if kind == "password" else _take_recovery(fields, kdf)
    kdf.nothing_left("kdf")
    return replace(slot, extra=fields.rest)


def slot_document(slot: Slot) -> dict[str, Json]:
    """Return `slot` as the vault writes it."""
    return {**slot.header(), "ct": slot.sealed.hex()}


def _take_password_slot(fields: Fields, kdf: Fields) -> PasswordSlot:
    return PasswordSlot(
        id=fields.octets("id", _ID).hex(),
        created=fields.text("created"),
        user=fields.text("user"),
        hint=fields.octets("hint", _HINT),
        cost=take_cost(kdf),
        salt=kdf.octets("salt", _SALT),
        nonce=fields.octets("nonce", _NONCE),
        sealed=fields.octets("ct", KEY_BYTES + _NAME + _TAG),
    )


def _take_recovery(fields: Fields, kdf: Fields) -> RecoverySlot:
    if fields.has("user"):
        raise DamagedVault("user")
    return RecoverySlot(
        id=fields.octets("id", _ID).hex(),
        created=fields.text("created"),
        salt=kdf.octets("salt", _SALT),
        nonce=fields.octets("nonce", _NONCE),
        sealed=fields.octets("ct", KEY_BYTES + _TAG),
    )


def _header(slot: SlotBase, kind: str, kdf: dict[str, Json]) -> dict[str, Json]:
    return {
        **slot.extra,
        "id": slot.id,
        "kind": kind,
        "created": slot.created,
        "kdf": kdf,
        "nonce": slot.nonce.hex(),
    }


def _bound_to(slot: Slot, vault_id: str) -> bytes:
    return canonical({"slot": slot.header(), "vault": vault_id})


def _seal(slot: Slot, key: bytes, vault_id: str, content: bytes) -> bytes:
    return AESGCM(key).encrypt(slot.nonce, content, _bound_to(slot, vault_id))


def _open(slot: Slot, key: bytes, vault_id: str) -> bytes | None:
    try:
        return AESGCM(key).decrypt(slot.nonce, slot.sealed, _bound_to(slot, vault_id))
    except InvalidTag:
        return None


def _password_key(slot: PasswordSlot, password: str) -> bytes:
    """Return the slot's key; derived once more so that a keyring secret can be mixed in later."""
    return derive(stretched(password, slot.salt, slot.cost), "nw/slot/password/v1")


def _recovery_key(slot: RecoverySlot, secret: bytes) -> bytes:
    return derive(secret, "nw/slot/recovery/v1", slot.salt)


def _hint(name: str, salt: bytes) -> bytes:
    return hmac.digest(salt, login_name(name), "sha256")[:_HINT]


def _name_digest(name: str) -> bytes:
    return hashlib.sha256(login_name(name)).digest()
