"""The sources of a run: their word index at once, their figures, dates and speakers when a rule first asks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from docscan.checking.dossier import Dossier
from docscan.document import Document
from docscan.evidence.figures import Amount, amount, supports
from docscan.evidence.index import UNKNOWN, Index
from docscan.evidence.words import Word, find_words
from docscan.records import Quote, Related

_SAME_SENTENCE = 0.55  # share of weight that makes a passage the counterpart of a sentence
_OCCURRENCES = 10  # places of one quotation that are compared
_REACH = (0.6, 1.6)  # how far off a figure may be and still round to another


class Known(NamedTuple):
    """A figure of the sources and where it stands."""

    value: float
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
        self._quotes: dict[int, tuple[Quote, ...]] = {}

    def prepare(self, *, figures: bool) -> Sources:
        """Build now what is built on first use otherwise, so that forked workers share it."""
        _ = self.index.places
        if figures:
            _ = self._figures
        return self

    # -- figures and dates ------------------------------------------------------------------------------------

    @cached_property
    def _figures(self) -> tuple[list[Known], list[Stated]]:
        """Every figure by value and every date in order; the analysers' own records are not kept."""
        known: list[Known] = []
        dates: list[Stated] = []
        for order, document in enumerate(self.index.documents):
            for number in Dossier(_fresh(document)).numbers:
                where = (order, number.start, number.end, number.text)
                if number.kind in ("date", "time"):
                    dates.append(Stated(number.date or number.text, *where))
                elif found := amount(number):
                    ends = {found.value, found.low, found.high} - {None, float("inf"), float("-inf")}
                    known.extend(Known(v, found, *where) for v in ends if v is not None)
        known.sort(key=lambda k: (k.value, k.order, k.start))
        return known, dates

    @cached_property
    def _values(self) -> list[float]:
        return [known.value for known in self._figures[0]]

    @cached_property
    def dates(self) -> dict[int, list[Stated]]:
        """The dates of each source document."""
        found: dict[int, list[Stated]] = {}
        for stated in self._figures[1]:
            found.setdefault(stated.order, []).append(stated)
        return found

    def figure(self, claimed: Amount) -> Known | None:
        """A figure of the sources that supports `claimed`."""
        centre = claimed.low if claimed.value is None else claimed.value
        if abs(centre) == float("inf"):
            centre = claimed.high
        scale = 100.0 if claimed.kind in ("fraction", "percent") else 1.0  # a half is 50 percent
        reach = sorted(centre * r for r in (_REACH[0] / scale, _REACH[0], _REACH[1], _REACH[1] * scale))
        high = reach[-1] if claimed.value is not None else max(reach[-1], claimed.high)
        known = self._figures[0]
        for i in range(bisect_left(self._values, reach[0]), len(known)):
            if known[i].value > high:
                return None
            if supports(known[i].amount, claimed):
                return known[i]
        return None

    def figures_in(self, order: int, start: int, end: int) -> list[Known]:
        """The figures of source document `order` that overlap [start, end), each once."""
        found = {(k.start, k.end): k for k in self._by_document.get(order, ()) if k.start < end and k.end > start}
        return [found[key] for key in sorted(found)]

    @cached_property
    def _by_document(self) -> dict[int, list[Known]]:
        found: dict[int, list[Known]] = {}
        for known in self._figures[0]:
            found.setdefault(known.order, []).append(known)
        return found

    def dates_in(self, order: int, start: int, end: int) -> list[Stated]:
        """The dates of source document `order` that overlap [start, end)."""
        return [d for d in self.dates.get(order, ()) if d.start < end and d.end > start]

    # -- quotations -------------------------------------------------------------------------------------------

    def quotes_at(self, document: Document, start: int, end: int) -> list[Quote]:
        """The quotations of a source document that overlap [start, end)."""
        if id(document) not in self._quotes:
            self._quotes[id(document)] = Dossier(_fresh(document)).quotes
        return [q for q in self._quotes[id(document)] if q.start < end and q.end > start]

    def occurrences(self, text: str, start: int, end: int) -> list[tuple[Document, int, int]]:
        """Where the words of text[start:end] stand exactly: the first few places."""
        numbers = self.index.numbers(w.text for w in find_words(text, start, end))
        return [self.index.span(at, at + len(numbers)) for at in self.index.find(numbers, limit=_OCCURRENCES)]

    # -- passages ---------------------------------------------------------------------------------------------

    def counterpart(self, dossier: Dossier, start: int, end: int) -> Counterpart:
        """What [start, end) of our document is in the passage closest to its sentence."""
        low, high = dossier.sentence(start)
        aligned: _Aligned = dossier.keep(
            f"aligned {low}", lambda: _Aligned(self.index, find_words(dossier.document.masked, low, high))
        )
        return aligned.counterpart(start, end)

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


def _fresh(document: Document) -> Document:
    """The same text without what has been computed of it, so that it does not stay in memory."""
    return Document(document.text, path=document.path, id=document.id, masked=document.masked)


__all__ = ["Counterpart", "Known", "Sources", "Stated"]
