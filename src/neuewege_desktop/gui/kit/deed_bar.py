"""What can be done with the current row of a list: as buttons over it, by keys, and in a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.flow import FlowLayout
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow


def _always(_row: NumberedRow) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDeed:
    """Something to do with a row, or with the list: its words (marked), its sign, its keys."""

    code: str
    text: str
    icon: str
    keys: str = ""
    is_sign: bool = False  # the sign says it all
    needs_row: bool = True
    fits: Callable[[NumberedRow], bool] = _always


class DeedBar(QWidget):
    """Offers what fits the current row; `place` is the widget in which the keys work."""

    chosen = Signal(str)  # code

    def __init__(self, theme: Theme, deeds: Sequence[RowDeed], place: QWidget) -> None:
        super().__init__(place)
        self._theme, self._deeds = theme, deeds
        self._row: NumberedRow | None = None
        self.is_locked = False
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(self, 8)
        for deed in deeds:
            self._buttons[deed.code] = made = self._button(deed, place)
            row.addWidget(made)

    def _button(self, deed: RowDeed, place: QWidget) -> QPushButton:
        words = _(deed.text)
        made = with_icon(button(words, self._doing(deed), name=deed.code), self._theme, deed.icon)
        if deed.is_sign:
            made.setText("")
            made.setToolTip(words)
        if deed.keys:
            keys = QKeySequence(deed.keys)
            native = keys.toString(QKeySequence.SequenceFormat.NativeText)
            made.setToolTip(f"{words} ({native})")
            shortcut = QShortcut(keys, place, self._doing(deed))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def _doing(self, deed: RowDeed) -> Callable[[], None]:
        def do() -> None:
            if self._fits(deed):
                self.chosen.emit(deed.code)

        return do

    def _fits(self, deed: RowDeed) -> bool:
        if self.is_locked:
            return False
        return not deed.needs_row or (self._row is not None and deed.fits(self._row))

    def show_for(self, row: NumberedRow | None) -> None:
        """Offer what fits a row."""
        self._row = row
        for deed in self._deeds:
            self._buttons[deed.code].setVisible(self._fits(deed))

    def focus_first(self) -> None:
        """Go to the first button, if one is offered."""
        for made in self._buttons.values():
            if made.isVisibleTo(self):
                made.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def lock(self, *, locked: bool) -> None:
        """Offer nothing while nothing may be changed."""
        self.is_locked = locked
        self.setVisible(not locked)
        self.show_for(self._row)

    def fill(self, menu: QMenu) -> None:
        """Put what fits the current row into a menu."""
        for deed in self._deeds:
            if self._fits(deed):
                action = QAction(self._theme.icon(deed.icon), _(deed.text), menu)
                action.setShortcut(QKeySequence(deed.keys))
                action.triggered.connect(self._doing(deed))
                menu.addAction(action)
