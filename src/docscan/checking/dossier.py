"""A document with what the analysers found in it, each asked once and only when a rule wants to know."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from typing import Any, NamedTuple

from docscan.document import Document
from docscan.records import Entity, Number, Quote, Related
from docscan.registry import analyser

_CONTEXT = 40  # code points on either side that tell one occurrence from another
_SHOWN = 200
_SPACE = re.compile(r"\s+")


class Place(NamedTuple):
    """Somewhere in a document, with all that an issue needs once the document is gone.

    `digest` is a hash of the words and their surroundings, `name` path and id, `order` the document's place in
    the run (set when the documents are put together: a worker does not know it).
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    digest: str
    name: str = ""
    order: int = 0

    @property
    def where(self) -> str:
        """Document and line, for messages."""
        return f"{self.name}:{self.line}"

    def related(self, message: str) -> Related:
        """This place as the other side of an issue."""
        return Related(self.path, self.start, self.end, self.line, message)


class Remark(NamedTuple):
    """What a rule has to say about a place; the flow makes an issue of it."""

    place: Place
    message: str
    related: tuple[Related, ...] = ()


def name_of(document: Document) -> str:
    """How messages call a document: its path, and its id where a file holds many."""
    return document.path if document.id is None else f"{document.path}[{document.id}]"


def _normal(text: str) -> str:
    return _SPACE.sub(" ", text).casefold().strip()


class Dossier:
    """One document under examination."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._kept: dict[str, Any] = {}

    def keep(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once: for what several rules ask of the same document."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def place(self, start: int, end: int) -> Place:
        """The place [start, end) of this document."""
        text = self.document.text
        shown = text[start : min(end, start + _SHOWN)]
        around = (text[max(0, start - _CONTEXT) : start], shown, text[end : end + _CONTEXT])
        digest = blake2b("\x1f".join(map(_normal, around)).encode("utf-8", "surrogatepass"), digest_size=16)
        position = self.document.position
        return Place(self.document.path, start, end, *position(start), *position(end), shown, digest.hexdigest(),
                     name_of(self.document))  # fmt: skip

    def remark(self, start: int, end: int, message: str, *related: Related) -> Remark:
        """A remark about [start, end)."""
        return Remark(self.place(start, end), message, related)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What `docscan quotes` finds."""
        found: tuple[Quote, ...] = self._ask("quotes")
        return found

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """What `docscan numbers` finds."""
        found: tuple[Number, ...] = self._ask("numbers")
        return found

    @cached_property
    def identifiers(self) -> tuple[Number, ...]:
        """The figures that only name something: Article 50, flight 370."""
        found = analyser("numbers").find(self.document, all=True)
        return tuple(n for n in found if n.kind == "identifier")

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """What `docscan entities` finds."""
        found: tuple[Entity, ...] = self._ask("entities")
        return found

    def _ask(self, name: str) -> Any:
        return analyser(name).find(self.document)

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that holds `offset`, else the nearest one before it."""
        sentences = self.document.sentences
        if not sentences:
            return 0, len(self.document.text)
        start, end = sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]
        return start, end

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.document.sentences]
