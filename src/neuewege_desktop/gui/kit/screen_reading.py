"""What a screen reader is told of areas that scroll, in place of what Qt would tell it.

Qt counts a scroll bar among the parts of such an area only while it is visible, and then reads
beyond the end of its list when it is asked for a part that has just gone
(`QAccessibleAbstractScrollArea::child` of Qt 6.11): a page that is hidden at the wrong moment ends
the program. Here the bars are parts at all times, hidden ones among them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget

_AREAS = ("QScrollArea", "QAbstractScrollArea")
"""Tables, trees and texts are of nearer classes: Qt tells of them, and of them rightly."""


def steady_scroll_areas() -> None:
    """Describe scroll areas with parts that do not come and go; once in a process."""
    QAccessible.installFactory(_describe)


def _describe(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what tells of a thing, which Qt then owns; None leaves the telling to Qt.

    Qt asks with the name of each class of the thing, the nearest first.
    """
    if class_name in _AREAS and isinstance(thing, QAbstractScrollArea):
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
