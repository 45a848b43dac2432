"""Reading papers back: by the eyes of a screen reader, of an archive, and of a searcher."""

import io
import re
from pathlib import Path

import page
import pikepdf
import pypdfium2

GOLDEN = Path(__file__).resolve().parent.parent / "data" / "reports"
PROFILES = ("ua1", "3a")
# A false alarm where the data of a stream happen to end in a carriage return.
FALSE_ALARMS = {"STREAM-LENGTH-001", "PDFA3A-STREAM-LENGTH-001"}


def broken_rules(data, profile):
    """Return what a validator finds against a profile."""
    report = page.validate_pdf_bytes(data, profile=profile)
    return sorted({failure.rule_id for failure in report.failures} - FALSE_ALARMS)


def syntax_problems(data):
    """Return what qpdf finds in a file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.check_pdf_syntax()


def pages_of(data):
    """Return the visible words of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        texts = []
        for sheet in pdf:
            words = sheet.get_textpage()
            texts.append(words.get_text_bounded())
            words.close()
            sheet.close()
        return texts


def text_of(data):
    """Return all visible words, in one row."""
    return " ".join(" ".join(pages_of(data)).split())


# --- structure --------------------------------------------------------------------------------


def structure(data):
    """Return the structure tree as indented lines: what is read aloud, and as what."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marked = {sheet.objgen: _marked_words(sheet) for sheet in pdf.pages}
        return "\n".join(_dumped(pdf.Root.StructTreeRoot.K, marked, None, 0)) + "\n"


def _dumped(element, marked, sheet, depth):
    sheet = element.get("/Pg", sheet)
    yield "  " * depth + _named(element)
    words = []
    for kid in _kids(element):
        if isinstance(kid, int) or "/MCID" in kid:
            own = sheet if isinstance(kid, int) else kid.get("/Pg", sheet)
            place = kid if isinstance(kid, int) else int(kid.MCID)
            words.append(marked[own.objgen][place])
        else:
            yield from _spoken(words, depth)
            yield from _dumped(kid, marked, sheet, depth + 1)
    yield from _spoken(words, depth)


def _spoken(words, depth):
    if words:
        yield "  " * (depth + 1) + "".join(words).replace("\u00ad", "~")
        words.clear()


def _named(element):
    extra = [str(element.get("/Lang", ""))]
    if "/A" in element:
        extra += [
            str(value) for key, value in sorted(dict(element.A.items()).items()) if key != "/O"
        ]
    return " ".join([str(element.S)[1:], *filter(None, extra)])


def _kids(element):
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, (pikepdf.Array, list)) else [kids]


def _marked_words(sheet):
    """Return what each marked place of a page says."""
    letters = {str(name): _letters(font) for name, font in sheet.resources.Font.items()}
    words, place, font = {}, None, None
    for operands, operator in pikepdf.parse_content_stream(sheet):
        match str(operator):
            case "BDC":
                place = int(operands[1].MCID)
                words[place] = ""
            case "EMC":
                place = None
            case "Tf":
                font = letters[str(operands[0])]
            case "Tj" if place is not None:
                words[place] += "".join(font[code] for code in bytes(operands[0]))
    return words


def _letters(font):
    rows = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): chr(int(letter, 16)) for code, letter in rows}


def unclaimed(data):
    """Return what a file shows that stands in no structure element: artifacts."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = []
        for sheet in pdf.pages:
            letters = {str(name): _letters(font) for name, font in sheet.resources.Font.items()}
            artifact = False
            for operands, operator in pikepdf.parse_content_stream(sheet):
                match str(operator):
                    case "BMC":
                        artifact = True
                    case "BDC":
                        artifact = False
                    case "Tf":
                        font = letters[str(operands[0])]
                    case "Tj" if artifact:
                        found.append("".join(font[code] for code in bytes(operands[0])))
        return found


def expected(name, actual):
    """Compare with a golden file; what differs is left beside it, to be read and renamed."""
    path = GOLDEN / f"{name}.txt"
    if not path.exists() or path.read_text(encoding="utf-8") != actual:
        path.with_suffix(".new").write_text(actual, encoding="utf-8", newline="\n")
        return False
    return True


def everything_in(data):
    """Return whatever can be read out of a PDF: text, structure, metadata, bookmarks."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode()
        info = " ".join(str(value) for value in pdf.docinfo.values())
        with pdf.open_outline() as tree:
            titles = " ".join(item.title for item in tree.root)
    return " ".join((text_of(data), structure(data), metadata, info, titles))
