"""docscan: who said what, which figures and which names stand in a text, with exact offsets."""

from __future__ import annotations

TYPE_CHECKING = False  # loading typing would double the time of `docscan --version`
if TYPE_CHECKING:
    from typing import Any

    from docscan.document import Document as Document
    from docscan.exits import DocscanError as DocscanError
    from docscan.records import Entity as Entity, Number as Number, Quote as Quote, Summary as Summary

__version__ = "0.1.0"

_HOMES = {
    "Document": "document",
    "DocscanError": "exits",
    **dict.fromkeys(("Entity", "Number", "Quote", "Summary"), "records"),
}


def __getattr__(name: str) -> Any:
    # loaded on first use: `docscan --version` needs none of it
    if name not in _HOMES:
        raise AttributeError(f"module 'docscan' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"docscan.{_HOMES[name]}"), name)


def read(path: str, **how: Any) -> Document:
    """The document in the file at `path`, decoded and its markup masked as on the command line.

    `how` takes `input_format` ("auto", "text", "markdown", "html"), `encoding` and `max_size` (bytes).
    DocscanError if it cannot be read, or is JSON Lines: those hold many documents, see `docscan.pipeline`.
    """
    from docscan.reading.pieces import read_document

    return read_document(str(path), **how)


def _find(name: str, document: Document | str, options: dict[str, Any]) -> Any:
    from docscan.document import Document
    from docscan.registry import analyser

    return analyser(name).find(Document(document) if isinstance(document, str) else document, **options)


def quotes(document: Document | str, **options: Any) -> tuple[Quote, ...]:
    """Every quotation of `document`: direct, mixed and indirect, with speaker and cue."""
    found: tuple[Quote, ...] = _find("quotes", document, options)
    return found


def numbers(document: Document | str, **options: Any) -> tuple[Number, ...]:
    """Every figure of `document`: kind, value, bounds, unit and what it counts."""
    found: tuple[Number, ...] = _find("numbers", document, options)
    return found


def entities(document: Document | str, **options: Any) -> tuple[Entity, ...]:
    """Every named person, organisation, place … of `document` under its canonical name."""
    found: tuple[Entity, ...] = _find("entities", document, options)
    return found


def summary(document: Document | str, **options: Any) -> Summary:
    """What `document` says, how it reads and who speaks in it."""
    found: Summary = _find("summary", document, options)
    return found
