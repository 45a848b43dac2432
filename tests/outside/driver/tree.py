"""What programs tell assistive technology: finding a thing by what a person calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Role, State = Atspi.Role, Atspi.StateType
Step = tuple[str, object]  # the kind of thing, and its name or None; a cell has row and column

# A person does not tell apart what the bus does.
KINDS = {
    "window": {Role.FRAME, Role.WINDOW, Role.DIALOG, Role.ALERT},
    "dialog": {Role.DIALOG, Role.ALERT},
    "field": {Role.TEXT, Role.ENTRY, Role.PASSWORD_TEXT, Role.SPIN_BUTTON, Role.COMBO_BOX},
    "button": {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.PUSH_BUTTON_MENU},
    "menu item": {Role.MENU, Role.MENU_ITEM, Role.CHECK_MENU_ITEM, Role.RADIO_MENU_ITEM},
    "table": {Role.TABLE, Role.TREE_TABLE},
    "item": {Role.LIST_ITEM, Role.TREE_ITEM, Role.PAGE_TAB},
}
ITEMS = {Role.LIST_ITEM, Role.TREE_ITEM, Role.PAGE_TAB, Role.TABLE_CELL}
GRIDS = {Role.TABLE, Role.TREE_TABLE}  # of a hundred thousand cells: nobody walks through them
LONGEST_LIST = 300


class NotSeen(Exception):
    """What was asked for is not there, or not as it was expected."""


class Windows:
    """What stands on the screen of a desk: windows, and menus that pop up outside of them."""

    def __init__(self) -> None:
        """Begin to watch: the bus names such a menu only at the moment it opens."""
        self.popups: list[Atspi.Accessible] = []
        self.listener = Atspi.EventListener.new(self._opened)
        self.listener.register("object:state-changed:showing")

    def _opened(self, event: Atspi.Event) -> None:
        if event.detail1 and event.source.get_role() == Role.POPUP_MENU:
            self.popups.append(event.source)

    def of(self, mine: Callable[[int], bool] = bool) -> list[Atspi.Accessible]:
        """Return the windows of the program whose processes are `mine`, or of all programs."""
        self.popups = [popup for popup in self.popups if still_shown(popup)]
        windows = []
        for application in children(Atspi.get_desktop(0)):
            application.set_cache_mask(Atspi.Cache.NONE)  # else a filtered table shows its old rows
            if mine(application.get_process_id()):
                windows += children(application)
        return windows + [popup for popup in self.popups if mine(popup.get_process_id())]


def still_shown(popup: Atspi.Accessible) -> bool:
    """Tell whether a menu that has popped up is there still."""
    try:
        return has(popup, State.SHOWING)
    except GLib.Error:
        return False


def children(thing: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """Yield the parts of `thing`; of a grid, none."""
    if thing.get_role() in GRIDS:
        return
    for number in range(min(thing.get_child_count(), LONGEST_LIST)):
        child = thing.get_child_at_index(number)
        if child is not None:
            yield child


def has(thing: Atspi.Accessible, *states: Atspi.StateType) -> bool:
    """Tell whether `thing` is in all these states."""
    now = thing.get_state_set()
    return all(now.contains(state) for state in states)


def shown(
    things: Iterable[Atspi.Accessible], depth: int = 0
) -> Iterator[tuple[int, Atspi.Accessible]]:
    """Yield what can be seen of `things` and of their parts, each with its depth."""
    for thing in things:
        if has(thing, State.SHOWING):
            yield depth, thing
            yield from shown(children(thing), depth + 1)


def label(thing: Atspi.Accessible) -> str:
    """Return the name of the label that belongs to `thing`, or nothing."""
    for relation in thing.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name() or ""
    return ""


def called(thing: Atspi.Accessible) -> str:
    """Return what a person calls `thing`.

    A combo box tells its present item instead of its name: only its label says what it is about.
    """
    if thing.get_role() == Role.COMBO_BOX:
        return label(thing)
    return thing.get_name() or label(thing)


def plain(name: str) -> str:
    """Return `name` without the colon that ends a label."""
    return name.strip().removesuffix(":")


def is_a(thing: Atspi.Accessible, kind: str) -> bool:
    """Tell whether `thing` is what a person, or else the bus, calls a `kind`."""
    roles = KINDS.get(kind)
    return thing.get_role() in roles if roles else thing.get_role_name() == kind


def among(things: Iterable[Atspi.Accessible], kind: str, name: str | None) -> Atspi.Accessible:
    """Return what is shown of this kind and name among `things` and their parts, if it is one."""
    found = {
        thing.path: thing  # a menu of a window is met a second time where it has popped up
        for _, thing in shown(things)
        if is_a(thing, kind) and (name is None or plain(called(thing)) == plain(name))
    }
    title = kind if name is None else f"{kind} “{name}”"
    if not found:
        raise NotSeen(f"There is no {title}")
    if len(found) > 1:
        raise NotSeen(f"There are {len(found)} of {title}")
    return found.popitem()[1]


def find(path: Sequence[Step], windows: Sequence[Atspi.Accessible]) -> Atspi.Accessible:
    """Follow `path`, which leads from the `windows` of a program to one thing in them."""
    (kind, name), *steps = path
    thing = among(windows, kind, name)
    for kind, name in steps:
        thing = cell(thing, *name) if kind == "cell" else among(children(thing), kind, name)
    return thing


def cell(table: Atspi.Accessible, row: int, column: int) -> Atspi.Accessible:
    """Return one cell of a table, counted from 0 and without the headers."""
    grid = table.get_table_iface()
    if not (0 <= row < grid.get_n_rows() and 0 <= column < grid.get_n_columns()):
        raise NotSeen(f"The table has no cell {row}, {column}")
    return grid.get_accessible_at(row, column)
