"""First page: which list it is, and for which day it is true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.dialogs.import_wizard.page import WizardPage, column_of, scrolling
from neuewege_desktop.gui.dialogs.import_wizard.plan import ChosenList, look_at
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.documents import documents
from neuewege_desktop.gui.kit.editors.days import NeededDayEditor
from neuewege_desktop.gui.kit.editors.editor import Unreadable
from neuewege_desktop.gui.kit.look.colours import Colour, Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.text import Text, announce, plain
from neuewege_desktop.gui.session import Session

_SIGN = 44


class FilePage(WizardPage):
    """The list is looked at as soon as it is chosen; what is wrong with it is said here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looking_at: Path | None = None
        self.chosen: ChosenList | None = None
        self.day = session.room.today()
        self.notice = Notice(session.room.theme)
        self._make_day()
        content = QWidget()
        column = column_of(content, 14)
        column.addWidget(self.notice)
        column.addWidget(self._card(), 1)
        column.addLayout(self._day_row)
        column_of(self).addWidget(scrolling(content))
        self._show_file()
        session.room.theme.changed.connect(self._paint_sign)

    # --- making -----------------------------------------------------------------------------

    def _card(self) -> QFrame:
        self._sign = QLabel()
        self.name = Text("", "heading", wrap=True)
        self.details = Text("", "second", wrap=True)
        self.choose_button = button("", self.ask_for_file, name="choose")
        kinds = Text(
            _(
                "These files can be read: text tables (CSV), Excel workbooks (XLSX) and"
                " OpenDocument spreadsheets (ODS), with the names of the columns in the first"
                " row. A workbook must not be protected with a password."
            ),
            "hint",
            wrap=True,
        )
        card = QFrame()
        card.setObjectName("card")
        column = column_of(card, 4)
        column.setContentsMargins(28, 16, 28, 14)
        column.addStretch(1)
        for part in (self._sign, self.name, self.details):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addSpacing(10)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(kinds)
        return card

    def _make_day(self) -> None:
        self.day_editor = NeededDayEditor(self._session.room)
        self.day_editor.show_value(self.day)
        words = _("The list is &true for")
        label = QLabel(words)
        label.setProperty("role", "label")
        label.setBuddy(self.day_editor.inputs()[0])
        self.day_editor.set_name(plain(words))
        self.day_editor.setMaximumWidth(220)
        self._day_problem = ProblemLine(self._session.room.theme)
        self.day_editor.edited.connect(self._forget_day_problem)
        hint = _("Mostly the day on which the office made the list.")
        self._day_row = QVBoxLayout()
        self._day_row.setSpacing(4)
        for part in (label, self.day_editor, Text(hint, "hint"), self._day_problem):
            self._day_row.addWidget(part)

    # --- choosing ---------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Open the dialog in which files are chosen."""
        lists, everything = _("Lists (CSV, XLSX, ODS)"), _("All files")
        kinds = f"{lists} (*.csv *.txt *.xlsx *.xlsm *.ods);;{everything} (*)"
        dialog = QFileDialog(self, _("Choose the list"), documents(), kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose_dropped(self, urls: Sequence[QUrl]) -> None:
        """Take the file that was dropped, if it is one."""
        if len(urls) == 1 and urls[0].isLocalFile():
            self.choose(Path(urls[0].toLocalFile()))
        else:
            self.notice.tell(_("Please drop one file of this computer only."), Tone.WARNING)

    def choose(self, source: Path) -> None:
        """Look at this file."""
        self._looking_at, self.chosen = source, None
        self.notice.clear()
        self._show_file()
        office = self._session.office
        self._session.room.tasks.run(
            lambda: look_at(office, source),
            self._take,
            lambda error: self._refuse(source, error),
            owner=self,
        )

    def _take(self, chosen: ChosenList) -> None:
        if chosen.source != self._looking_at:
            return  # another one was chosen meanwhile
        self.chosen, self._looking_at = chosen, None
        self._show_file()
        if self.window().focusWidget() is self.choose_button:
            self.arrived.emit()
        announce(self, f"{self.name.text()}: {self.details.text()}")

    def _refuse(self, source: Path, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._session.refuse(error)
        elif source == self._looking_at:
            self._looking_at = None
            self._show_file()
            self.notice.tell(str(error), Tone.BAD)

    def _show_file(self) -> None:
        if self.chosen is not None:
            self.name.setText(self.chosen.source.name)
            self.details.setText(f"{self.chosen.preview.kind}\n{self.chosen.source.parent}")
            self.choose_button.setText(_("Choose an&other file …"))
        else:
            self.name.setText(_("Drop the list here"))
            self.details.setText(_("or choose it in a folder."))
            self.choose_button.setText(_("Choose the &file …"))
        if self._looking_at is not None:
            self.name.setText(self._looking_at.name)
            self.details.setText(_("The list is being read …"))
        self._paint_sign()
        self.changed.emit()

    def _paint_sign(self) -> None:
        theme, ratio = self._session.room.theme, self.devicePixelRatioF()
        icon = "upload" if self.chosen is None else "file-spreadsheet"
        code = theme.code(Colour.ACCENT)
        picture: QPixmap = theme.pictures.pixmap(icon, code, _SIGN, ratio)
        self._sign.setPixmap(picture)

    # --- as a page --------------------------------------------------------------------------

    @property
    @override
    def is_ready(self) -> bool:
        return self.chosen is not None

    @override
    def go_on(self) -> None:
        try:
            self.day = self._read_day()
        except Unreadable as why:
            self._day_problem.tell(str(why))
            self.day_editor.set_problems([("", str(why))])
            self.day_editor.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, str(why))
            return
        self._forget_day_problem()
        self.finished.emit()

    def _forget_day_problem(self) -> None:
        self._day_problem.tell("")
        self.day_editor.set_problems([])

    def _read_day(self) -> dt.date:
        day: dt.date = self.day_editor.value()
        if day > self._session.room.today():
            raise Unreadable(_("This day lies in the future. Please enter the day of the list."))
        return day

    @override
    def first(self) -> QWidget:
        return self.day_editor if self.is_ready else self.choose_button
