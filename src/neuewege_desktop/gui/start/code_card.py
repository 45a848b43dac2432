"""The recovery code: shown large, saved as a sheet to print, typed once before it counts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.buttons import button, with_icon
from neuewege_desktop.gui.kit.documents import documents
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.room import Room
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.start.line import Line
from neuewege_desktop.gui.start.sheet import delete_sheet, save_sheet

_COLUMNS = 4
_SIGNS = 32


class CodeView(QGroupBox):
    """The code in numbered groups; it can be reached by the keyboard to be read out."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setObjectName("code")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Recovery code: {code}").format(code=code))
        grid = QGridLayout(self)
        grid.setContentsMargins(22, 12, 22, 14)
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(1)
        for place, group in enumerate(code.split("-")):
            row, column = divmod(place, _COLUMNS)
            number = _("Group {number}").format(number=place + 1)
            grid.addWidget(Text(number, "hint"), 3 * row, column)
            grid.addWidget(Text(group, "code"), 3 * row + 1, column)
        grid.setRowMinimumHeight(2, 10)  # between the upper and the lower four


class CodeCard(QWidget):
    """Shows a recovery code until it was typed from paper once; then `was_typed`."""

    typed = Signal()

    def __init__(self, room: Room, code: str, workplace: str, vault: str) -> None:
        super().__init__()
        self._room, self._code, self._workplace, self._vault = room, code, workplace, vault
        self.was_typed = False
        self._save = with_icon(
            button(_("&Save the sheet …"), self._ask_where, name="saveSheet"),
            room.theme,
            "printer",
        )
        self._notice = Notice(room.theme)
        label = _("&Type the code from your paper")
        hint = _("Spaces, hyphens and small or capital letters do not matter.")
        self.line = Line(room.theme, label, hint=hint, name="typedCode")
        self.line.edit.textEdited.connect(self._compare)
        row = QHBoxLayout()
        row.addWidget(Text(_("It is shown only now."), "second"), 1)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(CodeView(code))
        column.addLayout(row)
        column.addWidget(self._notice)
        column.addWidget(self.line)

    def _compare(self, typed: str) -> None:
        from neuewege_desktop.services.recovery_code import compare_code

        self.was_typed = False
        if sum(map(str.isalnum, typed)) >= _SIGNS:
            try:
                compare_code(typed, self._code)
            except UserError as difference:
                self.line.remark(str(difference), Tone.BAD)
                announce(self.line.edit, str(difference))
            else:
                self.was_typed = True
                self.line.remark(_("Right. The code is safe on paper."), Tone.GOOD)
                announce(self.line.edit, _("Right. The code is safe on paper."))
        self.typed.emit()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save the sheet"), documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(_("Recovery sheet") + ".pdf")
        dialog.fileSelected.connect(self.save_sheet)
        dialog.open()

    def save_sheet(self, path: str) -> None:
        """Write the sheet, and say that it must not stay on the computer."""
        file, at = Path(path), self._room.now()
        self._room.tasks.run(
            lambda: save_sheet(file, self._code, self._workplace, self._vault, at),
            lambda _none: self._tell_saved(file),
            self._tell_failure,
            owner=self,
        )

    def _tell_failure(self, failure: Exception) -> None:
        if not isinstance(failure, UserError):
            raise failure
        self._notice.tell(str(failure), Tone.BAD)

    def _tell_saved(self, file: Path) -> None:
        self._notice.tell(
            _("Please print the sheet now and then delete its file: it must not stay here."),
            Tone.WARNING,
            button(_("&Open"), lambda: self._open(file), name="openSheet"),
            button(_("&Delete the file"), lambda: self._delete(file), name="deleteSheet"),
        )

    def _open(self, file: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _delete(self, file: Path) -> None:
        try:
            delete_sheet(file)
        except UserError as failure:
            self._notice.tell(str(failure), Tone.BAD)
        else:
            self._notice.tell(_("The file of the sheet was deleted."), Tone.GOOD)
            self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
