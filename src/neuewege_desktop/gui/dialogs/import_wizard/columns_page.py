"""Second page: which sheet, and what its columns mean."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.lists.mapping import ColumnMapping, mapping_problem
from neuewege_desktop.gui.dialogs.import_wizard.meanings import Meanings
from neuewege_desktop.gui.dialogs.import_wizard.page import WizardPage, column_of, scrolling
from neuewege_desktop.gui.dialogs.import_wizard.plan import ChosenList, look_at
from neuewege_desktop.gui.kit.buttons import link
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.session import Session


class ColumnsPage(WizardPage):
    """What the program recognised stands here to be looked at, and to be corrected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.chosen: ChosenList | None = None
        self._problem = ""
        self.notice = Notice(session.room.theme)
        self.summary = Text("", "second", wrap=True)
        self.reset_button = link(_("As &recognised"), self._reset, name="reset")
        self.sheet_box = QComboBox()
        self.sheet_box.activated.connect(self._change_sheet)
        self.keep_box = QCheckBox(_("Remember this for &later lists with the same columns"))
        self.keep_box.setChecked(True)
        self.meanings = Meanings()
        self.meanings.changed.connect(self._judge)
        self._lay_out()

    def _lay_out(self) -> None:
        self._sheet_row = QWidget()
        sheet = QHBoxLayout(self._sheet_row)
        sheet.setContentsMargins(0, 0, 0, 0)
        label = QLabel(_("&Sheet"))
        label.setProperty("role", "label")
        label.setBuddy(self.sheet_box)
        self.sheet_box.setAccessibleName(_("Sheet"))
        sheet.addWidget(label)
        sheet.addWidget(self.sheet_box)
        sheet.addStretch(1)
        words = QHBoxLayout()
        words.addWidget(self.summary, 1)
        words.addWidget(self.reset_button)
        column = column_of(self, 8)
        column.addWidget(self._sheet_row)
        column.addWidget(self.notice)
        column.addLayout(words)
        column.addWidget(scrolling(self.meanings), 1)
        column.addWidget(self.keep_box)

    # --- what is shown ----------------------------------------------------------------------

    def show_list(self, chosen: ChosenList) -> None:
        """Show the columns of a list; what was chosen for the same one before stays."""
        if chosen is self.chosen:
            return
        self.chosen = chosen
        sheets = chosen.preview.sheets
        self.sheet_box.clear()
        self.sheet_box.addItems(list(sheets))
        self.sheet_box.setCurrentIndex(max(0, self.sheet_box.findText(chosen.preview.sheet)))
        self._sheet_row.setVisible(len(sheets) > 1)
        self.meanings.show_list(chosen)
        self._judge()

    def tell(self, sentence: str) -> None:
        """Say something about how one came here."""
        self.notice.tell(sentence)

    def mapping(self) -> ColumnMapping:
        """Return what the columns mean by what stands here."""
        return self.meanings.mapping()

    @property
    def keeps_mapping(self) -> bool:
        """Say whether later lists with the same columns are to be read alike."""
        return self.keep_box.isChecked()

    def _judge(self) -> None:
        if self.chosen is None:
            return
        header, mapping = self.chosen.preview.header, self.mapping()
        problem = mapping_problem(header, mapping)
        if problem:
            self.notice.tell(problem, Tone.BAD)
        else:
            self.notice.clear()
        self._problem = problem
        self.meanings.mark(mapping)
        self.reset_button.setVisible(mapping != self.chosen.preview.mapping)
        self.summary.setText(self._in_words(mapping))
        self.changed.emit()

    def _in_words(self, mapping: ColumnMapping) -> str:
        words = _("{n} of {all} columns are read.")
        if self.chosen is not None and self.chosen.remembered is not None:
            words = _("{n} of {all} columns are read, as was chosen for an earlier list.")
        read = sum(column is not None for column in mapping)
        return words.format(n=read, all=len(mapping))

    def _reset(self) -> None:
        if self.chosen is not None:
            self.meanings.choose(self.chosen.preview.mapping)

    # --- another sheet ----------------------------------------------------------------------

    def _change_sheet(self) -> None:
        chosen = self.chosen
        if chosen is None or self.sheet_box.currentText() == chosen.preview.sheet:
            return
        sheet, source = self.sheet_box.currentText(), chosen.source
        office = self._session.office
        self._session.room.tasks.run(
            lambda: look_at(office, source, sheet),
            self.show_list,
            self._refuse_sheet,
            owner=self,
        )

    def _refuse_sheet(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._session.refuse(error)
        elif self.chosen is not None:
            self.sheet_box.setCurrentText(self.chosen.preview.sheet)
            self.notice.tell(str(error), Tone.BAD)

    # --- as a page --------------------------------------------------------------------------

    @property
    @override
    def next_words(self) -> str:
        return _("&Try it out")

    @property
    @override
    def is_ready(self) -> bool:
        return self.chosen is not None and not self._problem

    @override
    def first(self) -> QWidget:
        return self.sheet_box if self._sheet_row.isVisible() else self.meanings.first()
