"""What every page of the wizard has: words, a first thing to focus, and a way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _


class WizardPage(QWidget):
    """One step of the wizard."""

    changed = Signal()  # something about the buttons
    arrived = Signal()  # something new stands here: the keyboard goes to its first thing
    finished = Signal()  # on to the next page

    @property
    def next_words(self) -> str:
        """Return the words of the button that leads on."""
        return _("&Next")

    @property
    def is_ready(self) -> bool:
        """Say whether one can go on from here."""
        return True

    @property
    def is_working(self) -> bool:
        """Say whether something runs that leaving would break off."""
        return False

    @property
    def is_final(self) -> bool:
        """Say whether there is no way back from here."""
        return False

    def go_on(self) -> None:
        """Do what leaving the page forward needs, then say that it is done."""
        self.finished.emit()

    def break_off(self) -> None:
        """End the work that runs here."""

    def first(self) -> QWidget | None:
        """Return the first thing that can be done here; None if one can only go on."""
        return None


def scrolling(content: QWidget) -> QScrollArea:
    """Return an area in which `content` scrolls where a window is too small for it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("content")
    area.setWidget(content)
    return area


def bring_into_view(widget: QWidget) -> None:
    """Scroll so far that `widget` is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget)


def column_of(widget: QWidget, gap: int = 12) -> QVBoxLayout:
    """Return the layout of a widget whose parts stand one under the other."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column
