"""Streaming XML: the parser pushes elements to the handlers of a reader, piece by piece.

What an attacker could make grow without end (depth, names, prefixes, one endless tag, text) is
bounded here, so that memory depends on one row and not on the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.parsers import expat

from neuewege_desktop.exchange.lists import refusals
from neuewege_desktop.exchange.lists.archive import Part

Attributes = dict[str, str]
"""Attributes by name; one with a namespace is called „uri name“."""
StartHandler = Callable[[Attributes], None]
EndHandler = Callable[[], None]

_PIECE = 1 << 16
_MAX_DEPTH = 200
_MAX_NAMES = 10_000
_MAX_PREFIXES = 1_000
_MAX_TAG_BYTES = 1_000_000
_MAX_TEXT = 1_000_000


class _ByLocalName(dict[str, Callable[..., None] | None]):
    """The handler of each full name met so far, found once by its local name."""

    def __init__(self, handlers: Mapping[str, Callable[..., None]]) -> None:
        super().__init__()
        self._handlers = handlers

    def __missing__(self, name: str) -> Callable[..., None] | None:
        handler = self[name] = self._handlers.get(name.rpartition(" ")[2])
        return handler


class Markup:
    """One pass over an XML part.

    `text` collects the characters met; handlers clear it where theirs begins. `depth` counts the
    open elements, the one of the running handler included.
    """

    def __init__(
        self, starts: Mapping[str, StartHandler], ends: Mapping[str, EndHandler] | None = None
    ) -> None:
        self.text: list[str] = []
        self.depth = 0
        self._starts = _ByLocalName(starts)
        self._ends = _ByLocalName(ends or {})
        self._prefixes: set[str | None] = set()

    def pieces(self, part: Part) -> Iterator[None]:
        """Parse `part`, pausing after each piece so that what the handlers made can be taken."""
        parser = self._parser()
        fed = 0
        while piece := part.read(_PIECE):
            self._parse(parser, piece)
            fed += len(piece)
            self._refuse_excess(len(parser.intern), fed - parser.CurrentByteIndex)
            yield
        self._parse(parser, b"", last=True)
        yield

    def _refuse_excess(self, names: int, unfinished: int) -> None:
        # Expat begins an unfinished tag anew with each piece: an endless one costs its square.
        if self.depth > _MAX_DEPTH or names > _MAX_NAMES or unfinished > _MAX_TAG_BYTES:
            raise refusals.broken()
        if sum(map(len, self.text)) > _MAX_TEXT:
            raise refusals.text_too_long()

    def parse(self, part: Part) -> None:
        """Parse the whole of `part`."""
        for _piece in self.pieces(part):
            pass

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text.append
        parser.StartNamespaceDeclHandler = self._prefix
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        return parser

    def _parse(self, parser: expat.XMLParserType, piece: bytes, *, last: bool = False) -> None:
        try:
            parser.Parse(piece, last)
        except (expat.ExpatError, LookupError, ValueError):
            # The last two: an encoding that nobody knows, a number that is none.
            raise refusals.broken() from None

    def _start(self, name: str, attributes: Attributes) -> None:
        self.depth += 1
        handler = self._starts[name]
        if handler is not None:
            handler(attributes)

    def _end(self, name: str) -> None:
        handler = self._ends[name]
        if handler is not None:
            handler()
        self.depth -= 1

    def _prefix(self, prefix: str | None, _uri: str) -> None:
        self._prefixes.add(prefix)
        if len(self._prefixes) > _MAX_PREFIXES:
            raise refusals.broken()

    def _refuse_doctype(self, *_declaration: object) -> None:
        # Workbooks have none; entities that multiply themselves would be declared there.
        raise refusals.broken()
