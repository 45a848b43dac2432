"""Where a person looks for files first."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths


def documents() -> str:
    """Return the folder of documents, or the home where the system knows none."""
    place = QStandardPaths.StandardLocation
    return QStandardPaths.writableLocation(
        place.DocumentsLocation
    ) or QStandardPaths.writableLocation(place.HomeLocation)
