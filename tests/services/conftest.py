"""A founded workplace without its vault, in the hands of one person."""

from __future__ import annotations

import pytest
from offices import founded_in


@pytest.fixture
def office(tmp_path):
    founded = founded_in(tmp_path)
    yield founded
    founded.store.close()
