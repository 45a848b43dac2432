"""How much of a household may be on the screen, given who is in the room (5.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from neuewege_desktop.domain.choices.work import GuestBasis
from neuewege_desktop.services.conference.holding import unanswered_guests
from neuewege_desktop.services.conference.reading import ConferenceFile, ItemLine

_HIDDEN = "…"


class Shown(Enum):
    """What the screen shows of an item."""

    ALL = auto()
    PSEUDONYM = auto()  # the pseudonym, and no word that tells who it is
    NOTHING = auto()  # until the question about the guest is answered


def shown(file: ConferenceFile, line: ItemLine) -> Shown:
    """Return how much may be shown of an item of part A."""
    guests = {guest.attendance.id for guest in file.guests_in_part_a}
    if line.household is None or not guests:
        return Shown.ALL
    if unanswered_guests(file, line):
        return Shown.NOTHING
    bases = {found.basis for found in line.clearances if found.attendance in guests}
    return Shown.PSEUDONYM if GuestBasis.PSEUDONYM in bases else Shown.ALL


def without_names(text: str, names: Sequence[str]) -> str:
    """Return a text in which none of these names can be read any more."""
    words = sorted(filter(None, map(str.strip, names)), key=len, reverse=True)
    if not words:
        return text
    any_name = "|".join(re.escape(word) for word in words)
    return re.sub(rf"(?<!\w)(?:{any_name})(?!\w)", _HIDDEN, text, flags=re.IGNORECASE)
