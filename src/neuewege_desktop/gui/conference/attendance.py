"""Who is there, from when to when; and who sits there as a guest. Everything is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import AttendanceStatus, MeetingPart
from neuewege_desktop.domain.records.meeting import Attendance
from neuewege_desktop.gui.conference.forms import ask_for_guest
from neuewege_desktop.gui.kit.buttons import button, primary, with_icon
from neuewege_desktop.gui.kit.dialog import Dialog
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, choice_of
from neuewege_desktop.gui.kit.editors.days import TimeEditor
from neuewege_desktop.gui.kit.editors.editor import Unreadable
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.text import Text, announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.holding import set_attendance
from neuewege_desktop.services.conference.reading import (
    AttendanceLine,
    ConferenceFile,
    conference_file,
)
from neuewege_desktop.services.outcome import Outcome

_SIZE = (780, 480)
_TIME = 84  # logical pixels


class AttendanceDialog(Dialog):
    """One line for each person."""

    def __init__(
        self, session: Session, file: ConferenceFile, part: MeetingPart, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._part, self._file = session, part, file
        self.setWindowTitle(_("Who is there?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._problem = ProblemLine(session.room.theme)
        guest = button(_("Enter a &guest …"), self._ask_for_guest, name="newGuest")
        buttons = QHBoxLayout()
        buttons.addWidget(with_icon(guest, session.room.theme, "user-plus"))
        buttons.addStretch(1)
        buttons.addWidget(primary(_("&Close"), self.accept, name="close"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(self.windowTitle(), "name"))
        column.addWidget(self._area, 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 40), min(_SIZE[1], window.height() - 40))
        self._show(file)
        session.changed.connect(self._take_change)

    # --- lines ----------------------------------------------------------------------------------

    def _take_change(self, outcome: Outcome) -> None:
        if outcome.touches(Attendance):
            meeting = self._file.meeting.id
            self._session.read(
                lambda office: conference_file(office, meeting), self._show_again, owner=self
            )

    def _show_again(self, file: ConferenceFile) -> None:
        """Show new lines; those of whom one knows already stay, and the keyboard in them."""
        known = [line.attendance.id for line in self._file.attendance]
        if known != [line.attendance.id for line in file.attendance]:
            self._show(file)
        self._file = file

    def _show(self, file: ConferenceFile) -> None:
        content = QWidget()
        content.setObjectName("content")
        grid = QGridLayout(content)
        grid.setContentsMargins(2, 2, 12, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for column, words in enumerate((_("Name"), _("State"), _("from"), _("to"), _("Part"))):
            grid.addWidget(Text(words, "hint"), 0, column)
        for row, line in enumerate(file.attendance, 1):
            self._add_line(grid, row, line)
        grid.setRowStretch(len(file.attendance) + 1, 1)
        self._area.setWidget(content)

    def _add_line(self, grid: QGridLayout, row: int, line: AttendanceLine) -> None:
        found = line.attendance
        grid.addWidget(Text(line.name, "value", wrap=True), row, 0)
        status, part = choice_of(AttendanceStatus)(), choice_of(MeetingPart)()
        start, end = TimeEditor(), TimeEditor()
        status.set_name(_("{name}: state").format(name=line.name))
        start.set_name(_("{name}: from").format(name=line.name))
        end.set_name(_("{name}: to").format(name=line.name))
        part.set_name(_("{name}: part").format(name=line.name))
        status.show_value(found.status)
        start.show_value(found.start)
        end.show_value(found.end)
        part.show_value(found.part)
        for choice in (status, part):
            choice.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        keep = self._keeping(found.id, status, start, end, part)
        for column, editor in enumerate((status, start, end, part), 1):
            grid.addWidget(editor, row, column)
            if isinstance(editor, TimeEditor):
                editor.line.setFixedWidth(_TIME)
                editor.line.editingFinished.connect(keep)
            else:
                editor.edited.connect(keep)

    def _keeping(
        self,
        key: int,
        status: ChoiceEditor,
        start: TimeEditor,
        end: TimeEditor,
        part: ChoiceEditor,
    ) -> Callable[[], None]:
        def keep() -> None:
            before = next(
                line.attendance for line in self._file.attendance if line.attendance.id == key
            )
            try:
                times = {"start": start.value(), "end": end.value()}
            except Unreadable as wrong:
                self._say(str(wrong))
                return
            after = replace(before, status=status.value(), part=part.value(), **times)
            if after != before:
                self._keep(after, status)

        return keep

    def _keep(self, after: Attendance, status: ChoiceEditor) -> None:
        """Keep a line; who comes later or leaves earlier is there for a part of the time."""
        if (after.start or after.end) and after.status == AttendanceStatus.PRESENT:
            after = replace(after, status=AttendanceStatus.PARTLY)
            status.show_value(after.status)
        self._problem.tell("")
        self._session.act(
            lambda office: set_attendance(office, after), failed=self._refuse, owner=self
        )

    def _refuse(self, error: UserError) -> None:
        self._say(str(error))

    def _say(self, text: str) -> None:
        self._problem.tell(text)
        announce(self, text)

    def _ask_for_guest(self) -> None:
        ask_for_guest(self, self._session, self._file.meeting, self._part)
