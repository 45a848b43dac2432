"""The keyboard, the mouse and the clipboard of the screen."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import groupby

PAUSE = "8"  # milliseconds between two keys


def xdotool(*words: str) -> None:
    """Let xdotool do one thing, and wait until the screen has it."""
    subprocess.run(["xdotool", *words], check=True, timeout=60)


def press(combination: str) -> None:
    """Press keys together, named as xdotool does: `ctrl+k`, `Return`, `shift+Tab`."""
    xdotool("key", "--clearmodifiers", "--delay", PAUSE, combination)


def click(x: int, y: int, times: int) -> None:
    """Move the mouse to a pixel of the screen and click there."""
    xdotool("mousemove", str(x), str(y))
    xdotool("click", "--repeat", str(times), "--delay", "40", "1")


def runs(text: str) -> Iterator[tuple[bool, str]]:
    """Split `text` where it changes between what keys can type, and what they cannot."""
    for by_keys, letters in groupby(text, str.isascii):
        yield by_keys, "".join(letters)


def type_ascii(text: str) -> None:
    """Type what an American keyboard has."""
    xdotool("type", "--clearmodifiers", "--delay", PAUSE, "--", text)


def paste(text: str) -> None:
    """Paste what a keyboard does not have: xdotool loses letters when it borrows keys for them."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    copy = ["xclip", "-selection", "clipboard", "-in"]
    # It stays behind to serve the clipboard, until somebody else copies something.
    subprocess.run(copy, input=text.encode(), check=True, timeout=60, **quiet)
    press("ctrl+v")
