"""`python -m neuewege_desktop` is the same as `neuewege`."""

from __future__ import annotations

from neuewege_desktop.app import command_line

command_line()
