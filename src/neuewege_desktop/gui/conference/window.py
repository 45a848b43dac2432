"""The screen on which a case conference is held: one item at a time, in large type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import PromiseOutcome
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.conference.bars import FootBar, HeadBar
from neuewege_desktop.gui.conference.item_view import ItemView
from neuewege_desktop.gui.conference.keys import KEYS, name_keys
from neuewege_desktop.gui.conference.large_type import large_type, stepped, usual_size
from neuewege_desktop.gui.conference.reading import View, read_view
from neuewege_desktop.gui.conference.side import Side
from neuewege_desktop.gui.conference.stop_list import StopList
from neuewege_desktop.gui.conference.talk import Talk
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.empty_state import EmptyState
from neuewege_desktop.gui.kit.look.colours import Colour, Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.tab_order import go_by_tab, tab_stops
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.outcome import Outcome

_SMALLEST = (640, 440)
_USUAL = (1280, 800)
_PLACE = "conference"
_TICK = 1_000  # ms
_LEAST_LIST = 180  # logical pixels
_LIST, _SIDE = 0.17, 0.30  # of the width, besides the item


class ConferenceWindow(QMainWindow):
    """Holds one conference; Escape leads back to the overview, and everything typed is kept."""

    ended = Signal(object)  # id of the conference: its minutes are a draft now

    def __init__(self, session: Session, meeting: RecordId, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.meeting = session, meeting
        self._behind = parent
        self.view: View | None = None
        self.wanted: RecordId | None = None
        self._size: int | None = None  # of the letters, once somebody chose one
        self._sheet_key: tuple[object, ...] = ()
        self.setMinimumSize(*_SMALLEST)
        self.talk = Talk(self)
        self._make()
        self._bind_keys()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self.talk.tick)
        self._clock.start()
        session.changed.connect(self._take_change)
        session.refused.connect(self.say)
        session.leaving.connect(self.keep_drafts)
        session.room.theme.changed.connect(self._set_type)
        self._restore_size()
        self.refresh()

    # --- how it is made -------------------------------------------------------------------------

    def _make(self) -> None:
        theme = self.session.room.theme
        self.head = HeadBar(theme, self.talk.of_the_whole())
        self.foot = FootBar(theme, self.talk.of_the_item())
        self.stops = StopList(theme)
        self.stops.chosen.connect(self.go_to)
        self.item = ItemView(self.session)
        self.side = Side(theme)
        self.veil = EmptyState(theme, "eye-off")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.item)
        self.pages.addWidget(self.veil)
        self.notice = Notice(theme)
        told = QHBoxLayout()
        told.setContentsMargins(14, 8, 14, 0)
        told.addWidget(self.notice)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for each in (self.stops, self.pages, self.side):
            middle.addWidget(each)
        middle.setStretch(1, 1)
        self._whole = whole = QWidget()
        whole.setObjectName("conference")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(told)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(whole)

    def _bind_keys(self) -> None:
        acts: Mapping[str, Callable[[], object]] = {
            **self.talk.of_the_item(),
            **self.talk.of_the_whole(),
            "save": self.item.leave,
            "around": lambda: self._go_around(1),
            "around-back": lambda: self._go_around(-1),
            "kept": lambda: self.item.promises.answer_first(PromiseOutcome.KEPT),
            "new-date": lambda: self.item.promises.answer_first(PromiseOutcome.NEW_DATE),
            "dropped": lambda: self.item.promises.answer_first(PromiseOutcome.DROPPED),
            "in-one-week": lambda: self.item.choose_day(0),
            "in-two-weeks": lambda: self.item.choose_day(1),
            "next-time": lambda: self.item.choose_day(2),
            "larger": lambda: self._step_type(1),
            "smaller": lambda: self._step_type(-1),
            "usual-size": lambda: self._step_type(0),
            "full-screen": self._toggle_full_screen,
        }
        for code, keys in KEYS.items():
            for each in keys:
                QShortcut(QKeySequence(each), self, acts[code])
            if (made := self._whole.findChild(QPushButton, code)) is not None:
                name_keys(made, keys[0])

    # --- what it shows --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read how things stand."""
        meeting, wanted = self.meeting, self.wanted
        self.session.read(
            lambda office: (wanted, read_view(office, meeting, wanted)), self._take, owner=self
        )

    def _take_change(self, _outcome: Outcome) -> None:
        self.notice.clear()
        self.refresh()

    def say(self, sentence: str) -> None:
        """Say why something cannot be done."""
        closing = button(_("Close"), self.notice.clear, name="closeNotice")
        self.notice.tell(sentence, Tone.BAD, closing)

    def tell_obstacle(self, error: UserError) -> None:
        """Say why the item cannot be finished, and go where it can be mended."""
        self.say(str(error))
        self.item.promises.focus_first()
        self.item.verticalScrollBar().setValue(0)

    def go_to(self, key: RecordId | None) -> None:
        """Go to another item; what was typed about this one is noted."""
        if key is None or (self.view and self.view.subject and key == self.view.subject.key):
            return
        self.item.leave()
        self.notice.clear()
        self.wanted = key
        self.refresh()

    def _take(self, answer: tuple[RecordId | None, View]) -> None:
        wanted, view = answer
        if wanted != self.wanted:
            return  # one has gone on meanwhile; its answer is on the way
        before, self.view = self.view, view
        subject = view.subject
        self.wanted = subject.key if subject is not None else None
        self._tell_head(view)
        self.stops.show_stops(view.stops, self.wanted, part_b=view.is_part_b)
        self.side.show_view(view)
        self._veil_behind(veiled=view.is_part_b or bool(view.table.file.guests_in_part_a))
        if subject is None or view.guests:
            self._show_veil(view)
        else:
            self.item.show_view(view)
            self.pages.setCurrentWidget(self.item)
        self.foot.show_state(None if subject is None or view.guests else subject.item.state)
        self.talk.take(before, view)

    def _tell_head(self, view: View) -> None:
        file = view.table.file
        words = _("Case conference {town}, {day}")
        title = words.format(town=file.municipality, day=long_date(file.meeting.day))
        self.head.tell_conference(file.municipality, long_date(file.meeting.day))
        self.setWindowTitle(title)
        there = sum(line.is_there for line in file.attendance)
        self.head.people.setAccessibleDescription(_("{n} present").format(n=there))

    def _show_veil(self, view: View) -> None:
        self.item.forget()
        if view.guests:
            self.veil.tell(
                view.subject.title if view.subject else "",
                _("The household is hidden until the question about the guest is answered."),
                self.talk.question_button(),
            )
        else:
            self.veil.tell(
                _("Nothing on the agenda"),
                _("Please put a household or a topic on the agenda."),
            )
        self.pages.setCurrentWidget(self.veil)

    def _veil_behind(self, *, veiled: bool) -> None:
        """Let the main window show nothing either while others look on."""
        if isinstance(self._behind, QMainWindow) and (middle := self._behind.centralWidget()):
            middle.setVisible(not veiled)

    # --- size and letters -----------------------------------------------------------------------

    def _set_type(self) -> None:
        theme = self.session.room.theme
        base = self._size or usual_size(self.width())
        colours = {colour.value: theme.code(colour) for colour in Colour}
        key = (base, theme.is_dark)
        if key != self._sheet_key:
            self._sheet_key = key
            self._whole.setStyleSheet(large_type(base, colours))
            self.head.fit(self.width())

    def _step_type(self, steps: int) -> None:
        base = self._size or usual_size(self.width())
        self._size = stepped(base, steps) if steps else None
        self._set_type()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fit(self.width())
        self.stops.setFixedWidth(max(round(self.width() * _LIST), _LEAST_LIST))
        self.side.setFixedWidth(round(self.width() * _SIDE))
        self._set_type()

    def _restore_size(self) -> None:
        kept = self.session.room.state.find(_PLACE)
        if kept is None or not self.restoreGeometry(kept):
            free = self.screen().availableGeometry()
            self.resize(min(_USUAL[0], free.width() - 20), min(_USUAL[1], free.height() - 40))

    # --- the keyboard ---------------------------------------------------------------------------

    def _go_around(self, step: int) -> None:
        """Go from one area to the next one: list, item, case sheet, the bars."""
        areas = [self.head, self.stops, self.pages, self.side, self.foot]
        here = next((at for at, area in enumerate(areas) if area.isAncestorOf(self._focus())), 0)
        if self.focusWidget() is self.stops:
            here = 1
        for turn in range(1, len(areas) + 1):
            area = areas[(here + step * turn) % len(areas)]
            stops = [area] if area is self.stops else list(tab_stops(area))
            if stops:
                stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _focus(self) -> QWidget:
        return self.focusWidget() or self

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return go_by_tab(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    # --- leaving --------------------------------------------------------------------------------

    def keep_drafts(self) -> None:
        """Keep everything that is being typed, at once."""
        self.item.keep_drafts()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._clock.stop()
        if self.isVisible():  # not where a lock has covered everything
            self.item.leave()
            self._veil_behind(veiled=False)
            self.session.room.state.keep(_PLACE, self.saveGeometry())
        super().closeEvent(event)
        self.deleteLater()
