"""Everything one can do in the window, in one table: words, sign, keys, and the menu it stands in.

Menus, the command palette and the overview of shortcuts are made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.gui.kit.look.theme import Theme

FILE, EDIT, GO, CONFERENCE, VIEW, HELP = (
    N_("&File"),
    N_("&Edit"),
    N_("&Go to"),
    N_("Conference"),
    N_("&View"),
    N_("&Help"),
)
MENUS = (FILE, EDIT, GO, CONFERENCE, VIEW, HELP)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its code, its words with a mnemonic, sign, keys and menu."""

    code: str
    text: str
    icon: str
    menu: str
    keys: tuple[str, ...] = ()
    begins_group: bool = False


PAGES: tuple[tuple[str, str, str], ...] = (
    ("overview", N_("&Overview"), "layout-dashboard"),
    ("households", N_("&Households"), "house"),
    ("persons", N_("&Persons"), "users"),
    ("measures", N_("&Measures"), "heart-handshake"),
    ("meetings", N_("&Case conferences"), "calendar-days"),
    ("tasks", N_("&Tasks"), "list-todo"),
    ("actors", N_("&Actors"), "handshake"),
    ("evaluation", N_("E&valuation"), "chart-column"),
    ("settings", N_("&Settings"), "settings"),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new-household", N_("&New household …"), "house-plus", FILE, ("Ctrl+N",)),
    ActionSpec("import", N_("&Import a list …"), "file-input", FILE, ("Ctrl+I",)),
    ActionSpec("backup", N_("&Back up now"), "database-backup", FILE, (), begins_group=True),
    ActionSpec("restore", N_("&Restore a backup …"), "history", FILE),
    ActionSpec("lock", N_("&Lock"), "lock", FILE, ("Ctrl+L",), begins_group=True),
    ActionSpec("quit", N_("&Quit"), "log-out", FILE, ("Ctrl+Q",)),
    ActionSpec("undo", N_("&Undo"), "undo-2", EDIT, ("Ctrl+Z",)),
    ActionSpec("redo", N_("&Redo"), "redo-2", EDIT, ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("edit", N_("&Edit the current entry"), "pencil", EDIT, ("F2",), begins_group=True),
    ActionSpec("copy", N_("&Copy the rows as a table"), "copy", EDIT, ("Ctrl+Shift+C",)),
    ActionSpec("find", N_("&Find in this list"), "search", EDIT, ("Ctrl+F",)),
    ActionSpec("palette", N_("Sea&rch everything …"), "search", GO, ("Ctrl+K",)),
    *(
        ActionSpec(f"page-{key}", text, icon, GO, (f"Ctrl+{number}",), begins_group=number == 1)
        for number, (key, text, icon) in enumerate(PAGES, 1)
    ),
    ActionSpec("agenda", N_("&Propose the next agenda"), "sparkles", CONFERENCE, ("Ctrl+Shift+T",)),
    ActionSpec("folder", N_("Print the &folder"), "printer", CONFERENCE, ("Ctrl+Shift+M",)),
    ActionSpec("hold", N_("&Hold the conference"), "play", CONFERENCE, ("F5",)),
    ActionSpec("minutes", N_("&Minutes"), "notebook-pen", CONFERENCE, ("Ctrl+Shift+P",)),
    ActionSpec("scheme", N_("&Light or dark"), "moon", VIEW, ("Ctrl+Shift+D",)),
    ActionSpec("language", N_("Deutsch / &English"), "languages", VIEW, (), begins_group=True),
    ActionSpec("help", N_("&Help for this page"), "circle-help", HELP, ("F1",)),
    ActionSpec("shortcuts", N_("All &shortcuts"), "keyboard", HELP, ("Ctrl+F1",)),
    ActionSpec("about", N_("&About Neue Wege"), "info", HELP, (), begins_group=True),
)


class Actions(QObject):
    """The actions of one window; tells which one was chosen."""

    chosen = Signal(str)  # code

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._made: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(theme.icon(spec.icon), _(spec.text), self)
            action.setObjectName(spec.code)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.triggered.connect(self._choosing(spec.code))
            self._made[spec.code] = action

    def __getitem__(self, code: str) -> QAction:
        return self._made[code]

    def of_menu(self, menu: str) -> Iterator[tuple[QAction, bool]]:
        """Yield the actions of a menu, and whether a line comes before each."""
        for spec in ACTIONS:
            if spec.menu == menu:
                yield self._made[spec.code], spec.begins_group

    def _choosing(self, code: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(code)
