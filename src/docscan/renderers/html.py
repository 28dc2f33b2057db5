"""The report: one self-contained HTML page, no script, nothing loaded from anywhere.

The text is cut at every boundary of a finding, so that a name inside a quotation inside a figure's clause is
marked three times without nesting elements that cross.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from docscan import __version__
from docscan.console import visible
from docscan.document import Document
from docscan.records import Entity, Failure, Number, Quote
from docscan.registry import analyser

_HERE = Path(__file__).parent
_GAP = re.compile(r"\s*\n\s*\n\s*")  # what blanked markup leaves between paragraphs
_NOBODY = "no speaker named"


class Mark(NamedTuple):
    """A finding's place in the text: the layer it belongs to, where a link to it leads, what a pointer shows."""

    start: int
    end: int
    layer: str  # quote | reported | name | figure
    anchor: str
    about: str


class Segment(NamedTuple):
    """A stretch of text under the same marks; `anchors` are those that begin here."""

    text: str
    layers: str
    about: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """One document as a section of the page."""

    title: str
    counts: tuple[int, int, int]  # quotes, names, figures
    section: str
    anchor: str


def segments(text: str, marks: Sequence[Mark]) -> Iterator[Segment]:
    """`text` cut wherever a mark begins or ends; the segments together are the text. Linear in both."""
    changes: dict[int, list[Mark]] = {0: [], len(text): []}
    for mark in marks:
        changes.setdefault(mark.start, []).append(mark)
        changes.setdefault(mark.end, []).append(mark)
    open_marks: dict[Mark, None] = {}
    cuts = sorted(changes)
    for start, end in pairwise(cuts):
        beginning = []
        for mark in changes[start]:
            if mark.start == start and mark.end > start:
                open_marks[mark] = None
                beginning.append(mark.anchor)
            else:
                open_marks.pop(mark, None)
        layers = " ".join(dict.fromkeys(mark.layer for mark in open_marks))
        about = " · ".join(mark.about for mark in open_marks)
        yield Segment(visible(text[start:end]), layers, visible(about, one_line=True), tuple(beginning))


def portray(document: Document) -> Portrait:
    """The section of one document: its text with all that was found, and the tables that lead into it."""
    quotes: tuple[Quote, ...] = analyser("quotes").find(document)
    names: tuple[Entity, ...] = analyser("entities").find(document)
    figures: tuple[Number, ...] = analyser("numbers").find(document)
    anchor = "d" + sha256(f"{document.path}\0{document.id}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
    title = visible(document.path if document.id is None else f"{document.path} [{document.id}]", one_line=True)
    marks = [
        *_quote_marks(quotes, anchor),
        *_name_marks(names, anchor),
        *(Mark(n.start, n.end, "figure", f"{anchor}f{n.start}-{n.end}", _figure(n)) for n in figures),
    ]
    section = _environment().get_template("report_section.html.jinja")
    filled = section.render(
        anchor=anchor,
        title=title,
        warnings=document.warnings,
        running=document.masked != document.text,
        segments=segments(document.masked, marks),
        words=lambda span: " ".join(document.masked[span.start : span.end].split()),
        speakers=by_speaker(quotes),
        names=names,
        figures=figures,
    )
    return Portrait(title, (len(quotes), len(names), len(figures)), filled, anchor)


def _quote_marks(quotes: Iterable[Quote], anchor: str) -> Iterator[Mark]:
    for quote in quotes:
        who = quote.speaker.name if quote.speaker else _NOBODY
        layer = "reported" if quote.kind == "indirect" else "quote"
        yield Mark(quote.start, quote.end, layer, f"{anchor}q{quote.start}-{quote.end}", f"{quote.kind} quote, {who}")


def _name_marks(names: Iterable[Entity], anchor: str) -> Iterator[Mark]:
    for name in names:
        for mention in name.mentions:
            about = f"{name.label} {name.name}"
            yield Mark(mention.start, mention.end, "name", f"{anchor}n{mention.start}", about)


def _places(name: Entity) -> list[tuple[int, int]]:
    """The lines that name it, each with the first mention there."""
    lines: dict[int, int] = {}
    for mention in name.mentions:
        lines.setdefault(mention.line, mention.start)
    return list(lines.items())


def _figure(number: Number) -> str:
    unit = number.currency or number.unit
    parts = [number.kind, number.date or _bounds(number), unit, f"of {number.of}" if number.of else None]
    return " ".join(part for part in parts if part)


def _bounds(number: Number) -> str:
    if number.value is not None:
        return str(number.value)
    low, high = ("…" if end is None else str(end) for end in (number.low, number.high))
    return "" if low == high == "…" else f"{low}–{high}"


def by_speaker(quotes: Iterable[Quote]) -> list[tuple[str, list[Quote]]]:
    """Speakers with their quotations, those who say most first; quotations of nobody last."""
    said: dict[str | None, list[Quote]] = {}
    for quote in quotes:
        said.setdefault(quote.speaker.name if quote.speaker else None, []).append(quote)
    ranked = sorted(said.items(), key=lambda item: (item[0] is None, -len(item[1]), item[1][0].start))
    return [(_NOBODY if name is None else name, quotes) for name, quotes in ranked]


def page(portraits: Sequence[Portrait], failures: Sequence[Failure]) -> Iterator[str]:
    """The whole page, part by part."""
    style = (_HERE / "report.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    frame = _environment().get_template("report.html.jinja")
    shown = [(visible(f.path, one_line=True), visible(f.message, one_line=True)) for f in failures]
    whole = frame.render(version=__version__, style=style, digest=digest, portraits=portraits, failures=shown)
    head, _, tail = whole.partition("<!-- sections -->")
    yield head
    for portrait in portraits:
        yield portrait.section
    yield tail


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["visible"] = lambda text: visible(str(text), one_line=True)
    environment.filters["figure"] = _figure
    environment.filters["flowing"] = lambda text: _GAP.sub("\n\n", text)
    environment.filters["places"] = _places
    return environment
