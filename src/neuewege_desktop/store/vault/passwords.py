"""Passwords and login names: one spelling each, the memory-hard key, and a look at weak ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from neuewege_desktop.base.formats import fold
from neuewege_desktop.base.i18n import _
from neuewege_desktop.store.vault.failures import NotEnoughMemory
from neuewege_desktop.store.vault.keys import KEY_BYTES
from neuewege_desktop.store.vault.strict_json import Fields, Json

SHORTEST = 12
_FEWEST_DIFFERENT = 5
_LEAST_REMAINDER = 6
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertzuiopasdfghjklyxcvbnm")
_COMMON = (
    *("passwort", "password", "kennwort", "geheim", "hallo", "willkommen", "admin", "schatz"),
    *("sommer", "winter", "herbst", "fruhling", "jobcenter", "landratsamt", "landkreis"),
    *("gemeinde", "rathaus", "neuewege", "neue", "wege"),
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs under Argon2id: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int


FIXED_COST = Cost(memory=262_144, passes=3, lanes=4)
"""The same on every machine: what a fast PC writes, the weakest laptop of the team must open."""


def take_cost(fields: Fields) -> Cost:
    """Take the cost of a slot, refusing one that would weaken the slot or eat the memory."""
    return Cost(
        memory=fields.integer("m", 64 * 1024, 1024 * 1024),
        passes=fields.integer("t", 1, 10),
        lanes=fields.integer("p", 1, 8),
    )


def cost_document(cost: Cost) -> dict[str, Json]:
    """Return `cost` as the vault writes it."""
    return {"name": "argon2id", "m": cost.memory, "t": cost.passes, "p": cost.lanes}


def stretched(password: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32 bytes that Argon2id makes of `password`; NotEnoughMemory without memory.

    Normalised to NFKC, so that ü typed on a Mac is the ü typed on Windows.
    """
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    try:
        return kdf.derive(unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass"))
    except MemoryError as failure:
        raise NotEnoughMemory from failure


def login_name(name: str) -> bytes:
    """Return the spelling under which a user name is compared: case and spacing do not matter."""
    text = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return text.encode("utf-8", "surrogatepass")


def password_problem(password: str, known: Iterable[str] = ()) -> str | None:
    """Say in a sentence why `password` is weak, or None; `known` are names anybody would try.

    A first look only: it finds what a colleague would try, not what a dictionary would.
    """
    if len(password) < SHORTEST:
        return _("The password is too short: please use at least {count} characters.").format(
            count=SHORTEST
        )
    if len(set(password)) < _FEWEST_DIFFERENT:
        return _("The password repeats the same few characters. Please mix in others.")
    if len(remainder(password, known)) < _LEAST_REMAINDER:
        return _(
            "The password is made of words, names or rows of keys that others would try first. "
            "Please take five words that have nothing to do with each other."
        )
    return None


def remainder(password: str, known: Iterable[str] = ()) -> str:
    """Return what is left of `password`, folded, without obvious words, rows of keys and years."""
    rest = fold(password)
    words = [fold(word) for name in known for word in name.split()]
    for word in sorted({*words, *_COMMON}, key=len, reverse=True):
        if len(word) > 2:
            rest = rest.replace(word, " ")
    rest = re.sub(r"(19|20)\d\d", " ", rest)
    for row in (*_RUNS, *(run[::-1] for run in _RUNS)):
        for start in range(len(row) - 3):
            rest = rest.replace(row[start : start + 4], " ")
    return "".join(rest.split())
