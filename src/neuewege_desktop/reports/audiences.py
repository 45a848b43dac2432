"""Whom a copy of a document is for."""

from __future__ import annotations

from enum import Enum

from neuewege_desktop.base.i18n import _


class Audience(Enum):
    """Whom a copy is for; the letters are those of the domain specification, 6.3."""

    INTERNAL = "I"
    PSEUDONYM = "P"
    MUNICIPALITY = "K"


EVERYONE = frozenset(Audience)
INTERNAL_ONLY = frozenset({Audience.INTERNAL})
NOT_THE_MUNICIPALITY = frozenset({Audience.INTERNAL, Audience.PSEUDONYM})


def variant_name(audience: Audience) -> str:
    """Return what a copy for `audience` calls itself."""
    match audience:
        case Audience.INTERNAL:
            return _("internal")
        case Audience.PSEUDONYM:
            return _("pseudonymised")
        case Audience.MUNICIPALITY:
            return _("municipality")
