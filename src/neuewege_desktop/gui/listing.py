"""How a list of records is shown, read and edited: a page of it is made from these values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from neuewege_desktop.domain.listing import ListKind
from neuewege_desktop.gui.kit.cells import AnyColumn
from neuewege_desktop.gui.kit.dossier import Dossier, Target
from neuewege_desktop.gui.record_editor import Editing
from neuewege_desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something to do with the current record: its words with a mnemonic, and its sign."""

    code: str
    text: str
    icon: str
    fits: Callable[[Dossier], bool] = lambda _dossier: True


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list of the program. Words are marked with `N_` and translated where they are shown."""

    kind: ListKind
    title: str
    icon: str
    search_hint: str
    columns: Sequence[AnyColumn]
    count: Callable[[int], str]  # how many there are, in words
    usual_filters: frozenset[str] = frozenset()
    empty_title: str
    empty_text: str
    empty_act: tuple[str, Target] | None = None  # what fills the list: words, and what it does
    new_text: str = ""  # the words of the button for a new one; empty: made elsewhere
    kinds: Sequence[str] = field(default_factory=tuple)  # of record, whose change changes the list
    read: Callable[[Office, int], Dossier | None]
    editing: Callable[[Office, int], Editing | None]
    commands: Sequence[Command] = ()
    group_words: Mapping[str, str] = field(default_factory=dict)  # of filters in a menu
