"""Rows as a table on the clipboard: for spreadsheets and letters, and never as formulas."""

from __future__ import annotations

import html
from collections.abc import Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    text = " ".join(text.split())
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_text(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells with tabulators between them."""
    return "\n".join("\t".join(map(_harmless, line)) for line in lines)


def as_html(lines: Sequence[Sequence[str]]) -> str:
    """Return a table for a text processor."""
    rows = ("".join(f"<td>{html.escape(_harmless(cell))}</td>" for cell in line) for line in lines)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
