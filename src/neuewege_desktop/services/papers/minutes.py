"""D03: the minutes of a conference out of the workplace, as a draft or as they are released."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from neuewege_desktop.base.formats import long_date
from neuewege_desktop.base.i18n import _
from neuewege_desktop.domain.choices.papers import PaperKind, Variant
from neuewege_desktop.domain.choices.work import ItemState, MeetingStatus
from neuewege_desktop.domain.records import RecordId
from neuewege_desktop.domain.records.catalogue import User
from neuewege_desktop.domain.records.meeting import Meeting
from neuewege_desktop.reports.documents.issue import Issue
from neuewege_desktop.reports.documents.minutes import Minutes, NextConference, minutes
from neuewege_desktop.services.conference.due import AHEAD
from neuewege_desktop.services.conference.minutes import (
    PaperToIssue,
    as_issued,
    issued_papers,
)
from neuewege_desktop.services.office import Office
from neuewege_desktop.services.papers.checking import NONE, Confirmations, for_readers
from neuewege_desktop.services.papers.conferences import Gathered, gathered
from neuewege_desktop.services.papers.issuing import Paper, issue_of
from neuewege_desktop.services.papers.talks import Talks
from neuewege_desktop.store.conferences import first_meeting
from neuewege_desktop.store.reader import Reader

_DAY = dt.timedelta(days=1)


def minutes_paper(
    office: Office,
    meeting: RecordId,
    variant: Variant,
    at: dt.datetime,
    confirmed: Confirmations = NONE,
) -> Paper:
    """Return the minutes as they stand now; Unconfirmed if a line may give somebody away.

    Released minutes lie in the workplace as they were issued: print those (`as_issued`).
    """
    [paper] = _papers(office, meeting, [variant], at, confirmed, releasing=False)
    return paper


def minutes_papers(
    office: Office, meeting: RecordId, at: dt.datetime, confirmed: Confirmations = NONE
) -> tuple[PaperToIssue, ...]:
    """Return the minutes for every reader, as they are released and archived (I, P, K).

    Unconfirmed if a line of a copy that leaves the team may give somebody away.
    """
    papers = _papers(office, meeting, list(Variant), at, confirmed, releasing=True)
    return tuple(map(to_issue, papers))


def issued_minutes(office: Office, meeting: RecordId, variant: Variant) -> PaperToIssue | None:
    """Return released minutes exactly as they were issued; None if they were not."""
    for paper in issued_papers(office, meeting):
        if paper.paper == PaperKind.MINUTES and paper.variant == variant:
            content = as_issued(office, paper)
            return PaperToIssue(
                variant=variant, title=paper.title, name=paper.name, content=content
            )
    return None


def to_issue(paper: Paper) -> PaperToIssue:
    """Return a paper as it is archived."""
    return PaperToIssue(
        variant=paper.variant, title=paper.title, name=paper.name, content=paper.content()
    )


def _papers(
    office: Office,
    meeting: RecordId,
    variants: Sequence[Variant],
    at: dt.datetime,
    confirmed: Confirmations,
    *,
    releasing: bool,
) -> list[Paper]:
    papers = []
    with office.store.reading() as reader:
        found = gathered(reader, meeting)
        value = _value(reader, office, found, at, releasing=releasing)
        for variant in variants:
            issue: Issue = issue_of(
                reader, office, at, legal_date=found.day, variant=variant, team=found.file.team
            )
            copy = for_readers(reader, minutes(value, issue), found.homes, found.day, confirmed)
            papers.append(Paper(kind=PaperKind.MINUTES, variant=variant, document=copy))
    return papers


def _value(
    reader: Reader, office: Office, found: Gathered, at: dt.datetime, *, releasing: bool
) -> Minutes:
    file, talks = found.file, Talks(reader, found)
    is_released = file.meeting.status == MeetingStatus.RELEASED_MINUTES
    return Minutes(
        conference=found.conference,
        stand=_stand(reader, office, at) if releasing else file.meeting.status.label,
        is_draft=not releasing and not is_released,
        items=tuple(talks.item(line) for line in file.items),
        not_taken=tuple(
            talks.item(line) for line in file.capped if line.item.state == ItemState.OPEN
        ),
        topics=tuple(talks.topic(line) for line in file.town_items),
        town_answers=talks.town_answers(),
        following=_following(reader, found),
    )


def _stand(reader: Reader, office: Office, at: dt.datetime) -> str:
    user = reader.get(User, office.author)
    if user is None:
        return MeetingStatus.RELEASED_MINUTES.label
    return _("released on {day} by {name}").format(day=long_date(at), name=user.name)


def _following(reader: Reader, found: Gathered) -> NextConference | None:
    meeting = found.file.meeting
    later = first_meeting(reader, meeting.ags, meeting.day + _DAY, AHEAD)
    coming = reader.get(Meeting, later) if later is not None else None
    if coming is None:
        return None
    return NextConference(
        day=coming.day, start=coming.start, place=found.names.of("place", coming.place)
    )
