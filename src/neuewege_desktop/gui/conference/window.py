"""The screen on which a case conference is held: one item at a time, in large type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QMainWindow,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import PromiseOutcome
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.conference.areas import Areas
from neuewege_desktop.gui.conference.bars import FootToast
from neuewege_desktop.gui.conference.behind import veil
from neuewege_desktop.gui.conference.keys import ALSO, KEYS, name_keys
from neuewege_desktop.gui.conference.reading import View, read_view
from neuewege_desktop.gui.conference.talk import Talk
from neuewege_desktop.gui.help_key import offer_help
from neuewege_desktop.gui.kit.buttons import button
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.tab_order import go_by_tab
from neuewege_desktop.gui.kit.text import plain
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.labels import ActLabel, act_name
from neuewege_desktop.services.outcome import Outcome

_USUAL = (1280, 800)
_PLACE = "conference"
_TICK = 1_000  # ms


class ConferenceWindow(QMainWindow):
    """Holds one conference; Escape leads back to the overview, and everything typed is kept."""

    ended = Signal(object)  # id of the conference: its minutes are a draft now

    def __init__(self, session: Session, meeting: RecordId, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.meeting = session, meeting
        self._behind = parent
        self.view: View | None = None
        self.wanted: RecordId | None = None
        self._is_left = False
        self.talk = Talk(self)
        self.areas = Areas(session, {**self.talk.of_the_whole(), **self.talk.of_the_item()})
        self.areas.stops.chosen.connect(self.go_to)
        self.setCentralWidget(self.areas)
        self.toast = FootToast(self.areas.foot)
        self._bind_keys()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self.talk.tick)
        self._clock.start()
        session.changed.connect(self._take_change)
        session.refused.connect(self.say)
        session.done.connect(self._tell_done)
        session.leaving.connect(self.keep_drafts)
        offer_help(self, session.room.theme, "conference")
        self._restore_size()
        self.refresh()

    # --- the keyboard ---------------------------------------------------------------------------

    def _bind_keys(self) -> None:
        acts: Mapping[str, Callable[[], object]] = {
            **self.talk.of_the_item(),
            **self.talk.of_the_whole(),
            "save": self.areas.item.leave,
            "around": lambda: self.areas.go_around(1),
            "around-back": lambda: self.areas.go_around(-1),
            "kept": lambda: self.areas.item.promises.answer_first(PromiseOutcome.KEPT),
            "new-date": lambda: self.areas.item.promises.answer_first(PromiseOutcome.NEW_DATE),
            "dropped": lambda: self.areas.item.promises.answer_first(PromiseOutcome.DROPPED),
            "in-one-week": lambda: self.areas.item.choose_day(0),
            "in-two-weeks": lambda: self.areas.item.choose_day(1),
            "next-time": lambda: self.areas.item.choose_day(2),
            "larger": lambda: self.areas.step_type(1),
            "smaller": lambda: self.areas.step_type(-1),
            "usual-size": lambda: self.areas.step_type(0),
            "full-screen": self._toggle_full_screen,
            "lock": self._lock,
        }
        bound = [(spec.code, each) for spec in KEYS for each in spec.keys]
        for code, keys in (*bound, *ALSO):
            QShortcut(QKeySequence(keys), self, acts[code])
        for spec in KEYS:
            if (made := self.areas.findChild(QPushButton, spec.code)) is not None:
                name_keys(made, spec.keys[0])

    # --- what it shows --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read how things stand."""
        meeting, wanted = self.meeting, self.wanted
        self.session.read(
            lambda office: (wanted, read_view(office, meeting, wanted)), self._take, owner=self
        )

    def _take_change(self, _outcome: Outcome) -> None:
        self.areas.notice.clear()
        self.refresh()

    def say(self, sentence: str) -> None:
        """Say why something cannot be done."""
        closing = button(_("Close"), self.areas.notice.clear, name="closeNotice")
        self.areas.notice.tell(sentence, Tone.BAD, closing)

    def _tell_done(self, name: str) -> None:
        """Name what was done, with the way back; a text that is noted by itself is no news."""
        if self.isVisible() and name and name != act_name(ActLabel.NOTED):
            self.toast.tell(name, plain(_("&Undo")), self.talk.undo)

    def tell_obstacle(self, error: UserError) -> None:
        """Say why the item cannot be finished, and go where it can be mended."""
        self.say(str(error))
        self.areas.item.promises.focus_first()
        self.areas.item.verticalScrollBar().setValue(0)

    def go_to(self, key: RecordId | None) -> None:
        """Go to another item; what was typed about this one is noted."""
        if key is None or (self.view and self.view.subject and key == self.view.subject.key):
            return
        self.areas.item.leave()
        self.areas.notice.clear()
        self.wanted = key
        self.refresh()

    def _take(self, answer: tuple[RecordId | None, View]) -> None:
        wanted, view = answer
        if self._is_left or wanted != self.wanted:
            return  # one has gone on meanwhile, and the main window must not be hidden again
        before, self.view = self.view, view
        subject = view.subject
        self.wanted = subject.key if subject is not None else None
        self._tell_head(view)
        if self.session.spelling is not None:
            self.session.spelling.trust(view.names)
        self.areas.stops.show_stops(view.stops, self.wanted, part_b=view.is_part_b)
        self.areas.side.show_view(view)
        veil(self._behind, veiled=view.is_part_b or bool(view.table.file.guests_in_part_a))
        if subject is None or view.guests:
            self._show_veil(view)
        else:
            self.areas.item.show_view(view)
            self.areas.pages.setCurrentWidget(self.areas.item)
        self.areas.foot.show_state(None if subject is None or view.guests else subject.item.state)
        self.talk.take(before, view)

    def _tell_head(self, view: View) -> None:
        file = view.table.file
        words = _("Case conference {town}, {day}")
        title = words.format(town=file.municipality, day=long_date(file.meeting.day))
        self.areas.head.tell_conference(file.municipality, long_date(file.meeting.day))
        self.setWindowTitle(title)
        there = sum(line.is_there for line in file.attendance)
        self.areas.head.people.setAccessibleDescription(_("{n} present").format(n=there))

    def _show_veil(self, view: View) -> None:
        self.areas.item.forget()
        if view.guests:
            self.areas.veil.tell(
                view.subject.title if view.subject else "",
                _("The household is hidden until the question about the guest is answered."),
                self.talk.question_button(),
            )
        else:
            self.areas.veil.tell(
                _("Nothing on the agenda"),
                _("Please put a household or a topic on the agenda."),
            )
        self.areas.pages.setCurrentWidget(self.areas.veil)

    # --- size -----------------------------------------------------------------------------------

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _lock(self) -> None:
        """Lock as the main window does, which then covers this screen as well."""
        request = getattr(self._behind, "lock_requested", None)
        if request is not None:
            request.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toast.isVisible():
            self.toast.place()

    def _restore_size(self) -> None:
        kept = self.session.room.state.find(_PLACE)
        if kept is None or not self.restoreGeometry(kept):
            free = self.screen().availableGeometry()
            self.resize(min(_USUAL[0], free.width() - 20), min(_USUAL[1], free.height() - 40))

    # --- the keyboard ---------------------------------------------------------------------------

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

    @property
    def is_in_use(self) -> bool:
        """Say whether nobody has left it yet; that holds just before it is shown, too."""
        return self._clock.isActive()

    def keep_drafts(self) -> None:
        """Keep everything that is being typed, at once."""
        self.areas.item.keep_drafts()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._clock.stop()
        self._is_left = True
        if self.isVisible():  # not where a lock has covered everything
            self.areas.item.leave()
            veil(self._behind, veiled=False)
            self.session.room.state.keep(_PLACE, self.saveGeometry())
        super().closeEvent(event)
        self.deleteLater()
