"""What was said about an item: typed while people talk, kept at once, noted after a pause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.i18n import N_
from neuewege_desktop.domain.records.meeting import AgendaItem, TownItem
from neuewege_desktop.gui.drafting import DraftKeeper
from neuewege_desktop.gui.kit.editors.texts import LinesEditor
from neuewege_desktop.gui.kit.form import Field, Form
from neuewege_desktop.gui.kit.spelling.attaching import attach_to_texts
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.conference.holding import draft_place, note

_FRAME = 24  # logical pixels around the lines
_PAUSE = 5_000  # ms without a key, after which what was typed is noted
_LEAST, _LOW = 3, 480  # lines; logical pixels of height: where there is less, one line less


@dataclass(frozen=True, slots=True)
class _Nothing:
    """What is shown where nothing may be."""

    discussion: str = ""


class _Lines(LinesEditor):
    """Leaves the text alone that stands there already: somebody may be typing in it."""

    @override
    def show_value(self, value: Any) -> None:
        if (value or "") != self.value():
            super().show_value(value)
            self.text.moveCursor(QTextCursor.MoveOperation.End)


class ResultText(QWidget):
    """Edits the result of one item; every half second it is kept as a draft."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._item: AgendaItem | TownItem | None = None
        self._sent: str | None = None
        self.form = Form(
            session.room.theme, [Field("discussion", N_("&Result"), lambda: _Lines(lines=3))]
        )
        self.text = self.form.findChildren(LinesEditor)[0].text
        attach_to_texts(self.form, session.spelling)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._keeper = DraftKeeper(session, self.form)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.note)
        self.form.edited.connect(self._pause.start)

    def show_item(self, item: AgendaItem | TownItem, draft: str) -> None:
        """Edit another item; `draft` is what was typed about it and not noted."""
        self._pause.stop()
        self._item, self._sent = item, None
        self._keeper.watch(draft_place(item), item.id)
        self.form.show_record(item)
        if draft:
            self.form.retype(draft)
            self._pause.start()

    def forget(self) -> None:
        """Show no text any more; what was typed is noted."""
        self.note()
        self._keeper.watch("", None)
        self._item = None
        self.form.show_record(_Nothing())

    def change_behind(self, item: AgendaItem | TownItem) -> None:
        """Take what changed elsewhere, or what was just noted; what is being typed stays."""
        self._item = item
        if self.form.editor("discussion").value() == item.discussion:
            self.form.show_record(item)
        else:
            self.form.change_behind(item)

    def note(self) -> None:
        """Write what was typed into the minutes, if it is not there yet."""
        self._pause.stop()
        item, text = self._item, self.form.editor("discussion").value()
        if item is None or text in (item.discussion, self._sent) or not self.form.is_touched:
            return
        self._keeper.keep_now()
        self._sent = text
        # Owned by the session: the pages hear of it also when this screen is closed meanwhile.
        self._session.act(
            lambda office: note(office, item, text),
            failed=self._take_refusal,
            owner=self._session,
        )

    def _take_refusal(self, error: UserError) -> None:
        self._sent = None
        self._session.refuse(error)

    def keep_draft(self) -> None:
        """Keep what was typed as a draft, at once."""
        self._keeper.keep_now()

    def set_readable(self, readable: bool) -> None:
        """Let it be typed in, or keep it out of sight."""
        self.setVisible(readable)

    def stretch(self, more: int, around: int) -> None:
        """Take so much more of the height that there is, or give it back; a few lines remain."""
        lines = _LEAST if around >= _LOW else _LEAST - 1
        least = self.text.fontMetrics().lineSpacing() * lines + _FRAME
        self.text.setFixedHeight(max(self.text.height() + more, least))
