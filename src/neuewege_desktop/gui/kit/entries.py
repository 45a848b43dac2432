"""Lines one can choose from, in groups: a sign, words, second words at the right, and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence
from typing_extensions import override

from neuewege_desktop.base.i18n import N_, _

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole)
HEADING = ENTRY + 1  # the name of the group over its first line, or ""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()

Keys = tuple[str, ...]  # of one combination, as the keyboard of the language names them


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line; `leads_to` is for whoever asks which one was chosen."""

    text: str
    group: str = ""
    icon: str = ""
    second: str = ""
    keys: tuple[Keys, ...] = ()
    leads_to: object = None

    @property
    def spoken(self) -> str:
        """Return the line in words, as it is read out."""
        between = _("or")
        keys = f" {between} ".join("+".join(each) for each in self.keys)
        return ", ".join(filter(None, (self.text, self.second, keys, self.group)))


_OWN_NAMES = {
    "Return": N_("Enter"),
    "Down": N_("Arrow down"),
    "Up": N_("Arrow up"),
    "Left": N_("Arrow left"),
}
"""What people call a key; Qt's translations name these in a way that few would know."""


def keys_of(keys: str | QKeySequence) -> Keys:
    """Return the names of the keys that are pressed together: Strg, Umschalt, Z."""
    sequence = QKeySequence(keys)
    held, last = _cut(sequence.toString(QKeySequence.SequenceFormat.NativeText))
    _held, key = _cut(sequence.toString(QKeySequence.SequenceFormat.PortableText))
    return (*held, _(_OWN_NAMES[key]) if key in _OWN_NAMES else last)


def _cut(keys: str) -> tuple[list[str], str]:
    """Return the keys that are held and the one that is pressed last, which may be a plus."""
    held, plus, last = keys.rpartition("+")
    if plus and not last:
        held, last = held.removesuffix("+"), "+"
    return [name for name in held.split("+") if name], last


class EntryModel(QAbstractListModel):
    """The lines of a list; a few dozen at most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    @property
    def entries(self) -> Sequence[Entry]:
        """Return the lines that are shown."""
        return self._entries

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these lines; those of a group stand together."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        entry = self._entries[row]
        if role in (_DISPLAY, _ACCESSIBLE):
            return entry.spoken
        if role == ENTRY:
            return entry
        if role == HEADING:
            before = self._entries[row - 1].group if row else ""
            return entry.group if entry.group != before else ""
        return None
