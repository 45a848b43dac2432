"""What a person reads about one record: a heading, and tabs of sections, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from neuewege_desktop.gui.kit.cells import Cell
from neuewege_desktop.gui.kit.look.colours import Tone


@dataclass(frozen=True, slots=True)
class Target:
    """Another record to go to, or something to do: a word for what, and for which record."""

    act: str
    key: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, what is known, since when or from where; and where it leads."""

    label: str
    text: str
    note: str = ""
    icon: str = ""
    tone: Tone = Tone.PLAIN
    target: Target | None = None
    change: Target | None = None  # what changes this line

    @property
    def spoken(self) -> str:
        """Return the line in words."""
        said = f"{self.label}: {self.text}" if self.label else self.text
        return f"{said} ({self.note})" if self.note else said


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a heading; `empty` says what it means that there are none."""

    title: str
    facts: tuple[Fact, ...] = ()
    empty: str = ""
    add: tuple[str, Target] | None = None  # a button: its words, and what it does


@dataclass(frozen=True, slots=True)
class Tab:
    """A leaf of the dossier."""

    title: str
    sections: tuple[Section, ...]

    @property
    def spoken(self) -> str:
        """Return everything on the leaf in words, a line each."""
        lines = []
        for section in self.sections:
            lines.append(section.title)
            lines += [fact.spoken for fact in section.facts] or [section.empty]
        return "\n".join(filter(None, lines))


@dataclass(frozen=True, slots=True)
class Dossier:
    """All there is to read about one record."""

    title: str
    subtitle: str
    tabs: tuple[Tab, ...]
    chips: tuple[Cell, ...] = ()
    warning: str = ""  # what one has to know before anything else
    is_archived: bool = False
    allows: frozenset[str] = frozenset()  # codes of commands that its state allows
