"""Files that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

_LISTS = (".csv", ".txt", ".xlsx", ".ods")


def list_in(data: QMimeData) -> Path | None:
    """Return the one file that may be a list of the office, or None."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(files) == 1 and files[0].suffix.lower() in _LISTS:
        return files[0]
    return None
