"""From a document to the bytes of its PDF; asks nobody, keeps nothing."""

from __future__ import annotations

from itertools import chain

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.reports.blocks import Typesetter
from neuewege_desktop.reports.finishing import finished
from neuewege_desktop.reports.fonts import Faces
from neuewege_desktop.reports.masthead import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Margins,
    masthead_strips,
)
from neuewege_desktop.reports.model import Document
from neuewege_desktop.reports.sanitising import sanitize
from neuewege_desktop.reports.setting import Frame, Setting
from neuewege_desktop.reports.sheet import Sheet
from neuewege_desktop.reports.strips import Pages
from neuewege_desktop.reports.style import LARGE_PRINT, MM

_A4 = (210 * MM, 297 * MM)


def render(document: Document, cancel: Cancel | None = None) -> bytes:
    """Return a document as tagged PDF; equal documents give equal bytes.

    Letters that paper does not have are replaced (ask `sanitize` before, to tell about them).
    May run on any thread; Cancelled once nobody waits for it.
    """
    cancel = cancel or Cancel()
    document, _warnings = sanitize(document)
    faces = Faces()
    width, height = reversed(_A4) if document.landscape else _A4
    sheet = Sheet(width, height, faces)
    scale = LARGE_PRINT if document.large_print else 1
    setting = Setting(faces, document.language, scale, height - TOP - BOTTOM)
    frame = Frame(LEFT, width - LEFT - RIGHT, sheet.top)
    typesetter = Typesetter(setting)
    strips = chain(
        masthead_strips(document, frame, setting, typesetter),
        typesetter.strips(document.blocks, frame),
    )
    Pages(sheet, height - TOP, BOTTOM).fill(strips, cancel)
    Margins(document, sheet).draw()
    return finished(sheet, document, cancel)
