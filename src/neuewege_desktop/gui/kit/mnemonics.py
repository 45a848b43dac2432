"""Letters that are pressed with Alt: each means one thing in a window.

A form is shown in many windows, beside menus and buttons that have letters of their own. It takes
what they leave free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QTabBar, QToolButton, QWidget

from neuewege_desktop.gui.kit.text import plain

Lettered = QLabel | QAbstractButton
_MARK = re.compile(r"(?<!&)&([^&\s])")


def letter_of(text: str) -> str:
    """Return the letter that is marked in a text, small; empty if none is."""
    found = _MARK.search(text)
    return found.group(1).lower() if found else ""


def share_out(window: QWidget, labels: Sequence[Lettered]) -> None:
    """Mark in each label a letter that nothing else in the window uses: the one it has, or another.

    A label for which no letter is left goes without one.
    """
    taken = set(filter(None, map(letter_of, _texts(window, labels))))
    for label in labels:
        if letter := letter_of(label.text()):
            text = label.text() if letter not in taken else _with_another(label.text(), taken)
            label.setText(text)
            taken.add(letter_of(text))


def _texts(window: QWidget, but: Sequence[Lettered]) -> Iterator[str]:
    """Yield the words in the window that may hold a marked letter."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget in but:
            continue
        if isinstance(widget, QToolButton):
            continue  # shows a sign alone
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            yield widget.text()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QMenuBar):
            yield from (action.text() for action in widget.actions())


def _with_another(text: str, taken: set[str]) -> str:
    """Mark another letter: the first of a word if one is free, else any."""
    words = plain(text)
    starts = [found.start() for found in re.finditer(r"\b\w", words)]
    for place in [*starts, *range(len(words))]:
        if words[place].isalpha() and words[place].lower() not in taken:
            before, after = words[:place].replace("&", "&&"), words[place:].replace("&", "&&")
            return f"{before}&{after}"
    return words.replace("&", "&&")
