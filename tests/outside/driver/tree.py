"""What programs tell assistive technology: finding a thing by what a person calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

Role, State = Atspi.Role, Atspi.StateType
Step = Sequence[object]  # the kind of thing, and its name or None; a cell has row and column

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


def applications() -> Iterator[Atspi.Accessible]:
    """Yield the programs on the bus of this desk."""
    for application in children(Atspi.get_desktop(0)):
        application.set_cache_mask(Atspi.Cache.NONE)  # else a filtered table shows its old rows
        yield application


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


def shown(thing: Atspi.Accessible, depth: int = 0) -> Iterator[tuple[int, Atspi.Accessible]]:
    """Yield all that can be seen below `thing`, each with its depth."""
    for child in children(thing):
        if has(child, State.SHOWING):
            yield depth, child
            yield from shown(child, depth + 1)


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


def below(
    places: Sequence[Atspi.Accessible], kind: str, name: str | None
) -> list[Atspi.Accessible]:
    """Return what is shown of this kind, and by this name, anywhere below `places`."""
    return [
        thing
        for place in places
        for _, thing in shown(place)
        if is_a(thing, kind) and (name is None or plain(called(thing)) == plain(name))
    ]


def the_one(found: Sequence[Atspi.Accessible], step: Step) -> Atspi.Accessible:
    """Return what was found, provided that it is one."""
    kind, name = step
    title = f"{kind} “{name}”" if name is not None else str(kind)
    if not found:
        raise NotSeen(f"There is no {title}")
    if len(found) > 1:
        raise NotSeen(f"There are {len(found)} of {title}")
    return found[0]


def find(path: Sequence[Step], mine: Callable[[int], bool]) -> Atspi.Accessible:
    """Follow `path` from the program whose processes are `mine` to the one thing it leads to."""
    places = [program for program in applications() if mine(program.get_process_id())]
    for step in path:
        if step[0] == "cell":
            thing = cell(places[0], *step[1])
        else:
            thing = the_one(below(places, *step), step)
        places = [thing]
    return places[0]


def cell(table: Atspi.Accessible, row: int, column: int) -> Atspi.Accessible:
    """Return one cell of a table, counted from 0 and without the headers."""
    grid = table.get_table_iface()
    if not (0 <= row < grid.get_n_rows() and 0 <= column < grid.get_n_columns()):
        raise NotSeen(f"The table has no cell {row}, {column}")
    return grid.get_accessible_at(row, column)
