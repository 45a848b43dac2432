"""The way of the Tab key: as one reads, wherever and whenever the parts of a window were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget


def order_tabs(area: QWidget) -> None:
    """Let Tab go through an area in the order in which its widgets lie in each other."""
    for one, next_one in pairwise(_stops(area)):
        QWidget.setTabOrder(one, next_one)


def _stops(area: QWidget) -> Iterator[QWidget]:
    for child in _children(area):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            yield child
        yield from _stops(child)


def _children(area: QWidget) -> list[QWidget]:
    children = [c for c in area.children() if isinstance(c, QWidget) and not c.isWindow()]
    if isinstance(area, QTabWidget):  # it makes its leaves before the tabs over them
        children.sort(key=lambda child: child is not area.tabBar())
    return children
