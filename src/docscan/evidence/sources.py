"""The sources of a run: their word index at once, their figures, dates and speakers when a rule first asks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from math import isfinite
from typing import NamedTuple, TypeVar

from docscan.checking.dossier import Dossier, name_of
from docscan.document import Document
from docscan.evidence.dates import supported
from docscan.evidence.figures import Amount, amount, supports
from docscan.evidence.index import UNKNOWN, Index
from docscan.evidence.words import Word, find_words
from docscan.records import Quote, Related

_SAME_SENTENCE = 0.55  # share of weight that makes a passage the counterpart of a sentence
OCCURRENCES = 10  # places of one quotation that are compared, at most
_REACH = 0.4  # how far off a figure may be and still round to another
_LOOKED_AT = 20_000  # different amounts within reach that are looked at
_LONGEST = 10_000  # code points of a quotation
_WHOLE = 200_000  # code points up to which a source is read as a whole to find its speakers
_STRETCH = 50_000  # code points of a longer one that are read together …
_AROUND = 4_000  # … and on either side


class Known(NamedTuple):
    """A figure of the sources and where it stands."""

    amount: Amount
    order: int
    start: int
    end: int
    text: str


class Stated(NamedTuple):
    """A date of the sources (EDTF) and where it stands."""

    date: str
    order: int
    start: int
    end: int
    text: str


class Counterpart(NamedTuple):
    """What a stretch of ours is in the closest passage of the sources.

    `same`: its words are there too; else the words [start, end) of the source document number `order` stand in
    its place between the same neighbours, or nothing is known (`order` negative).
    """

    same: bool
    order: int = -1
    start: int = 0
    end: int = 0


class Sources:
    """Texts that others must be true to."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.index = Index(documents)
        self._quotes: dict[tuple[int, int], list[Quote]] = {}

    def prepare(self, *, figures: bool) -> Sources:
        """Build now what is built on first use otherwise, so that forked workers share it."""
        _ = self.index.places
        if figures:
            _ = self._by_value
        return self

    # -- figures and dates ------------------------------------------------------------------------------------

    @cached_property
    def _stated(self) -> tuple[dict[int, list[Known]], dict[int, list[Stated]]]:
        """The figures and the dates of each document, in order; the analysers' own records are not kept."""
        figures: dict[int, list[Known]] = {}
        dates: dict[int, list[Stated]] = {}
        for order, document in enumerate(self.index.documents):
            for number in Dossier(_fresh(document)).numbers:
                where = (order, number.start, number.end, number.text)
                if number.kind in ("date", "time"):
                    dates.setdefault(order, []).append(Stated(number.date or number.text, *where))
                elif found := amount(number):
                    figures.setdefault(order, []).append(Known(found, *where))
        return figures, dates

    @cached_property
    def _by_value(self) -> tuple[list[float], list[Known]]:
        """Every different amount once, under its value and the ends of its range, sorted."""
        first: dict[Amount, Known] = {}
        for figures in self._stated[0].values():
            for known in figures:
                first.setdefault(known.amount, known)
        filed = [(value, known) for known in first.values() for value in _ends(known.amount)]
        filed.sort(key=lambda pair: (pair[0], pair[1].order, pair[1].start))
        return [value for value, _ in filed], [known for _, known in filed]

    def figure(self, claimed: Amount) -> Known | None:
        """A figure of the sources that supports `claimed`."""
        values, figures = self._by_value
        for low, high in _reaches(claimed):
            at = bisect_left(values, low)
            for i in range(at, min(len(values), at + _LOOKED_AT)):
                if values[i] > high:
                    break
                if supports(figures[i].amount, claimed):
                    return figures[i]
        return None

    def figures_in(self, order: int, start: int, end: int) -> list[Known]:
        """The figures of source document `order` that overlap [start, end)."""
        return _overlapping(self._stated[0].get(order, []), start, end)

    def has_date(self, claimed: str) -> bool:
        """Whether the dates of one source document support `claimed`."""
        return any(claimed in dates for dates in self.dates) or any(supported(claimed, d) for d in self.dates)

    @cached_property
    def dates(self) -> list[frozenset[str]]:
        """The different dates of each source document that has any."""
        return [frozenset(stated.date for stated in dates) for dates in self._stated[1].values()]

    def dates_in(self, order: int, start: int, end: int) -> list[Stated]:
        """The dates of source document `order` that overlap [start, end)."""
        return _overlapping(self._stated[1].get(order, []), start, end)

    # -- quotations -------------------------------------------------------------------------------------------

    def quotes_at(self, document: Document, start: int, end: int) -> list[Quote]:
        """The quotations of a source document that overlap [start, end); a long one is read in stretches."""
        stretch = start // _STRETCH if len(document.text) > _WHOLE else -1
        key = (id(document), stretch)
        if key not in self._quotes:
            self._quotes[key] = _quotes_of(document) if stretch < 0 else _quotes_around(document, stretch)
        return _overlapping(self._quotes[key], start, end)

    def occurrences(self, text: str, start: int, end: int) -> list[tuple[Document, int, int]]:
        """Where the words of text[start:end] stand exactly: the first few places."""
        numbers = self.index.numbers(w.text for w in find_words(text, start, end))
        return [self.index.span(at, at + len(numbers)) for at in self.index.find(numbers, limit=OCCURRENCES)]

    # -- passages ---------------------------------------------------------------------------------------------

    def counterpart(self, dossier: Dossier, start: int, end: int) -> Counterpart:
        """What [start, end) of our document is in the passage closest to its sentence."""
        low, high = dossier.sentence(start)
        aligned: _Aligned = dossier.keep(
            f"aligned {low}", lambda: _Aligned(self.index, find_words(dossier.document.masked, low, high))
        )
        return aligned.counterpart(start, end)

    def where(self, order: int, start: int) -> str:
        """Document and line of a place, for messages."""
        document = self.index.documents[order]
        return f"{name_of(document)}:{document.line(start)}"

    def related(self, order: int, start: int, end: int, message: str) -> Related:
        """A place in source document `order` as the other side of an issue."""
        document = self.index.documents[order]
        return Related(document.path, start, end, document.line(start), message)


