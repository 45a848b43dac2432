"""Walking over all words of a document, to read them or to put others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from neuewege_desktop.reports.model import Document, Span

Change = Callable[[Any], Any]
"""Returns what stands in place of a span, or of a bare string, itself if nothing does."""


def spans(document: Document) -> Iterator[Span]:
    """Yield every span of a document in reading order, its title first."""
    yield from _spans(document)


def free_texts(document: Document) -> Iterator[str]:
    """Yield what somebody typed: the words in which a name may be hidden."""
    for span in spans(document):
        if span.free and span.text:
            yield span.text


def rewritten(document: Document, changes: dict[type, Change]) -> Document:
    """Return the document with each Span and str changed as `changes` says for its type."""
    result: Document = _rewritten(document, changes)
    return result


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    else:
        for name in _names(value):
            yield from _spans(getattr(value, name))


def _names(value: object) -> Iterable[str]:
    """Return the names of the fields of a dataclass, none for other values."""
    return getattr(value, "__dataclass_fields__", ())


def _rewritten(value: Any, changes: dict[type, Change]) -> Any:  # noqa: ANN401
    """Return a part of the model; where nothing changes it is the same object, not a copy."""
    kind = type(value)
    if kind in changes:
        return changes[kind](value)
    if kind is tuple:
        parts = tuple(_rewritten(one, changes) for one in value)
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else parts
    found = {}
    for name in _names(value):
        old = getattr(value, name)
        new = _rewritten(old, changes)
        if new is not old:
            found[name] = new
    return replace(value, **found) if found else value
