"""Looking after a workplace: finding out whether everything in it is sound."""

from __future__ import annotations

from neuewege_desktop.base.errors import StoreError
from neuewege_desktop.services.workplaces import Workplace
from neuewege_desktop.store.verify import verify


def find_problems(workplace: Workplace) -> list[str]:
    """Return what is wrong in a workplace, in sentences without personal data."""
    try:
        return verify(workplace.store.database)
    except StoreError as damage:  # so bad that it cannot be looked at to the end
        return [str(damage)]
