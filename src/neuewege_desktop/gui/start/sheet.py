"""The sheet with the recovery code: plain, to be printed and locked away."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _, language

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 12pt sans-serif; color: #000; background: #fff; margin: 2cm; max-width: 17cm; }}
h1 {{ font-size: 20pt; }}
.code {{ font: bold 22pt monospace; line-height: 1.7; border: 2px solid #000; padding: .6cm; }}
dt {{ float: left; clear: left; width: 5cm; }}
dd {{ margin-left: 5cm; font-weight: bold; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="code">{code}</p>
<dl>{facts}</dl>
<ul>{rules}</ul>
</body>
</html>
"""


def recovery_sheet(code: str, workplace: str, vault: str, day: dt.date) -> str:
    """Return the sheet as a page that every browser prints; `vault` is the number of the vault."""
    groups = code.split("-")
    half = len(groups) // 2
    lines = ("&nbsp; ".join(map(escape, part)) for part in (groups[:half], groups[half:]))
    facts = {
        _("Workplace"): workplace,
        _("Vault number"): vault,
        _("Date"): long_date(day),
    }
    rules = (
        _("Print this sheet twice, and put each copy into a sealed envelope."),
        _("Lock the envelopes away in two places. Whoever holds this sheet can read everything."),
        _(
            "If the password is forgotten: choose “Forgot the password” in the window that asks "
            "for it, and type this code."
        ),
        _("Delete the file of this sheet from the computer once it is printed."),
    )
    return _PAGE.format(
        language=language(),
        title=escape(_("Recovery code of Neue Wege")),
        code="<br>".join(lines),
        facts="".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in facts.items()),
        rules="".join(f"<li>{escape(rule)}</li>" for rule in rules),
    )


def write_sheet(file: Path, text: str) -> None:
    """Write the sheet so that only its owner can read it; StoreError if that is not possible."""
    try:
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(
            _("The sheet cannot be written to “{file}”. Please choose another place.").format(
                file=file
            )
        ) from error


def delete_sheet(file: Path) -> None:
    """Take the sheet from the computer; StoreError if that is not possible."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            _("“{file}” cannot be deleted. Please delete it by hand.").format(file=file)
        ) from error
