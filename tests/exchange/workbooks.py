"""Workbooks made by hand, so that every flaw can be put where a test wants it."""

from __future__ import annotations

import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"

HEADER = ("bg_nr", "kdnr", "rolle", "nachname", "vorname")
MEMBER = ("43102BG0000101", "427D000101", "HEAD", "Testmann", "Karl")


def write_zip(path, parts, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _relationships(entries):
    links = "".join(
        f'<Relationship Id="{id_}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for id_, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'


def xlsx_cell(value):
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return "<c/>" if value is None else f"<c><v>{value}</v></c>"


def xlsx_row(values, number=None):
    place = f' r="{number}"' if number else ""
    return f"<row{place}>{''.join(map(xlsx_cell, values))}</row>"


def xlsx_sheet(data, after=""):
    """Return the XML of a sheet; `data` is the XML of its rows, `after` what follows them."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'


def xlsx_parts(*sheets, states=(), strings=None, styles=None, properties=""):
    """Return the parts of a workbook with these sheets (XML), called Sheet1, Sheet2 and so on."""
    entries, links, parts = "", [], {}
    for number, sheet in enumerate(sheets, 1):
        state = f' state="{states[number - 1]}"' if states else ""
        entries += f'<sheet name="Sheet{number}" sheetId="{number}"{state} r:id="s{number}"/>'
        links.append((f"s{number}", "worksheet", f"worksheets/sheet{number}.xml"))
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    if strings is not None:
        links.append(("t", "sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    if styles is not None:
        links.append(("f", "styles", "/xl/styles.xml"))
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
    workbook = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr {properties}/>'
        f"<sheets>{entries}</sheets></workbook>"
    )
    return {
        "_rels/.rels": _relationships([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": _relationships(links),
        **parts,
    }


def ods_cell(value, attributes=""):
    if value is None:
        return f"<table:table-cell {attributes}/>"
    if isinstance(value, str):
        text = escape(value)
        return (
            f'<table:table-cell office:value-type="string" {attributes}>'
            f"<text:p>{text}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}" {attributes}/>'


def ods_row(values, attributes=""):
    return f"<table:table-row {attributes}>{''.join(map(ods_cell, values))}</table:table-row>"


def ods_table(rows, name="Liste", style=""):
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def ods_parts(*tables, styles=""):
    """Return the parts of a workbook with these tables (XML)."""
    prefixes = " ".join(
        f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text", "style", "draw")
    )
    content = (
        f"<office:document-content {prefixes}"
        ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{ODF}:manifest:1.0"/>',
    }