class _Aligned:
    """One sentence beside its closest passage."""

    def __init__(self, index: Index, words: Sequence[Word]) -> None:
        self.index, self.words = index, words
        numbers = index.numbers(w.text for w in words)
        exact = index.find(numbers)
        self.exact = bool(exact)
        match = None if exact else next(iter(index.nearest(numbers)), None)
        self.match = match if match and match.score >= _SAME_SENTENCE else None
        self.matched = {i for i, _ in self.match.pairs} if self.match else set()

    def counterpart(self, start: int, end: int) -> Counterpart:
        """What our [start, end) is there."""
        inside = [i for i, w in enumerate(self.words) if w.start < end and w.end > start]
        if self.exact or not inside:
            return Counterpart(self.exact)
        if self.match is None:
            return Counterpart(False)
        if all(i in self.matched for i in inside) and self._is_together(inside):
            return Counterpart(True)
        return self._replaced(inside)

    def _is_together(self, inside: Sequence[int]) -> bool:
        """Whether words that are neighbours here are neighbours there."""
        assert self.match is not None
        places = dict(self.match.pairs)
        return places[inside[-1]] - places[inside[0]] <= 2 * len(inside)

    def _replaced(self, inside: Sequence[int]) -> Counterpart:
        """The words that stand there between the same neighbours."""
        assert self.match is not None
        for change in self.index.changes(self.match, len(self.words)):
            ours = change.start <= inside[-1] and change.end > inside[0]
            there = self.index.words[change.their_start : change.their_end]
            if ours and 0 < len(there) <= 2 * (change.end - change.start) + 3 and UNKNOWN not in there:
                _, start, end = self.index.span(change.their_start, change.their_end)
                return Counterpart(False, self.index.document(change.their_start), start, end)
        return Counterpart(False)


def _quotes_of(document: Document) -> list[Quote]:
    return sorted(Dossier(_fresh(document)).quotes, key=lambda q: q.start)


def _quotes_around(document: Document, stretch: int) -> list[Quote]:
    """The quotations of one stretch and the paragraphs on either side, placed in the whole document."""
    start, end, text = stretch * _STRETCH, (stretch + 1) * _STRETCH, document.text
    low = max(text.rfind("\n", 0, max(0, start - _AROUND)) + 1, start - 2 * _AROUND, 0)
    high = min(max(text.find("\n", end + _AROUND), end + _AROUND), end + 2 * _AROUND, len(text))
    found = _quotes_of(Document(text[low:high], masked=document.masked[low:high]))
    return [replace(q, start=q.start + low, end=q.end + low, line=document.line(q.start + low)) for q in found]


_Placed = TypeVar("_Placed", Known, Stated, Quote)


def _overlapping(placed: list[_Placed], start: int, end: int) -> list[_Placed]:
    """Those of `placed`, sorted by start, that overlap [start, end)."""
    found = []
    for i in range(bisect_left(placed, start - _LONGEST, key=lambda p: p.start), len(placed)):
        if placed[i].start >= end:
            break
        if placed[i].end > start:
            found.append(placed[i])
    return found


def _ends(stated: Amount) -> list[float]:
    """The finite values under which an amount is filed."""
    ends = {stated.value, stated.low, stated.high} - {None}
    return sorted(v for v in ends if v is not None and isfinite(v))


def _reaches(claimed: Amount) -> list[tuple[float, float]]:
    """The stretches of values in which support may be found, the exact value first."""
    centres = _ends(claimed)
    if claimed.kind in ("fraction", "percent"):  # a half is 50 percent
        centres += [v * (100 if claimed.kind == "fraction" else 0.01) for v in centres]
    exact = [(v - 1e-9 * abs(v), v + 1e-9 * abs(v)) for v in centres]
    if claimed.value is None:
        return [*exact, (min(centres), max(centres))] if centres else []
    if claimed.approx or claimed.spelled or claimed.bound != "exact":
        size = _REACH * abs(claimed.value)
        exact.append((claimed.value - size, claimed.value + size))
    return exact


def _fresh(document: Document) -> Document:
    """The same text without what has been computed of it, so that it does not stay in memory."""
    return Document(document.text, path=document.path, id=document.id, masked=document.masked)


__all__ = ["Counterpart", "Known", "Sources", "Stated"]
