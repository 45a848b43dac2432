"""Pictures of the screen, from the memory in which Xvfb draws it: no further program is needed."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

HEADER = struct.Struct(">25I")  # as in XWDFile.h


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return one part of a PNG file."""
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(memory: bytes) -> bytes:
    """Return a window dump of 24 bits a pixel, as Xvfb keeps it, as PNG."""
    header = HEADER.unpack_from(memory)
    (size, width, height, line, colours) = (header[i] for i in (0, 4, 5, 12, 19))
    start = size + colours * 12
    rows = bytearray()
    for top in range(start, start + height * line, line):
        pixels = memory[top : top + width * 4]  # blue, green, red, nothing
        row = bytearray(width * 3)
        row[0::3], row[1::3], row[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        rows += b"\0" + row
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    body = (
        chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 1)) + chunk(b"IEND", b"")
    )
    return b"\x89PNG\r\n\x1a\n" + body


def take(runtime: Path, target: Path) -> None:
    """Write what is on the screen to `target`."""
    target.write_bytes(png((runtime / "Xvfb_screen0").read_bytes()))
