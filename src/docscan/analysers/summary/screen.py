"""The screen of one document: what a reader would tell after reading it, every statement with its line.

At most 24 lines of 80 columns: each section has a budget of characters, and what does not fit is left out whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from docscan.analysers.summary.corpus import source_name
from docscan.records import KeySentence, KeyTerm, NameCount, NotableFigure, Passage, Summary, Title, Voice
from docscan.registry import Result
from docscan.text.readability import ease_in_words
from docscan.text.stems import singular
from docscan.views import Cell, Line, View, counted

_COLUMN = 64  # characters of a text line beside the margin, at 80 columns
_WIDTH = 80
_PATH = 44  # characters of a path
_SHORTEST_DATE = 8  # characters for which a date line is worth showing
_KEY_SENTENCES = 3
_TRIED = 8  # items of a section that may be shown
_SEPARATOR = " · "
_REFERENCE = re.compile(r"&#?\w{1,31};")  # a character written by name or number


def screen_views(result: Result, first: bool = True) -> Iterator[View]:
    """The lines of one screen."""
    summary: Summary = result.findings
    if not first:
        yield Line("")
    yield from _head(result, summary)
    if summary.lead:
        yield Line(_passage(result, summary.lead, 3), "Lead")
    lead = summary.lead.start if summary.lead else -1
    best = [key for key in summary.key_sentences if key.start != lead][:_KEY_SENTENCES]
    for i, key in enumerate(sorted(best, key=lambda key: key.start)):
        yield Line(_passage(result, key, 2), "Key" if i == 0 else " ")
    for label, items, lines in _sections(result, summary):
        joined = _join(items, lines * _COLUMN - 12 * (lines - 1))
        if joined.parts:
            yield Line(joined, label)
    for warning in summary.warnings[:2]:
        yield Line(Cell(_cut(warning, _COLUMN), "warn"), "Note")


def _sections(result: Result, summary: Summary) -> Iterator[tuple[str, Iterable[Cell], int]]:
    """The lists of the screen: label, items, lines at most."""
    yield "Voices", map(_voice, summary.speakers), 2
    yield "Names", map(_name, summary.entities), 2
    yield "Figures", (_figure(result, n) for n in summary.numbers), 2
    yield "Dates", (_figure(result, n) for n in summary.dates), 1
    yield "Terms", (_item(t.term, "", t.line) for t in _telling_terms(summary)), 2


def _telling_terms(summary: Summary) -> Iterator[KeyTerm]:
    """The terms that are no names, a word within the phrase that it heads or else begins, each once."""
    named = {name.name.lower() for name in summary.entities}
    terms = [
        (term, [singular(word.lower()) for word in term.term.split()])
        for term in summary.key_terms
        if term.term.lower() not in named and not all(word[:1].isupper() for word in term.term.split())
    ]
    said: set[str] = set()
    for term, words in terms:
        if len(words) == 1:
            fuller = (t for at in (-1, 0) for t in terms if len(t[1]) > 1 and t[1][at] == words[0])
            term, words = next(fuller, (term, words))
        if 2 * len(said.intersection(words)) < len(words):
            said.update(words)
            yield term


def _head(result: Result, summary: Summary) -> Iterator[View]:
    """Title, path, counts and readability."""
    if summary.title:
        yield Line(Cell(_cut(_read(result, summary.title), 2 * _COLUMN), "heading"))
    where = _cut(source_name(result), _PATH)
    read = f"{_SEPARATOR}{_minutes(summary.reading_time.silent_s)} to read"
    room = _WIDTH - len(where) - len(read) - len(_SEPARATOR)
    dated = ""
    if summary.dateline and room > _SHORTEST_DATE:
        dated = _SEPARATOR + _cut(_read(result, summary.dateline), room)
    yield Line(Cell(where + dated + read, "muted"), wrap=False)
    counts = summary.counts
    size = ((counts.words, "word"), (counts.sentences, "sentence"), (counts.paragraphs, "paragraph"))
    sizes = ", ".join(counted(n, what) for n, what in size)
    yield Line(f"{sizes}{_SEPARATOR}{text_of_readability(summary)}")


def text_of_readability(summary: Summary) -> str:
    """Flesch's ease in words, the grade, and a caution where the text is too short."""
    reading = summary.readability
    if reading.flesch_reading_ease is None or reading.flesch_kincaid_grade is None:
        return "no running text to measure"
    ease = f"Flesch {reading.flesch_reading_ease:.0f} {ease_in_words(reading.flesch_reading_ease)}"
    caution = "" if reading.reliable else " (short)"
    return f"{ease}, grade {max(reading.flesch_kincaid_grade, 0):.0f}{caution}"


def _read(result: Result, place: Title | Passage | KeySentence | NotableFigure) -> str:
    """The words of a place as a reader sees them, without markup: blanks for tags, characters for references."""
    if not result.masked:
        return place.text
    seen = result.masked[place.start : place.end]
    read, last = [], 0
    for m in _REFERENCE.finditer(place.text):
        shown = seen[m.start() : m.end()]
        if shown != m.group():
            read += [seen[last : m.start()], shown.strip() or " "]
            last = m.end()
    return "".join([*read, seen[last:]])


def _passage(result: Result, place: Passage | KeySentence, lines: int) -> Cell:
    words = _cut(_read(result, place), lines * _COLUMN - 8)
    return Cell(parts=(Cell(words, "text"), Cell(f" [{place.line}]", "muted")))


def _voice(v: Voice) -> Cell:
    words = f", {counted(v.words, 'word')}" if v.words else ""
    return _item(v.name, f" {counted(v.quotes, 'quote')}{words}", v.line, "name")


def _name(n: NameCount) -> Cell:
    return _item(n.name, f" {n.count}" if n.count > 1 else "", n.line, "name")


def _figure(result: Result, n: NotableFigure) -> Cell:
    link = " of " if (result.masked or result.text or "").startswith(" of ", n.end) else " "
    return _item(_cut(_read(result, n), 40), f"{link}{_cut(n.of, 30)}" if n.of else "", n.line, "figure")


def _item(text: str, detail: str, line: int, style: str = "") -> Cell:
    return Cell(parts=(Cell(_cut(text, 50), style), Cell(detail), Cell(f" [{line}]", "muted")))


def _join(items: Iterable[Cell], budget: int) -> Cell:
    """The first items that fit into `budget` characters; one that does not gives way to shorter ones."""
    parts: list[Cell] = []
    for item in islice(items, _TRIED):
        length = sum(len(part.text) for part in item.parts) + len(_SEPARATOR)
        if length <= budget:
            budget -= length
            parts += [Cell(_SEPARATOR, "muted"), item] if parts else [item]
    return Cell(parts=tuple(parts))


def _cut(text: str, most: int) -> str:
    """`text` on one line, cut at a word after at most `most` characters."""
    flat = " ".join(text[: 4 * most].split())
    return flat if len(flat) <= most else flat[: most - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _minutes(seconds: int) -> str:
    return f"{seconds} s" if seconds < 60 else f"{seconds // 60} min {seconds % 60} s"
