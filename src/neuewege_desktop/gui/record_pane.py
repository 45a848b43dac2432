"""One record beside its table or on a page of its own: to read, to edit, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, sign, with_icon
from neuewege_desktop.gui.kit.dossier import Dossier
from neuewege_desktop.gui.kit.dossier_view import DossierView
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.text import Text, plain
from neuewege_desktop.gui.listing import Command, Listing
from neuewege_desktop.gui.record_editor import Editing, RecordEditor
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

_READABLE = 820  # logical pixels: wider lines are hard to read
_BOTH_FIT = 860


class RecordPane(QFrame):
    """Shows the record of one id; the latest question wins."""

    wanted = Signal(object)  # Target: another record, or something to do
    commanded = Signal(str, object)  # code of a command, id

    def __init__(self, session: Session, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self._session, self._listing = session, listing
        self._key: int | None = None
        self._dossier: Dossier | None = None
        self.editor: RecordEditor | None = None
        theme = session.room.theme
        self.view = DossierView(theme)
        self.view.chosen.connect(self.wanted)
        self.notice = Notice(theme)
        self._edit = with_icon(button(_("Ed&it"), self.edit, name="edit"), theme, "pencil")
        self._more = sign(theme, "ellipsis", _("More to do"), self._show_menu, name="more")
        self._nothing = Text(_("Nothing is selected."), "hint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.show_key(None)

    def _lay_out(self) -> None:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self._edit)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._more)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        column.addLayout(self.buttons)
        self._reading = reading
        self._editing = QWidget()
        self._editing_column = QVBoxLayout(self._editing)
        self._editing_column.setContentsMargins(0, 0, 0, 0)
        self._heading = Text("", "name", wrap=True)
        self._editing_column.addWidget(self._heading)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 20, 16)
        row.setSpacing(28)
        for leaf in (self._nothing, self._reading, self._editing):
            row.addWidget(leaf, 1)
        self._reading.setMaximumWidth(_READABLE)
        self._editing.setMaximumWidth(_READABLE)

    def _arrange(self) -> None:
        """Show what there is: on a wide page, the form stands beside what one reads."""
        # Until the next record was read, the one before stays: nothing flickers on the way.
        is_there, is_editing = self._key is not None, self.editor is not None
        both = self.width() >= _BOTH_FIT
        self._nothing.setVisible(not is_there)
        self._reading.setVisible(is_there and (both or not is_editing))
        self._editing.setVisible(is_editing)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- what is shown ----------------------------------------------------------------------

    @property
    def key(self) -> int | None:
        """Return the id of the record that is shown."""
        return self._key

    @property
    def dossier(self) -> Dossier | None:
        """Return what is read about it, once it is there."""
        return self._dossier

    def show_key(self, key: int | None) -> None:
        """Show another record; what is being typed about the one before stays as its draft."""
        if key == self._key and key is not None:
            return
        self._close_editor()
        self._key, self._dossier = key, None
        self._arrange()
        self.refresh()

    def refresh(self) -> None:
        """Read the record again."""
        key = self._key
        if key is None:
            return

        def ask(office: Office) -> tuple[int, Dossier | None, Editing | None]:
            return key, self._listing.read(office, key), self._listing.editing(office, key)

        self._session.read(ask, self._take, owner=self)

    def _take(self, found: tuple[int, Dossier | None, Editing | None]) -> None:
        key, dossier, editing = found
        if key != self._key:
            return
        if dossier is None:
            self.show_key(None)
            return
        self._dossier = dossier
        self.view.show_dossier(dossier)
        self._edit.setVisible(editing is not None and not dossier.is_archived)
        if self.editor is not None and editing is not None:
            self.editor.change_behind(editing.value)
            return
        self._tell(dossier, editing)
        self._arrange()

    def _tell(self, dossier: Dossier, editing: Editing | None) -> None:
        if editing is not None and editing.draft is not None:
            self.notice.tell(
                _("There is a draft of yours here that is not saved yet."),
                Tone.INFO,
                button(_("Go on"), self.edit),
            )
        elif dossier.warning:
            self.notice.tell(dossier.warning, Tone.WARNING)
        else:
            self.notice.clear()

    # --- editing ----------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the form of the record."""
        key = self._key
        if key is None or self.editor is not None:
            return
        self._session.read(
            lambda office: (key, self._listing.editing(office, key)), self._open_editor, owner=self
        )

    def _open_editor(self, found: tuple[int, Editing | None]) -> None:
        key, editing = found
        if key != self._key or editing is None or self.editor is not None:
            return
        self._heading.setText(self.view.title.text())
        self.editor = RecordEditor(self._session, editing)
        self.editor.saved.connect(self._take_saved)
        self.editor.left.connect(self._leave)
        self._editing_column.addWidget(self.editor, 1)
        self._arrange()
        self.notice.clear()
        self.editor.focus_first()

    def _take_saved(self, _outcome: Outcome) -> None:
        self._leave()

    def _leave(self) -> None:
        self._close_editor()
        self._arrange()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.end()
            self._editing_column.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    # --- commands ---------------------------------------------------------------------------

    def actions_now(self, parent: QWidget) -> list[QAction]:
        """Return what can be done with the record that is shown."""
        dossier, key = self._dossier, self._key
        if dossier is None or key is None:
            return []
        fitting = [command for command in self._listing.commands if command.fits(dossier)]
        return [self._action(command, key, parent) for command in fitting]

    def _action(self, command: Command, key: int, parent: QWidget) -> QAction:
        action = QAction(self._session.room.theme.icon(command.icon), _(command.text), parent)
        action.setToolTip(plain(_(command.text)))
        action.triggered.connect(lambda: self.commanded.emit(command.code, key))
        return action

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("More to do"))
        menu.addActions(self.actions_now(menu))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
