"""Releases minutes and writes corrections: papers are made and archived in the same act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.form_dialog import FormDialog
from neuewege_desktop.gui.meetings.minutes_forms import Item, correction_form
from neuewege_desktop.gui.meetings.papers import ask_about
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.minutes import (
    CorrectionLine,
    correct,
    refuse_unsaid,
    release,
)
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome
from neuewege_desktop.services.papers.checking import NONE, Confirmations
from neuewege_desktop.services.papers.corrections import correction_papers
from neuewege_desktop.services.papers.minutes import minutes_papers
from neuewege_desktop.services.workplaces import users


@dataclass(slots=True)
class Answers:
    """What a person has confirmed so far while one form is open."""

    confirmed: Confirmations = NONE


class Releasing(QObject):
    """Does what cannot be changed afterwards; doubtful lines of papers are confirmed before."""

    refused = Signal(str)  # why it was not done

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def release(self, meeting: RecordId, confirmed: Confirmations = NONE) -> None:
        """Release the minutes of a conference."""
        workplace, at = self._session.workplace, self._session.room.now()

        def act(office: Office) -> Outcome:
            with_access = {line.id for line in users(workplace) if line.has_access}
            papers = minutes_papers(office, meeting, at, confirmed)
            return release(office, meeting, papers, with_access, at)

        self._act(act, lambda answers: self.release(meeting, confirmed | answers))

    def correct(self, item: Item, title: str) -> None:
        """Ask what shall be read instead at an item of released minutes, and write it down."""
        answered = Answers()
        dialog = FormDialog(
            self._session,
            _("Correction: {what}").format(what=title),
            correction_form(item, self._correcting(answered)),
            self._page,
            _("The minutes stay as they are. The correction gets a number and is issued with it."),
        )

        def go_on(more: Confirmations) -> None:
            answered.confirmed |= more
            dialog.editor.save()

        dialog.editor.refused.connect(lambda error: ask_about(dialog, self._session, error, go_on))
        dialog.open()

    def _correcting(self, answered: Answers) -> Callable[[Office, CorrectionLine, str], Outcome]:
        at = self._session.room.now()

        def write(office: Office, line: CorrectionLine, reason: str) -> Outcome:
            refuse_unsaid([line], reason)  # before a paper is made
            meeting = line.item.meeting
            papers = correction_papers(office, meeting, [line], reason, at, answered.confirmed)
            return correct(office, meeting, [line], reason, papers, at)

        return write

    def _act(
        self, act: Callable[[Office], Outcome], again: Callable[[Confirmations], object]
    ) -> None:
        """Do it; where lines are doubtful, ask about them and do it again with the answers."""

        def fail(error: UserError) -> None:
            if not ask_about(self._page, self._session, error, again):
                self.refused.emit(str(error))

        self._session.act(act, failed=fail, owner=self)
