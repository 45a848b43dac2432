"""A language that nobody speaks: German, each sentence four tenths longer.

What is not cut off in it leaves room for a language that needs more words, and for larger letters.
"""

from __future__ import annotations

import gettext
import math

from typing_extensions import override

from neuewege_desktop.base import i18n
from neuewege_desktop.base.paths import translations

_LONGER = 0.4
_FILLING = "ǻ~ý~Ñ~"
_WORD = 9  # a longer filling is broken, as sentences are


class Longer(gettext.NullTranslations):
    """Lengthens what another catalogue says."""

    def __init__(self, catalogue: gettext.NullTranslations) -> None:
        super().__init__()
        self._catalogue = catalogue

    @override
    def gettext(self, message: str) -> str:
        return lengthen(self._catalogue.gettext(message))

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return lengthen(self._catalogue.ngettext(msgid1, msgid2, n))

    @override
    def pgettext(self, context: str, message: str) -> str:
        return lengthen(self._catalogue.pgettext(context, message))


def lengthen(text: str) -> str:
    """Return a text four tenths longer; marks of letters and of what is filled in stay."""
    more = math.ceil(len(text) * _LONGER)
    filling = (_FILLING * math.ceil(more / len(_FILLING)))[:more]
    words = [filling[place : place + _WORD] for place in range(0, more, _WORD)]
    return text + " ".join(words)


def speak_longer() -> None:
    """Speak that language from now on, until another one is chosen."""
    german = gettext.translation("neuewege", translations(), ["de"])
    i18n._catalog = Longer(german)  # noqa: SLF001 - no clerk may ever choose it
