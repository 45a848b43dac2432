"""A vault as tests need it: cheap to open, the same in every run."""

from __future__ import annotations

import datetime as dt
import random

from neuewege_desktop.store.vault.access import Login, add_user, create_vault
from neuewege_desktop.store.vault.passwords import Cost

CHEAP = Cost(memory=65_536, passes=1, lanes=1)  # the least a vault accepts
DAY = dt.date(2009, 4, 2)
ANNA = Login(user="8", name="Anna Berg", password="fünf Wörter sind ein guter Satz")
PETRA = Login(user="9", name="Petra Linde", password="noch ein langer Satz")


def new_vault(seed=1):
    """Return a vault with one user, its keys, and the recovery code."""
    return create_vault(
        ANNA, incarnation=4711, today=DAY, random_bytes=random.Random(seed).randbytes, cost=CHEAP
    )


def with_petra(vault, keys, login=PETRA):
    """Return the vault after a second user was given access."""
    return add_user(vault, keys, login, today=DAY, cost=CHEAP)
