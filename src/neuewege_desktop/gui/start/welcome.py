"""The window for whoever has no workplace open: create one, open one, or look at the example."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QScrollArea
from typing_extensions import override

from neuewege_desktop.base.i18n import LANGUAGES, _, language
from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.buttons import button, chip, primary, with_icon
from neuewege_desktop.gui.kit.documents import documents
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.start.frame import Card, StartWindow
from neuewege_desktop.gui.start.recents import Recents

_SIZE = QSize(900, 540)
_SIZE_WITHOUT_RECENT = QSize(560, 500)
_SMALLEST, _SMALLEST_WITHOUT_RECENT = QSize(640, 500), QSize(480, 480)
_OWN_NAMES = {"de": "Deutsch", "en": "English"}  # each language by its own word


class Welcome(StartWindow):
    """Where a person begins."""

    create_wanted = Signal()
    demo_wanted = Signal()
    folder_chosen = Signal(object)  # Path
    recent_dropped = Signal(object)  # Path
    language_chosen = Signal(str)

    def __init__(self, room: Room, recent: Sequence[Path], problem: str = "") -> None:
        super().__init__(room, _SIZE if recent else _SIZE_WITHOUT_RECENT)
        offer_help(self, room.theme, "welcome")
        self.setMinimumSize(_SMALLEST if recent else _SMALLEST_WITHOUT_RECENT)
        self.setAcceptDrops(True)
        self.notice = Notice(room.theme)
        for code in LANGUAGES:
            self.head.addWidget(self._language_chip(code))
        self.column.addWidget(self.notice)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self._begin(), 1)
        if recent:
            middle.addWidget(self._go_on(recent), 1)
        self.column.addLayout(middle, 1)
        help_line = _("Everything stays on this computer, encrypted. The program needs no network.")
        self.column.addWidget(Text(help_line, "hint", wrap=True))
        self._create.setFocus(Qt.FocusReason.OtherFocusReason)  # the languages stand first
        if problem:
            self.tell(problem)

    def tell(self, problem: str) -> None:
        """Say why something could not be opened."""
        self.notice.tell(problem, Tone.BAD)

    def _begin(self) -> Card:
        theme = self.room.theme
        card = Card()
        card.column.addWidget(Text(_("Welcome"), "title"))
        sentence = _("A workplace is a folder with the households and conferences of your team.")
        card.column.addWidget(Text(sentence, "second", wrap=True))
        card.column.addSpacing(6)
        self._create = primary(_("&Create a workplace …"), self.create_wanted.emit, name="create")
        choose = button(_("&Open a workplace …"), self._ask_folder, name="openFolder")
        demo = button(_("Look at an &example"), self.demo_wanted.emit, name="demo")
        for made, icon in (
            (self._create, "folder-plus"),
            (choose, "folder-open"),
            (demo, "play"),
        ):
            with_icon(made, theme, icon)
            made.setMinimumHeight(40)
            card.column.addWidget(made)
        card.column.addStretch(1)
        hint = _("You can also drop the folder of a workplace here.")
        card.column.addWidget(Text(hint, "hint", wrap=True))
        return card

    def _go_on(self, recent: Sequence[Path]) -> Card:
        card = Card()
        card.column.addWidget(Text(_("Opened last"), "heading"))
        rows = Recents(self.room.theme, recent)
        rows.chosen.connect(self.folder_chosen)
        rows.dropped.connect(self.recent_dropped)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(rows)
        card.column.setContentsMargins(18, 24, 14, 16)
        card.column.addWidget(area, 1)
        return card

    def _language_chip(self, code: str) -> QPushButton:
        made = chip(_OWN_NAMES[code], checked=code == language(), name=f"language_{code}")
        made.clicked.connect(lambda: self.language_chosen.emit(code))
        return made

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("Open a workplace"), documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.folder_chosen.emit(Path(path)))
        dialog.open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url for url in event.mimeData().urls() if url.isLocalFile()), None)
        if path is not None:
            event.acceptProposedAction()
            dropped = Path(path.toLocalFile())
            self.folder_chosen.emit(dropped if dropped.is_dir() else dropped.parent)
