"""Which columns a table shows, in which order, by keyboard too."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.table_view import ColumnPlace, TableView
from neuewege_desktop.gui.kit.text import Text, announce

_PLACE = int(Qt.ItemDataRole.UserRole)
_ROW = QSize(0, 32)


class ColumnsDialog(Dialog):
    """Ticks columns and moves them; the table follows at once when it is left with OK."""

    def __init__(self, view: TableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.setWindowTitle(_("Choose the columns"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns"))
        for place in view.column_places():
            self.list.addItem(_item(place))
        self.list.setCurrentRow(0)
        self.up = button(_("Move &up"), lambda: self._move(-1), name="up")
        self.down = button(_("Move &down"), lambda: self._move(+1), name="down")
        for keys, step in (("Alt+Up", -1), ("Alt+Down", +1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        box.accepted.connect(self._take)
        box.rejected.connect(self.reject)
        self._lay_out(box)
        self.resize(380, 440)
        self.list.setFocus()

    def _lay_out(self, box: QDialogButtonBox) -> None:
        moves = QHBoxLayout()
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Text(_("Choose the columns"), "name"))
        hint = _("The space bar shows and hides a column; Alt and an arrow key move it.")
        layout.addWidget(Text(hint, "second", wrap=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(moves)
        layout.addWidget(box)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)
            place = _("{column}: place {number}").format(column=item.text(), number=row + step + 1)
            announce(self.list, place)

    def _take(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        self._view.arrange_columns(
            [(item.data(_PLACE), item.checkState() == Qt.CheckState.Checked) for item in items]
        )
        self.accept()


def _item(place: ColumnPlace) -> QListWidgetItem:
    item = QListWidgetItem(place.title)
    item.setSizeHint(_ROW)  # the padding of the style sheet is painted, but not reckoned with
    item.setData(_PLACE, place.column)
    item.setCheckState(Qt.CheckState.Checked if place.is_shown else Qt.CheckState.Unchecked)
    if place.column == 0:  # it tells what the row is about
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    return item
