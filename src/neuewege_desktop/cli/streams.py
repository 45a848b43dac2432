"""What goes to the standard output and what to the error stream."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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


@contextmanager
def counting(words: Callable[[int], str]) -> Iterator[Callable[[int], None] | None]:
    """Give a way to show how much is done, in `words`; None if nobody sits there and waits."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda done: click.echo(f"\r{words(done)}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)  # takes the count away again
