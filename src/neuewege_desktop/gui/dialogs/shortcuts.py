"""All shortcuts in one overview: what the menus hold, and what lists and forms know besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from neuewege_desktop.base.i18n import N_, _, ngettext
from neuewege_desktop.domain.finding import WordAsked, nearness, words_asked, words_of
from neuewege_desktop.gui.actions import ACTIONS, MENUS
from neuewege_desktop.gui.conference.keys import KEYS
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.entries import Entry, keys_of
from neuewege_desktop.gui.kit.entry_view import EntryView
from neuewege_desktop.gui.kit.text import Text, announce, plain

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow

LISTS, AGENDA, FORMS, PREVIEW, SEARCH, EVERYWHERE = (
    N_("In lists"),
    N_("On an agenda, in minutes"),
    N_("In forms"),
    N_("In the preview of a document"),
    N_("While searching everything"),
    N_("Everywhere"),
)
HOLDING = N_("While a conference is held")
OTHERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (LISTS, N_("From the search into the table"), ("Down",)),
    (LISTS, N_("Open the current entry"), ("Return",)),
    (LISTS, N_("Back to the list"), ("Alt+Left",)),
    (LISTS, N_("Choose several rows"), ("Shift+Down", "Shift+Up")),
    (LISTS, N_("Choose all rows"), ("Ctrl+A",)),
    (LISTS, N_("Copy the chosen rows"), ("Ctrl+C",)),
    (LISTS, N_("What else can be done with this entry"), ("Menu", "Shift+F10")),
    (AGENDA, N_("Move an item"), ("Alt+Up", "Alt+Down")),
    (AGENDA, N_("Add a household, a topic, a decision or a guest"), ("Ins", "Shift+Ins")),
    (AGENDA, N_("Drop an item, or remove an entry"), ("Del",)),
    (AGENDA, N_("Plan its minutes"), ("Ctrl+M",)),
    (AGENDA, N_("Order by the rules"), ("Ctrl+R",)),
    (AGENDA, N_("Take an item in, or say that it was talked about"), ("Ctrl+Return",)),
    (AGENDA, N_("Write its result"), ("Ctrl+E",)),
    (AGENDA, N_("Next leaf"), ("Ctrl+Tab",)),
    (FORMS, N_("Save"), ("Ctrl+S", "Ctrl+Return")),
    (FORMS, N_("Leave; what you typed stays as a draft"), ("Esc",)),
    (FORMS, N_("Next field"), ("Tab",)),
    (FORMS, N_("Field before"), ("Shift+Tab",)),
    (FORMS, N_("Show the choices of a field"), ("Alt+Down",)),
    (FORMS, N_("Next doubtful word in a field of several lines"), ("F7",)),
    (PREVIEW, N_("Print"), ("Ctrl+P",)),
    (PREVIEW, N_("Save as PDF"), ("Ctrl+S",)),
    (PREVIEW, N_("Find in the document"), ("Ctrl+F",)),
    (PREVIEW, N_("Next hit"), ("F3",)),
    (PREVIEW, N_("Hit before"), ("Shift+F3",)),
    (PREVIEW, N_("Larger"), ("Ctrl++",)),
    (PREVIEW, N_("Smaller"), ("Ctrl+-",)),
    (PREVIEW, N_("As large as on paper"), ("Ctrl+0",)),
    (PREVIEW, N_("Go to a page"), ("Ctrl+G",)),
    (PREVIEW, N_("Next page"), ("Ctrl+PgDown",)),
    (PREVIEW, N_("Page before"), ("Ctrl+PgUp",)),
    (PREVIEW, N_("Text beside the pages"), ("Ctrl+T",)),
    (SEARCH, N_("Choose among what was found"), ("Down", "Up")),
    (SEARCH, N_("Open it, or do it"), ("Return",)),
    (SEARCH, N_("Close the search"), ("Esc",)),
    (EVERYWHERE, N_("Go to the menus"), ("F10",)),
    (EVERYWHERE, N_("Close a dialog"), ("Esc",)),
)
"""What is bound to keys beside the actions: the place, what it does, and its keys."""

_SIZE = (560, 620)


def all_shortcuts() -> Iterator[Entry]:
    """Yield a line for each shortcut, menu by menu, then place by place."""
    for menu in MENUS:
        for spec in ACTIONS:
            if spec.menu == menu and spec.keys:
                yield _line(menu, plain(_(spec.text)).removesuffix("…").rstrip(), spec.keys)
    for place, text, keys in OTHERS:
        yield _line(place, _(text), keys)
    for key in KEYS:
        yield _line(HOLDING, _(key.words), key.keys)


def _line(group: str, text: str, keys: tuple[str, ...]) -> Entry:
    return Entry(text=text, group=plain(_(group)), keys=tuple(keys_of(each) for each in keys))


def open_shortcuts(window: MainWindow) -> ShortcutsDialog:
    """Open the overview over a window."""
    dialog = ShortcutsDialog(window)
    dialog.open()
    return dialog


class ShortcutsDialog(Dialog):
    """Shows every shortcut; a few letters, or the keys themselves, find one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(_("All shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._all = list(all_shortcuts())
        self.line = QLineEdit()
        self.line.setObjectName("shortcutsLine")
        self.line.setPlaceholderText(_("What you want to do, or a key"))
        self.line.setAccessibleName(_("Find a shortcut"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._seek)
        self.line.installEventFilter(self)
        self.view = EntryView(window.room.theme)
        self.view.setObjectName("shortcutsList")
        self.view.setAccessibleName(_("Shortcuts"))
        self.nothing = Text(_("No shortcut fits."), "second", wrap=True)
        self._lay_out()
        self._fit(window)
        self._seek("")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("&Close"), self.accept, name="close"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Text(_("All shortcuts"), "name"))
        layout.addWidget(self.line)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(foot)

    def _fit(self, window: MainWindow) -> None:
        width, height = _SIZE
        self.resize(min(width, window.width() - 40), min(height, window.height() - 40))

    def _seek(self, text: str) -> None:
        asked = words_asked(text)
        found = [entry for entry in self._all if not asked or _fits(entry, asked)]
        self.view.show_entries(found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if asked:
            count = ngettext("{n} shortcut", "{n} shortcuts", len(found))
            announce(self.line, count if found else self.nothing.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)


def _fits(entry: Entry, asked: Sequence[WordAsked]) -> bool:
    """Say whether a line has all typed words; a single letter is meant as a key."""
    keys = {word for each in entry.keys for key in each for word in words_of(key)}
    letters = {word.folded for word in asked if len(word.folded) == 1}
    words = [word for word in asked if len(word.folded) > 1]
    others = (*words_of(f"{entry.text} {entry.group}"), *keys)
    return letters <= keys and (not words or nearness(words, others) is not None)
