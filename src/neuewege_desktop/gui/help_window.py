"""The help: a short page for each place of the program, in a window beside the work."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from neuewege_desktop.base.i18n import _, language, ngettext
from neuewege_desktop.base.paths import resources
from neuewege_desktop.domain.finding import nearness, words_asked, words_of
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.entries import Entry
from neuewege_desktop.gui.kit.entry_view import EntryView
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.text import Text, announce

HELP_PAGES = {
    "overview": "layout-dashboard",
    "households": "house",
    "persons": "users",
    "measures": "heart-handshake",
    "meetings": "calendar-days",
    "agenda": "sparkles",
    "conference": "users",
    "minutes": "notebook-pen",
    "tasks": "list-todo",
    "actors": "handshake",
    "evaluation": "chart-column",
    "settings": "settings",
    "import": "file-input",
    "preview": "printer",
    "welcome": "sparkles",
    "unlock": "lock",
}
"""The places that have a page of help, with their signs; the texts lie in resources/help."""

_SIZE = (860, 620)
_SMALLEST = (620, 380)
_LIST = 250
_LINE_HEIGHT = 138  # percent
_SPACE_UNDER, _SPACE_ABOVE = 8, 14  # logical pixels under a paragraph, above a heading
_HEADINGS = {1: 24, 2: 16}  # logical pixels, by level


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: where it belongs to, its title, and its text in Markdown."""

    key: str
    title: str
    text: str


def help_page(key: str, code: str) -> HelpPage:
    """Return the help for a place in a language."""
    path = resources() / "help" / code / f"{key}.md"
    text = path.read_text(encoding="utf-8")
    return HelpPage(key, text.partition("\n")[0].removeprefix("# "), text)


def show_help(parent: QWidget, theme: Theme, key: str) -> HelpWindow:
    """Open the help at a page; the work behind it can go on."""
    own = Qt.FindChildOption.FindDirectChildrenOnly
    shown = parent.findChild(HelpWindow, options=own) or HelpWindow(theme, parent)
    shown.go_to(key)
    shown.show()
    shown.raise_()
    shown.activateWindow()
    return shown


class HelpWindow(Dialog):
    """Lists the pages of the help, finds words in them, and shows one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self._pages = [help_page(key, language()) for key in HELP_PAGES]
        self.line = QLineEdit()
        self.line.setObjectName("helpLine")
        self.line.setPlaceholderText(_("Find in the help"))
        self.line.setAccessibleName(_("Find in the help"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._seek)
        self.view = EntryView(theme)
        self.view.setObjectName("helpList")
        self.view.setAccessibleName(_("Pages of the help"))
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.nothing = Text(_("No page of the help fits."), "second", wrap=True)
        self.text = QTextBrowser()
        self.text.setObjectName("helpText")
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(22)
        font = self.text.font()
        font.setPixelSize(14)
        self.text.document().setDefaultFont(font)
        self._lay_out()
        self._fit(parent)
        self._seek("")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.line)
        left.addWidget(self.view, 1)
        left.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 18)
        layout.setSpacing(14)
        layout.addLayout(left, 0)
        layout.addWidget(self.text, 1)
        for found in (self.line, self.view, self.nothing):
            found.setFixedWidth(_LIST)
        shortcut = QShortcut(QKeySequence.StandardKey.Find, self, self.line.setFocus)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _fit(self, parent: QWidget) -> None:
        room = parent.screen().availableGeometry()
        width, height = _SIZE
        self.setMinimumSize(*_SMALLEST)
        self.resize(min(width, room.width() - 40), min(height, room.height() - 60))

    def go_to(self, key: str) -> None:
        """Show the page of a place, and let the keyboard read it."""
        self.line.clear()
        keys = list(HELP_PAGES)
        self.view.step(keys.index(key) - self.view.currentIndex().row())
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seek(self, text: str) -> None:
        asked = words_asked(text)
        found = [
            Entry(text=page.title, icon=HELP_PAGES[page.key], leads_to=page)
            for page in self._pages
            if not asked or nearness(asked, words_of(page.text)) is not None
        ]
        self.view.show_entries(found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if asked:
            count = ngettext("{n} page", "{n} pages", len(found))
            announce(self.line, count if found else self.nothing.text())

    def _show_current(self, _current: QModelIndex, _before: QModelIndex) -> None:
        entry = self.view.current()
        if entry is None or not isinstance(entry.leads_to, HelpPage):
            return
        page = entry.leads_to
        self.text.setMarkdown(page.text)
        self.text.setAccessibleName(_("Help: {title}").format(title=page.title))
        self._give_air()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _give_air(self) -> None:
        """Set lines and paragraphs apart, and headings in our sizes; Markdown cannot say that."""
        block = self.text.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            ends_list = bool(block.textList()) and not block.next().textList()
            air = QTextBlockFormat(block.blockFormat())
            air.setTopMargin(_SPACE_ABOVE if level > 1 else 0)
            air.setBottomMargin(4 if block.textList() and not ends_list else _SPACE_UNDER)
            air.setLineHeight(
                _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            cursor = QTextCursor(block)
            cursor.setBlockFormat(air)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(_heading(level))
            block = block.next()


def _heading(level: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(QTextFormat.Property.FontPixelSize.value, _HEADINGS[level])
    made.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
    made.setFontWeight(QFont.Weight.Bold.value)
    return made
