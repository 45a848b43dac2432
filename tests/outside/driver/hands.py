"""What one can do to a thing, and what must be so before one can."""

from __future__ import annotations

from collections.abc import Callable

from . import keys
from .reading import title
from .tree import Atspi, GLib, NotSeen, Role, State, children, has

PRESSING = ("Press", "Toggle", "ShowMenu")  # in this order, what a screen reader's key does


def must(thing: Atspi.Accessible, *states: Atspi.StateType) -> None:
    """Object to a thing that is not in all these states."""
    for state in states:
        if not has(thing, state):
            raise NotSeen(f"{title(thing)} is not {state.value_nick}")


def usable(thing: Atspi.Accessible) -> None:
    """Object to a thing one can see, but not use."""
    must(thing, State.SENSITIVE)


def clickable(thing: Atspi.Accessible) -> None:
    """Object to a thing that cannot be clicked: it cannot be used, or is not on the screen."""
    must(thing, State.SENSITIVE, State.SHOWING)


def press(thing: Atspi.Accessible) -> None:
    """Do what a screen reader does at its key for pressing."""
    action = thing.get_action_iface()
    offered = [action.get_action_name(n) for n in range(action.get_n_actions())]
    for name in filter(offered.__contains__, PRESSING):
        try:
            action.do_action(offered.index(name))
        except GLib.Error:
            pass  # a program that ends by this does not answer; what came of it is seen afterwards
        return
    raise NotSeen(f"{title(thing)} cannot be pressed; it offers {offered}")


def click(thing: Atspi.Accessible, scale: float, times: int) -> None:
    """Click with the mouse in the middle of what is on the screen."""
    box = thing.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    # The bus tells logical pixels, the mouse goes by those of the screen.
    keys.click(int((box.x + box.width / 2) * scale), int((box.y + box.height / 2) * scale), times)


def take_focus(thing: Atspi.Accessible) -> None:
    """Ask for the focus of the keyboard, and object as long as it has not come."""
    if not has(thing, State.FOCUSED):
        must(thing, State.FOCUSABLE, State.SENSITIVE)
        thing.get_component_iface().grab_focus()
        must(thing, State.FOCUSED)


def select_row(table: Atspi.Accessible, row: int) -> None:
    """Select one row of a table and no other."""
    grid = table.get_table_iface()
    for other in grid.get_selected_rows():
        grid.remove_row_selection(other)
    grid.add_row_selection(row)


def insertion(thing: Atspi.Accessible) -> int:
    """Return where in its text `thing` puts what one types: the caret, or the begin of a selection."""
    inside = thing.get_text_iface()
    if Atspi.Text.get_n_selections(inside):
        return Atspi.Text.get_selection(inside, 0).start_offset
    return Atspi.Text.get_caret_offset(inside)


def type_text(thing: Atspi.Accessible, text: str, wait: Callable[[Callable[[], None]], object]) -> None:
    """Type `text` where the focus is; before each paste and after it, `wait` until all has come."""
    if text.isascii():
        keys.type_ascii(text)
        return
    here = insertion(thing)

    def arrived() -> None:
        if insertion(thing) != here:
            raise NotSeen(f"{title(thing)} has not taken all of “{text}”")

    for by_keys, letters in keys.runs(text):
        (keys.type_ascii if by_keys else keys.paste)(letters)
        here += len(letters)
        wait(arrived)  # else the next paste would take away what this one still has to give


def choose(box: Atspi.Accessible, number: int, wait: Callable[[Callable[[], None]], object]) -> None:
    """Choose an item of a combo box by its number, with the keyboard alone."""
    (choices,) = (part for part in children(box) if part.get_role() == Role.LIST)
    keys.press("alt+Down")
    wait(lambda: must(choices, State.SHOWING))
    keys.press("Home")
    for _ in range(number):
        keys.press("Down")
    keys.press("Return")
