"""Who is asked to come to a conference, and who was there."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.records.meeting import Attendance
from neuewege_desktop.gui.editing import edit_record
from neuewege_desktop.gui.kit.deed_bar import RowDeed
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.meetings.forms import attendance_form, new_colleague, new_guest
from neuewege_desktop.gui.meetings.item_leaf import ItemLeaf
from neuewege_desktop.gui.meetings.rows import people_rows
from neuewege_desktop.gui.pages.work_parts import meeting_fields
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.agenda import uninvite
from neuewege_desktop.services.conference.reading import ConferenceFile

_DEEDS = (
    RowDeed(code="guest", text=N_("Guest …"), icon="user-plus", keys="Ins", needs_row=False),
    RowDeed(
        code="colleague",
        text=N_("Colleague …"),
        icon="user-plus",
        keys="Shift+Ins",
        needs_row=False,
    ),
    RowDeed(code="change", text=N_("Change …"), icon="pencil"),
    RowDeed(code="remove", text=N_("Remove"), icon="x", keys="Del"),
    RowDeed(code="roles", text=N_("Chair and minutes …"), icon="notebook-pen", needs_row=False),
)


class PeopleLeaf(ItemLeaf):
    """The team and guests; each with whether and when they are there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Who is there"), _DEEDS)
        self.does(
            {
                "guest": lambda _row: self._add(external=True),
                "colleague": lambda _row: self._add(external=False),
                "change": self._change,
                "open": self._change,
                "remove": self._remove,
                "roles": lambda _row: self.edit_meeting(""),
            }
        )

    def show_file(self, file: ConferenceFile) -> None:
        """Show the people of a conference."""
        self.file = file
        self.hint.setText(_roles(file))
        self.hint.setVisible(bool(self.hint.text()))
        self.show_rows(people_rows(file), _("Nobody is entered yet."))

    def edit(self, key: int) -> None:
        """Open the form of somebody."""
        self.list.go_to(key)
        self._change(self.list.current())

    def edit_meeting(self, field: str) -> None:
        """Open the form of the conference itself: hours, place, chair, minutes."""
        if (file := self.file) is not None:
            room = self.session.room
            self.open_form(
                _("Change the case conference"),
                lambda office: edit_record(office, file.meeting, meeting_fields(room, office)),
                field=field,
            )

    def _add(self, *, external: bool) -> None:
        if self.file is not None:
            make = new_guest if external else new_colleague
            made = make(self.file.meeting)
            title = _("New guest") if external else _("Another colleague")
            hint = _GUESTS if external else ""
            self.open_form(title, lambda office: attendance_form(office, made), _(hint))

    def _change(self, row: NumberedRow | None) -> None:
        if (found := self._attendance(row)) is not None and row is not None:
            self.open_form(row.title, lambda office: attendance_form(office, found))

    def _remove(self, row: NumberedRow | None) -> None:
        if (found := self._attendance(row)) is not None:
            self.act(lambda office: uninvite(office, found))

    def _attendance(self, row: NumberedRow | None) -> Attendance | None:
        if self.file is None or row is None or self.bar.is_locked:
            return None
        lines = (line.attendance for line in self.file.attendance)
        return next((found for found in lines if found.id == row.key), None)


def _roles(file: ConferenceFile) -> str:
    chair = _("Chair: {name}").format(name=file.chair) if file.chair else ""
    taker = _("Minutes by: {name}").format(name=file.minute_taker) if file.minute_taker else ""
    return "  ·  ".join(filter(None, (chair, taker)))


_GUESTS = N_(
    "Guests from outside take part in part B. Whoever is in the room during part A hears the names "
    "of clients: then the program asks before each household."
)
