"""How fast paper is made: ratios to a list that ReportLab draws without structure, in one run."""

from __future__ import annotations

import datetime as dt
import io
import time
from collections.abc import Callable, Iterator
from functools import partial

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from measuring import memory_now, peak_memory, say
from neuewege_desktop.base.paths import resources
from neuewege_desktop.reports.model import Column, Document, Row, Table, text
from neuewege_desktop.reports.rendering import render
from neuewege_desktop.reports.style import Face

TITLES = ("Nr.", "Name", "Ort", "Anliegen", "Zuständig", "Frist")
SHARES = (5, 17, 16, 32, 17, 9)
NAMES = ("Täubchen", "Schönwein", "Ackermann", "Großbach", "Weiß", "Yılmaz", "Sauer")
PLACES = ("Grasellenbach", "Wald-Michelbach", "Fürth", "Rimbach", "Mörlenbach")
SHORT, LONG = 1_000, 50_000
GOALS = {SHORT: 2.4, LONG: 80.0}
TAGS = 1.4
"""How much more than plain drawing the structure may cost."""
ROUNDS = 5


def lines_of(rows: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of an invented list of tasks; hardly two are alike."""
    for number in range(1, rows + 1):
        yield (
            str(number),
            f"{NAMES[number % 7]}, {NAMES[number % 5]} {number % 97}",
            f"{64600 + number % 90} {PLACES[number % 5]}",
            f"Unterlagen zum Antrag {number * 37 % 100_000} nachreichen",
            f"{NAMES[number % 6]} (Team {number % 9})",
            f"{number % 28 + 1:02d}.{number % 12 + 1:02d}.2009",
        )


def task_list(rows: int) -> Document:
    """Return the list as a document in landscape."""
    table = Table(
        columns=tuple(
            Column(title, weight=share, names_row=title == "Name")
            for title, share in zip(TITLES, SHARES, strict=True)
        ),
        rows=tuple(Row(tuple(map(text, line))) for line in lines_of(rows)),
        summary="Aufgaben nach Fristen",
    )
    return Document(
        kind="Aufgabenliste",
        title=text("Aufgaben"),
        identifier="Messung",
        issuer=("Neue Wege",),
        issued_at=dt.datetime.fromisoformat("2009-04-20T14:05"),
        issued_by="Anna Berg",
        confidentiality="Vertraulich – Sozialdaten (§ 35 SGB I)",
        blocks=(table,),
        landscape=True,
    )


def drawn_plainly(rows: int) -> bytes:
    """Draw the list with the canvas of ReportLab: the same letters and rules, no structure."""
    for face in (Face.REGULAR, Face.SEMIBOLD):
        path = resources() / "fonts" / f"{face.value}.ttf"
        pdfmetrics.registerFont(TTFont(face.value, str(path)))
    target = io.BytesIO()
    width, height = landscape(A4)
    canvas = Canvas(target, (width, height), pageCompression=1, initialFontName=Face.REGULAR.value)
    left, right, top, bottom = 71, 57, height - 68, 71
    edges = [left + (width - left - right) * sum(SHARES[:n]) / sum(SHARES) for n in range(6)]
    y: float = bottom
    for line in lines_of(rows):
        if y - 18.8 < bottom:
            if y != bottom:
                canvas.showPage()
            y = top
            row(canvas, TITLES, edges, y, Face.SEMIBOLD)
            y -= 18.8
        row(canvas, line, edges, y, Face.REGULAR)
        canvas.line(left, y - 6, width - right, y - 6)
        y -= 18.8
    canvas.save()
    return target.getvalue()


def row(canvas: Canvas, words: tuple[str, ...], edges: list[float], y: float, face: Face) -> None:
    """Draw the cells of a row; the second one names it."""
    for number, (x, cell) in enumerate(zip(edges, words, strict=True)):
        canvas.setFont(Face.SEMIBOLD.value if number == 1 else face.value, 10)
        canvas.drawString(x, y, cell)


def cpu(work: Callable[[], object], rounds: int) -> float:
    """Return the least processor seconds of some rounds."""
    found = []
    for _round in range(rounds):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def bench_paper() -> float:
    """Measure lists of 1 000 and 50 000 rows with their structure; the goals stand beside.

    Returns the unit in processor seconds, for what else is measured in it.
    """
    unit = cpu(partial(drawn_plainly, SHORT), ROUNDS)
    say("unit: 1 000 rows drawn plainly", f"{unit * 1000:6.0f} ms  {memory_now():.0f} MiB in use")
    for rows in (SHORT, LONG):
        document = task_list(rows)
        rounds = ROUNDS if rows == SHORT else 1
        taken = cpu(partial(render, document), rounds)
        memory = peak_memory()
        plainly = cpu(partial(drawn_plainly, rows), rounds)
        say(
            f"list of {rows} rows, tagged",
            f"{taken / unit:6.2f} units (goal {GOALS[rows]:g})  "
            f"{taken / plainly:4.2f} x drawn plainly (goal {TAGS:g})  {memory}",
        )
    return unit
