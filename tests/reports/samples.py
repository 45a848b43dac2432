"""Documents that were never issued: one of each kind of block, with invented people."""

import datetime as dt

from neuewege_desktop.reports.model import (
    INTERNAL_ONLY,
    Align,
    Bookmark,
    Box,
    BulletList,
    Check,
    CheckList,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    NoteLines,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Signature,
    Signatures,
    Span,
    Table,
    Together,
    free,
    strong,
    text,
)

ISSUED = dt.datetime.fromisoformat("2009-04-20T14:05")
VERA = Span("Vera Täubchen", "GRA-0017")
VERA_TEXT = (VERA,)


def document(*blocks, **changes):
    fields = {
        "kind": "Protokoll",
        "title": text("Fallbesprechung vom 20.04.2009"),
        "identifier": "FB-2009-16",
        "issuer": ("Neue Wege · Kreis Bergstraße", "Projektteam Grasellenbach"),
        "issued_at": ISSUED,
        "issued_by": "Anna Berg",
        "confidentiality": "Vertraulich – Sozialdaten (§ 35 SGB I)",
        "variant": "intern",
        "page_words": "Seite {page} von {pages}",
        "blocks": blocks,
    }
    return Document(**{**fields, **changes})


PEOPLE = Table(
    columns=(
        Column("Name", names_row=True),
        Column("Stelle", weight=1.4),
        Column("Anwesenheit", mm=38),
    ),
    rows=tuple(
        Row((text(name), text(place), text(presence)))
        for name, place, presence in (
            ("Anna Berg", "Fallmanagement, Leitung der Sitzung", "anwesend"),
            ("Jörg Weiß", "Arbeitgeberservice", "ab 9:30 Uhr"),
            ("Dr. Elif Yılmaz", "Amtsärztlicher Dienst, Außenstelle Heppenheim", "entschuldigt"),
            ("Kerstin Bauer", "Schuldnerberatung (Gast)", "bis 10:15 Uhr"),
        )
    ),
    summary="Wer an der Besprechung teilgenommen hat",
)
TASKS = Table(
    columns=(
        Column("Nr.", mm=11, align=Align.RIGHT),
        Column("Aufgabe"),
        Column("Zuständig", mm=36),
        Column("Frist", mm=25),
    ),
    rows=tuple(
        Row((text(str(number)), text(task), text(who), text(due)))
        for number, (task, who, due) in enumerate(
            (
                ("Kita-Platz ab August mit der Gemeinde klären", "Anna Berg", "27.04.2009"),
                (
                    "Praktikum im Bauhof vereinbaren; Fahrtkosten vorher beantragen und den "
                    "Bescheid abwarten",
                    "Jörg Weiß",
                    "04.05.2009",
                ),
                ("Termin bei der Schuldnerberatung bestätigen", "Kerstin Bauer", "11.05.2009"),
            ),
            1,
        )
    ),
    summary="Welche Aufgaben bis wann zu erledigen sind",
)


def decision(number, words, how="einvernehmlich"):
    head = (Span(f"Beschluss {number}", bold=True, accent=True), Span(f" · {how}"))
    return Box((Paragraph(head), Paragraph(free(words))))


def item(number, name, *blocks):
    return (Heading(text(name), 3, f"TOP {number}"), *blocks)


