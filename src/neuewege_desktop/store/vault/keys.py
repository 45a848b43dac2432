"""The data key of a workplace and the keys derived from it."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from typing_extensions import override

from neuewege_desktop.base.errors import Bug

RandomBytes: TypeAlias = Callable[[int], bytes]

KEY_BYTES = 32
DATABASE_SALT_BYTES = 16


def derive(secret: bytes, purpose: str, salt: bytes | None = None) -> bytes:
    """Return the 32-byte key for `purpose` (HKDF-SHA256); other purposes get unrelated keys."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode()).derive(
        secret
    )


@dataclass(frozen=True, slots=True)
class Keys:
    """All keys of one opened workplace; showing it shows none of them."""

    data_key: bytes

    def __post_init__(self) -> None:
        if len(self.data_key) != KEY_BYTES:
            raise Bug("a data key has 32 bytes")

    @override
    def __repr__(self) -> str:
        return "Keys(…)"

    def database_pragma(self, salt: bytes) -> str:
        """Return the raw-key text of SQLCipher's `PRAGMA key`: x'<64 hex key><32 hex salt>'.

        The length is checked because SQLCipher silently takes any other one for a passphrase.
        """
        if len(salt) != DATABASE_SALT_BYTES:
            raise Bug("a database salt has 16 bytes")
        return f"x'{derive(self.data_key, 'nw/db/v1').hex()}{salt.hex()}'"

    def attachments(self) -> bytes:
        """Return the key that wraps the random key of each attachment."""
        return derive(self.data_key, "nw/attach/v1")

    def device_keys(self) -> bytes:
        """Return the key that wraps the private keys of this device."""
        return derive(self.data_key, "nw/devkeys/v1")

    def vault_mac(self, content: bytes) -> bytes:
        """Return the seal over the `content` of the vault file (HMAC-SHA256)."""
        return hmac.digest(derive(self.data_key, "nw/vaultmac/v1"), content, "sha256")
