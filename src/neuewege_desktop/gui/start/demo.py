"""The example workplace: where it lies, and the password that everybody may know."""

from __future__ import annotations

from pathlib import Path

DEMO_PASSWORD = "Beispiel-Daten"  # noqa: S105 - nobody in these data exists
DEMO_USER = "Anna Berg"


def demo_folder(profile: Path) -> Path:
    """Return the folder of the example workplace; it is made when it is first asked for."""
    return profile / "beispiel"