MINUTES = document(
    Facts(
        tuple(
            Fact(label, text(value))
            for label, value in (
                ("Datum", "Montag, 20. April 2009"),
                ("Zeit", "9:00 – 10:40 Uhr"),
                ("Ort", "Rathaus Grasellenbach, Raum 2"),
                ("Leitung", "Anna Berg"),
                ("Protokoll", "Jörg Weiß"),
                ("Stand", "freigegeben am 21.04.2009"),
            )
        ),
        tinted=True,
    ),
    Heading(text("Teilnehmende")),
    PEOPLE,
    Heading(text("Tagesordnung und Ergebnisse")),
    *item(
        1,
        "Bedarfsgemeinschaft Täubchen",
        Paragraph(
            (
                VERA,
                *free(
                    " hat das Arbeitsgelegenheitsverhältnis im Bauhof aufgenommen und kommt "
                    "regelmäßig. Die Kinderbetreuung am Nachmittag ist noch nicht gesichert; die "
                    "Gemeinde prüft einen Ganztagsplatz in der Kindertagesstätte „Regenbogen“."
                ),
            )
        ),
        BulletList(
            (
                text("Zusage 1 „Bewerbungsunterlagen überarbeiten“: ", strong("gehalten")),
                text("Zusage 2 „Schuldnerberatung aufsuchen“: ", strong("neuer Termin 11.05.2009")),
            )
        ),
        decision(1, "Das Praktikum wird um vier Wochen verlängert. Danach wird neu beraten."),
    ),
    *item(
        2,
        "Bedarfsgemeinschaft Ackermann",
        Paragraph(
            free(
                "Die Eingliederungsvereinbarung läuft zum Monatsende aus. Der Entwurf der neuen "
                "Vereinbarung liegt vor und wurde in der Sitzung durchgesprochen."
            )
        ),
        decision(2, "Der Entwurf wird mit zwei Änderungen angenommen.", "Ja 3 · Nein 0"),
        Box(
            (
                Paragraph(
                    text(
                        strong("Abweichende Sicht: "),
                        "Frau Bauer hält eine Beratung schon im Mai für nötig.",
                    )
                ),
            ),
            warning=True,
        ),
    ),
    *item(
        3,
        "Bedarfsgemeinschaft Schönwein",
        Paragraph(free("Wird vertagt: Die Unterlagen des Trägers liegen noch nicht vor.")),
        NoteLines(3, "Notizen"),
    ),
    Heading(text("Aufgaben")),
    TASKS,
    Heading(text("Nächste Besprechung")),
    Paragraph(text("Montag, 27. April 2009, 9:00 Uhr, Rathaus Grasellenbach, Raum 2.")),
    Together(
        (
            Paragraph(
                text(
                    "Das Protokoll gilt als genehmigt, wenn binnen 14 Tagen niemand widerspricht."
                ),
                Role.SMALL,
            ),
            Signatures(
                (
                    Signature(text("Anna Berg"), "Leitung"),
                    Signature(text("Jörg Weiß"), "Protokoll"),
                    Signature(text("Kerstin Bauer"), "Schuldnerberatung"),
                ),
                "Ort, Datum",
            ),
        )
    ),
    lead=text("Teil A: Bedarfsgemeinschaften. Nur für das Projektteam bestimmt."),
)


EVERYTHING = document(
    Heading(text("Erster Teil"), 1),
    Paragraph(
        text("Ein ", Span("day off", lang="en", italic=True), " ist ein freier Tag."), Role.LEAD
    ),
    Paragraph(text("Leise gesagt."), Role.MUTED),
    BulletList((text("erstens"), text("zweitens")), numbered=True),
    CheckList((Check(text("Unterlagen kopiert"), done=True), Check(text("Raum bestellt")))),
    Facts((Fact("Telefon", text("06201 1234")), Fact("Zimmer", text("12"))), columns=2),
    Box(
        (
            Paragraph(text("Im Kasten steht eine Liste:")),
            BulletList((text("eins"), text("zwei"))),
            Table(
                (Column("Spalte"), Column("Wert", align=Align.RIGHT)),
                (Row((text("Summe"), text("1.234,56 €"))),),
                "Eine kleine Tabelle",
            ),
        )
    ),
    Table((Column("Name"), Column("Ort")), (), "Niemand", if_empty="Es gibt keine Einträge."),
    Paragraph(text("Nur im Haus."), audiences=INTERNAL_ONLY),
    PageBreak(),
    Bookmark(text("Lose Seite")),
    Heading(text("Zweiter Teil"), 1),
    Heading(text("Darunter"), 2),
    NoteLines(2),
    Signatures((Signature(VERA_TEXT, "Kundin"),), "Ort, Datum"),
    title=text("Alles, was es gibt: ", VERA),
)


def long_list(rows, **changes):
    return document(
        Table(
            columns=(
                Column("Nr.", mm=16, align=Align.RIGHT),
                Column("Name", names_row=True),
                Column("Ort"),
                Column("Anliegen", weight=2),
            ),
            rows=tuple(
                Row((text(str(n)), text(f"Person {n}"), text("Wald-Michelbach"), text("Antrag")))
                for n in range(1, rows + 1)
            ),
            summary="Eine lange Liste",
        ),
        kind="Liste",
        title=text("Aufgaben"),
        landscape=True,
        **changes,
    )
