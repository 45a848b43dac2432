"""A form shows one frozen value and gives back another; a problem stands at its field.

It keeps what was typed apart from what is shown: a value that changed elsewhere meanwhile replaces
the fields that nobody touched here, and is told at those that somebody did.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.checks.problem import Problem
from neuewege_desktop.gui.kit.editors.editor import Editor, Unreadable
from neuewege_desktop.gui.kit.look.colours import Tone
from neuewege_desktop.gui.kit.look.theme import Theme
from neuewege_desktop.gui.kit.mnemonics import Lettered, share_out
from neuewege_desktop.gui.kit.problem_line import ProblemLine
from neuewege_desktop.gui.kit.text import Text, plain


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: the attribute, its words with a mnemonic, how its editor is made.

    `half` fields stand two in a row; a `group` begins under a heading of its own.
    """

    name: str
    label: str
    editor: Callable[[], Editor]
    hint: str = ""
    group: str = ""
    half: bool = False
    is_needed: bool = False


class Form(QWidget):
    """Edits a copy of a frozen dataclass; nothing is kept until somebody says so."""

    edited = Signal()

    def __init__(
        self, theme: Theme, fields: Sequence[Field], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = {field.name: field for field in fields}
        self._editors: dict[str, Editor] = {}
        self._notes: dict[str, ProblemLine] = {}
        self._lettered: list[Lettered] = []
        self._shown: Any = None
        self._touched: set[str] = set()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._lay_out(fields)

    # --- what it shows and gives back ------------------------------------------------------

    def show_record(self, record: Any) -> None:  # noqa: ANN401 - any frozen dataclass
        """Fill the form; what was typed before is gone."""
        self._shown, self._touched = record, set()
        for name, editor in self._editors.items():
            editor.show_value(getattr(record, name))
        self.show_problems(())

    def change_behind(self, record: Any) -> list[str]:  # noqa: ANN401
        """Take what changed elsewhere; return the fields that were typed in here as well."""
        both = []
        for name, editor in self._editors.items():
            new = getattr(record, name)
            if new == getattr(self._shown, name):
                continue
            if name in self._touched:
                both.append(name)
            else:
                editor.show_value(new)
        self._shown = record
        return both

    @property
    def is_touched(self) -> bool:
        """Say whether something was typed that is not in the record shown."""
        return bool(self._touched)

    def record(self) -> Any | None:  # noqa: ANN401
        """Return the record as the form reads now; None if a field cannot be read."""
        values, unreadable = {}, []
        for name in self._touched:
            try:
                values[name] = self._editors[name].value()
            except Unreadable as why:
                unreadable.append(Problem(name, str(why)))
        if unreadable:
            self.show_problems(unreadable)
            return None
        return replace(self._shown, **values)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Write each problem under its field; one of no field here is left to the caller."""
        for name, note in self._notes.items():
            here = [problem for problem in problems if field_of(problem) == name]
            blocking = [problem for problem in here if problem.blocks]
            note.tell("\n".join(p.text for p in here), Tone.BAD if blocking else Tone.WARNING)
            self._editors[name].set_problems(
                [(problem.field.partition(".")[2], problem.text) for problem in blocking]
            )

    def focus_problem(self) -> None:
        """Go to the first field that is marked as faulty."""
        for editor in self._editors.values():
            for field in editor.inputs():
                if field.property("problem"):
                    field.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def knows(self, name: str) -> bool:
        """Say whether the form has a field of this name."""
        return name in self._editors

    def editor(self, name: str) -> Editor:
        """Return the editor of a field."""
        return self._editors[name]

    def label_of(self, name: str) -> str:
        """Return the words for a field."""
        return plain(_(self._fields[name].label))

    # --- what was typed ---------------------------------------------------------------------

    def typed(self) -> str:
        """Return what was typed and not saved, as a text to keep; empty if nothing was."""
        texts = {name: self._editors[name].typed() for name in sorted(self._touched)}
        return json.dumps(texts, ensure_ascii=False) if texts else ""

    def retype(self, text: str) -> None:
        """Show what was typed before; what a newer program kept and this one lacks is left out."""
        texts: Mapping[str, Any] = json.loads(text)
        for name, typed in texts.items():
            if name in self._editors and isinstance(typed, list):
                self._editors[name].retype([str(part) for part in typed])
                self._touched.add(name)

    # --- how it is laid out -----------------------------------------------------------------

    def _lay_out(self, fields: Sequence[Field]) -> None:
        row, column = 0, 0
        for field in fields:
            if field.group or not field.half:
                row, column = row + bool(column), 0
            if field.group:
                heading = Text(_(field.group), "heading")
                self._grid.addWidget(heading, row, 0, 1, 2)
                row += 1
            width = 1 if field.half else 2
            cell = self._cell(field)
            self._grid.addWidget(cell, row, column, 1, width, Qt.AlignmentFlag.AlignTop)
            column += width
            if column >= 2:
                row, column = row + 1, 0

    def _cell(self, field: Field) -> QWidget:
        editor, note = field.editor(), ProblemLine(self._theme)
        words = _(field.label)
        label = QLabel()
        label.setProperty("role", "label")
        label.setText(_("{field} (needed)").format(field=words) if field.is_needed else words)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(editor)
        if field.hint:
            column.addWidget(Text(_(field.hint), "hint", wrap=True))
        column.addWidget(note)
        first = editor.inputs()[0]
        first.setObjectName(field.name)
        label.setBuddy(first)
        self._lettered.append(first if isinstance(first, QCheckBox) else label)
        # A buddy names its field to screen readers only if both have the same parent.
        editor.set_name(plain(words))
        editor.edited.connect(self._touching(field.name))
        self._editors[field.name], self._notes[field.name] = editor, note
        return cell

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        share_out(self.window(), self._lettered)

    def _touching(self, name: str) -> Callable[[], None]:
        def touch() -> None:
            self._touched.add(name)
            self.edited.emit()

        return touch


def field_of(problem: Problem) -> str:
    """Return the field of a form at which a problem stands; it may name a part of that."""
    return problem.field.partition(".")[0]
