"""The slim list of all items: number, name, and what became of each, as a sign and a word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.choices.work import MeetingPart
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.conference.subjects import Stop
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.pages.state_chips import chip_of

_KEY = int(Qt.ItemDataRole.UserRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_SIGN = 18


class StopList(QListWidget):
    """Enter or a click goes to an item. While part B is shown, part A is one line without names."""

    chosen = Signal(object)  # id of an item

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self.setObjectName("stops")
        self.setAccessibleName(_("Items of the agenda"))
        self.setIconSize(QSize(_SIGN, _SIGN))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)

    def show_stops(self, stops: Sequence[Stop], current: RecordId | None, *, part_b: bool) -> None:
        """Show these items and mark the one that is being talked about."""
        if self._shown == (tuple(stops), current, part_b):
            return
        self._shown = (tuple(stops), current, part_b)
        self.clear()
        internal = [stop for stop in stops if stop.part is MeetingPart.INTERNAL]
        if part_b and internal:
            count = ngettext("one item", "{n} items", len(internal))
            words = _("Back to part A")
            self._add_line(internal[0].key, f"{words}\n{count}", "arrow-left")
        for stop in stops:
            if not (part_b and stop.part is MeetingPart.INTERNAL):
                self._add(stop, is_current=stop.key == current)

    def _add(self, stop: Stop, *, is_current: bool) -> None:
        cell = chip_of(stop.state)
        part = _("B") if stop.part is MeetingPart.TOWN else ""
        words = f"{part}{stop.number}  {stop.name}\n{cell.text}"
        item = self._add_line(stop.key, words, cell.icon)
        item.setData(_ACCESSIBLE, f"{part}{stop.number}: {stop.name}, {cell.text}")
        item.setIcon(self._theme.icon(cell.icon, cell.tone.text, cell.tone.text))
        if is_current:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            self.setCurrentItem(item)

    def _add_line(self, key: RecordId, words: str, icon: str) -> QListWidgetItem:
        item = QListWidgetItem(self._theme.icon(icon), words)
        item.setData(_KEY, key)
        self.addItem(item)
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_KEY))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        item = self.currentItem()
        if is_return and not event.modifiers() and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)
