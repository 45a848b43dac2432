"""What the file of a document is called when it leaves the program."""

from __future__ import annotations

import re
import unicodedata

from neuewege_desktop.reports.model import Document

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_APART = re.compile(r"[^a-z0-9]+")


def suggested_name(document: Document) -> str:
    """Return `2026-11-23_protokoll_fb-2026-47_intern.pdf`: never a word of the title.

    Only the day, the kind, the identifier and the variant stand in it, none of which names a
    client; it is plain ASCII, so that every disk and every mail program keeps it.
    """
    words = (document.kind, document.identifier, document.variant)
    parts = (f"{document.issued_at:%Y-%m-%d}", *map(_slug, words))
    return f"{'_'.join(filter(None, parts))}.pdf"


def _slug(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.lower().translate(_GERMAN))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _APART.sub("-", bare).strip("-")
