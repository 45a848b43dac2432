"""Finds words that do not have the room they need, and widgets that leave their place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)
from walks import told, visible

from neuewege_desktop.gui.kit.chip import Chip

_PIXEL = 1  # of rounding


def cut_off(window):
    """Return what is not shown in full: words, tabs, headings of columns."""
    found = []
    for widget in visible(window):
        if isinstance(widget, QLabel) and widget.text():
            found += _label(widget)
        elif isinstance(widget.parentWidget(), QLineEdit):
            continue  # its signs paint themselves smaller
        elif isinstance(widget, QAbstractButton | Chip):
            found += _too_small(widget, widget.sizeHint())
        elif isinstance(widget, QTabBar):
            found += _tabs(widget)
        elif isinstance(widget, QHeaderView):
            found += _headings(widget)
    return found


def _label(label):
    if not label.wordWrap():
        return _too_small(label, label.sizeHint())
    needed = label.heightForWidth(label.width())
    if needed > label.height() + _PIXEL:
        return [f"„{label.text()}“ needs a height of {needed}, has {label.height()}"]
    return []


def _too_small(widget, needed):
    size = widget.size()
    if needed.width() <= size.width() + _PIXEL and needed.height() <= size.height() + _PIXEL:
        return []
    words = getattr(widget, "text", str)() or told(widget)
    return [f"„{words}“ needs {needed.toTuple()}, has {size.toTuple()}"]


def _tabs(bar):
    last = bar.tabRect(bar.count() - 1).right() if bar.count() else 0
    scrolls = any(button.isVisible() for button in bar.findChildren(QToolButton))
    return [] if last <= bar.width() + _PIXEL or scrolls else [f"{told(bar)} loses tabs"]


def _headings(header):
    if header.orientation() == Qt.Orientation.Vertical:
        return []
    model = header.model()
    return [
        f"column „{model.headerData(place, header.orientation())}“ is too narrow"
        for place in range(header.count())
        if not header.isSectionHidden(place)
        and header.sectionSizeFromContents(place).width() > header.sectionSize(place) + _PIXEL
    ]


def out_of_place(window):
    """Return widgets that stick out where nothing scrolls."""
    found = []
    for widget in visible(window):
        parent = widget.parentWidget()
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            found += _beyond(widget, parent, area)
        elif not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            found.append(f"{told(widget)} {_rect(widget)} in {_rect(parent)}")
    return found


def _beyond(content, port, area):
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    is_fixed = isinstance(area, QScrollArea) and area.horizontalScrollBarPolicy() == never
    if is_fixed and content.width() > port.width() + _PIXEL:
        return [f"{told(content)} is {content.width()} wide in {port.width()}"]
    return []


def _rect(widget: QWidget):
    return widget.geometry().getRect()
