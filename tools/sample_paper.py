"""A PDF with several pages of text about invented people."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_LEFT, _TOP, _LINE = 62, 770, 18  # points
_ITEMS = (
    ("Familie Weißbach", "Sprachkurs B1 ab Mai; die Fahrkarte zahlt der Träger."),
    ("Familie Müller", "Betreuung für Jörg, 6 Jahre: Platz in der Großen Straße angefragt."),
    ("Herr Yilmaz", "Probearbeit beim Bauhof Zwingenberg, zwei Wochen."),
    ("Frau Öztürk-Groß", "Bewerbung mit Lebenslauf bis zur nächsten Besprechung."),
)


def sample_paper(pages: int) -> bytes:
    """Return a document of this many pages; equal calls give equal bytes."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1)
    canvas.setTitle("Niederschrift")
    for page in range(1, pages + 1):
        _write_page(canvas, page, pages)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _write_page(canvas: Canvas, page: int, pages: int) -> None:
    canvas.setFillColorRGB(0.04, 0.31, 0.42)
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(_LEFT, _TOP, "Niederschrift der Fallbesprechung")
    canvas.setFillColorRGB(0.09, 0.13, 0.17)
    line = _TOP - 2 * _LINE
    for number in range(1, 9):
        name, words = _ITEMS[(page + number) % len(_ITEMS)]
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(_LEFT, line - _LINE, f"{page}.{number} {name}")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(_LEFT, line - 2 * _LINE, words)
        line -= 4 * _LINE
    canvas.drawString(_LEFT, 40, f"Seite {page} von {pages}")
