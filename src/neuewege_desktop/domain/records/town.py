"""Local actors and places of a municipality (2.12): never a client's data."""

from __future__ import annotations

from neuewege_desktop.domain.choices.work import ActorKind
from neuewege_desktop.domain.records.kind import S0, S1, Record, fact, record
from neuewege_desktop.domain.scopes import Family
from neuewege_desktop.domain.values import PostalAddress


@record("actor", Family.TOWN)
class Actor(Record):
    """A local partner: nursery, club, company, provider."""

    name: str = fact(S0)
    actor: ActorKind = fact(S0)
    address: PostalAddress | None = fact(S0, default=None)
    contact_person: str = fact(S1, default="")
    phone: str = fact(S1, default="")
    email: str = fact(S1, default="")
    topics: frozenset[str] = fact(S0, default=frozenset())
    note: str = fact(S1, default="")


@record("place", Family.TOWN)
class Place(Record):
    """A place where talks and conferences are held."""

    name: str = fact(S0)
    address: PostalAddress | None = fact(S0, default=None)
