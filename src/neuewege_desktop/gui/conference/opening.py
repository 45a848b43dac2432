"""The way into a conference: it begins, it goes on, or it is looked at no more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.work import MeetingStatus
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.gui.conference.forms import ask_to_begin
from neuewege_desktop.gui.conference.window import ConferenceWindow
from neuewege_desktop.gui.kit.questions import Answer, ask
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.holding import resume
from neuewege_desktop.services.records import needed


def open_conference(
    window: QWidget,
    session: Session,
    meeting: RecordId,
    ended: Callable[[RecordId], object] | None = None,
) -> None:
    """Show the screen on which a conference is held; one that has not begun asks when it does.

    `ended` is told once the conference is over and its minutes are a draft.
    """

    def show(_outcome: object = None) -> None:
        _show(window, session, meeting, ended)

    def decide(found: Meeting) -> None:
        match found.status:
            case MeetingStatus.PLANNED | MeetingStatus.CONVENED:
                ask_to_begin(window, session, meeting, show)
            case MeetingStatus.RUNNING:
                show()
            case MeetingStatus.DRAFT_MINUTES:
                _ask_to_resume(window, session, meeting, show)
            case _:
                session.refuse(_refusal(found))

    session.read(lambda office: needed(office, Meeting, meeting), decide, owner=window)


def _ask_to_resume(
    window: QWidget, session: Session, meeting: RecordId, show: Callable[[object], None]
) -> None:
    def go_on() -> None:
        session.act(lambda office: resume(office, meeting), show, owner=window)

    ask(
        window,
        session.room.theme,
        _("Go on with this conference?"),
        _("It has ended already. Its minutes are a draft, and can be written on."),
        [Answer(_("&Go on"), go_on, is_usual=True)],
    )


def _refusal(meeting: Meeting) -> UserError:
    if meeting.status is MeetingStatus.CANCELLED:
        return UserError(_("This conference was cancelled. Please choose another one."))
    return UserError(
        _("The minutes of this conference are released. You can write a correction to them.")
    )


def _show(
    window: QWidget,
    session: Session,
    meeting: RecordId,
    ended: Callable[[RecordId], object] | None,
) -> None:
    """Bring the screen of a conference to the front; there is one at most for each."""
    for screen in window.findChildren(ConferenceWindow):
        if screen.meeting == meeting and screen.is_in_use:
            screen.activateWindow()
            return
    screen = ConferenceWindow(session, meeting, window)
    if ended is not None:
        screen.ended.connect(ended)

    def come_up() -> None:
        screen.show()
        screen.activateWindow()

    # Made in one turn of the event loop and shown in the next: together they are a pause one feels.
    QTimer.singleShot(0, screen, come_up)
