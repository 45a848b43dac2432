"""A code with a label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from neuewege_desktop.base.i18n import _


class Choice(StrEnum):
    """A code of a closed list; `label` is the word a person reads."""

    _english: str

    def __new__(cls, code: str, english: str = "") -> Self:
        """Make a member out of its code and its English label (marked with `N_`).

        Without a label: the look-up of a member by its code, as type checkers see it.
        """
        member = str.__new__(cls, code)
        member._value_ = code
        member._english = english  # noqa: SLF001 - its own
        return member

    @property
    def label(self) -> str:
        """Return the word for this code in the language in use."""
        return _(self._english)

    @property
    def english(self) -> str:
        """Return the English word, by which the translations know it."""
        return self._english
