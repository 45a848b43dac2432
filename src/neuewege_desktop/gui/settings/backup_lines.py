"""How a backup stands in a list: when it was made, how long ago, how large it is."""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.base.formats import file_size
from neuewege_desktop.gui.backing_up import moment_words
from neuewege_desktop.gui.kit.words import distance
from neuewege_desktop.gui.settings.line_list import Deed, Line
from neuewege_desktop.services.care import BackupLine


def backup_line(
    key: int, found: BackupLine, now: dt.datetime, deeds: tuple[Deed, ...] = ()
) -> Line:
    """Return a backup as a line; `key` finds it again."""
    day = found.backup.made.astimezone(now.tzinfo).date()
    second = "  ·  ".join((distance(day, now.date()), file_size(found.size)))
    return Line(key, moment_words(found.backup, now), second, "database-backup", deeds=deeds)
