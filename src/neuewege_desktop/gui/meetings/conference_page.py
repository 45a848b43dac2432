"""What agenda and minutes have in common: one conference, its heading, always up to date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from neuewege_desktop.base.formats import long_date, weekday_name
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.kit.buttons import button, sign
from neuewege_desktop.gui.kit.chip import Chip
from neuewege_desktop.gui.kit.dossier import Target
from neuewege_desktop.gui.kit.empty_state import EmptyState
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.text import Text
from neuewege_desktop.gui.pages.state_chips import chip_of
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.reading import ConferenceFile
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

F = TypeVar("F")  # what a page finds out about a conference
_KINDS = frozenset(
    (
        "meeting",
        "meeting_series",
        "attendance",
        "agenda_item",
        "town_item",
        "decision",
        "guest_clearance",
        "promise_answer",
        "minutes_correction",
        "town_correction",
        "task",
        "town_task",
        "household",
        "membership",
        "person",
        "place",
        "user",
    )
)


class ConferencePage(QWidget, Generic[F]):
    """Shows one conference; which one, it finds by itself until somebody chooses another."""

    wanted = Signal(object)  # Target

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.session = session
        self.key: RecordId | None = None
        self.file: ConferenceFile | None = None
        theme = session.room.theme
        self.title = Text("", "title", wrap=True)
        self.subtitle = Text("", "second", wrap=True)
        self.summary = Text("", "hint", wrap=True)
        self._chip: Chip | None = None
        self._state = QHBoxLayout()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.notice = Notice(theme)
        self.body = QVBoxLayout()
        self._front = QStackedWidget()
        self._front.addWidget(self._make_content())
        self._nothing = EmptyState(theme, "calendar-days")
        self._front.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 14)
        column.addWidget(self._front)
        back = QShortcut(QKeySequence("Alt+Left"), self, self.leave)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.changed.connect(self._take_change)

    def _make_content(self) -> QWidget:
        theme = self.session.room.theme
        back = sign(theme, "arrow-left", _("Back to the case conferences"), self.leave, name="back")
        name = QHBoxLayout()
        name.setSpacing(10)
        name.addWidget(back)
        name.addWidget(self.title, 1)
        state = QHBoxLayout()
        state.setSpacing(12)
        state.addLayout(self._state)
        state.addWidget(self.subtitle, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(name)
        words.addLayout(state)
        words.addWidget(self.summary)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addLayout(words, 1)
        heading.addLayout(self.buttons)
        heading.setAlignment(self.buttons, Qt.AlignmentFlag.AlignTop)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(heading)
        column.addWidget(self.notice)
        column.addLayout(self.body, 1)
        return made

    # --- which conference -------------------------------------------------------------------

    def enter(self) -> None:
        """Be in front: read the conference anew, or find the one that is meant."""
        if self.key is not None:
            self._read(self.key)
        else:
            self.session.read(self.usual, self._take_usual, owner=self)

    def go_to(self, key: RecordId) -> None:
        """Show another conference."""
        self.key = key
        self._read(key)

    def leave(self) -> None:
        """Go to the list of conferences."""
        self.wanted.emit(Target("page:meetings"))

    @property
    def open_key(self) -> RecordId | None:
        """Return the conference that is shown, if something can still be done with it here."""
        return self.key if self.is_open() else None

    def is_open(self) -> bool:
        """Say whether the conference that is shown can still change on this page."""
        raise NotImplementedError

    def usual(self, office: Office) -> Meeting | None:
        """Return the conference that is shown while nobody chose one."""
        raise NotImplementedError

    def question(self, office: Office, key: RecordId) -> F:
        """Return what the page shows of a conference; it is asked on the worker."""
        raise NotImplementedError

    def file_of(self, found: F) -> ConferenceFile:
        """Return the conference itself out of what was found."""
        raise NotImplementedError

    def show_found(self, found: F) -> None:
        """Show a conference."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Let the keyboard work in the main part of the page."""
        raise NotImplementedError

    def tell_nothing(self, title: str, text: str, words: str, act: Callable[[], object]) -> None:
        """Say that there is no conference to show, and offer a way on."""
        self._nothing.tell(title, text, button(words, act, name="onward"))

    def _take_usual(self, found: Meeting | None) -> None:
        if found is not None:
            self.go_to(found.id)
        else:
            self._front.setCurrentWidget(self._nothing)

    def _read(self, key: RecordId) -> None:
        self.session.read(lambda office: self.question(office, key), self._take, owner=self)

    def _take(self, found: F) -> None:
        file = self.file_of(found)
        if file.meeting.id != self.key:
            return
        is_another = self.file is None or self.file.meeting.id != self.key
        self.file = file
        self._front.setCurrentIndex(0)
        self._show_heading(file)
        self.show_found(found)
        if is_another or not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.take_keyboard()

    def _show_heading(self, file: ConferenceFile) -> None:
        meeting = file.meeting
        day = f"{weekday_name(meeting.day)}, {long_date(meeting.day)}"
        times = "–".join(t.isoformat("minutes") for t in (meeting.start, meeting.end) if t)
        parts = (day, times, file.municipality, file.place)
        self.subtitle.setText("  ·  ".join(filter(None, parts)))
        if self._chip is not None:
            self._state.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
        self._chip = Chip(self.session.room.theme, chip_of(meeting.status))
        self._state.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def _take_change(self, outcome: Outcome) -> None:
        if self.key is not None and self.isVisible() and not _KINDS.isdisjoint(outcome.records):
            self._read(self.key)
