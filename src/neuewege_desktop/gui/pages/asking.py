"""Forms that are too short to be worth a draft: one or two questions over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from neuewege_desktop.gui.kit.editors.texts import LineEditor, LinesEditor
from neuewege_desktop.gui.kit.form import Field
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.outcome import Outcome

Save = Callable[[Office, Any], Outcome]


@dataclass(frozen=True, slots=True)
class Words:
    """A text that one form asks for."""

    text: str = ""


def asking(value: object, fields: Sequence[Field], save: Save, words: str) -> Editing:
    """Return a form that is too short to be worth a draft; `words` stand on its button."""
    return Editing(
        value=value,
        fields=fields,
        place="",
        record=None,
        check=lambda _office, _value: (),
        save=lambda office, _before, after, _place: save(office, after),
        save_words=words,
    )


def asking_for_words(
    label: str, act: Callable[[Office, str], Outcome], words: str, *, hint: str = "", lines: int = 1
) -> Editing:
    """Return a form with one text; a `lines` of more than one may be longer."""
    make: Callable[[], Any] = LineEditor if lines == 1 else lambda: LinesEditor(lines=lines)
    field = Field("text", label, make, hint, is_needed=True)
    return asking(Words(), (field,), lambda office, value: act(office, value.text), words)
