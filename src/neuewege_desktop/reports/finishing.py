"""The pages of ReportLab become a file for readers and archives: PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import Dictionary, Name, OutlineItem, PageLocation, Pdf

from neuewege_desktop.base.cancelling import Cancel
from neuewege_desktop.base.paths import resources
from neuewege_desktop.reports.appending import Object, Update
from neuewege_desktop.reports.model import Document, plain
from neuewege_desktop.reports.sheet import Outline, Sheet
from neuewege_desktop.reports.structure import Numbers, written
from neuewege_desktop.reports.xmp import packet

PRODUCER = "Neue Wege Desktop"
_UNUSED = re.compile(rb"<[0-9A-F]+> <0000>\n")
_MAPPED = re.compile(rb"(\d+) beginbfchar\n(.*)endbfchar", re.DOTALL)


def finished(sheet: Sheet, document: Document, cancel: Cancel) -> bytes:
    """Return the file with metadata, bookmarks and structure; equal input gives equal bytes."""
    cancel.heed()
    with Pdf.open(io.BytesIO(sheet.data())) as pdf:
        _mend_fonts(pdf)
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
        _describe(pdf, document)
        _add_outlines(pdf, sheet.outlines)
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        cancel.heed()
        base = _saved(pdf)
    return _with_structure(base, sheet, cancel)


def _mend_fonts(pdf: Pdf) -> None:
    """Drop what ReportLab maps to U+0000: unused codes, which ISO 14289-1, 7.21.7 forbids."""
    for font in pdf.pages[0].resources.Font.values():
        stream = font.ToUnicode
        stream.write(_MAPPED.sub(_used, stream.read_bytes()))


def _used(mapped: re.Match[bytes]) -> bytes:
    rows = _UNUSED.sub(b"", mapped[2])
    return b"%d beginbfchar\n%sendbfchar" % (rows.count(b"\n"), rows)


def _describe(pdf: Pdf, document: Document) -> None:
    root, at = pdf.Root, document.issued_at
    root.Lang = pikepdf.String(document.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = pdf.make_stream(packet(document, PRODUCER).encode())
    root.Metadata.Type, root.Metadata.Subtype = Name.Metadata, Name.XML
    profile = pdf.make_stream((resources() / "colours" / "srgb.icc").read_bytes(), N=3)
    root.OutputIntents = [
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier="sRGB IEC61966-2.1",
            Info="sRGB IEC61966-2.1",
            DestOutputProfile=profile,
        )
    ]
    pdf.trailer.Info = pdf.make_indirect(Dictionary())
    pdf.docinfo.Title = plain(document.title)
    pdf.docinfo.Author = document.issuer[0]
    pdf.docinfo.Subject = document.kind
    pdf.docinfo.Producer = PRODUCER
    pdf.docinfo.CreationDate = pdf.docinfo.ModDate = f"D:{at:%Y%m%d%H%M%S}"


def _add_outlines(pdf: Pdf, outlines: list[Outline]) -> None:
    with pdf.open_outline() as tree:
        above: list[tuple[int, OutlineItem]] = []
        for outline in outlines:
            item = OutlineItem(
                outline.title, outline.page, PageLocation.XYZ, left=0, top=outline.top
            )
            while above and above[-1][0] >= outline.level:
                above.pop()
            (above[-1][1].children if above else tree.root).append(item)
            above.append((outline.level, item))


def _saved(pdf: Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(
        target,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return target.getvalue()


def _with_structure(base: bytes, sheet: Sheet, cancel: Cancel) -> bytes:
    """Return the file with the structure tree behind it, which needs the numbers of the pages."""
    with Pdf.open(io.BytesIO(base)) as pdf:
        numbers = Numbers(
            root=pdf.Root.StructTreeRoot.objgen[0],
            parents=int(pdf.trailer.Size),
            pages=[page.obj.objgen[0] for page in pdf.pages],
        )
        roots = "".join(_entry(pdf, key) for key in ("Root", "Info", "ID"))
    free = numbers.parents + 1 + len(sheet.top.all)
    objects = _heeding(written(sheet.top, sheet.marked, numbers), cancel)
    return Update(base, roots, free).appended(objects)


def _heeding(objects: Iterable[Object], cancel: Cancel) -> Iterator[Object]:
    for one in objects:
        cancel.heed()
        yield one


def _entry(pdf: Pdf, key: str) -> str:
    value = pdf.trailer[f"/{key}"]
    if key == "ID":
        digits = "".join(f"<{bytes(part).hex()}>" for part in value)
        return f"/ID[{digits}]"
    return f"/{key} {value.objgen[0]} 0 R"
