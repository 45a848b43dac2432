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


def type_ascii(text: str) -> None:
    """Type what an American keyboard has."""
    xdotool("type", "--clearmodifiers", "--delay", PAUSE, "--", text)


def copy(text: str) -> None:
    """Put `text` on the clipboard, or be about to: it may take a moment until others see it."""
    command = ["xclip", "-selection", "clipboard", "-in"]
    # It stays behind to serve the clipboard, until somebody else copies something.
    subprocess.run(
        command,
        input=text.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=60,
    )


def copied() -> str:
    """Return the text on the clipboard."""
    command = ["xclip", "-selection", "clipboard", "-out", "-target", "UTF8_STRING"]
    answer = subprocess.run(command, capture_output=True, check=False, timeout=60)
    return answer.stdout.decode()
