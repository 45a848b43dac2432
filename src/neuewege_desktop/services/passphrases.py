"""Pass-phrases offered to whoever sets a password, and how strong a typed one is.

The list of words and its length are explained in docs/decisions/0010-passphrases.md. The unlock
window waits for this module too: no SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.base.paths import resources
from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.store.vault.passwords import SHORTEST, password_problem, remainder

WORDS = 6
_STRONG_OF_ANY_KIND = 20
_ALL_KINDS = 4


class StrengthLevel(Choice):
    """How long a password withstands those who guess."""

    WEAK = "weak", N_("weak")
    FAIR = "fair", N_("sufficient")
    STRONG = "strong", N_("strong")


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong a password is, and a sentence on what would make it stronger, or ""."""

    level: StrengthLevel
    advice: str


@cache
def passphrase_words() -> tuple[str, ...]:
    """Return the words that pass-phrases are drawn from."""
    text = (resources() / "passphrases" / "words.txt").read_text("ascii")
    return tuple(text.split())


def offer_passphrase(random_below: Callable[[int], int]) -> str:
    """Return words drawn with `random_below`, which gives a secret number below the one it gets."""
    words = passphrase_words()
    return " ".join(words[random_below(len(words))] for _place in range(WORDS))


def strength(password: str, names: Iterable[str] = ()) -> Strength:
    """Return how strong `password` is; `names` (user, workplace, places) are what others try."""
    known = tuple(names)
    if problem := password_problem(password, known):
        return Strength(StrengthLevel.WEAK, problem)
    rest = len(remainder(password, known))
    if rest >= _STRONG_OF_ANY_KIND or (rest >= SHORTEST and _kinds(password) == _ALL_KINDS):
        return Strength(StrengthLevel.STRONG, "")
    return Strength(
        StrengthLevel.FAIR,
        _("One or two more words that have nothing to do with each other make it strong."),
    )


def too_short(password: str) -> str | None:
    """Return a sentence if a password has too few characters to be taken at all, or None."""
    return password_problem(password) if len(password) < SHORTEST else None


def _kinds(password: str) -> int:
    """Count the kinds of signs: small and capital letters, digits, all others."""
    kinds = (str.islower, str.isupper, str.isdigit, lambda sign: not sign.isalnum())
    return sum(any(map(kind, password)) for kind in kinds)
