"""The recovery code on paper: 130 random bits with a checksum that finds typing errors."""

from __future__ import annotations

from collections.abc import Iterator

from bech32 import CHARSET, bech32_hrp_expand, bech32_polymod

from neuewege_desktop.base.i18n import _
from neuewege_desktop.store.vault.failures import MistypedCode
from neuewege_desktop.store.vault.keys import RandomBytes

GROUP = 4
_SECRET = 26  # characters of 5 bits each: 130 bits
_CHECKSUM = 6
_LENGTH = _SECRET + _CHECKSUM
_BECH32M = 0x2BC830A3  # BIP 350; the package knows only the older constant 1 in its own encoder
_PREFIX = bech32_hrp_expand("nw")  # part of the checksum, not of the printed text
_LOOK_ALIKES = str.maketrans({"o": "0", "i": "l", "1": "l"})  # none of the three is in the code


def new_code(random_bytes: RandomBytes) -> str:
    """Return a new recovery code as printed: 32 characters in 8 groups of 4."""
    secret = [octet & 31 for octet in random_bytes(_SECRET)]
    remainder = bech32_polymod([*_PREFIX, *secret, *[0] * _CHECKSUM]) ^ _BECH32M
    checksum = [remainder >> 5 * (_CHECKSUM - 1 - place) & 31 for place in range(_CHECKSUM)]
    text = "".join(CHARSET[value] for value in [*secret, *checksum]).upper()
    return "-".join(text[start : start + GROUP] for start in range(0, _LENGTH, GROUP))


def secret_of(code: str) -> bytes:
    """Return the secret in a typed `code`; MistypedCode names the wrong group where it can.

    Case, spaces and hyphens do not matter, and O, I and 1 are read as the 0 and L they look like.
    """
    text = "".join(sign for sign in code.lower().translate(_LOOK_ALIKES) if sign.isalnum())
    for place, sign in enumerate(text[:_LENGTH]):
        if sign not in CHARSET:
            raise _mistyped(place)
    if len(text) != _LENGTH:
        raise MistypedCode(
            _(
                "Typing error: the recovery code has {expected} characters, {found} were typed. "
                "Please compare it with the sheet."
            ).format(expected=_LENGTH, found=len(text))
        )
    values = [CHARSET.index(sign) for sign in text]
    if not _fits(values):
        raise _mistyped(next(_suspects(values), None))
    return bytes(values[:_SECRET])


def _fits(values: list[int]) -> bool:
    return bool(bech32_polymod([*_PREFIX, *values]) == _BECH32M)


def _suspects(values: list[int]) -> Iterator[int]:
    """Yield the places where one other character, or one swap of neighbours, would heal the code.

    For one wrong character that is proof; the code is still never corrected on the user's behalf.
    """
    for place in range(_LENGTH):
        before, after = values[:place], values[place + 1 :]
        if any(_fits([*before, other, *after]) for other in range(32)):
            yield place
        if after and _fits([*before, after[0], values[place], *after[1:]]):
            yield place


def _mistyped(place: int | None) -> MistypedCode:
    if place is None:
        return MistypedCode(
            _("Typing error: several characters are wrong. Please compare the code with the sheet.")
        )
    return MistypedCode(
        _("Typing error: please compare group {group} of the recovery code with the sheet.").format(
            group=place // GROUP + 1
        )
    )
