"""The agenda of one conference: both parts, who comes, and whether there is time for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTabWidget, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import Variant
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.conference import open_conference
from neuewege_desktop.gui.kit.buttons import button, primary, sign, with_icon
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.meetings.conference_page import ConferencePage
from neuewege_desktop.gui.meetings.papers import show_agenda, show_folder
from neuewege_desktop.gui.meetings.part_a import PartA
from neuewege_desktop.gui.meetings.part_b import PartB
from neuewege_desktop.gui.meetings.people_leaf import PeopleLeaf
from neuewege_desktop.gui.meetings.timing import timing_of
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.agenda import convene
from neuewege_desktop.services.conference.choosing import next_conference
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.conference.proposing import propose
from neuewege_desktop.services.conference.reading import ConferenceFile, conference_file
from neuewege_desktop.services.office import Office

_CHANGEABLE = AHEAD | {MeetingStatus.RUNNING}


class AgendaPage(ConferencePage[ConferenceFile]):
    """Shows the agenda; while the conference was not held, it can be set here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        theme = session.room.theme
        self.part_a, self.part_b = PartA(session), PartB(session)
        self.people = PeopleLeaf(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(_("Agenda"))
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        for leaf in (self.part_a, self.part_b, self.people):
            self.tabs.addTab(leaf, "")
            leaf.wanted.connect(self.wanted)
        self.body.addWidget(self.tabs, 1)
        self.propose_button = with_icon(
            primary(_("&Propose"), self._propose, name="propose"), theme, "sparkles"
        )
        self.convene_button = with_icon(
            button(_("C&onvene"), self._convene, name="convene"), theme, "mail"
        )
        self.hold_button = with_icon(primary(_("Hol&d it"), self._hold, name="hold"), theme, "play")
        self.minutes_button = with_icon(
            button(_("&Minutes"), self._open_minutes, name="minutes-page"), theme, "notebook-pen"
        )
        self.more_button = sign(theme, "ellipsis", _("More to do"), self._show_more, name="more")
        for made in (
            self.propose_button,
            self.convene_button,
            self.hold_button,
            self.minutes_button,
            self.more_button,
        ):
            self.buttons.addWidget(made)
        self.tell_nothing(
            _("No conference is planned"),
            _("Plan one by hand, or give the team a series in the settings."),
            _("&New case conference"),
            lambda: self.wanted.emit(Target("do:new-meetings")),
        )

    @override
    def usual(self, office: Office) -> Meeting | None:
        return next_conference(office)

    @override
    def is_open(self) -> bool:
        return self.file is not None and self.file.meeting.status in _CHANGEABLE

    @override
    def take_keyboard(self) -> None:
        leaf = self.tabs.currentWidget()
        if isinstance(leaf, (PartA, PartB, PeopleLeaf)):
            leaf.enter()

    @override
    def question(self, office: Office, key: RecordId) -> ConferenceFile:
        return conference_file(office, key)

    @override
    def file_of(self, found: ConferenceFile) -> ConferenceFile:
        return found

    @override
    def show_found(self, found: ConferenceFile) -> None:
        file, status = found, found.meeting.status
        changeable, is_empty = status in _CHANGEABLE, not file.items
        self.title.setText(_("Agenda"))
        for leaf in (self.part_a, self.part_b, self.people):
            leaf.show_file(file)
            leaf.lock(locked=not changeable)
        self.tabs.setTabText(0, _("Part A, internal ({n})").format(n=len(file.items)))
        self.tabs.setTabText(
            1, _("Part B, with the municipality ({n})").format(n=len(file.town_items))
        )
        self.tabs.setTabText(2, _("Who comes ({n})").format(n=len(file.attendance)))
        self.propose_button.setVisible(changeable and is_empty)
        self.convene_button.setVisible(status == MeetingStatus.PLANNED and not is_empty)
        self.hold_button.setVisible(changeable and not is_empty)
        self.minutes_button.setVisible(not changeable and status != MeetingStatus.CANCELLED)
        self.more_button.setVisible(changeable)
        self._show_timing(file, changeable=changeable)

    def _show_timing(self, file: ConferenceFile, *, changeable: bool) -> None:
        timing = timing_of(file)
        self.summary.setText(timing.words)
        if file.meeting.status == MeetingStatus.CANCELLED:
            reason = file.meeting.cancelled_because
            self.notice.tell(
                _("This conference was cancelled: {why}").format(why=reason), Tone.INFO
            )
        elif changeable and timing.warning:
            if self.notice.text.text() != timing.warning:
                self.notice.tell(timing.warning, Tone.WARNING)
        else:
            self.notice.clear()

    def edit(self) -> None:
        """Change the current row: how long it takes, or who somebody is."""
        leaf = self.tabs.currentWidget()
        if isinstance(leaf, (PartA, PartB)):
            leaf.bar.chosen.emit("minutes")
        elif isinstance(leaf, PeopleLeaf):
            leaf.bar.chosen.emit("change")

    # --- what can be done with the conference ---------------------------------------------------

    def _propose(self) -> None:
        if (key := self.key) is not None:
            self.part_a.act(lambda office: propose(office, key))

    def _convene(self) -> None:
        if (key := self.key) is not None:
            self.part_a.act(lambda office: convene(office, key))

    def _hold(self) -> None:
        if self.key is not None:
            open_conference(self.window(), self.session, self.key, self._go_on_with_minutes)

    def _go_on_with_minutes(self, key: RecordId) -> None:
        self.wanted.emit(Target("minutes", key))

    def _open_minutes(self) -> None:
        if self.key is not None:
            self.wanted.emit(Target("minutes", self.key))

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("More to do"))
        theme = self.session.room.theme
        menu.addAction(theme.icon("sparkles"), _("&Propose anew"), self._propose)
        menu.addAction(theme.icon("calendar-clock"), _("&Move …"), self._do("move"))
        menu.addAction(theme.icon("circle-x"), _("&Cancel it …"), self._do("cancel"))
        menu.addAction(theme.icon("pencil"), _("&Hours, place, chair …"), self._edit_meeting)
        papers = menu.addMenu(theme.icon("printer"), _("P&rint …"))
        for variant in Variant:
            papers.addAction(variant.label, self._showing(variant))
        papers.addAction(_("The whole &folder"), self._show_folder)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _do(self, code: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(Target(f"do:{code}", self.key or 0))

    def _showing(self, variant: Variant) -> Callable[[], None]:
        """Return what shows the agenda for one kind of reader."""

        def show() -> None:
            if self.key is not None:
                show_agenda(self.window(), self.session, self.key, variant)

        return show

    def _show_folder(self) -> None:
        if self.key is not None:
            show_folder(self.window(), self.session, self.key)

    def _edit_meeting(self) -> None:
        self.people.edit_meeting("")
