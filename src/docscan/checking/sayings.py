"""Quotations of a corpus as small facts, and which of them are one quotation in two texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docscan.checking.dossier import Dossier, Place
from docscan.checking.people import is_name
from docscan.evidence.words import find_words

_SHINGLE = 4  # words that two versions of a quotation share in a row
_CROWD = 20  # versions that are compared with one another


class Saying(NamedTuple):
    """One quotation: its folded words in one string, and who said it where a name is known."""

    place: Place
    text: str
    speaker: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words; apart they would take many times the memory."""
        return tuple(self.text.split("\t"))


def find_sayings(dossier: Dossier, shortest: int) -> Iterator[Saying]:
    """The quotations of at least `shortest` words, in order."""
    for quote in dossier.quotes:
        if quote.kind == "indirect":
            continue
        words = [w.text for w in find_words(dossier.document.masked, quote.start, quote.end)]
        if len(words) >= shortest:
            speaker = quote.speaker.name if quote.speaker and is_name(quote.speaker.name) else ""
            yield Saying(dossier.place(quote.start, quote.end), "\t".join(words), speaker)


def sharing(sayings: Iterable[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Pairs (later, earlier) of different documents that have some words in a row in common, each pair once."""
    shelves: dict[tuple[str, ...], list[int]] = {}
    known = list(sayings)
    for i, saying in enumerate(known):
        partners: set[int] = set()
        words = saying.words
        for at in range(len(words) - _SHINGLE + 1):
            shelf = shelves.setdefault(words[at : at + _SHINGLE], [])
            partners.update(shelf)
            if len(shelf) < _CROWD and (not shelf or shelf[-1] != i):
                shelf.append(i)
        for j in sorted(partners - {i}):
            if known[j].place.order != saying.place.order:
                yield saying, known[j]
