"""Editors for choices: one of a few, yes or no, one of the records that exist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QVBoxLayout, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.choice import Choice
from neuewege_desktop.gui.kit.editors.editor import Editor, Unreadable
from neuewege_desktop.gui.kit.text import name_box

Option = tuple[Any, str]  # value, and the words for it


class ChoiceEditor(Editor):
    """One of several; typing looks among the words."""

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = list(options)
        self.box = ChoiceBox()
        for _value, words in self._options:
            self.box.addItem(words)
        self.box.activated.connect(lambda _position: self.edited.emit())
        self._is_long = len(self._options) > 12
        if self._is_long:
            self.box.setEditable(True)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = QCompleter(self.box.model(), self.box)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.box.setCompleter(completer)
            self.box.editTextChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def _tell(self) -> None:
        if self.box.hasFocus():  # otherwise it was shown, not typed
            self.edited.emit()

    @override
    def inputs(self) -> Sequence[QWidget]:
        return (self.box,)

    @override
    def set_name(self, name: str) -> None:
        name_box(self.box, name)

    @override
    def show_value(self, value: Any) -> None:
        values = [option for option, _words in self._options]
        if value not in values:  # of a newer program, or put away since
            self._options.append((value, str(value)))
            self.box.addItem(str(value))
            values.append(value)
        self.box.setCurrentIndex(values.index(value))
        if (line := self.box.lineEdit()) is not None:
            line.setCursorPosition(0)  # words longer than the box are read from their beginning

    @override
    def value(self) -> Any:
        position = self.box.currentIndex()
        if self._is_long:
            position = self.box.findText(self.box.currentText(), Qt.MatchFlag.MatchFixedString)
        if position < 0:
            raise Unreadable(_("Please choose one of the list."))
        return self._options[position][0]

    @override
    def typed(self) -> list[str]:
        return [self.box.currentText()]

    @override
    def retype(self, texts: Sequence[str]) -> None:
        position = self.box.findText(texts[0])
        if position >= 0:
            self.box.setCurrentIndex(position)
        elif self._is_long:
            self.box.setEditText(texts[0])


def choice_of(kind: type[Choice], *, unknown: bool = False) -> Callable[[], ChoiceEditor]:
    """Return how to make an editor for the codes of a closed list; `unknown` adds „not known“."""

    def make() -> ChoiceEditor:
        options: list[Option] = [(None, "–")] if unknown else []
        return ChoiceEditor([*options, *((member, member.label) for member in kind)])

    return make


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words)
        self.box.clicked.connect(lambda _checked: self.edited.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    @override
    def inputs(self) -> Sequence[QWidget]:
        return (self.box,)

    @override
    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    @override
    def value(self) -> Any:
        return self.box.isChecked()

    @override
    def typed(self) -> list[str]:
        return ["x" if self.box.isChecked() else ""]

    @override
    def retype(self, texts: Sequence[str]) -> None:
        self.box.setChecked(bool(texts and texts[0]))


class ChoiceBox(QComboBox):
    """Turning the wheel over a form scrolls the form; it never changes an answer unseen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(14)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
