"""What each action does. Dialogs are loaded when they are opened first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.form_dialog import FormDialog
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.list_page import ListPage
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.history import redo, undo
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

if TYPE_CHECKING:
    from neuewege_desktop.gui.window.main_window import MainWindow


class Deeds(QObject):
    """Does what was chosen in a menu, a bar, the palette or a page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session = window.session
        self._plain: Mapping[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "lock": window.lock_requested.emit,
            "quit": window.close,
            "edit": self._edit,
            "copy": self._copy,
            "find": self._find,
            "scheme": self._change_scheme,
            "language": self._change_language,
        }

    def do(self, code: str) -> None:
        """Do what an action is there for."""
        if code.startswith("page-"):
            self._window.show_page(code.removeprefix("page-"))
        elif code in self._plain:
            self._plain[code]()
        else:
            self._open(code)

    def attach(self, page: QWidget) -> None:
        """Listen to a page."""
        if isinstance(page, ListPage):
            page.wanted.connect(self.follow)
            page.commanded.connect(self._command)
            page.new_wanted.connect(lambda: self._command(f"new-{page.listing.kind}", (0,)))
        elif (wanted := getattr(page, "wanted", None)) is not None:
            wanted.connect(self.follow)

    def follow(self, target: Target) -> None:
        """Go to another record, or do what stands behind a link."""
        if target.act.startswith("do:"):
            self._command(target.act.removeprefix("do:"), (target.key,))
        elif target.act.startswith("action:"):
            self.do(target.act.removeprefix("action:"))
        elif target.act.startswith("page:"):
            self._window.show_page(target.act.removeprefix("page:"))
        else:
            self._window.go_to(target)

    def closing_button(self, notice: Notice) -> QPushButton:
        """Return a button that takes a message away."""
        return button(_("Close"), notice.clear)

    def open_import(self, source: Path) -> None:
        """Open the import with a file that was dropped on the window."""
        from neuewege_desktop.gui.dialogs.import_wizard import open_import

        open_import(self._window, source)

    def keep_drafts(self) -> None:
        """Write what is being typed in dialogs."""
        for dialog in self._window.findChildren(FormDialog):
            dialog.editor.keep_draft()

    # --- undo and redo ----------------------------------------------------------------------

    def undo(self) -> None:
        """Take one's last act back."""
        self._step(undo, _("Taken back: {act}"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(redo, _("Done again: {act}"))

    def _step(self, step: Callable[[Office], tuple[str, Outcome]], words: str) -> None:
        def finish(found: tuple[str, Outcome]) -> None:
            from neuewege_desktop.services.labels import act_name

            label, outcome = found
            self._session.changed.emit(outcome)
            self._session.look_back()
            self._window.status.tell_saved()
            self._window.toast.tell(words.format(act=act_name(label)))

        office = self._session.office
        self._session.room.tasks.run(
            lambda: step(office), finish, self._session.refuse, owner=self._window
        )

    # --- the page in front ------------------------------------------------------------------

    def _list_page(self) -> ListPage | None:
        page = self._window.page(self._window.front)
        return page if isinstance(page, ListPage) else None

    def _edit(self) -> None:
        edit = getattr(self._window.page(self._window.front), "edit", None)
        if callable(edit):
            edit()

    def _copy(self) -> None:
        if (page := self._list_page()) is not None:
            page.view.copy()
            self._window.toast.tell(_("The rows are on the clipboard as a table."))

    def _find(self) -> None:
        if (page := self._list_page()) is not None:
            page.filters.focus_search()

    # --- looks ------------------------------------------------------------------------------

    def _change_scheme(self) -> None:
        is_dark = self._window.room.theme.is_dark
        self._window.scheme_chosen.emit("light" if is_dark else "dark")

    def _change_language(self) -> None:
        from neuewege_desktop.base.i18n import language

        self._window.language_chosen.emit("en" if language() == "de" else "de")

    # --- dialogs ----------------------------------------------------------------------------

    def _command(self, code: str, keys: tuple[int, ...]) -> None:
        from neuewege_desktop.gui.pages.commands import command

        command(self._window, self._session, code, keys)

    def _open(self, code: str) -> None:
        from neuewege_desktop.gui.window.openings import OPENINGS

        OPENINGS[code](self._window)
