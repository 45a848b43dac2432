"""The way of the Tab key: as one reads.

Qt goes by the time at which widgets were made or given to their parent, which puts whatever is
shown anew at the very end. We go by how they lie in each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSplitter, QTabWidget, QWidget


def tab_stops(area: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at inside of an area, in its order."""
    for child in _children(area):
        if _is_stop(child):
            yield child
        yield from tab_stops(child)


def go_by_tab(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next stop of a window, round and round; False if it has none.

    It is called by `focusNextPrevChild` of the window.
    """
    stops = list(tab_stops(window))
    if not stops:
        return False
    here = window.focusWidget()
    step = 1 if forward else -1
    place = stops.index(here) + step if here in stops else (0 if forward else -1)
    goal = stops[place % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    goal.setFocus(reason)
    _bring_into_sight(goal)
    return True


def _is_stop(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
        return False
    if not widget.isEnabled():
        return False
    return not isinstance(widget, QAbstractButton) or _is_chosen(widget)


def _is_chosen(made: QAbstractButton) -> bool:
    """Say whether Tab stops at a button: of several that exclude each other at the chosen one."""
    group, parent = made.group(), made.parentWidget()
    others: list[QAbstractButton] = []
    if group is not None and group.exclusive():
        others = group.buttons()
    elif made.autoExclusive() and parent is not None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        siblings = parent.findChildren(QAbstractButton, options=direct)
        others = [each for each in siblings if each.autoExclusive()]
    return made.isChecked() or not any(other.isChecked() for other in others)


def _children(area: QWidget) -> list[QWidget]:
    children = [
        child
        for child in area.children()
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible()
    ]
    if isinstance(area, QTabWidget):  # it makes its leaves before the tabs over them
        children.sort(key=lambda child: child is not area.tabBar())
    if isinstance(area, QSplitter):
        children.sort(key=area.indexOf)
    return children


def _bring_into_sight(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
