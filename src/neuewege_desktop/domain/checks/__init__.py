"""What may be wrong with a record, field by field, with the way out.

A rule is a pure function from a record and what surrounds it to the problems found; `rules.py`
says which rules hold for which kind.
"""

from __future__ import annotations

from neuewege_desktop.domain.checks.problem import Context, Problem
from neuewege_desktop.domain.checks.rules import problems_of

__all__ = ["Context", "Problem", "problems_of"]
