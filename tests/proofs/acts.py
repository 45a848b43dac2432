"""The acts that the proofs break off: real ones, in a real workplace opened with its raw key."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, replace

from neuewege_desktop.domain.choices.people import MemberRole
from neuewege_desktop.domain.records.household import Household, Membership
from neuewege_desktop.domain.records.person import Person, PersonName
from neuewege_desktop.domain.records.town import Place
from neuewege_desktop.domain.scopes import SHARED, case_scope, town_scope
from neuewege_desktop.domain.values import Period
from neuewege_desktop.services.founding import Founding
from neuewege_desktop.services.labels import ActLabel
from neuewege_desktop.services.workplaces import create
from neuewege_desktop.store.store import Store
from neuewege_desktop.store.vault.access import Unlocked
from neuewege_desktop.store.vault.keys import Keys
from neuewege_desktop.store.vault.passwords import Cost
from neuewege_desktop.store.workplace import Setting

DAY = dt.date(2009, 4, 2)
PILOTS = ("06431022", "06431003", "06431009")
HOUSEHOLDS_OF_A_LIST = 20
SAVED = (2, 4)  # entries and parts of one saved act
LISTED = (3, 9 * HOUSEHOLDS_OF_A_LIST)


@dataclass(frozen=True)
class Access:
    """What opens a workplace without a password."""

    slot: str
    user: str
    data_key: bytes

    def unlock(self, file):
        return file.read(), Unlocked(slot=self.slot, user=self.user, keys=Keys(self.data_key))


def setting():
    return Setting(
        now=lambda: dt.datetime.now(dt.UTC),
        random_bytes=os.urandom,
        cost=Cost(memory=65_536, passes=1, lanes=1),
    )


def bare_store(database):
    """Return the store of a migrated file without a vault, holding the scopes of the pilots."""
    store = Store(database, setting().surroundings())
    store.become(4711)
    store.hold([SHARED, *map(case_scope, PILOTS), *map(town_scope, PILOTS)])
    return store


def password(number):
    return f"der Satz Nummer {number} ist lang genug"


def new_workplace(folder):
    """Create a workplace with `password(0)` and return what opens it."""
    founding = Founding(name="Kommunalprojekt", user="Anna Berg", day=DAY)
    workplace, _code = create(folder, founding, password(0), setting())
    opened = workplace.opened_by
    workplace.close()
    return Access(opened.slot, opened.user, opened.keys.data_key)


def household(writer, ags, number):
    """Add a household of one person and return its records."""
    scope, period = case_scope(ags), Period(DAY)
    person = Person(
        id=writer.new_id(),
        scope=scope,
        name=PersonName(f"Musterling{number}", "Ulf"),
        birth_date=dt.date(1962, 5, 12),
    )
    home = Household(
        id=writer.new_id(),
        scope=scope,
        number=f"43102BG{number:07d}",
        pseudonym=f"ZW-{number}",
        period=period,
    )
    member = Membership(
        id=writer.new_id(),
        scope=scope,
        household=home.id,
        person=person.id,
        role=MemberRole.HEAD,
        period=period,
    )
    writer.add(person, home, member)
    return person, home, member


def save(store, author, number):
    """Save a household and the note on the door of a room in one act; return the act."""
    scope = town_scope(PILOTS[0])
    with store.writing(ActLabel.SAVE, author) as writer:
        household(writer, PILOTS[0], number)
        for room in writer.find(Place, scope=scope):
            writer.save(replace(room, name=f"Raum {number}"))
            break
        else:
            writer.add(Place(id=writer.new_id(), scope=scope, name=f"Raum {number}"))
    return writer.outcome.act


def enter_list(store, author, number):
    """Enter the households of all pilots in one act, as an import does; return the act."""
    with store.writing(ActLabel.IMPORT, author) as writer:
        for ags in PILOTS:
            for line in range(HOUSEHOLDS_OF_A_LIST):
                household(writer, ags, number * HOUSEHOLDS_OF_A_LIST + line)
    return writer.outcome.act


def sizes_of_acts(connection):
    """Return the number of entries and of parts of every act in the journal."""
    rows = connection.exec_driver_sql(
        "SELECT entry.act, count(DISTINCT entry.arrival), count(part.id) FROM entry "
        "LEFT JOIN part ON entry.arrival = part.id >> 20 GROUP BY entry.act"
    )
    return {act: (entries, parts) for act, entries, parts in rows}
