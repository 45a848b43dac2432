"""Editors for values of several parts that belong together: a name, an address, a set of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.domain.records.person import PersonName
from neuewege_desktop.domain.values import PostalAddress
from neuewege_desktop.gui.kit.editors.editor import Editor
from neuewege_desktop.gui.kit.editors.texts import LineEditor
from neuewege_desktop.gui.kit.text import Text

Part = tuple[str, str, tuple[int, int, int, int]]  # attribute, words, place in the grid


class PartsEditor(Editor):
    """A value of several texts, each with its own label."""

    parts: tuple[Part, ...] = ()

    def __init__(self, make: Callable[..., Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._lines: dict[str, QLineEdit] = {}
        self._words: dict[str, str] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for attribute, words, (row, column, _rows, columns) in self.parts:
            line = QLineEdit()
            line.textEdited.connect(self.edited)
            label = Text(_(words), "label")
            label.setBuddy(line)
            grid.addWidget(label, row * 2, column, 1, columns)
            grid.addWidget(line, row * 2 + 1, column, 1, columns)
            self._lines[attribute], self._words[attribute] = line, _(words)
        self.setFocusProxy(next(iter(self._lines.values())))

    @override
    def inputs(self) -> Sequence[QWidget]:
        return tuple(self._lines.values())

    @override
    def inputs_of(self, part: str) -> Sequence[QWidget]:
        line = self._lines.get(part)
        return self.inputs() if line is None else (line,)

    @override
    def set_name(self, name: str) -> None:
        for attribute, line in self._lines.items():
            line.setAccessibleName(self._words[attribute])

    @override
    def show_value(self, value: Any) -> None:
        for attribute, line in self._lines.items():
            line.setText("" if value is None else getattr(value, attribute))
            line.setCursorPosition(0)

    @override
    def value(self) -> Any:
        return self._make(
            **{name: " ".join(line.text().split()) for name, line in self._lines.items()}
        )

    @override
    def typed(self) -> list[str]:
        return [line.text() for line in self._lines.values()]

    @override
    def retype(self, texts: Sequence[str]) -> None:
        for line, text in zip(self._lines.values(), texts, strict=False):
            line.setText(text)


class NameEditor(PartsEditor):
    """Last and first name of a person."""

    parts = (
        ("last", N_("Last name"), (0, 0, 1, 1)),
        ("first", N_("First name"), (0, 1, 1, 1)),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PersonName, parent)


class AddressEditor(PartsEditor):
    """Where letters go; `None` where nothing was typed and nothing is needed."""

    parts = (
        ("street", N_("Street and number"), (0, 0, 1, 3)),
        ("postcode", N_("Postcode"), (1, 0, 1, 1)),
        ("town", N_("Town"), (1, 1, 1, 2)),
    )

    def __init__(self, parent: QWidget | None = None, *, needed: bool = True) -> None:
        super().__init__(PostalAddress, parent)
        self._is_needed = needed

    @override
    def value(self) -> Any:
        address = super().value()
        return address if self._is_needed or any(self.typed()) else None


class WordsEditor(LineEditor):
    """A set of words, separated by commas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, hint=_("separated by commas"))

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(", ".join(sorted(value or ())))

    @override
    def value(self) -> Any:
        return frozenset(filter(None, (" ".join(p.split()) for p in self.line.text().split(","))))
