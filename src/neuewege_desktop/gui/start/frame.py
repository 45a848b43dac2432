"""The frame of every window that stands before the main window: brand, a card, one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.look.colours import Colour
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text, announce

if TYPE_CHECKING:
    from neuewege_desktop.services.workplaces import Workplace

BRAND = "Neue Wege"
_SIGN = 34  # logical pixels
_FRAME = 40  # logical pixels: the title bar, and a little ground


class Brand(QWidget):
    """The sign and the name of the program."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sign = QLabel()
        self._sign.setObjectName("brandSign")
        self._sign.setFixedSize(_SIGN, _SIGN)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = Text(BRAND)
        name.setObjectName("brand")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(11)
        row.addWidget(self._sign)
        row.addWidget(name)
        theme.changed.connect(self._paint_sign)
        self._paint_sign()

    def _paint_sign(self) -> None:
        code = self._theme.code(Colour.ON_ACCENT)
        ratio = self.devicePixelRatioF()
        pixmap = self._theme.pictures.pixmap("heart-handshake", code, 20, ratio)
        self._sign.setPixmap(pixmap)


class Card(QFrame):
    """A lighter sheet on the ground, which holds what belongs together."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(14)


class StartWindow(Dialog):
    """A window of its own; `closed` tells that the user is done with the program."""

    closed = Signal()

    def __init__(self, room: Room, size: QSize) -> None:
        super().__init__()
        self.room = room
        self.workplace: Workplace | None = None  # one that was made here and is open
        self.setWindowFlags(Qt.WindowType.Window)
        self.setWindowTitle(BRAND)
        self.resize(size.boundedTo(self._allowed()))
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(Brand(room.theme))
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 20, 32, 20)
        self.column.setSpacing(18)
        self.column.addLayout(self.head)

    def may_close(self) -> bool:
        """Say whether nothing would be lost; whoever says no asks the user."""
        return True

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return done

    def _allowed(self) -> QSize:
        """Return what the screen leaves beside its panel and the frame of a window."""
        return self.screen().availableSize() - QSize(0, _FRAME)

    def _grow(self) -> None:
        """Be as high as what stands here needs and the screen allows."""
        needed = self.column.totalHeightForWidth(self.width())
        allowed = self._allowed().height()
        if needed > self.height():
            self.resize(self.width(), min(needed, allowed))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    @override
    def reject(self) -> None:
        # Escape: a start window has nothing to go back to.
        return

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, not the one that is usual."""
        focused = self.focusWidget()
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and isinstance(focused, (QPushButton, QToolButton)):
            focused.click()
        else:
            super().keyPressEvent(event)


class Waiting(QWidget):
    """A word and a moving bar while something takes seconds; keeps its place when hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Text("", "second", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def tell(self, text: str) -> None:
        """Say what is being waited for."""
        self.text.setText(text)
        self.show()
        announce(self, text)
