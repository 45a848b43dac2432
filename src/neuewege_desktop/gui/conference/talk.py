"""Holding the conference: what the keys and buttons of its screen do, and the watch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import GuestBasis, ItemState, MeetingPart
from neuewege_desktop.domain.records.meeting import AgendaItem
from neuewege_desktop.gui.conference import acts, forms
from neuewege_desktop.gui.conference.attendance import AttendanceDialog
from neuewege_desktop.gui.conference.ending import EndDialog
from neuewege_desktop.gui.conference.guest_question import GuestQuestion
from neuewege_desktop.gui.conference.reading import View
from neuewege_desktop.gui.conference.stopwatch import Stopwatch, reading
from neuewege_desktop.gui.conference.subjects import Subject, minutes_left, next_open
from neuewege_desktop.gui.kit.buttons import primary
from neuewege_desktop.gui.kit.text import announce
from neuewege_desktop.services.conference.holding import clear_guests, end, reopen_item
from neuewege_desktop.services.history import undo
from neuewege_desktop.services.labels import act_name
from neuewege_desktop.services.outcome import Outcome

if TYPE_CHECKING:
    from neuewege_desktop.gui.conference.window import ConferenceWindow

Act = Callable[[], object]


class Talk(QObject):
    """Does what was chosen on the screen of a conference."""

    def __init__(self, window: ConferenceWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.watch = Stopwatch()
        self.watch.go_on(self._now())
        self._is_over = self._is_finishing = False
        self._attendance: AttendanceDialog | None = None

    def of_the_item(self) -> dict[str, Act]:
        """Return what can be done with the item in front, by its code."""
        return {
            "finish": self.finish,
            "postpone": self.postpone,
            "drop": self.drop,
            "reopen": self.reopen,
            "before": lambda: self._go(-1),
            "after": lambda: self._go(1),
        }

    def of_the_whole(self) -> dict[str, Act]:
        """Return what concerns the conference as a whole, by its code."""
        return {
            "leave": self._window.close,
            "people": self.people,
            "household": self.add_household,
            "topic": self.add_topic,
            "pause": self.pause,
            "end": self.end,
            "undo": self.undo,
        }

    @property
    def _view(self) -> View | None:
        return self._window.view

    @property
    def _subject(self) -> Subject | None:
        """Return the item in front, if it may be seen and nobody is on the way to another one."""
        view = self._view
        if view is None or view.guests or self._is_moving:
            return None
        return view.subject

    @property
    def _is_moving(self) -> bool:
        view = self._view
        return view is None or self._key(view) != self._window.wanted

    def _now(self) -> dt.datetime:
        return self._session.room.now()

    # --- the item -------------------------------------------------------------------------------

    def finish(self) -> None:
        """Say that the item was talked about, and go to the next one."""
        subject = self._subject
        if self._is_finishing or self._is_moving:  # pressed twice: the next one is not meant
            return
        if subject is None or subject.item.state is not ItemState.OPEN:
            self._go(1)
            return
        self._window.areas.item.leave()
        self._is_finishing = True
        minutes = self.watch.minutes(subject.key, self._now())
        self._session.act(
            lambda office: acts.finish(office, subject, minutes),
            self._take_finished,
            self._take_obstacle,
            owner=self._window,
        )

    def _take_finished(self, outcome: Outcome) -> None:
        self._is_finishing = False
        self._go_on(outcome)

    def _take_obstacle(self, error: UserError) -> None:
        self._is_finishing = False
        self._window.tell_obstacle(error)

    def _go_on(self, _outcome: Outcome) -> None:
        """Go to the next item that is open, or say that none is."""
        view = self._view
        key = next_open(view.stops, self._window.wanted) if view is not None else None
        if key is None:
            announce(self._window, _("All items are done. You can end the conference."))
            self._window.areas.head.end.setFocus()
        else:
            self._window.go_to(key)

    def postpone(self) -> None:
        """Ask why the item is put off."""
        if (subject := self._subject) is not None:
            self._window.areas.item.leave()
            forms.ask_to_postpone(self._window, self._session, subject, self._go_on)

    def drop(self) -> None:
        """Ask why the item is dropped."""
        if (subject := self._subject) is not None:
            self._window.areas.item.leave()
            forms.ask_to_drop(self._window, self._session, subject, self._go_on)

    def reopen(self) -> None:
        """Take the item up again."""
        if (subject := self._subject) is not None:
            item = subject.item
            self._session.act(lambda office: reopen_item(office, item), owner=self._window)

    def _go(self, step: int) -> None:
        """Go to the item before or after this one."""
        view = self._view
        keys = [stop.key for stop in view.stops] if view is not None else []
        if self._window.wanted in keys:
            at = keys.index(self._window.wanted) + step
            if 0 <= at < len(keys):
                self._window.go_to(keys[at])

    # --- the conference -------------------------------------------------------------------------

    def people(self) -> None:
        """Show who is there."""
        if (view := self._view) is not None:
            part = MeetingPart.TOWN if view.is_part_b else MeetingPart.INTERNAL
            dialog = AttendanceDialog(self._session, view.table.file, part, self._window)
            dialog.finished.connect(self._take_attendance)
            self._attendance = dialog
            dialog.open()

    def _take_attendance(self, _result: int) -> None:
        """Ask about a guest who came just now, once the list of those present is closed."""
        self._attendance = None
        self.ask_about_guests()

    def add_household(self) -> None:
        """Ask which household comes on the agenda; not while others look on."""
        view = self._view
        if view is None:
            return
        if view.is_part_b or view.table.file.guests_in_part_a:
            self._window.say(_("Households are chosen in part A, without people from outside."))
        else:
            forms.ask_for_household(self._window, self._session, self._window.meeting)

    def add_topic(self) -> None:
        """Ask for a topic, of the part in front unless somebody says otherwise."""
        if (view := self._view) is not None:
            part = MeetingPart.TOWN if view.is_part_b else MeetingPart.INTERNAL
            forms.ask_for_topic(self._window, self._session, self._window.meeting, part)

    def pause(self) -> None:
        """Let the watch stand still, or go on."""
        if self.watch.is_running:
            self.watch.stop(self._now())
        else:
            self.watch.go_on(self._now())
        self._window.areas.head.tell_pause(is_running=self.watch.is_running)
        self.tick()

    def end(self) -> None:
        """Show what was decided, and end the conference."""
        view = self._view
        if view is None:
            return
        self._window.areas.item.leave()
        EndDialog(
            self._window,
            self._session.room,
            view.table.file,
            forms.this_minute(self._session),
            named=not (view.is_part_b or view.table.file.guests_in_part_a),
            end=self._end_at,
        ).open()

    def _end_at(self, hour: dt.time) -> None:
        meeting = self._window.meeting

        def leave(_outcome: Outcome) -> None:
            self._window.ended.emit(meeting)
            self._window.close()

        self._session.act(lambda office: end(office, meeting, hour), leave, owner=self._window)

    def undo(self) -> None:
        """Take one's last act back; in a text, the same keys take back what was typed."""

        def tell(found: tuple[str, Outcome]) -> None:
            label, outcome = found
            self._session.changed.emit(outcome)
            self._session.look_back()
            words = _("Taken back: {act}").format(act=act_name(label))
            self._window.toast.tell(words)

        office = self._session.office
        self._session.room.tasks.run(
            lambda: undo(office), tell, self._session.refuse, owner=self._window
        )

    # --- guests ---------------------------------------------------------------------------------

    def take(self, before: View | None, view: View) -> None:
        """Go on with what is shown now: the watch turns to it, a guest is asked about."""
        subject = view.subject
        was = before.subject.key if before is not None and before.subject is not None else None
        if subject is not None and subject.key != was:
            item = subject.item
            earlier = item.spent_min or 0 if isinstance(item, AgendaItem) else 0
            self.watch.turn_to(subject.key, self._now(), earlier)
            self._is_over = False
            announce(self._window, subject.title)
        self.tick()
        had_guests = before is not None and before.guests == view.guests and was == self._key(view)
        if view.guests and not had_guests and self._attendance is None:
            self.ask_about_guests()

    def _key(self, view: View) -> int | None:
        return view.subject.key if view.subject is not None else None

    def question_button(self) -> QPushButton:
        """Return the button that asks the question once more."""
        return primary(_("Answer the &question"), self.ask_about_guests, name="question")

    def ask_about_guests(self) -> None:
        """Ask on what ground the household may be talked about while a guest is there (5.3)."""
        view = self._view
        if view is None or view.subject is None or not view.guests:
            return
        item = view.subject.item

        def answer(basis: GuestBasis) -> None:
            at = forms.this_minute(self._session)
            if isinstance(item, AgendaItem):
                self._session.act(
                    lambda office: clear_guests(office, item, basis, at), owner=self._window
                )

        GuestQuestion(self._window, ", ".join(view.guests), answer).open()

    # --- the watch ------------------------------------------------------------------------------

    def tick(self) -> None:
        """Show how late it is."""
        view = self._view
        if view is None or view.subject is None:
            return
        subject, now = view.subject, self._now()
        spent = self.watch.spent(subject.key, now)
        told = reading(spent, subject.item.planned_min, is_running=self.watch.is_running)
        self._window.areas.item.tell_time(told)
        if told.is_over and not self._is_over:
            announce(self._window, _("The planned time for this item is up."))
        self._is_over = told.is_over
        left = minutes_left(view.stops, subject.key, spent)
        self._window.areas.head.tell_left(left, now + dt.timedelta(minutes=left))
