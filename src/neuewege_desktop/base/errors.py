"""Three kinds of failure: the user can mend it, the surroundings failed, or it is a bug."""

from __future__ import annotations


class UserError(Exception):
    """A translated sentence that says what is wrong, where, and what to do next."""


class StoreError(UserError):
    """The surroundings failed (disk, lock, damaged file): nothing was changed."""


class Bug(Exception):
    """An assumption of ours does not hold; its text never carries personal data."""
