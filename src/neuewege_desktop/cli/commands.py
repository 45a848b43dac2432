"""Every command by its name."""

from __future__ import annotations

from collections.abc import Mapping

import click

from neuewege_desktop.cli.agenda import agenda_command
from neuewege_desktop.cli.history import history_command, redo_command, undo_command
from neuewege_desktop.cli.imports import import_command
from neuewege_desktop.cli.lists import listing
from neuewege_desktop.cli.meetings import meeting
from neuewege_desktop.cli.printing import printing
from neuewege_desktop.cli.users import user
from neuewege_desktop.cli.workplace import workplace

COMMANDS: Mapping[str, click.Command] = {
    "workplace": workplace,
    "user": user,
    "import": import_command,
    "list": listing,
    "agenda": agenda_command,
    "meeting": meeting,
    "print": printing,
    "history": history_command,
    "undo": undo_command,
    "redo": redo_command,
}
