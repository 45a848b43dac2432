"""What is being typed: kept beside the keyboard, given back after a lock or a crash.

A place names the form, for instance `household/new`. Saving a record drops its drafts; the draft of
one that does not exist yet is dropped by the act that begins it (`draft=` in `services.entries`).
"""

from __future__ import annotations

import datetime as dt

from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.services.office import Office
from neuewege_desktop.store import drafts
from neuewege_desktop.store.drafts import Draft

__all__ = ["Draft", "draft_at", "drafts_of", "drop_draft", "keep_draft"]


def keep_draft(
    office: Office, place: str, record: RecordId | None, text: str, at: dt.datetime
) -> None:
    """Keep what is typed at a place; `record` is None for one that is not kept yet."""
    moment = round(at.timestamp() * 1000)
    drafts.keep_draft(office.store.database, Draft(place, office.author, record, moment, text))


def drafts_of(office: Office) -> list[Draft]:
    """Return everything the user typed and did not save, latest first."""
    return drafts.drafts_of(office.store.database, office.author)


def draft_at(office: Office, place: str) -> Draft | None:
    """Return what the user typed at a place and did not save."""
    return drafts.draft_at(office.store.database, place, office.author)


def drop_draft(office: Office, place: str) -> None:
    """Forget what the user typed at a place and gave up."""
    drafts.drop_draft(office.store.database, place, office.author)
