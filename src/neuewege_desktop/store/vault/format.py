"""The vault as a value, and how `tresor.json` spells it."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from neuewege_desktop.store.vault.failures import DamagedVault, NewerVault, TamperedVault
from neuewege_desktop.store.vault.keys import DATABASE_SALT_BYTES, Keys
from neuewege_desktop.store.vault.slots import (
    PasswordSlot,
    RecoverySlot,
    Slot,
    slot_document,
    take_slot,
)
from neuewege_desktop.store.vault.strict_json import (
    MAX_BYTES,
    MAX_INTEGER,
    Fields,
    Json,
    canonical,
    parse_object,
)
from neuewege_desktop.store.vault.throttle import Throttle, take_throttle, throttle_document

FORMAT = "nw-tresor"
VERSION = 1
MOST_SLOTS = 12
VAULT_ID_BYTES = 16
MAX_INCARNATION = 2**31 - 1
_MAC = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Vault:
    """Everything a workplace keeps outside its encrypted store.

    `incarnation` is the device number (31 bits; a restore takes a new one), `high_water` the
    highest number seen per stream, `generation` counts the changes of this file. `extra` holds
    what newer programs wrote, device certificates (`devices`) among them, untouched.
    """

    id: str
    generation: int
    db_salt: bytes
    incarnation: int
    high_water: Mapping[str, int]
    slots: tuple[Slot, ...]
    throttle: Throttle = field(default_factory=Throttle)
    mac: bytes = b""
    extra: Mapping[str, Json] = field(default_factory=dict)

    @property
    def password_slots(self) -> tuple[PasswordSlot, ...]:
        """Return the slots of the users."""
        return tuple(slot for slot in self.slots if isinstance(slot, PasswordSlot))

    @property
    def recovery_slots(self) -> tuple[RecoverySlot, ...]:
        """Return the slots of the codes on paper; there is always one."""
        return tuple(slot for slot in self.slots if isinstance(slot, RecoverySlot))


def parse_vault(raw: bytes) -> Vault:
    """Read a vault file; DamagedVault or NewerVault for anything this program did not write."""
    fields = Fields(parse_object(raw))
    if fields.text("format") != FORMAT:
        raise DamagedVault("format")
    if fields.integer("v", 1, MAX_INTEGER) > VERSION:
        raise NewerVault
    vault = Vault(
        id=fields.octets("vault", VAULT_ID_BYTES).hex(),
        generation=fields.integer("generation", 1, MAX_INTEGER),
        db_salt=fields.octets("db_salt", DATABASE_SALT_BYTES),
        incarnation=fields.integer("incarnation", 0, MAX_INCARNATION),
        high_water=_take_high_water(fields.inner("high_water")),
        slots=tuple(take_slot(slot) for slot in fields.many("slots", MOST_SLOTS)),
        throttle=take_throttle(fields.inner("throttle")),
        mac=fields.octets("mac", _MAC),
        extra=fields.rest,
    )
    _check_slots(vault)
    return vault


def serialise(vault: Vault) -> bytes:
    """Return the bytes of the vault file."""
    document = {
        **_sealed_part(vault),
        "throttle": throttle_document(vault.throttle),
        "mac": vault.mac.hex(),
    }
    raw = json.dumps(document, sort_keys=True, indent=1).encode("ascii") + b"\n"
    if len(raw) > MAX_BYTES:
        raise DamagedVault("size")
    return raw


def sealed(vault: Vault, keys: Keys) -> Vault:
    """Return `vault` with the mac over all of it but the throttle, which changes while locked."""
    return replace(vault, mac=keys.vault_mac(canonical(_sealed_part(vault))))


def verify(vault: Vault, keys: Keys) -> None:
    """Raise TamperedVault unless `vault` is as it was when `keys` sealed it."""
    if not hmac.compare_digest(vault.mac, sealed(vault, keys).mac):
        raise TamperedVault


def _sealed_part(vault: Vault) -> dict[str, Json]:
    return {
        **vault.extra,
        "format": FORMAT,
        "v": VERSION,
        "vault": vault.id,
        "generation": vault.generation,
        "db_salt": vault.db_salt.hex(),
        "incarnation": vault.incarnation,
        "high_water": dict(vault.high_water),
        "slots": [slot_document(slot) for slot in vault.slots],
    }


def _take_high_water(fields: Fields) -> dict[str, int]:
    try:
        return {stream: fields.integer(stream, 0, MAX_INTEGER) for stream in list(fields.rest)}
    except DamagedVault as failure:  # the name of a stream is foreign content: not for a message
        raise DamagedVault("high_water") from failure


def _check_slots(vault: Vault) -> None:
    ids = {slot.id for slot in vault.slots}
    users = {slot.user for slot in vault.password_slots}
    unique = len(ids) == len(vault.slots) and len(users) == len(vault.password_slots)
    if not (unique and vault.recovery_slots and vault.password_slots):
        raise DamagedVault("slots")
