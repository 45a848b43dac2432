"""Words are made fit for paper: composed letters, no control characters, only known glyphs."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from neuewege_desktop.base.i18n import _
from neuewege_desktop.reports.fonts import printable
from neuewege_desktop.reports.model import Document, Span
from neuewege_desktop.reports.rewriting import rewritten

UNKNOWN = "\u25a1"
"""The empty square that stands for a letter which paper does not have."""

_ENDS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "})
_UNSEEN = ("Cc", "Cf")  # control characters, and marks of direction or of possible breaks


def sanitize(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Return the document as it can be printed, and a sentence for each letter that cannot."""
    missing: dict[str, str] = {}

    def cleaned(words: str) -> str:
        return _cleaned(words, missing)

    def span(old: Span) -> Span:
        words = cleaned(old.text)
        return old if words is old.text else replace(old, text=words)

    def bare(words: str) -> str:
        fit = cleaned(words)
        return " ".join(fit.split("\n")) if "\n" in fit else fit

    clean = rewritten(document, {Span: span, str: bare})
    return clean, tuple(_warning(letter, words) for letter, words in missing.items())


def _cleaned(words: str, missing: dict[str, str]) -> str:
    """Return words fit for paper, the same object if they are; note letters that are missing."""
    if words.isascii() and words.isprintable():
        return words
    fit = unicodedata.normalize("NFC", words.replace("\r\n", "\n").translate(_ENDS))
    known = printable()
    if known.issuperset(fit):
        return words if fit == words else fit
    letters = []
    for letter in fit:
        if letter in known or letter == "\n":
            letters.append(letter)
        elif unicodedata.category(letter) not in _UNSEEN:
            letters.append(UNKNOWN)
            missing.setdefault(letter, words)
    return "".join(letters)


def _warning(letter: str, words: str) -> str:
    return _(
        "The character {letter} (U+{code}) in “{words}” cannot be printed. "
        "An empty square stands in its place."
    ).format(letter=letter, code=f"{ord(letter):04X}", words=words.strip()[:40])
