"""How much a list may hold: generous for every office, too little for a bomb."""

from __future__ import annotations

MAX_FILE_BYTES = 200_000_000
MAX_ROWS = 500_000
MAX_COLUMNS = 1_000
MAX_SHEET_ROW = 1_048_576
"""The last row that a spreadsheet can have."""
MAX_CELL = 32_767
"""Characters of a cell, as in spreadsheets."""

MAX_INFLATED_BYTES = 2_000_000_000
"""All parts of a workbook unpacked: 500 000 rows of 30 columns need about 1.5 GB as ODS."""
MAX_INFLATION = 500
"""How many times larger a part may become: repetitive sheets reach 100, bombs 1 000."""
MAX_SHARED_STRINGS_BYTES = 300_000_000
"""Memory for the texts that an XLSX file stores once and refers to."""
