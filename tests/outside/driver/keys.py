"""The keyboard, the mouse and the clipboard of the screen."""

from __future__ import annotations

import re
import subprocess

PAUSE = "8"  # milliseconds between two keys


def xdotool(*words: str) -> None:
    """Let xdotool do one thing, and wait until the screen has it."""
    subprocess.run(["xdotool", *words], check=True, timeout=60)


def press(combination: str) -> None:
    """Press keys together, named as xdotool does: `ctrl+k`, `Return`, `shift+Tab`."""
    xdotool("key", "--clearmodifiers", "--delay", PAUSE, combination)


def click(x: int, y: int, times: int = 1, button: int = 1) -> None:
    """Move the mouse to a pixel of the screen and click there; 3 is the right button."""
    xdotool("mousemove", str(x), str(y))
    xdotool("click", "--repeat", str(times), "--delay", "40", str(button))


def parts(text: str) -> list[str]:
    """Split `text` into ends of lines, what an American keyboard has, and what it has not."""
    return re.findall(r"\n|[ -~]+|[^ -~\n]+", text)


def enter(part: str) -> None:
    """Type one of the `parts` of a text."""
    if part == "\n":
        press("Return")  # xdotool would type a line feed, which no keyboard has
    elif part.isascii():
        xdotool("type", "--clearmodifiers", "--delay", PAUSE, "--", part)
    else:
        paste(part)


def paste(text: str) -> None:
    """Paste what a keyboard does not have: xdotool loses letters when it borrows keys for them."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    copy = ["xclip", "-selection", "clipboard", "-in"]
    # It stays behind to serve the clipboard, until somebody else copies something.
    subprocess.run(copy, input=text.encode(), check=True, timeout=60, **quiet)
    press("ctrl+v")


def copied() -> str:
    """Return the text on the clipboard."""
    copy = ["xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING"]
    answer = subprocess.run(copy, capture_output=True, check=False, timeout=60)
    return answer.stdout.decode()
