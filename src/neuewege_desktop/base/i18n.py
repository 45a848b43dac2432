"""Translation through gettext, the same in windows, documents and the terminal."""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = ("de", "en")
_OF_THE_LIBRARY = "click"  # the catalogue with the sentences of the command-line library
_catalog: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def use_language(code: str, folder: Path) -> None:
    """Make every later call of `_` speak the language `code`; English needs no catalogue."""
    global _catalog, _language
    _language = code
    if code == "en":
        _catalog = _gettext.NullTranslations()
    else:
        _catalog = _gettext.translation("neuewege", folder, [code])
    # The library asks the standard library, and that asks the environment.
    _gettext.bindtextdomain(_OF_THE_LIBRARY, str(folder))
    _gettext.textdomain(_OF_THE_LIBRARY)
    os.environ["LANGUAGE"] = code


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that a locale asks for: German, unless it is an English one."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    return "en" if locale.lower().startswith("en") else "de"


def language() -> str:
    """Return the code of the language in use."""
    return _language


def _(text: str) -> str:
    """Translate `text`; the empty text stays empty."""
    return _catalog.gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Translate with the plural form that `count` needs; `{n}` is filled in."""
    return _catalog.ngettext(one, many, count).format(n=count)


def pgettext(context: str, text: str) -> str:
    """Translate a `text` that has several meanings in the meaning named by `context`."""
    return _catalog.pgettext(context, text)


def N_(text: str) -> str:  # noqa: N802
    """Mark `text` for translation here; `_` translates it where it is shown."""
    return text
