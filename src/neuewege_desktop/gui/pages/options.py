"""What one can choose among: municipalities, staff, teams, places; read on the worker."""

from __future__ import annotations

from collections.abc import Callable

from neuewege_desktop.base.formats import sort_key
from neuewege_desktop.domain.records import Record
from neuewege_desktop.domain.records.catalogue import (
    Instrument,
    InstrumentVersion,
    Municipality,
    User,
)
from neuewege_desktop.domain.records.town import Actor, Place
from neuewege_desktop.gui.kit.editors.choices import ChoiceEditor, Option
from neuewege_desktop.services.lists import municipalities_of
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.records import all_of

MakeEditor = Callable[[], ChoiceEditor]


def municipalities(office: Office) -> MakeEditor:
    """Return how to make an editor for the municipality key (AGS) of an address."""
    found = sorted(all_of(office, Municipality), key=lambda town: sort_key(town.name))
    options = [(town.ags, town.name) for town in found]
    return lambda: ChoiceEditor(options)


def staff(office: Office) -> MakeEditor:
    """Return how to make an editor for a member of staff, or nobody."""
    return _named(office, User)


def places(office: Office) -> MakeEditor:
    """Return how to make an editor for a place, or none."""
    return _named(office, Place)


def providers(office: Office) -> MakeEditor:
    """Return how to make an editor for the actor who provides a measure, or none."""
    return _named(office, Actor)


def instrument_versions(office: Office) -> list[Option]:
    """Return the instruments as the law knows them today, with their citation."""
    names = {found.id: found.name for found in all_of(office, Instrument)}
    found = [
        (version.id, f"{names.get(version.instrument, '')}  ({version.law})")
        for version in all_of(office, InstrumentVersion)
        if version.period.covers(office.today)
    ]
    return sorted(found, key=lambda option: sort_key(option[1]))


def instruments(office: Office) -> MakeEditor:
    """Return how to make an editor for the instrument that a measure realises."""
    options: list[Option] = list(instrument_versions(office))
    return lambda: ChoiceEditor(options)


def towns(office: Office, value: Callable[[str], str]) -> MakeEditor:
    """Return how to make an editor for a municipality of the project, by a value of its key."""
    options: list[Option] = [
        (value(ags), name) for ags, name in municipalities_of(office.store, office.today)
    ]
    return lambda: ChoiceEditor(options)


def _named(office: Office, kind: type[Record]) -> MakeEditor:
    named = [(record.id, str(getattr(record, "name", ""))) for record in all_of(office, kind)]
    options: list[Option] = [(None, "–"), *sorted(named, key=lambda option: sort_key(option[1]))]
    return lambda: ChoiceEditor(options)
