"""The minutes of a conference: what they lack, checked, released, and corrected afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.conference.minutes import Gap
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.kit.buttons import button, primary, with_icon
from neuewege_desktop.gui.kit.deed_bar import RowDeed
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.numbered_rows import NumberedRow
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.meetings.conference_page import ConferencePage
from neuewege_desktop.gui.meetings.item_leaf import ItemLeaf
from neuewege_desktop.gui.meetings.minutes_leaf import MinutesLeaf
from neuewege_desktop.gui.meetings.minutes_parts import MinutesA, MinutesB
from neuewege_desktop.gui.meetings.minutes_rows import gap_rows, gaps_words, paper_rows
from neuewege_desktop.gui.meetings.papers import show_issued
from neuewege_desktop.gui.meetings.people_leaf import PeopleLeaf
from neuewege_desktop.gui.meetings.releasing import Releasing
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.choosing import latest_minutes
from neuewege_desktop.services.conference.minutes import check
from neuewege_desktop.services.conference.minutes_view import MinutesView, minutes_view
from neuewege_desktop.services.conference.reading import ConferenceFile
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.workplaces import users

_JUMP = RowDeed(code="jump", text=N_("Go there"), icon="corner-down-left")
_SHOW = RowDeed(code="show", text=N_("Open and print …"), icon="printer")
_GAPS, _PART_A, _PART_B, _PEOPLE, _PAPERS = range(5)


class MinutesPage(ConferencePage[MinutesView]):
    """Shows minutes; a draft can be completed here, released ones can be corrected."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.view: MinutesView | None = None
        self.releasing = Releasing(session, self)
        self.releasing.refused.connect(self._tell_refusal)
        self.gaps = ItemLeaf(session, _("What is missing"), (_JUMP,))
        self.gaps.does({"jump": self._jump_from, "open": self._jump_from})
        self.part_a, self.part_b = MinutesA(session), MinutesB(session)
        self.people = PeopleLeaf(session)
        self.papers = ItemLeaf(session, _("Issued documents"), (_SHOW,))
        self.papers.does({"show": self._show_paper, "open": self._show_paper})
        self._make_tabs()
        self._make_buttons()
        self.tell_nothing(
            _("No minutes yet"),
            _("Minutes begin when a conference is held."),
            _("To the next &agenda"),
            lambda: self.wanted.emit(Target("page:agenda")),
        )

    def _make_tabs(self) -> None:
        self.leaves = (self.gaps, self.part_a, self.part_b, self.people, self.papers)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(_("Minutes"))
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        for leaf in self.leaves:
            self.tabs.addTab(leaf, "")
        for part in (self.part_a, self.part_b):
            part.correction_wanted.connect(self.releasing.correct)
        self.body.addWidget(self.tabs, 1)

    def _make_buttons(self) -> None:
        theme = self.session.room.theme
        self.agenda_button = with_icon(
            button(_("Agen&da"), self._open_agenda, name="agenda-page"), theme, "list-todo"
        )
        self.check_button = with_icon(
            primary(_("Chec&k the minutes"), self._check, name="check"), theme, "check"
        )
        self.release_button = with_icon(
            primary(_("&Release"), self._release, name="release"), theme, "shield-check"
        )
        for made in (self.agenda_button, self.check_button, self.release_button):
            self.buttons.addWidget(made)

    # --- what is shown ----------------------------------------------------------------------

    @override
    def usual(self, office: Office) -> Meeting | None:
        return latest_minutes(office)

    @override
    def question(self, office: Office, key: RecordId) -> MinutesView:
        with_access = {line.id for line in users(self.session.workplace) if line.has_access}
        return minutes_view(office, key, with_access)

    @override
    def file_of(self, found: MinutesView) -> ConferenceFile:
        return found.file

    @override
    def is_open(self) -> bool:
        return self.view is not None and self.view.is_draft

    @override
    def take_keyboard(self) -> None:
        leaf = self.tabs.currentWidget()
        if leaf is self.gaps and not self.gaps.list.rows:
            self._go_to_next_step()
        elif isinstance(leaf, ItemLeaf):
            leaf.enter()

    def _go_to_next_step(self) -> None:
        """Where nothing is missing, give the keyboard to what comes next."""
        for made in (self.check_button, self.release_button, self.tabs.tabBar()):
            if made.isVisibleTo(self):
                made.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @override
    def show_found(self, found: MinutesView) -> None:
        is_another = self.view is None or self.view.file.meeting.id != found.file.meeting.id
        focus = self.window().focusWidget()
        self.view = found
        self.title.setText(_("Minutes"))
        self.summary.setText(gaps_words(found))
        self.gaps.show_rows(gap_rows(found), gaps_words(found))
        self.part_a.show_view(found)
        self.part_b.show_view(found)
        self.people.show_file(found.file)
        self.people.lock(locked=not found.is_draft)
        self.papers.show_rows(paper_rows(found), _("Nothing was issued yet."))
        self._name_tabs(found)
        if is_another:
            self.tabs.setCurrentIndex(_GAPS if found.is_draft else _PART_A)
        checked = found.file.meeting.checked_by is not None
        self.check_button.setVisible(found.is_draft and not checked)
        self.release_button.setVisible(found.is_draft and checked and not found.refusal)
        if found.is_draft and checked and found.refusal:
            self.notice.tell(found.refusal, Tone.INFO)
        else:
            self.notice.clear()
        if focus is not None and self.isAncestorOf(focus) and not focus.isVisibleTo(self):
            self.take_keyboard()  # what had it is done

    def _name_tabs(self, view: MinutesView) -> None:
        file = view.file
        names = (
            _("Missing ({n})").format(n=len(view.gaps)),
            _("Part A, internal ({n})").format(n=len(file.items)),
            _("Part B, with the municipality ({n})").format(n=len(file.town_items)),
            _("Who was there ({n})").format(n=len(file.attendance)),
            _("Issued ({n})").format(n=len(view.papers)),
        )
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.tabs.setTabVisible(_GAPS, view.is_draft)
        self.tabs.setTabVisible(_PAPERS, view.is_released)

    def edit(self) -> None:
        """Change the current row."""
        leaf = self.tabs.currentWidget()
        if isinstance(leaf, ItemLeaf):
            leaf.open_current()

    # --- what is missing --------------------------------------------------------------------

    def _jump_from(self, row: NumberedRow | None) -> None:
        if row is not None and self.view is not None:
            self.jump(self.view.gaps[row.key])

    def jump(self, gap: Gap) -> None:
        """Go to the place where something is missing."""
        match gap.kind, gap.field:
            case "meeting", "attendance":
                self._come_to(_PEOPLE, self.people, 0)
            case "meeting", field:
                self.people.edit_meeting(field)
            case "attendance", _field:
                self.people.edit(gap.record)
            case "decision", field:
                self.part_a.open_part(gap.record, field)
            case "agenda_item", "promises":
                self.part_a.answer_first_promise(gap.record)
            case "agenda_item", field:
                self._come_to_item(_PART_A, self.part_a, gap.record, field)
            case "town_item", field:
                self._come_to_item(_PART_B, self.part_b, gap.record, field)

    def _come_to(self, tab: int, leaf: ItemLeaf, key: int) -> None:
        self.tabs.setCurrentIndex(tab)
        leaf.list.go_to(key)
        leaf.enter()

    def _come_to_item(self, tab: int, leaf: MinutesLeaf, key: int, field: str) -> None:
        if field == "discussion":
            leaf.open_result(key)
        else:
            self._come_to(tab, leaf, key)

    # --- checking, releasing, correcting ----------------------------------------------------

    def _check(self) -> None:
        if (key := self.key) is not None:
            self.session.act(
                lambda office: check(office, key), failed=self._take_unchecked, owner=self
            )

    def _take_unchecked(self, error: UserError) -> None:
        self._tell_refusal(str(error))
        self._come_to(_GAPS, self.gaps, 0)

    def _release(self) -> None:
        key = self.key
        if key is not None:
            ask(
                self,
                self.session.room.theme,
                _("Release the minutes?"),
                _(
                    "Afterwards nobody can change them any more; what turns out to be wrong is "
                    "set right by a correction. The documents are archived."
                ),
                [Answer(_("&Release"), lambda: self.releasing.release(key), is_usual=True)],
            )

    def _tell_refusal(self, sentence: str) -> None:
        self.notice.tell(sentence, Tone.BAD)

    def _open_agenda(self) -> None:
        if self.key is not None:
            self.wanted.emit(Target("agenda", self.key))

    def _show_paper(self, row: NumberedRow | None) -> None:
        if row is not None and self.view is not None:
            line = next(line for line in self.view.papers if line.paper.id == row.key)
            show_issued(self.window(), self.session, line.paper)
