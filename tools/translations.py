"""Keep the catalogues true: extract, update, merge, compile, check.

English is the language of the message ids, so it has no catalogue. The domain `neuewege` holds our
own sentences, the domain `click` those of the command-line library, which ships no German.
"""

from __future__ import annotations

import argparse
import string
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "neuewege.pot"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# No dates and no places in the source: a catalogue changes only when a sentence does.
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: neuewege-desktop\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A body of source code and the name of its catalogues."""

    name: str
    source: Path

    def template(self) -> Catalog:
        """Return every message that the source holds today, without translations."""
        catalog = Catalog(charset="utf-8")
        found = extract_from_dir(self.source, keywords=KEYWORDS, comment_tags=("Translators:",))
        for _file, _line, message, comments, context in found:
            catalog.add(message, auto_comments=comments, context=context)
        return catalog

    def catalogues(self) -> list[Path]:
        """Return the catalogue of each language that has one."""
        return sorted(TRANSLATIONS.glob(f"*/LC_MESSAGES/{self.name}.po"))


OURS = Domain(name="neuewege", source=ROOT / "src")
DOMAINS = (OURS, Domain(name="click", source=Path(click.__file__).parent))


def messages(catalog: Catalog) -> Iterator[Message]:
    """Yield the messages of `catalog` in the order of their text, without the header."""
    yield from sorted(message for message in catalog if message.id)


def read(path: Path) -> Catalog:
    """Return the catalogue in the file `path`."""
    with path.open("rb") as file:
        return read_po(file, charset="utf-8", abort_invalid=True)


def write(path: Path, catalog: Catalog, language: str = "") -> None:
    """Write `catalog` with our own header, so that the same messages give the same bytes."""
    with path.open("wb") as file:
        file.write(HEADER.format(language=language).encode())
        write_po(file, catalog, omit_header=True, no_location=True, sort_output=True)


def language_of(path: Path) -> str:
    """Return the language whose catalogue lies at `path`."""
    return path.parent.parent.name


def key_of(message: Message) -> tuple[object, str | None]:
    """Return what tells `message` from every other: its text or texts, and its context."""
    return message.id, message.context


def placeholders(text: str) -> set[str]:
    """Return the names in braces that `text` expects to be filled in."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def forms(texts: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the singular and, where there is one, the plural of a message or translation."""
    return tuple(texts) if isinstance(texts, (tuple, list)) else (texts or "",)


def faults_of(message: Message) -> Iterator[str]:
    """Yield what is wrong with the translation of one message."""
    originals, translated = forms(message.id), forms(message.string)
    if message.fuzzy:
        yield f"fuzzy: {originals[0]!r}"
    if not all(translated):
        yield f"not translated: {originals[0]!r}"
        return
    for original, text in zip(originals, translated, strict=True):
        if placeholders(original) != placeholders(text):
            yield f"other placeholders than {sorted(placeholders(original))}: {text!r}"


def faults_of_catalogue(path: Path, template: Catalog) -> Iterator[str]:
    """Yield what is wrong with the catalogue at `path`, measured against `template`."""
    catalog = read(path)
    wanted = {key_of(message) for message in messages(template)}
    present = {key_of(message) for message in messages(catalog)}
    yield from (f"missing: {key[0]!r}" for key in sorted(wanted - present, key=str))
    yield from (f"no longer used: {key[0]!r}" for key in sorted(present - wanted, key=str))
    for message in messages(catalog):
        yield from faults_of(message)
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns:
        yield "not compiled since it changed"


def extract() -> None:
    """Write the template of our own sentences."""
    write(TEMPLATE, OURS.template())


def update() -> None:
    """Bring every catalogue up to its source; new messages stand there untranslated."""
    for domain in DOMAINS:
        template = domain.template()
        for path in domain.catalogues():
            catalog = read(path)
            catalog.update(template, no_fuzzy_matching=True)
            catalog.obsolete.clear()
            write(path, catalog, language_of(path))


def merge(language: str, fragments: list[Path]) -> None:
    """Take the translations of known messages from `fragments`; name the messages not known."""
    path = TRANSLATIONS / language / "LC_MESSAGES/neuewege.po"
    catalog = read(path)
    for fragment in fragments:
        for message in messages(read(fragment)):
            known = catalog.get(forms(message.id)[0], message.context)
            if known is None:
                print(f"{fragment.name}: not in the catalogue: {message.id!r}", file=sys.stderr)
            elif len(forms(known.id)) != len(forms(message.id)):
                print(f"{fragment.name}: other plural forms: {message.id!r}", file=sys.stderr)
            elif all(forms(message.string)):
                known.string = message.string
    write(path, catalog, language)


def compile_changed() -> None:
    """Compile each catalogue that is newer than its compiled form."""
    for path in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po")):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        with compiled.open("wb") as file:
            write_mo(file, read(path))


def check() -> list[str]:
    """Return everything that is wrong with the template and the catalogues; nothing is written."""
    faults = []
    for domain in DOMAINS:
        template = domain.template()
        if domain is OURS:
            today = [key_of(message) for message in messages(template)]
            if today != [key_of(message) for message in messages(read(TEMPLATE))]:
                faults.append(f"{TEMPLATE.name}: does not match the source")
        for path in domain.catalogues():
            name = path.relative_to(TRANSLATIONS)
            faults += [f"{name}: {fault}" for fault in faults_of_catalogue(path, template)]
    return faults


def main() -> None:
    """Do what the command line asks for; a failed check ends with exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("extract", "update", "compile", "check"):
        commands.add_parser(name)
    merging = commands.add_parser("merge")
    merging.add_argument("fragments", nargs="+", type=Path)
    merging.add_argument("--language", default="de")
    arguments = parser.parse_args()

    if arguments.command == "merge":
        merge(arguments.language, arguments.fragments)
        return
    if arguments.command == "check":
        faults = check()
        if faults:
            sys.exit("\n".join([*faults, "`make translations` brings the catalogues up to date."]))
        return
    act: dict[str, Callable[[], None]] = {
        "extract": extract,
        "update": update,
        "compile": compile_changed,
    }
    act[arguments.command]()


if __name__ == "__main__":
    main()
