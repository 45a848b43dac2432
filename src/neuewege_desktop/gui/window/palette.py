"""The command palette: one line to type in, and under it whatever can be done or gone to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.entries import Entry
from neuewege_desktop.gui.kit.entry_view import EntryView
from neuewege_desktop.gui.kit.scrim import Scrim
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.window.palette_entries import RecordFinder, action_entries
from neuewege_desktop.services.outcome import Outcome

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow

_WIDTH, _FROM_ABOVE, _MOST_HEIGHT = 640, 84, 452
_EDGE = 24  # of the window that stays free
_MOST_RECENT = 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


def open_palette(window: MainWindow) -> None:
    """Open the palette over a window; where it is open already, close it."""
    palette = window.findChild(Palette) or Palette(window)
    if palette.is_open:
        palette.dismiss()
    else:
        palette.open()


class Palette(QFrame):
    """Finds actions and records by a few letters; the keyboard stays in its line all the time."""

    def __init__(self, window: MainWindow) -> None:
        self._scrim = Scrim(window)
        super().__init__(self._scrim)
        self.setObjectName("palette")
        self.setAccessibleName(_("Search everything"))
        self._window = window
        self._finder = RecordFinder(window.session, self)
        self._before: QWidget | None = None  # what had the keyboard
        self._found: list[Entry] = []
        self._recent: list[Entry] = []
        self._is_waiting = False  # for what fits the text
        self._opens_when_found = False
        self._make()
        self._scrim.clicked.connect(self.dismiss)
        self._scrim.resized.connect(self._place)
        self._scrim.hidden.connect(self._forget)
        window.actions_table.chosen.connect(self._take_action)
        window.session.changed.connect(self._take_change)

    def _make(self) -> None:
        self.line = QLineEdit()
        self.line.setObjectName("paletteLine")
        self.line.setPlaceholderText(_("Name, number, street, or what you want to do"))
        self.line.setAccessibleName(_("Search everything"))
        self.line.setAccessibleDescription(_("Arrow keys choose, Enter opens, Escape closes."))
        self.line.textChanged.connect(self._ask)
        self.line.installEventFilter(self)
        self.view = EntryView(self._window.room.theme)
        self.view.setAccessibleName(_("Found"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.clicked.connect(self._open_clicked)
        self.nothing = Text("", "second", wrap=True)
        self.nothing.setContentsMargins(18, 18, 18, 18)
        self.count = Text("", "hint")
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 7, 18, 9)
        foot.addWidget(self.count, 1)
        foot.addWidget(Text(_("↑ ↓ choose     ↵ open     Esc close"), "hint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing, 1)
        column.addLayout(foot)

    # --- coming and going -------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Say whether one can type here now."""
        return not self._scrim.isHidden()

    @property
    def is_settled(self) -> bool:
        """Say whether everything that fits the text is shown."""
        return self._finder.is_idle

    def open(self) -> None:
        """Show what one can do without typing, and take the keyboard."""
        self._before = self._window.focusWidget()
        self._ask("")
        self._scrim.cover()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close the palette; the keyboard goes back to where it was."""
        if not self.is_open:
            return
        has_keyboard = self._window.focusWidget() is self.line
        self._scrim.hide()
        before = self._before
        if has_keyboard and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _forget(self) -> None:
        """Forget what was typed and found, however the palette was closed."""
        self._finder.close()
        self._found = []
        with QSignalBlocker(self.line):
            self.line.clear()
        self.view.show_entries([])

    def _take_action(self, code: str) -> None:
        if code != "palette":
            self.dismiss()

    def _place(self) -> None:
        room = self._scrim.rect()
        width = min(_WIDTH, room.width() - 2 * _EDGE)
        top = min(_FROM_ABOVE, room.height() // 8)
        height = min(self._wanted_height(width), room.height() - top - _EDGE, _MOST_HEIGHT)
        self.setGeometry((room.width() - width) // 2, top, width, height)
        self._scrim.update()

    def _wanted_height(self, width: int) -> int:
        """Return how high the palette is with all its lines."""
        lines = self.view.wanted_height() + 16
        if self.view.isHidden():
            lines = self.nothing.heightForWidth(width - 2) + 8
        return lines + self.line.sizeHint().height() + self.count.sizeHint().height() + 20

    # --- asking -----------------------------------------------------------------------------

    def _ask(self, text: str) -> None:
        self._opens_when_found = False
        self._is_waiting = bool(text.strip())
        if self._is_waiting:
            self._finder.ask(text, self._take_records, self._take_tasks)
        else:
            self._finder.forget()
            self._show([*self._recent, *action_entries(self._window.actions_table, "")])

    def _take_records(self, records: list[Entry]) -> None:
        self._found = [*action_entries(self._window.actions_table, self.line.text()), *records]
        if self._found:
            self._is_waiting = False
            self._show(self._found)
            if self._opens_when_found:
                self._open(self.view.current())

    def _take_tasks(self, tasks: list[Entry]) -> None:
        if tasks or self._is_waiting:
            chosen = self.view.currentIndex().row() if not self._is_waiting else 0
            self._show([*self._found, *tasks])
            self.view.step(chosen)
        if self._is_waiting and self._opens_when_found:
            self._open(self.view.current())
        self._is_waiting = False

    def _show(self, entries: list[Entry]) -> None:
        self.view.show_entries(entries)
        self.view.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
        self.nothing.setText(
            _(
                "Nothing fits. Please check the spelling, or try a part of the name, the number "
                "or the street."
            )
        )
        typed = bool(self.line.text().strip())
        count = ngettext("{n} hit", "{n} hits", len(entries)) if typed and entries else ""
        self.count.setText(count)
        current = self.view.current()
        if typed:
            announce(self.line, f"{count}. {current.spoken}" if current else self.nothing.text())
        self._place()

    def _take_change(self, outcome: Outcome) -> None:
        changed = {id_ for ids in outcome.records.values() for id_ in ids}
        self._recent = [
            entry
            for entry in self._recent
            if isinstance(entry.leads_to, Target) and entry.leads_to.key not in changed
        ]

    # --- choosing ---------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self.line and self._take_key(event)
        return super().eventFilter(watched, event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return True  # the line is all there is; what lies behind the scrim is out of reach

    def _take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; say whether it is not for the line itself."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in _STEPS or key in _PAGES:
            lines = _STEPS.get(Qt.Key(key)) or _PAGES[Qt.Key(key)] * self.view.page()
            current = self.view.step(lines)
            announce(self.line, current.spoken if current else "")
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._is_waiting:
            self._opens_when_found = True
        else:
            self._open(self.view.current())

    def _open_clicked(self, _index: QModelIndex) -> None:
        self._open(self.view.current())

    def _open(self, entry: Entry | None) -> None:
        if entry is None:
            return
        self.dismiss()
        if isinstance(entry.leads_to, Target):
            self._remember(entry)
            self._window.go_to(entry.leads_to)
        else:
            self._window.actions_table[str(entry.leads_to)].trigger()

    def _remember(self, entry: Entry) -> None:
        others = [known for known in self._recent if known.leads_to != entry.leads_to]
        recent = replace(entry, group=_("Opened lately"))
        self._recent = [recent, *others][:_MOST_RECENT]
