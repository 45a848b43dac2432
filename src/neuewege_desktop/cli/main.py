"""`neuewege`: the beginning of every command, and how the program ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import click
from typing_extensions import override

from neuewege_desktop.base.errors import UserError
from neuewege_desktop.base.failures import places_of
from neuewege_desktop.base.i18n import N_, _
from neuewege_desktop.cli.failures import DONE, INTERRUPTED, REFUSED
from neuewege_desktop.cli.spoken import Group, Option
from neuewege_desktop.cli.streams import tell

if TYPE_CHECKING:
    from neuewege_desktop.services.workplaces import Setting

_SUMMARIES: Mapping[str, str] = {
    "workplace": N_("create, check, back up and restore a workplace"),
    "user": N_("who has access"),
    "import": N_("take in a list of the office"),
    "list": N_("households, persons, measures, case conferences"),
    "agenda": N_("what the next case conference should talk about"),
    "meeting": N_("plan a case conference, show what it says"),
    "print": N_("agenda, minutes, folder, case sheet and lists as PDF"),
    "history": N_("every change of a household"),
    "undo": N_("take your last act back"),
    "redo": N_("do again what you took back"),
}


class Beginning(Group):
    """All commands. They are loaded when one is called: the store alone takes 0.3 s."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands in the order in which one needs them."""
        return list(_SUMMARIES)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, or None."""
        if cmd_name not in _SUMMARIES:
            return None
        from neuewege_desktop.cli.commands import COMMANDS

        return COMMANDS[cmd_name]

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line for each command."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, summary in _SUMMARIES.items()])


neuewege = Beginning(
    "neuewege",
    context_settings={"max_content_width": 100},
    help=N_(
        "Neue Wege: an encrypted workplace for case conferences. Every command takes "
        "--password-file and then asks nothing; otherwise it asks for the password, or reads a "
        "line of the standard input."
    ),
    epilog=N_(
        "It ends with 0 when all was done, 3 when some lines of a list were faulty, 1 when it was "
        "refused, 2 when it was called wrongly."
    ),
)

click.version_option(
    package_name="neuewege-desktop",
    message="%(prog)s %(version)s",
    cls=Option,
    help=N_("Say which version this is."),
)(neuewege)


def run(arguments: Sequence[str], setting: Callable[[], Setting]) -> int:
    """Do what the arguments say and return the exit code; a failure is one sentence."""
    try:
        code = neuewege.main(
            list(arguments), prog_name="neuewege", standalone_mode=False, obj=setting
        )
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.Abort:
        tell(_("Stopped. Nothing unfinished was stored."))
        return INTERRUPTED
    except UserError as refusal:
        tell(str(refusal))
        return REFUSED
    except Exception as bug:  # noqa: BLE001 - the top: no trace with values may reach a log
        tell(
            _(
                "The program made a mistake and stopped; nothing was changed by halves. Please "
                "send this line to those who look after it:"
            )
        )
        tell(places_of(bug))
        return REFUSED
    return code if isinstance(code, int) else DONE
