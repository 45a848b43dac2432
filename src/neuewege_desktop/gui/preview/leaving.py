"""The ways of a document out of the encrypted workplace; a person is told, and it is logged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.tasks import Tasks
from neuewege_desktop.gui.preview.handing_over import hand_over
from neuewege_desktop.gui.preview.paper import PaperFile
from neuewege_desktop.gui.preview.print_order import PrintOrder
from neuewege_desktop.gui.preview.printing import ask_how
from neuewege_desktop.gui.preview.saving import ask_where, warn
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.paper_copies import CopyKind, PaperCopy, save_copy

Log = Callable[[PaperCopy], object]


class Leaving:
    """Prints and saves one document for a window, and says there how it went."""

    def __init__(
        self, window: QWidget, notice: Notice, session: Session, tasks: Tasks, log: Log
    ) -> None:
        self._window, self._notice = window, notice
        self._session, self._tasks, self._log = session, tasks, log

    def ask_how(self, file: PaperFile, pages: int, current: int) -> None:
        """Ask how to print a document of so many pages; `current` is looked at, the first is 0."""
        try:
            ask_how(
                self._window,
                pages,
                current,
                lambda order, printer: self.print_as(file, order, printer),
            )
        except UserError as error:
            self._notice.tell(str(error), Tone.BAD)

    def print_as(self, file: PaperFile, order: PrintOrder, printer: QPrinter) -> None:
        """Print as it was chosen."""
        said = _(
            "The document was given to the printer “{printer}”. The print-out leaves the "
            "encrypted workplace; the log says that it was printed."
        ).format(printer=order.printer)
        copy = PaperCopy(CopyKind.PRINTED, file.title)
        self._let_go(lambda: hand_over(file.content, order, printer), copy, said)

    def ask_where(self, file: PaperFile) -> None:
        """Ask where to save a document, and warn before it is done."""
        ask_where(self._window, file, lambda place: self._warn(file, place))

    def _warn(self, file: PaperFile, place: Path) -> None:
        theme = self._session.room.theme
        warn(self._window, theme, place, lambda: self._save_to(place, file))

    def _save_to(self, place: Path, file: PaperFile) -> None:
        said = _("The document was saved as “{file}”.").format(file=place)
        copy = PaperCopy(CopyKind.SAVED, file.title)
        self._let_go(lambda: save_copy(place, file.content), copy, said)

    def _let_go(self, act: Callable[[], None], copy: PaperCopy, said: str) -> None:
        """Do it on the worker; what left is logged even if the window is gone by then."""

        def finish(_nothing: None) -> None:
            self._log(copy)
            if isValid(self._window):
                self._notice.tell(said, Tone.GOOD)

        def fail(error: Exception) -> None:
            if isValid(self._window) and isinstance(error, UserError):
                self._notice.tell(str(error), Tone.BAD)
            else:
                self._session.refuse(error)

        self._tasks.run(act, finish, fail)
