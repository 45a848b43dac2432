"""Where things lie on disk: the one module that knows a source tree from an installed program."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOT = _PACKAGE.parent.parent
APP = "NeueWegeDesktop"


def _shipped(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _ROOT / name


def resources() -> Path:
    """Return the folder of shipped data files (catalogues, fonts, icons)."""
    return _shipped("resources")


def translations() -> Path:
    """Return the folder of the compiled catalogues."""
    return _shipped("translations")


def profile() -> Path:
    """Return the user's own folder for settings and second copies; it may not exist yet."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))
