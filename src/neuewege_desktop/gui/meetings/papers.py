"""The papers of a conference: looked at, printed, saved; doubtful lines are asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from neuewege_desktop.domain.choices.papers import CopyWay, PaperKind, Variant
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.gui.meetings.doubts_dialog import DoubtsDialog
from neuewege_desktop.gui.preview.paper import Making, PaperFile
from neuewege_desktop.gui.preview.paper import Paper as Shown
from neuewege_desktop.gui.preview.window import open_preview
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.minutes import Issued, as_issued
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.paper_copies import CopyKind, PaperCopy
from neuewege_desktop.services.papers.agendas import agenda_paper
from neuewege_desktop.services.papers.checking import NONE, Confirmations, Unconfirmed
from neuewege_desktop.services.papers.copies import log_copy
from neuewege_desktop.services.papers.folders import folder_paper
from neuewege_desktop.services.papers.issuing import Paper

Build = Callable[[Office, Confirmations], Paper]
_WAYS: Mapping[CopyKind, CopyWay] = {
    CopyKind.PRINTED: CopyWay.PRINTED,
    CopyKind.SAVED: CopyWay.SAVED,
}


def show_agenda(window: QWidget, session: Session, meeting: RecordId, variant: Variant) -> None:
    """Show the agenda of a conference for one kind of reader."""
    at = session.room.now()
    _show_built(
        window,
        session,
        lambda office, confirmed: agenda_paper(office, meeting, variant, at, confirmed),
    )


def show_folder(window: QWidget, session: Session, meeting: RecordId) -> None:
    """Show cover, agenda and case sheets of a conference as one document."""
    at = session.room.now()
    _show_built(window, session, lambda office, _confirmed: folder_paper(office, meeting, at))


def show_issued(window: QWidget, session: Session, issued: Issued) -> None:
    """Show a paper out of the archive, exactly as it was issued."""

    def take_out(office: Office, _making: Making) -> PaperFile:
        return PaperFile(
            title=issued.title,
            content=as_issued(office, issued),
            suggested_name=issued.name,
        )

    shown = Shown(issued.title, take_out)
    open_preview(window, session, shown, _log(session, issued.paper, issued.variant, issued.name))


def ask_about(
    window: QWidget,
    session: Session,
    error: Exception,
    go_on: Callable[[Confirmations], object],
) -> bool:
    """Ask about doubtful lines if that is what an error says, and go on with the answers."""
    if not isinstance(error, Unconfirmed):
        return False
    DoubtsDialog(session, error.doubts, go_on, window).open()
    return True


def _show_built(
    window: QWidget, session: Session, build: Build, confirmed: Confirmations = NONE
) -> None:
    """Gather what stands in a paper; once no line is doubtful, show it."""
    office = session.office

    def show(paper: Paper) -> None:
        open_preview(
            window,
            session,
            Shown(paper.title, lambda _office, making: _rendered(paper, making)),
            _log(session, paper.kind, paper.variant, paper.name),
        )

    def fail(error: Exception) -> None:
        def again(answers: Confirmations) -> None:
            _show_built(window, session, build, confirmed | answers)

        if not ask_about(window, session, error, again):
            session.refuse(error)

    session.room.tasks.run(lambda: build(office, confirmed), show, fail, owner=window)


def _rendered(paper: Paper, making: Making) -> PaperFile:
    return PaperFile(
        title=paper.title, content=paper.content(making.cancel), suggested_name=paper.name
    )


def _log(
    session: Session, kind: PaperKind, variant: Variant, name: str
) -> Callable[[PaperCopy], object]:
    """Return what keeps in the journal that a copy left."""

    def log(copy: PaperCopy) -> None:
        way = _WAYS[copy.kind]
        session.act(lambda office: log_copy(office, kind, variant, name, way))

    return log
