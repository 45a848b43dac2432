"""The window of a document: how it is made, looked at, searched, read, printed and saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.cancelling import Cancelled
from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.preview.leaving import Leaving, Log
from neuewege_desktop.gui.preview.making_view import MakingView
from neuewege_desktop.gui.preview.page_view import PageView
from neuewege_desktop.gui.preview.paper import Making, Paper, PaperFile
from neuewege_desktop.gui.preview.reader import PageReader
from neuewege_desktop.gui.preview.search_bar import SearchBar
from neuewege_desktop.gui.preview.sheets import Size
from neuewege_desktop.gui.preview.text_pane import TextPane
from neuewege_desktop.gui.preview.tool_bar import ToolBar
from neuewege_desktop.gui.session import Session

_USUAL = (1000, 860)
_SMALLEST = (480, 360)
_WORKER = "paper"


def open_preview(parent: QWidget, session: Session, paper: Paper, log: Log) -> PreviewWindow:
    """Open a document beside the work; `log` hears of each copy that was printed or saved.

    It is called in the window's thread, also when the preview was closed in the meantime.
    """
    window = PreviewWindow(session, paper, log, parent)
    window.show()
    return window


class PreviewWindow(Dialog):
    """Shows one document; hidden once, it is over."""

    def __init__(self, session: Session, paper: Paper, log: Log, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = _worker(session)
        self._making = Making()
        self._file: PaperFile | None = None
        self._reader: PageReader | None = None
        self._count = 0
        self.setWindowTitle(_("Preview: {title}").format(title=paper.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        theme = session.room.theme
        self.tools = ToolBar(theme)
        self.search = SearchBar(theme)
        self.notice = Notice(theme)
        self.view = PageView(theme)
        self.text = TextPane()
        self.text.hide()
        self.making = MakingView(self._making)
        self.leaving = Leaving(self, self.notice, session, self._tasks, log)
        self._lay_out()
        self._connect()
        self._bind_keys()
        offer_help(self, theme, "preview")
        self._fit(parent)
        self._set_ready(False)
        self.making.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        office, making = session.office, self._making
        self._tasks.run(lambda: paper.make(office, making), self._open, self._fail, owner=self)

    # --- its parts --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.text)
        self._middle.setStretchFactor(0, 3)
        self._middle.setStretchFactor(1, 2)
        self._front = QStackedWidget()
        self._front.addWidget(self.making)
        self._front.addWidget(self._middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        for part in (self.tools, self.search, self.notice):
            column.addWidget(part)
        column.addWidget(self._front, 1)

    def _connect(self) -> None:
        self.making.stopped.connect(self.reject)
        self.tools.print_chosen.connect(self.print_it)
        self.tools.save_chosen.connect(self.save)
        self.tools.page_chosen.connect(self.view.go_to)
        self.tools.zoom_chosen.connect(self.view.choose_zoom)
        self.tools.larger_chosen.connect(self.zoom_in)
        self.tools.smaller_chosen.connect(self.zoom_out)
        self.tools.search_chosen.connect(self.search.enter)
        self.tools.text_chosen.connect(self._show_text)
        self.view.page_changed.connect(self.tools.show_page)
        self.view.page_changed.connect(self.text.go_to)
        self.view.zoomed.connect(self.tools.show_zoom)
        self.view.wanted.connect(self._want)
        self.search.asked.connect(self._seek)
        self.search.shown.connect(self.view.show_hits)
        self.search.arrived.connect(self.view.go_to_hit)
        self.search.enough.connect(lambda: self._find("", ()))
        self.search.left.connect(self._look_at_pages)

    def _bind_keys(self) -> None:
        standard = QKeySequence.StandardKey
        keys: Sequence[tuple[QKeySequence.StandardKey | str, Callable[[], object]]] = (
            (standard.Print, self.print_it),
            (standard.Save, self.save),
            (standard.Find, self.search.enter),
            ("F3", self.search.go_on),
            ("Shift+F3", self.search.go_back),
            ("Ctrl++", self.zoom_in),
            ("Ctrl+=", self.zoom_in),
            ("Ctrl+-", self.zoom_out),
            ("Ctrl+0", self._show_real_size),
            ("Ctrl+G", self._choose_page),
            ("Ctrl+T", self.tools.text.toggle),
        )
        self._shortcuts = [QShortcut(QKeySequence(key), self, act) for key, act in keys]

    def _fit(self, parent: QWidget) -> None:
        room = parent.screen().availableGeometry()
        width, height = _USUAL
        self.setMinimumSize(*_SMALLEST)
        self.resize(min(width, room.width() - 40), min(height, room.height() - 60))

    def _set_ready(self, is_ready: bool) -> None:
        """Offer what can be done with a document, once it is there."""
        self.tools.setVisible(is_ready)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(is_ready)

    # --- from the paper to its pages --------------------------------------------------------

    def _open(self, file: PaperFile) -> None:
        self._file = file
        self._reader = PageReader(file.content)
        self._reader.opened.connect(self._show_pages)
        self._reader.painted.connect(self.view.add_picture)
        self._reader.found.connect(self.search.take)
        self._reader.read.connect(self._take_text)
        self._reader.failed.connect(self._fail)
        self._reader.begin()
        if file.warnings:
            self.notice.tell("\n".join(file.warnings), Tone.WARNING)

    def _show_pages(self, pages: tuple[Size, ...]) -> None:
        self.making.end()
        self._count = len(pages)
        self._front.setCurrentWidget(self._middle)
        self.tools.show_count(len(pages))
        self.text.begin(len(pages))
        self.view.show_pages(pages)
        self.tools.show_zoom(self.view.zoom)
        self._set_ready(True)
        self._look_at_pages()

    def _fail(self, error: Exception) -> None:
        """Say why there is nothing to look at."""
        self.making.end()
        self.making.hide()
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            raise error
        close = button(_("&Close"), self.reject, name="close")
        self.notice.tell(str(error), Tone.BAD, close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_idle(self) -> bool:
        """Say whether everything that was begun is done."""
        return self._tasks.is_idle and (self._reader is None or self._reader.is_idle)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # that would be the window going to the task bar
            self.making.end()
            self._making.cancel.cancel()
            if self._reader is not None:
                self._reader.end()

    # --- looking ----------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self.view.zoom_by_step(larger=True)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self.view.zoom_by_step(larger=False)

    def _show_real_size(self) -> None:
        self.view.choose_zoom(100)

    def _choose_page(self) -> None:
        self.tools.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.page.selectAll()

    def _look_at_pages(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, pieces: object) -> None:
        if self._reader is not None and isinstance(pieces, list):
            self._reader.want(pieces)

    def _seek(self, words: str) -> None:
        page = self.view.page
        self.search.begin(self._find(words.strip(), [*range(page, self._count), *range(page)]))

    def _find(self, words: str, pages: Sequence[int]) -> int:
        return self._reader.seek(words, pages) if self._reader is not None else 0

    def _show_text(self, is_wanted: bool) -> None:
        self.text.setVisible(is_wanted)
        if not is_wanted:
            self._look_at_pages()
            return
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._reader is not None and not self.text.blocks:
            self._reader.read_page(0)

    def _take_text(self, page: int, text: str) -> None:
        """Take in what a page says, then ask for the next: many at once would be a long wait."""
        self.text.add_page(page, text)
        if self._reader is not None and page + 1 < self._count:
            self._reader.read_page(page + 1)

    # --- copies that leave the workplace ----------------------------------------------------

    def print_it(self) -> None:
        """Ask how, then print."""
        if self._file is not None:
            self.leaving.ask_how(self._file, self._count, self.view.page)

    def save(self) -> None:
        """Ask where, warn, then save as PDF."""
        if self._file is not None:
            self.leaving.ask_where(self._file)


def _worker(session: Session) -> Tasks:
    """Return the worker for paper; making and printing it must not keep the pages waiting."""
    own = Qt.FindChildOption.FindDirectChildrenOnly
    found = session.findChild(Tasks, _WORKER, own)
    if found is None:
        found = Tasks(_WORKER, session)
        found.setObjectName(_WORKER)
    return found
