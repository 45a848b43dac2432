"""Puts a household on an agenda: found by name or number, with the reason why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.gui.kit.entries import Entry
from neuewege_desktop.gui.kit.entry_view import ROW, EntryView
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.gui.settings.work_dialog import WorkDialog
from neuewege_desktop.services.conference.agenda import add_household
from neuewege_desktop.services.conference.candidates import Candidate, households_to_add
from neuewege_desktop.services.conference.reading import ConferenceFile

_LINES = 4
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class HouseholdDialog(WorkDialog):
    """The keyboard types the name, chooses with the arrow keys, and goes on to the reason."""

    def __init__(self, session: Session, file: ConferenceFile, parent: QWidget) -> None:
        super().__init__(
            session,
            parent,
            _("Add a household"),
            _("A household of {municipality} whose case is open.").format(
                municipality=file.municipality
            ),
            _("&Put on the agenda"),
        )
        self._meeting = file.meeting.id
        theme = session.room.theme
        self.line = _SearchLine()
        self.line.setObjectName("household")
        self.line.setPlaceholderText(_("Name or BG number"))
        self.line.textChanged.connect(self._seek)
        self.line.stepped.connect(self._step)
        self.view = EntryView(theme)
        self.view.setObjectName("found")
        self.view.setAccessibleName(_("Found"))
        self.view.setFixedHeight(ROW * _LINES + 14)
        self.who_note = ProblemLine(theme)
        self.why = QLineEdit()
        self.why.setObjectName("why")
        self.why_note = ProblemLine(theme)
        self._add(_("&Household"), self.line, self.view, self.who_note)
        self._add(_("&Why shall it be talked about?"), self.why, self.why_note)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str, field: QLineEdit, *below: QWidget) -> None:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = Text(words, "label")
        label.setTextFormat(Qt.TextFormat.AutoText)  # shows the letter that leads to the field
        label.setBuddy(field)
        for widget in (label, field, *below):
            column.addWidget(widget)
        self.content.addWidget(cell)

    def _step(self, lines: int) -> None:
        if (entry := self.view.step(lines)) is not None:
            announce(self.line, entry.spoken)

    def _seek(self, text: str) -> None:
        meeting = self._meeting
        self.who_note.tell("")
        self.session.read(
            lambda office: (text, households_to_add(office, meeting, text)), self._show, owner=self
        )

    def _show(self, found: tuple[str, list[Candidate]]) -> None:
        text, candidates = found
        if text != self.line.text():
            return
        self.view.show_entries(
            [
                Entry(text=c.title, second=c.subtitle, icon="house", leads_to=c.case)
                for c in candidates
            ]
        )
        if text.strip() and not candidates:
            self.who_note.tell(
                _("No household fits that could be added. Perhaps it is on the agenda already."),
                Tone.WARNING,
            )

    @override
    def act(self) -> None:
        entry = self.view.current() if self.view.lines.rowCount() else None
        if entry is None or not isinstance(entry.leads_to, int):
            self.who_note.tell(_("Please choose a household."))
            self.line.setFocus()
            return
        case, why, meeting = entry.leads_to, self.why.text(), self._meeting
        self.session.act(
            lambda office: add_household(office, meeting, case, why),
            lambda _outcome: self.accept(),
            self.refuse,
            owner=self,
        )

    @override
    def refuse(self, error: UserError) -> None:
        self.why_note.tell(str(error))
        self.why.setFocus()


class _SearchLine(QLineEdit):
    """Lets the arrow keys choose among what was found while one types."""

    stepped = Signal(int)  # lines

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
