"""Small lists for tests, written as an office saves them."""

from __future__ import annotations

HEADER = (
    "bg_nr;kdnr;rolle;nachname;vorname;geschlecht;geburtsdatum;strasse;plz;ort;ags;telefon;"
    "elb;elb_von;elb_bis;arbeitslos_seit;bwz_von;bwz_bis;erwerb;erwerb_seit;"
    "massnahme;massnahme_von;massnahme_bis;abschluss;sprache;sprachniveau;bedarf;fallmanager"
)


def written(tmp_path, *rows, header=HEADER, name="liste.csv"):
    """Write a list out of rows that name only some of the columns."""
    columns = header.split(";")
    lines = [";".join(row.get(column, "") for column in columns) for row in rows]
    path = tmp_path / name
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def row(**values):
    """Return the line of an invented head of household in Zwingenberg."""
    return {
        "bg_nr": "43102BG0000901",
        "kdnr": "427D000901",
        "rolle": "HEAD",
        "nachname": "Quittenbaum",
        "vorname": "Rosa",
        "geschlecht": "W",
        "geburtsdatum": "03.08.1979",
        "strasse": "Musterweg 1",
        "plz": "64673",
        "ort": "Zwingenberg",
        "ags": "06431022",
        **values,
    }


def every(office, kind):
    """Return all live records of a kind."""
    with office.store.reading() as reader:
        return reader.find(kind)


def only(office, kind):
    """Return the only live record of a kind."""
    (found,) = every(office, kind)
    return found


def numbers(counts):
    """Return how many were new, changed and unchanged."""
    return (counts.new, counts.changed, counts.unchanged)
