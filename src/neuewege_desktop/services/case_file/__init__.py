"""What a detail pane or a page shows of one record, read at once and ready for a person's eyes."""

from __future__ import annotations

from neuewege_desktop.services.case_file.conferences import (
    NextConference,
)
from neuewege_desktop.services.case_file.household import (
    CaseSheet,
    HouseholdFile,
    Member,
    household_file,
)
from neuewege_desktop.services.case_file.origins import Origin
from neuewege_desktop.services.case_file.person import (
    PersonFile,
    Spell,
    person_file,
)
from neuewege_desktop.services.case_file.timeline import TimelineLine
from neuewege_desktop.services.case_file.work import (
    ActorFile,
    MeasureFile,
    Participant,
    RunLine,
    TaskFile,
    actor_file,
    measure_file,
    task_file,
    town_task_file,
)

__all__ = [
    "ActorFile",
    "CaseSheet",
    "HouseholdFile",
    "MeasureFile",
    "Member",
    "NextConference",
    "Origin",
    "Participant",
    "PersonFile",
    "RunLine",
    "Spell",
    "TaskFile",
    "TimelineLine",
    "actor_file",
    "household_file",
    "measure_file",
    "person_file",
    "task_file",
    "town_task_file",
]
