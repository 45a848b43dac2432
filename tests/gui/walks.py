"""What a walk through the widgets of a window looks at."""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QMenu,
    QMenuBar,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from neuewege_desktop.gui.kit.scrim import Scrim

_MNEMONIC = re.compile(r"(?<!&)&([^&\s])")
_KEYS = re.compile(r"\s*\([^()]*\)$")  # of a tool tip: the shortcut at its end
_SAME_LINE = 6  # logical pixels

# Of what the keyboard reaches; anything else would be read out as "pane" or not at all.
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.List,
    QAccessible.Role.PageTabList,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.Client,  # a region that scrolls, or holds a code to be read out
    QAccessible.Role.Grouping,
}


def visible(window, kind=QWidget):
    """Return the widgets of a window that are on the screen and not covered by a scrim."""
    covers = [scrim for scrim in window.findChildren(Scrim) if scrim.isVisible()]
    ground = covers[0] if covers else window
    return [w for w in ground.findChildren(kind) if w.isVisible() and w.window() is window]


def told(widget):
    """Return a widget as a person would find it."""
    face = QAccessible.queryAccessibleInterface(widget)
    return f"{type(widget).__name__} „{face.text(QAccessible.Text.Name) or widget.objectName()}“"


def reachable(window):
    """Return what Tab stops at."""
    return [
        widget
        for widget in visible(window)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not _is_unchosen(widget)
    ]


def _is_unchosen(widget):
    # Of several that exclude each other Tab stops at the chosen one; the arrows do the rest.
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    if group is not None and group.exclusive():
        return group.checkedButton() is not None
    siblings = widget.parentWidget().findChildren(
        QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    return widget.autoExclusive() and any(other.isChecked() for other in siblings)


# --- name, role, state -------------------------------------------------------------------------


def unnamed(window):
    """Return what a screen reader could not read out."""
    found = []
    for widget in reachable(window):
        face = QAccessible.queryAccessibleInterface(widget)
        if not face.text(QAccessible.Text.Name).strip():
            found.append(f"{told(widget)} has no name")
        if face.role() not in ROLES:
            found.append(f"{told(widget)} is a {face.role().name}")
        if not face.state().focusable:
            found.append(f"{told(widget)} does not say that it can be reached")
        if isinstance(widget, QComboBox) and not _labels(face):
            found.append(f"{told(widget)} has no label beside it")
    return found


def _labels(face):
    return [
        other
        for other, relation in face.relations()
        if relation == QAccessible.RelationFlag.Label and other.text(QAccessible.Text.Name)
    ]


def without_buddy(window):
    """Return labels whose mnemonic leads nowhere."""
    return [
        label.text()
        for label in visible(window, QLabel)
        if label.buddy() is None
        and label.textFormat() != Qt.TextFormat.PlainText
        and _MNEMONIC.search(label.text())
    ]


def only_in_tool_tips(window):
    """Return words that only a mouse finds."""
    found = []
    for widget in visible(window):
        words = _KEYS.sub("", widget.toolTip())
        face = QAccessible.queryAccessibleInterface(widget)
        said = [face.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
        if words and not any(words in text for text in said):
            found.append(f"{told(widget)}: {words}")
    return found


# --- mnemonics ---------------------------------------------------------------------------------


def double_mnemonics(window):
    """Return letters that mean two things at once in this window, or in one of its menus."""
    found = _doubles(window.windowTitle(), _texts(window))
    for menu in window.findChildren(QMenu):
        found += _doubles(menu.title(), [action.text() for action in menu.actions()])
    return found


def _texts(window):
    for widget in visible(window):
        if isinstance(widget, QToolButton) and widget.defaultAction() is not None:
            continue  # shows a sign alone; its action stands in a menu
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            yield widget.text()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QMenuBar):
            yield from (action.text() for action in widget.actions())


def _doubles(place, texts):
    owners = {}
    for text in texts:
        if mark := _MNEMONIC.search(text):
            owners.setdefault(mark.group(1).lower(), []).append(text)
    return [f"{place}: {letter} {texts}" for letter, texts in owners.items() if len(texts) > 1]


# --- the way by Tab ----------------------------------------------------------------------------


def way_by_tab(window, settle):
    """Return what Tab comes through, from the first stop until it is there again."""
    stops = reachable(window)
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    way = [_stop(window)]
    for _press in range(300):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        settle()
        here = _stop(window)
        if here is way[0]:
            return way
        if here in way:
            raise AssertionError(f"trapped at {told(here)}")
        way.append(here)
    raise AssertionError("no end of the way")


def _stop(window):
    return window.focusWidget()


def against_reading(window, way):
    """Return the steps of a way that lead up or to the left."""
    return [
        f"{told(one)} → {told(other)}"
        for one, other in pairwise(way)
        if not _reads_on(window, one, other)
    ]


def _reads_on(window, one, other):
    common = one.parentWidget()
    while common is not window and not common.isAncestorOf(other):
        common = common.parentWidget()
    first, second = (_rect(common, _branch(common, widget)) for widget in (one, other))
    if first.contains(second):  # lies over it, as a message does
        return True
    below = second.top() >= first.bottom() - _SAME_LINE
    right = second.left() >= first.right() - _SAME_LINE
    return below or right


def _branch(common, widget):
    while widget.parentWidget() is not common:
        widget = widget.parentWidget()
    return widget


def _rect(common, widget):
    return QRect(widget.mapTo(common, QPoint(0, 0)), widget.size())
