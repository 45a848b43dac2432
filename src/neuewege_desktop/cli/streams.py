"""What goes to the standard output and what to the error stream."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import click

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"


def print_document(document: Json) -> None:
    """Write one JSON document to the standard output, in UTF-8 whatever the locale says."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def print_lines(lines: Iterable[str]) -> None:
    """Write lines for a person to read to the standard output."""
    for line in lines:
        click.echo(line)


def tell(sentence: str) -> None:
    """Say a sentence on the error stream, beside the answer."""
    click.echo(sentence, err=True)


def someone_reads_the_answer() -> bool:
    """Say whether the answer goes to a terminal; a log must not get the names of persons."""
    return sys.stdout.isatty()


def someone_waits() -> bool:
    """Say whether the error stream goes to a terminal, where progress may be shown."""
    return sys.stderr.isatty()
