"""Whom a copy of a document is for: the sets of readers that its parts are meant for."""

from __future__ import annotations

from neuewege_desktop.domain.choices.papers import Variant as Audience

EVERYONE = frozenset(Audience)
INTERNAL_ONLY = frozenset({Audience.INTERNAL})
NOT_THE_MUNICIPALITY = frozenset({Audience.INTERNAL, Audience.PSEUDONYM})

__all__ = ["EVERYONE", "INTERNAL_ONLY", "NOT_THE_MUNICIPALITY", "Audience"]
