"""Leaving a workplace so that nothing of it stays: the process ends, a fresh one asks anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QClipboard

LOCKED = "--locked"  # tells whoever looks at the list of processes why this one runs


def clear_own_clipboard(clipboard: QClipboard) -> None:
    """Empty the clipboard if what it holds came from us, and leave it alone otherwise."""
    if clipboard.ownsClipboard():
        clipboard.clear()


def start_afresh(program: Sequence[str], folder: Path | None) -> bool:
    """Start the program anew, at a locked workplace or from the beginning; say whether it could.

    Nothing secret is on its command line, and it lives on when we end.
    """
    command, *before = program
    place = [str(folder), LOCKED] if folder is not None else []
    started, _pid = QProcess.startDetached(command, [*before, *place], "")
    return started
