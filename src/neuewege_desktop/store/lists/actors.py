"""The list of local actors."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

import sqlalchemy as sa

from neuewege_desktop.base.formats import sort_key
from neuewege_desktop.domain.choices.work import ActorKind
from neuewege_desktop.domain.listing import ActorRow, ListKind
from neuewege_desktop.domain.records import Life, RecordId
from neuewege_desktop.domain.scopes import Family, municipality_of
from neuewege_desktop.store import schema
from neuewege_desktop.store.german import finds, in_german_order
from neuewege_desktop.store.lists import columns
from neuewege_desktop.store.lists.asking import Listing
from neuewege_desktop.store.lists.columns import filled, in_its_order
from neuewege_desktop.store.reader import Reader

_ACTOR = schema.TABLES["actor"]
_A = _ACTOR.c
_MUNICIPALITY = columns.municipality_name(_A.scope)
_NAME = in_german_order(_A.name)

ACTORS = Listing(
    kind=ListKind.ACTORS,
    source=_ACTOR,
    families=(Family.TOWN,),
    words=lambda typed: finds(
        typed, _A.name, _A.contact_person, _A.phone, _A.topics, _A.address_street, _MUNICIPALITY
    ),
    natural=(_NAME, _A.id),
    orders={
        "name": _NAME,
        "kind": in_its_order(_A.actor, ActorKind),
        "municipality": in_german_order(_MUNICIPALITY),
        "contact_person": in_german_order(_A.contact_person),
        "phone": filled(_A.phone),
    },
    filters={kind.value: _A.actor == kind.value for kind in ActorKind},
)

_ROWS = sa.select(
    _A.id,
    _A.life,
    _A.scope,
    _A.name,
    _A.actor,
    _A.contact_person,
    _A.phone,
    _A.topics,
    _MUNICIPALITY,
).where(columns.is_asked(_A.id), columns.is_shown(_A.life))


def actor_rows(reader: Reader, ids: Sequence[RecordId], day: dt.date) -> list[ActorRow]:
    """Return these actors, in the order of the ids."""
    rows: dict[RecordId, ActorRow] = {}
    for row in reader.connection.execute(_ROWS, columns.asked(ids, day)):
        id_, life, scope, name, kind, contact_person, phone, topics, municipality = row
        rows[id_] = ActorRow(
            id=id_,
            life=Life(life),
            name=name,
            kind=ActorKind(kind),
            municipality=municipality_of(scope),
            municipality_name=municipality or "",
            contact_person=contact_person,
            phone=phone,
            topics=tuple(sorted(json.loads(topics), key=sort_key)),
        )
    return [rows[id_] for id_ in ids if id_ in rows]
