"""Lines one can choose from, in groups: a sign, words, second words at the right, and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence
from typing_extensions import override

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
        combinations = ["+".join(keys) for keys in self.keys]
        return ", ".join(filter(None, (self.text, self.second, *combinations)))


def keys_of(keys: str | QKeySequence) -> Keys:
    """Return the names of the keys that are pressed together: Strg, Umschalt, Z."""
    names = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    held, plus, last = names.rpartition("+")
    if plus and not last:  # the last key is the plus sign itself
        held, last = held.removesuffix("+"), "+"
    return (*filter(None, held.split("+")), last)


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
