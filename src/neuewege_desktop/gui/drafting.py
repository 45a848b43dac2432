"""Keeps what is typed into a form: encrypted, in the workplace, a second behind at most."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from neuewege_desktop.gui.kit.form import Form
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.drafts import drop_draft, keep_draft

_PACE = 500  # ms from the first key that was not kept yet to keeping it


class DraftKeeper(QObject):
    """Watches one form; its draft is known by its place, and gone once the form was saved."""

    def __init__(self, session: Session, form: Form) -> None:
        super().__init__(form)
        self._session, self._form = session, form
        self.place = ""
        self._record: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PACE)
        self._timer.timeout.connect(self.keep)
        form.edited.connect(self._begin)

    def watch(self, place: str, record: int | None) -> None:
        """Keep from now on what is typed at this place, about this record or a new one."""
        self.keep_now()
        self.place, self._record = place, record

    def keep(self) -> None:
        """Write what was typed and is not saved."""
        text = self._form.typed()
        if not self.place or not text:
            return
        place, record = self.place, self._record
        at = self._session.room.now()
        office = self._session.office
        self._session.room.tasks.run(lambda: keep_draft(office, place, record, text, at))

    def keep_now(self) -> None:
        """Write at once what waits to be written."""
        if self._timer.isActive():
            self._timer.stop()
            self.keep()

    def forget(self) -> None:
        """Drop the draft: it was saved, or given up."""
        self._timer.stop()
        if self.place:
            place, office = self.place, self._session.office
            self._session.room.tasks.run(lambda: drop_draft(office, place))

    def _begin(self) -> None:
        # Not begun anew by the next key: a steady typist would never be kept.
        if not self._timer.isActive():
            self._timer.start()
