"""What an act did, for those who show it."""

from __future__ import annotations

from neuewege_desktop.store.writer import Outcome as Outcome
