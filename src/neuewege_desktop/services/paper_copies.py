"""Copies of documents that leave the encrypted workplace: on paper, or as a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from neuewege_desktop.store.files import write_atomic


class CopyKind(StrEnum):
    """How a copy left."""

    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class PaperCopy:
    """A copy that nobody can protect any more, by the title of its document."""

    kind: CopyKind
    title: str


def save_copy(file: Path, content: bytes) -> None:
    """Write a document that only its owner can read; StoreError if that is not possible.

    A file that was there before is replaced, and nothing of it stays.
    """
    write_atomic(file, content, keep_previous=False)
