"""What goes to the standard output and what to the error stream."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeAlias

import click

from neuewege_desktop.base.i18n import ngettext

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


@contextmanager
def counting() -> Iterator[Callable[[int], None] | None]:
    """Give a way to show how many lines are done; None if nobody sits there and waits."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield _show_count
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)  # takes the count away again


def _show_count(done: int) -> None:
    click.echo("\r" + ngettext("{n} line", "{n} lines", done), nl=False, err=True)
