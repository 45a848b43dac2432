"""What one can know of a thing: its words, its states, its rows."""

from __future__ import annotations

from collections.abc import Sequence

from .tree import (
    GRIDS,
    ITEMS,
    Atspi,
    Role,
    State,
    called,
    cell,
    children,
    has,
    plain,
    shown,
)

# What a test calls a state.
STATES = {
    "active": State.ACTIVE,
    "checked": State.CHECKED,
    "enabled": State.SENSITIVE,
    "expanded": State.EXPANDED,
    "focused": State.FOCUSED,
    "required": State.REQUIRED,
    "invalid": State.INVALID_ENTRY,
    "read_only": State.READ_ONLY,
    "selected": State.SELECTED,
    "showing": State.SHOWING,
}


def text(thing: Atspi.Accessible) -> str:
    """Return the text within `thing`, or what it shows instead: of a combo box its present item."""
    inside = thing.get_text_iface()
    if inside is None:
        return thing.get_name() or ""
    return Atspi.Text.get_text(inside, 0, Atspi.Text.get_character_count(inside))


def items(thing: Atspi.Accessible) -> list[str]:
    """Return the names of the items of a list, a tree, tabs, or of the list of a combo box."""
    inside = list(children(thing))
    if thing.get_role() == Role.COMBO_BOX:
        inside = [item for part in inside for item in children(part)]
    return [item.get_name() for item in inside if item.get_role() in ITEMS]


def chosen(thing: Atspi.Accessible) -> list[object]:
    """Return the selected rows of a table by number, the selected items of a list by name."""
    if thing.get_role() in GRIDS:
        return list(thing.get_table_iface().get_selected_rows())
    return [item.get_name() for item in children(thing) if has(item, State.SELECTED)]


def headers(table: Atspi.Accessible) -> list[str]:
    """Return the names of the columns."""
    grid = table.get_table_iface()
    return [grid.get_column_header(n).get_name() for n in range(grid.get_n_columns())]


def cells(table: Atspi.Accessible, first: int, count: int) -> list[list[str]]:
    """Return the words in `count` rows, or as many as there are, beginning with row `first`."""
    grid = table.get_table_iface()
    rows = range(first, min(first + count, grid.get_n_rows()))
    columns = range(grid.get_n_columns())
    return [[cell(table, row, column).get_name() for column in columns] for row in rows]


READINGS = {
    "name": lambda thing: plain(called(thing)),
    "role": lambda thing: thing.get_role_name(),
    "description": lambda thing: thing.get_description() or "",
    "text": text,
    "items": items,
    "chosen": chosen,
    "rows": lambda thing: thing.get_table_iface().get_n_rows(),
    "headers": headers,
}


def read(thing: Atspi.Accessible, what: str) -> object:
    """Return one thing one can know of `thing`: a reading or a state."""
    if what in STATES:
        return has(thing, STATES[what])
    return READINGS[what](thing)


def title(thing: Atspi.Accessible) -> str:
    """Return `thing` in a few words."""
    return f"{thing.get_role_name()} “{plain(called(thing))}”"


def outline(windows: Sequence[Atspi.Accessible]) -> list[str]:
    """Return everything that can be seen, a line each, indented as it is nested."""
    return [f"{'  ' * depth}{title(thing)}" for depth, thing in shown(windows)]


def active(windows: Sequence[Atspi.Accessible]) -> list[Atspi.Accessible]:
    """Return the window that gets what one types, followed by the menu open above it."""
    return [window for window in windows if has(window, State.ACTIVE)]


def focused(windows: Sequence[Atspi.Accessible]) -> Atspi.Accessible | None:
    """Return what has the focus of the keyboard: the innermost thing in the active window."""
    innermost = None
    for _, thing in shown(active(windows)):
        if has_focus(thing):
            innermost = thing
    return innermost


def has_focus(thing: Atspi.Accessible) -> bool:
    """Tell whether `thing` has the focus, and does not only say so because of what is around it.

    The present item of a list always says so: it counts where the list has the focus. The inner
    area of a text does as well: what counts is the text.
    """
    if not has(thing, State.FOCUSED):
        return False
    around = has(thing.get_parent(), State.FOCUSED)
    return (
        not around if thing.get_role() == Role.FILLER else thing.get_role() not in ITEMS or around
    )


def position(thing: Atspi.Accessible) -> tuple[object, ...]:
    """Return where the focus is, down to the part of a text: a date has its day, month and year."""
    inside = thing.get_text_iface()
    if inside is None or not Atspi.Text.get_n_selections(inside):
        return (thing.path,)
    part = Atspi.Text.get_selection(inside, 0)
    return thing.path, part.start_offset, part.end_offset


def nameless(windows: Sequence[Atspi.Accessible]) -> list[str]:
    """Return what the keyboard reaches, but a screen reader could not call by a name."""
    return [
        f"{title(thing)} in {title(thing.get_parent())}"
        for _, thing in shown(windows)
        if has(thing, State.FOCUSABLE, State.SENSITIVE)
        and thing.get_role() not in ITEMS
        and not called(thing)
        and not hands_focus_on(thing)
    ]


def hands_focus_on(thing: Atspi.Accessible) -> bool:
    """Tell whether `thing` only frames tabs, which get the focus in its place."""
    return any(part.get_role() == Role.PAGE_TAB_LIST for part in children(thing))


def expected(thing: Atspi.Accessible, wishes: dict[str, object]) -> Sequence[str]:
    """Return in words what of the `wishes` is not so; `holds` wishes for a part of the text."""
    wrong = []
    for what, wish in wishes.items():
        now = read(thing, "text" if what == "holds" else what)
        if (wish not in now) if what == "holds" else (wish != now):
            wrong.append(f"{what}: {wish!r} expected, it is {now!r}")
    return wrong
