"""The German dictionary and the words of the field, through the library Hunspell.

A question may take half a second, and the library holds Python's lock meanwhile: windows ask the
dictionary in another process (`answering`).
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from neuewege_desktop.base.paths import resources

_LANGUAGE = "de"
_MOST = 6
_NEAR = 0.82  # of 1: one or two letters of ten are wrong
_LONGEST_ASKED = 60  # letters; longer words take seconds and find nothing


class _Hunspell(Protocol):
    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...
    def add(self, word: str, example: str | None = None) -> int: ...


def can_check() -> bool:
    """Say whether spelling can be checked here; some computers lack the library."""
    return find_spec("hunspell") is not None


class Lexicon:
    """Knows words, and which a wrong one may have meant; ImportError without the library."""

    def __init__(self, folder: Path | None = None) -> None:
        from hunspell import Hunspell  # 0.2 s and 11 MB: only where words are looked up

        place = folder or resources() / "spelling"
        listed = terms(place)
        self._terms = [word for word, _example in listed]
        self._words: _Hunspell = Hunspell(_LANGUAGE, str(place), system_encoding="UTF-8")
        for word, example in listed:
            if not self.knows(word):  # adding it again would take its inflected forms away
                self._words.add(word, example or None)

    def knows(self, word: str) -> bool:
        """Say whether a word is spelled as the dictionary has it."""
        return self._words.spell(word)

    def suggestions(self, word: str, names: Sequence[str] = ()) -> tuple[str, ...]:
        """Return up to six words that may be meant, also among `names`; the likeliest first.

        The library finds nothing for many a long compound; the words of the field are such.
        """
        if len(word) > _LONGEST_ASKED:
            return ()
        near = get_close_matches(word, [*names, *self._terms], n=3, cutoff=_NEAR)
        found = (each for each in self._words.suggest(word) if not each.startswith("-"))
        return tuple(dict.fromkeys([*near, *found]))[:_MOST]


def terms(folder: Path) -> list[tuple[str, str]]:
    """Return the words of the field, each with one of the dictionary that is inflected alike."""
    lines = (folder / "terms.txt").read_text("utf-8").splitlines()
    pairs = (line.partition("/") for line in lines if line and not line.startswith("#"))
    return [(word, example) for word, _stroke, example in pairs]
