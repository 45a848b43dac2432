"""What every editor can do: show a value, give it back, and say what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Unreadable(Exception):
    """What was typed is no such value; the sentence says what would be."""


class Editor(QWidget):
    """Edits one value. It may consist of several fields; what is typed is kept as texts."""

    edited = Signal()

    def inputs(self) -> Sequence[QWidget]:
        """Return the fields that can be focused, in their order."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the kind it edits
        """Show a value; nothing is edited by that."""
        raise NotImplementedError

    def value(self) -> Any:  # noqa: ANN401
        """Return the value that stands here; Unreadable if it is none."""
        raise NotImplementedError

    def typed(self) -> list[str]:
        """Return what stands here as it was typed, readable or not."""
        raise NotImplementedError

    def retype(self, texts: Sequence[str]) -> None:
        """Show again what was typed before."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        """Give the fields the name that is read out."""
        for field in self.inputs():
            field.setAccessibleName(name)

    def inputs_of(self, part: str) -> Sequence[QWidget]:  # noqa: ARG002 - for those with parts
        """Return the fields of a part of the value; all of them where it has no such part."""
        return self.inputs()

    def set_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Mark the fields that are faulty, and say why to a screen reader; none: all are sound.

        Each problem is the part of the value that is wrong, or nothing, and its sentence.
        """
        for field in self.inputs():
            texts = [text for part, text in problems if field in self.inputs_of(part)]
            field.setAccessibleDescription("\n".join(texts))
            field.setProperty("problem", bool(texts))
            field.style().unpolish(field)
            field.style().polish(field)

    def set_read_only(self) -> None:
        """Show the value without letting it be changed."""
        for field in self.inputs():
            field.setEnabled(False)
