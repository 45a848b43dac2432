"""Whether a folder is a workplace; told without opening it, and without bringing in SQL."""

from __future__ import annotations

from pathlib import Path

from neuewege_desktop.store.layout import STORE


def holds_workplace(folder: Path) -> bool:
    """Say whether there is a workplace in `folder`; one that cannot be looked into holds none."""
    try:
        return (folder / STORE).is_file()
    except OSError:
        return False
