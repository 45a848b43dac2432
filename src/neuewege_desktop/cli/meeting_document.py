"""A case conference as one JSON document: codes and ISO days, for a program to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from neuewege_desktop.cli.streams import Json
from neuewege_desktop.services.conference.minutes import Issued
from neuewege_desktop.services.conference.promises import Promise
from neuewege_desktop.services.conference.reading import (
    AttendanceLine,
    ConferenceFile,
    DecisionLine,
    ItemLine,
    TownLine,
)


def meeting_document(file: ConferenceFile, papers: Sequence[Issued]) -> Json:
    """Return everything about a conference."""
    meeting = file.meeting
    return {
        "id": str(meeting.id),
        "municipality": meeting.ags,
        "municipality_name": file.municipality,
        "team": file.team,
        "date": meeting.day.isoformat(),
        "start": _hour(meeting.start),
        "end": _hour(meeting.end),
        "place": file.place,
        "status": meeting.status,
        "chair": file.chair,
        "minute_taker": file.minute_taker,
        "attendance": [_attendance(line) for line in file.attendance],
        "items": [_item(line) for line in (*file.items, *file.capped)],
        "town_items": [_town_item(line) for line in file.town_items],
        "town_promises": [_promise(promise) for promise in file.town_promises],
        "papers": [_paper(paper) for paper in papers],
    }


def _hour(time: dt.time | None) -> str | None:
    return time.isoformat("minutes") if time is not None else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _attendance(line: AttendanceLine) -> Json:
    found = line.attendance
    return {
        "name": line.name,
        "status": found.status,
        "part": found.part,
        "external": found.external,
        "start": _hour(found.start),
        "end": _hour(found.end),
    }


def _item(line: ItemLine) -> Json:
    item = line.item
    return {
        "id": str(item.id),
        "seq": item.seq,
        "household": line.name if line.household is not None else None,
        "pseudonym": line.pseudonym or None,
        "topic": item.topic or None,
        "reasons": line.reasons,
        "priority": item.priority,
        "capped": item.capped,
        "planned_min": item.planned_min,
        "state": item.state,
        "state_reason": item.state_reason,
        "discussion": item.discussion,
        "decisions": [_decision(decision) for decision in line.decisions],
        "promises": [_promise(promise) for promise in line.promises],
    }


def _decision(line: DecisionLine) -> Json:
    return {
        "kind": line.decision.decision,
        "text": line.decision.text,
        "responsible": line.responsible,
        "due_on": _day(line.decision.due_on),
    }


def _promise(promise: Promise) -> Json:
    return {
        "title": promise.task.title,
        "responsible": promise.responsible,
        "decided_on": promise.decided_on.isoformat(),
        "due_on": promise.task.due_on.isoformat(),
        "moved": promise.moved,
    }


def _town_item(line: TownLine) -> Json:
    item = line.item
    return {
        "id": str(item.id),
        "seq": item.seq,
        "topic": item.topic,
        "planned_min": item.planned_min,
        "state": item.state,
        "discussion": item.discussion,
        "tasks": [
            {"title": task.title, "responsible": name, "due_on": task.due_on.isoformat()}
            for task, name in line.tasks
        ],
    }


def _paper(paper: Issued) -> Json:
    return {
        "paper": paper.paper,
        "variant": paper.variant,
        "number": paper.number,
        "title": paper.title,
        "name": paper.name,
        "issued_at": paper.issued_at.isoformat(),
        "sha256": paper.sha256,
    }
