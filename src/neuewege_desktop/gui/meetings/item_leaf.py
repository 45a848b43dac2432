"""A list of rows with what can be done with the current one; the parts of a conference are such."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.form_dialog import FormDialog
from neuewege_desktop.gui.kit.deed_bar import DeedBar, RowDeed
from neuewege_desktop.gui.kit.numbered_list import NumberedList
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.reading import ConferenceFile
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

Doing = Callable[[NumberedRow | None], object]


class ItemLeaf(QWidget):
    """Shows rows; each kind of leaf says what its deeds do."""

    wanted = Signal(object)  # Target

    def __init__(
        self, session: Session, name: str, deeds: Sequence[RowDeed], hint: str = ""
    ) -> None:
        super().__init__()
        self.session = session
        self.file: ConferenceFile | None = None
        self._doings: Mapping[str, Doing] = {}
        theme = session.room.theme
        self.bar = DeedBar(theme, deeds, self)
        self.list = NumberedList(theme)
        self.list.setAccessibleName(name)
        self.hint = Text(hint, "second", wrap=True)
        self._empty = Text("", "second", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(20, 48, 20, 20)
        self._front = QStackedWidget()
        self._front.addWidget(self.list)
        self._front.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.hint)
        column.addWidget(self.bar)
        column.addWidget(self._front, 1)
        self.hint.setVisible(bool(hint))  # only now: without a parent it would be a window
        self.bar.chosen.connect(self._do)
        self.list.moved.connect(self._follow)
        self.list.activated.connect(self._open)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def does(self, doings: Mapping[str, Doing]) -> None:
        """Say what each deed does; „open“ is what Enter does with a row."""
        self._doings = doings

    def show_rows(self, rows: Sequence[NumberedRow], empty: str) -> None:
        """Show these rows; `empty` says what it means that there are none."""
        self._empty.setText(empty)
        self._front.setCurrentWidget(self.list if rows else self._empty)
        self.list.show_rows(rows)
        self._follow()

    def lock(self, *, locked: bool) -> None:
        """Let nothing be changed."""
        self.bar.lock(locked=locked)

    def enter(self) -> None:
        """Take the keyboard."""
        if self.list.rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.bar.focus_first()

    def act(self, act: Callable[[Office], Outcome]) -> None:
        """Do something with the current row; the keyboard stays in the list."""
        self.enter()
        self.session.act(act, owner=self)

    def open_form(
        self,
        title: str,
        make: Callable[[Office], Editing],
        hint: str = "",
        field: str = "",
    ) -> None:
        """Open a form over the window, at one of its fields."""

        def show(editing: Editing) -> None:
            dialog = FormDialog(self.session, title, editing, self, hint)
            dialog.finished.connect(self._come_back)
            dialog.open()
            if field:
                dialog.editor.form.editor(field).inputs()[0].setFocus()

        self.session.read(make, show, owner=self)

    def _come_back(self, _result: int) -> None:
        """Take the keyboard after a form, unless it was opened from another leaf."""
        if self.isVisible():
            self.enter()

    def _follow(self) -> None:
        self.bar.show_for(self.list.current())

    def _do(self, code: str) -> None:
        self._doings[code](self.list.current())

    def open_current(self) -> None:
        """Do with the current row what Enter does."""
        if "open" in self._doings:
            self._doings["open"](self.list.current())

    def _open(self, _index: QModelIndex) -> None:
        self.open_current()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("More to do"))
        self.bar.fill(menu)
        if not menu.isEmpty():
            menu.popup(self.list.viewport().mapToGlobal(place))
