"""What one can do to a thing, and what must be so before one can."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from gi.repository import GLib

from . import keys
from .reading import title
from .tree import Atspi, NotSeen, Role, State, children, has

Wait = Callable[[Callable[[], None]], object]  # waits until a look does not object any more

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
        # A program that ends by this does not answer; what came of it is seen afterwards.
        with suppress(GLib.Error):
            action.do_action(offered.index(name))
        return
    raise NotSeen(f"{title(thing)} cannot be pressed; it offers {offered}")


def click(thing: Atspi.Accessible, scale: float, times: int = 1, button: int = 1) -> None:
    """Click with the mouse in the middle of what is on the screen."""
    box = thing.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    # The bus tells logical pixels, the mouse goes by those of the screen.
    x, y = (box.x + box.width / 2) * scale, (box.y + box.height / 2) * scale
    keys.click(int(x), int(y), times, button)


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
    """Return where `thing` puts what one types: at the caret, or in place of what is selected."""
    inside = thing.get_text_iface()
    if Atspi.Text.get_n_selections(inside):
        return Atspi.Text.get_selection(inside, 0).start_offset
    return Atspi.Text.get_caret_offset(inside)


def copied(text: str) -> None:
    """Object to a clipboard with anything else than `text`."""
    if keys.copied() != text:
        raise NotSeen(f"{text!r} is not on the clipboard, but {keys.copied()!r}")


def enter(part: str, wait: Wait) -> None:
    """Type one of the parts of a text, see `keys.parts`."""
    if part == "\n":
        keys.press("Return")  # xdotool would type a line feed, which no keyboard has
    elif part.isascii():
        keys.type_ascii(part)
    else:
        # Pasted, for xdotool loses letters when it borrows keys for them.
        keys.copy(part)
        wait(lambda: copied(part))
        keys.press("ctrl+v")


def type_text(thing: Atspi.Accessible, text: str, wait: Wait) -> None:
    """Type `text` where the focus is; should it need pasting, `wait` until each part has come."""
    here = 0 if text.isascii() else insertion(thing)

    def arrived() -> None:
        if insertion(thing) != here:
            raise NotSeen(f"{title(thing)} has not taken all of “{text}”")

    for part in keys.parts(text):
        enter(part, wait)
        here += len(part)
        if not text.isascii():
            wait(arrived)  # else the next paste would take away what this one still has to give


def choices(box: Atspi.Accessible) -> Atspi.Accessible:
    """Return the list that a combo box opens."""
    return next(part for part in children(box) if part.get_role() == Role.LIST)


def open_choices(box: Atspi.Accessible, scale: float, wait: Wait) -> None:
    """Open a combo box, which takes the focus by this, and does not when the bus asks it to."""
    if has(box, State.FOCUSED):
        keys.press("alt+Down")
    else:
        click(box, scale)
    wait(lambda: must(choices(box), State.SHOWING))


def close_choices(box: Atspi.Accessible, wait: Wait) -> None:
    """Close a combo box and leave its present item as it is."""
    keys.press("Escape")
    wait(lambda: must(box, State.FOCUSED))


def choose(number: int) -> None:
    """Choose an item of an open combo box by its number."""
    keys.press("Home")
    for _ in range(number):
        keys.press("Down")
    keys.press("Return")
