"""Objects added behind a finished PDF file, as an update of its own (ISO 32000-1, 7.5.6).

They are packed into compressed streams as they come: hundreds of thousands of structure elements
pass through without being held.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

Object = tuple[int, str]
"""The number of an object, and its PDF text."""

_PACKED = 500  # objects of one stream
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_IN_FILE, _IN_STREAM = 1, 2  # kinds of entry in the table of objects


@dataclass(slots=True)
class Update:
    """An update of a file; `roots` is what its trailer says, `free` a number nobody has."""

    base: bytes
    roots: str
    free: int

    def appended(self, objects: Iterable[Object]) -> bytes:
        """Return the file with objects added, or replaced where their numbers are taken."""
        parts, table = [self.base], dict[int, bytes]()
        end, waiting = len(self.base), iter(objects)
        while pack := list(islice(waiting, _PACKED)):
            for place, (number, _text) in enumerate(pack):
                table[number] = _entry(_IN_STREAM, self.free, place)
            table[self.free] = _entry(_IN_FILE, end)
            parts.append(_packed(self.free, pack))
            end += len(parts[-1])
            self.free += 1
        parts.append(self._table(table, end))
        return b"".join(parts)

    def _table(self, table: dict[int, bytes], start: int) -> bytes:
        table[self.free] = _entry(_IN_FILE, start)
        numbers = sorted(table)
        found = _START.search(self.base, max(0, len(self.base) - 64))
        if found is None:
            raise ValueError("a PDF file ends with the place of its table")
        head = (
            f"/Type/XRef/Size {numbers[-1] + 1}/W[1 4 2]/Index[{_runs(numbers)}]"
            f"/Prev {int(found[1])}{self.roots}"
        )
        stream = _stream(self.free, head, b"".join(table[number] for number in numbers))
        return stream + b"startxref\n%d\n%%%%EOF\n" % start


def _entry(kind: int, where: int, place: int = 0) -> bytes:
    return kind.to_bytes(1, "big") + where.to_bytes(4, "big") + place.to_bytes(2, "big")


def _runs(numbers: list[int]) -> str:
    """Return sorted numbers as pairs of a first one and how many follow one another."""
    starts = [
        place
        for place, number in enumerate(numbers)
        if place == 0 or numbers[place - 1] != number - 1
    ]
    ends = [*starts[1:], len(numbers)]
    runs = zip(starts, ends, strict=True)
    return " ".join(f"{numbers[start]} {end - start}" for start, end in runs)


def _packed(number: int, pack: list[Object]) -> bytes:
    """Return a stream of objects, which begins with where each of them lies."""
    index, place = [], 0
    for own, words in pack:
        index.append(f"{own} {place}")
        place += len(words) + 1
    head = f"{' '.join(index)}\n"
    content = (head + "\n".join(words for _own, words in pack)).encode("ascii")
    return _stream(number, f"/Type/ObjStm/N {len(pack)}/First {len(head)}", content)


def _stream(number: int, entries: str, content: bytes) -> bytes:
    data = zlib.compress(content)
    head = f"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
    return head.encode("ascii") + data + b"\nendstream\nendobj\n"
