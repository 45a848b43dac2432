"""Codes of printed documents (domain specification 2.14, 6.3)."""

from __future__ import annotations

from neuewege_desktop.base.i18n import N_
from neuewege_desktop.domain.choices.choice import Choice


class PaperKind(Choice):
    """What is printed; the codes are those of the list of documents (6.3)."""

    AGENDA = "D01", N_("Agenda")
    CASE_SHEET = "D02", N_("Case sheet")
    MINUTES = "D03", N_("Minutes")
    CORRECTION = "D03B", N_("Correction of the minutes")
    TASKS = "D12", N_("Task list")
    HOUSEHOLDS = "D11", N_("Household list")
    FOLDER = "MAPPE", N_("Conference folder")
    RECOVERY = "SCHLUESSEL", N_("Recovery sheet")


class Variant(Choice):
    """For whom a document is printed; `letter` is how the specification calls it."""

    INTERNAL = "INTERN", N_("internal")
    PSEUDONYM = "PSEUDONYM", N_("pseudonymised")
    MUNICIPALITY = "KOMMUNE", N_("for the municipality")

    @property
    def letter(self) -> str:
        """Return the letter that stands on the paper: I, P or K."""
        return _LETTERS[self]


_LETTERS = {Variant.INTERNAL: "I", Variant.PSEUDONYM: "P", Variant.MUNICIPALITY: "K"}


class CopyWay(Choice):
    """How a copy left the encrypted workplace."""

    PRINTED = "GEDRUCKT", N_("printed")
    SAVED = "GESPEICHERT", N_("saved as a file")
