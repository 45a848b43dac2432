"""The form of one record with its buttons: saved on purpose, kept as a draft all the time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.formats import clock_time
from neuewege_desktop.base.i18n import _, ngettext
from neuewege_desktop.domain.checks.problem import Problem
from neuewege_desktop.gui.drafting import DraftKeeper
from neuewege_desktop.gui.kit.buttons import button, primary, with_icon
from neuewege_desktop.gui.kit.form import Field, Form, field_of
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.notice import Notice
from neuewege_desktop.gui.kit.spelling.attaching import attach_to_texts
from neuewege_desktop.gui.kit.text import announce
from neuewege_desktop.gui.session import Session
from neuewege_desktop.services.entries import Invalid
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

_CHECKED_AFTER = 400  # ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """What a form edits: a value, its fields, how it is checked and kept, where its draft lies."""

    value: Any
    fields: Sequence[Field]
    place: str
    record: int | None  # id; None for something new
    check: Callable[[Office, Any], Sequence[Problem]]
    save: Callable[[Office, Any, Any, str], Outcome]  # before, after, place of the draft
    draft: tuple[str, int] | None = None  # what was typed before, and when (ms since 1970)
    save_words: str = ""


class RecordEditor(QWidget):
    """Edits one value; tells when it was saved or given up."""

    saved = Signal(object)  # Outcome
    refused = Signal(object)  # UserError: why it was not saved
    left = Signal()

    def __init__(self, session: Session, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._editing = session, editing
        self._before = editing.value
        self.notice = Notice(session.room.theme)
        self.form = Form(session.room.theme, editing.fields)
        attach_to_texts(self.form, session.spelling)
        self.save_button = with_icon(
            primary(editing.save_words or _("&Save"), self.save, name="save"),
            session.room.theme,
            "check",
        )
        self.leave_button = button(_("&Cancel"), self.leave, name="leave")
        self._checker = QTimer(self)
        self._checker.setSingleShot(True)
        self._checker.setInterval(_CHECKED_AFTER)
        self._checker.timeout.connect(self._check)
        self._lay_out()
        self._keeper = DraftKeeper(session, self.form)
        self._show(editing)
        self.form.edited.connect(self._checker.start)
        self.form.edited.connect(self._show_state)
        for keys, act in (("Ctrl+S", self.save), ("Ctrl+Return", self.save), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(2, 2, 10, 2)
        inner.addWidget(self.form)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        self._area = area
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.notice)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)

    def _show(self, editing: Editing) -> None:
        self.form.show_record(editing.value)
        self._keeper.watch(editing.place, editing.record)
        if editing.draft is not None:
            text, at = editing.draft
            self.form.retype(text)
            when = clock_time(at, self._session.room.now())
            self.notice.tell(
                _("What you typed at {time} is here again; it is not saved yet.").format(time=when),
                Tone.INFO,
                button(_("Discard"), self._discard),
            )
        self._show_state()

    def focus_first(self) -> None:
        """Go to the first field."""
        first = self._editing.fields[0].name
        self.form.editor(first).inputs()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_touched(self) -> bool:
        """Say whether something was typed that is not saved."""
        return self.form.is_touched

    def keep_draft(self) -> None:
        """Write what waits to be written."""
        self._keeper.keep_now()

    def end(self) -> None:
        """Keep the draft; from now on nobody types here."""
        self.keep_draft()
        self._session.note_typing(self, is_typed=False)

    def change_behind(self, value: Any) -> None:  # noqa: ANN401
        """Take what changed elsewhere; where both changed the same, say so."""
        both = self.form.change_behind(value)
        self._before = value
        if both:
            names = ", ".join(self.form.label_of(name) for name in both)
            self.notice.tell(
                _(
                    "This was changed elsewhere meanwhile: {fields}. If you save, your text counts."
                ).format(fields=names),
                Tone.WARNING,
                button(_("Show the new state"), self._discard),
            )

    def save(self) -> None:
        """Keep what the form says, or say at its fields what is wrong."""
        value = self.form.record()
        if value is None:
            self._say_faulty()
            return
        self.save_button.setEnabled(False)
        editing, before = self._editing, self._before
        self._session.act(
            lambda office: editing.save(office, before, value, editing.place),
            self._take_saved,
            self._take_refusal,
            owner=self,
        )

    def leave(self) -> None:
        """Go without saving; what was typed stays as a draft."""
        self._keeper.keep_now()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcut: the page around has Escape as well, and both would be ambiguous.
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _take_saved(self, outcome: Outcome) -> None:
        self._keeper.forget()
        self._session.note_typing(self, is_typed=False)
        self.saved.emit(outcome)

    def _take_refusal(self, error: UserError) -> None:
        self.refused.emit(error)
        self._show_state()
        if isinstance(error, Invalid):
            self.form.show_problems(error.problems)
            self._say_faulty(error.problems)
        else:
            self.notice.tell(str(error), Tone.BAD)

    def _say_faulty(self, problems: Sequence[Problem] = ()) -> None:
        self.form.focus_problem()
        elsewhere = [p.text for p in problems if p.blocks and not self.form.knows(field_of(p))]
        count = max(1, sum(problem.blocks for problem in problems))
        sentence = ngettext(
            "Not saved yet: {n} entry needs your attention.",
            "Not saved yet: {n} entries need your attention.",
            count,
        )
        self.notice.tell("\n".join([sentence, *elsewhere]), Tone.BAD)

    def _check(self) -> None:
        value = self.form.record()
        if value is None or not self.form.is_touched:
            return
        editing = self._editing
        self._session.read(
            lambda office: editing.check(office, value), self.form.show_problems, owner=self
        )

    def _show_state(self) -> None:
        is_new = self._editing.record is None
        self.save_button.setEnabled(self.form.is_touched or is_new)
        self._session.note_typing(self, is_typed=self.form.is_touched)

    def _discard(self) -> None:
        self._keeper.forget()
        self.form.show_record(self._before)
        self.notice.clear()
        self._show_state()
        announce(self, _("What you had typed was discarded."))
