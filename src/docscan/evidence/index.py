"""The word index over the sources: built once, linear in their size, asked for exact and for near sequences.

Per word of the sources it holds a 4-byte number and a 4-byte place in that word's list of places; offsets are
not stored but found again inside one chunk of at most 4,096 characters, so 100 MB of sources take about as much
again as their text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from heapq import nlargest
from math import log
from typing import Any, NamedTuple

from docscan.document import Document
from docscan.evidence.alignment import Change, align, changes
from docscan.evidence.words import Word, chunks, fold, pattern

UNKNOWN = 0  # a word that no source has; also stands between documents
_BUDGET = 20_000  # places looked at for one question
_WINDOWS = 6  # candidate places that are aligned
_REMEMBERED = 1_000  # answers, and chunks whose offsets are known, that are kept at hand
_LONGEST = 400  # words of a question that are aligned in one go


class Match(NamedTuple):
    """Where a sequence comes closest: source words [start, end), aligned pairs (ours, place), share of weight."""

    start: int
    end: int
    pairs: tuple[tuple[int, int], ...]
    score: float


class _Numbers(dict[str, int]):
    """Raw word → number of its folded form, given out on first sight."""

    def __init__(self) -> None:
        self.folded: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        form = fold(word)
        number = self[word] = self.folded.setdefault(form, len(self.folded) + 1)
        return number


class Index:
    """The words of `documents` in order, numbered; places are indexes into `words`."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: list[Document] = []
        self.words = array("I", [UNKNOWN])
        self._numbers = _Numbers()
        self._kept: dict[str, Any] = {}
        self._found: dict[tuple[tuple[int, ...], int], list[int]] = {}
        self._read: dict[int, list[tuple[int, int]]] = {}
        self._chunk_words = array("Q")  # place of each chunk's first word
        self._chunk_spans: list[tuple[int, int, int]] = []  # document, start, end
        for document in documents:
            self._add(document)

    def _add(self, document: Document) -> None:
        find, number = pattern().findall, self._numbers.__getitem__
        order = len(self.documents)
        self.documents.append(document)
        for start, end in chunks(document.masked):
            self._chunk_words.append(len(self.words))
            self._chunk_spans.append((order, start, end))
            self.words.extend(map(number, find(document.masked[start:end])))
        self.words.append(UNKNOWN)

    @cached_property
    def places(self) -> list[array[int]]:
        """For each word number the places where it stands, ascending."""
        found = [array("I") for _ in range(len(self._numbers.folded) + 1)]
        adds = [places.append for places in found]
        for place, number in enumerate(self.words):
            adds[number](place)
        return found

    def numbers(self, words: Iterable[str]) -> list[int]:
        """The numbers of folded words; UNKNOWN for one that no source has."""
        known = self._numbers.folded
        return [known.get(word, UNKNOWN) for word in words]

    def count(self, number: int) -> int:
        """How often the word stands in the sources."""
        return len(self.places[number]) if number != UNKNOWN else 0

    def weight(self, number: int) -> float:
        """How much a word tells: a rare one more than a common one; an unknown one most."""
        return log(2 + len(self.words) / (1 + self.count(number)))

    def stems(self, letters: int) -> dict[str, list[int]]:
        """The numbers of the words that begin with each `letters` letters."""
        found: dict[str, list[int]] = self.kept(f"stems {letters}", lambda index: index._make_stems(letters))
        return found

    def _make_stems(self, letters: int) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for word, number in self._numbers.folded.items():
            found.setdefault(word[:letters], []).append(number)
        return found

    def kept(self, name: str, make: Callable[[Index], Any]) -> Any:
        """What `make` says of this index, made once."""
        if name not in self._kept:
            self._kept[name] = make(self)
        return self._kept[name]

    def document(self, place: int) -> int:
        """Which document holds `place`."""
        return self._chunk_spans[self._chunk(place)][0]

    def _chunk(self, place: int) -> int:
        return bisect_right(self._chunk_words, place) - 1

    def word(self, place: int) -> Word:
        """The word at `place` with its offsets in its document."""
        start, end = self._offsets(place)
        return Word(fold(self.documents[self.document(place)].masked[start:end]), start, end)

    def _offsets(self, place: int) -> tuple[int, int]:
        """Where the word at `place` stands in its document; recently read chunks are remembered."""
        chunk = self._chunk(place)
        if chunk not in self._read:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            order, start, end = self._chunk_spans[chunk]
            # cut out, as when it was counted: a pattern sees other neighbours inside the whole text
            found = pattern().finditer(self.documents[order].masked[start:end])
            self._read[chunk] = [(m.start() + start, m.end() + start) for m in found]
        words = self._read[chunk]
        return words[min(place - self._chunk_words[chunk], len(words) - 1)]

    def span(self, start: int, end: int) -> tuple[Document, int, int]:
        """The document and the offsets of the words [start, end), which stand in one document."""
        return self.documents[self.document(start)], self._offsets(start)[0], self._offsets(max(start, end - 1))[1]

    def find(self, numbers: Sequence[int], low: int = 0, high: int | None = None, limit: int = 1) -> list[int]:
        """Places in [low, high) at which exactly `numbers` begins, at most `limit`."""
        if not numbers or UNKNOWN in numbers:
            return []
        whole = (tuple(numbers), limit) if not low and high is None else None
        if whole is not None and whole in self._found:
            return self._found[whole]
        found = self._find(numbers, low, high, limit)
        if whole is not None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[whole] = found
        return found

    def _find(self, numbers: Sequence[int], low: int, high: int | None, limit: int) -> list[int]:
        """As `find`; looks at every place of the rarest word."""
        rarest = min(range(len(numbers)), key=lambda i: self.count(numbers[i]))
        wanted, size = array("I", numbers), len(numbers)
        candidates = self.places[numbers[rarest]]
        first = bisect_right(candidates, low + rarest - 1) if low else 0
        found = []
        for i in range(first, len(candidates)):
            at = candidates[i] - rarest
            if high is not None and at >= high:
                break
            if self.words[at : at + size] == wanted:
                found.append(at)
                if len(found) == limit:
                    break
        return found

    def has(self, words: Iterable[Word]) -> bool:
        """Whether the sources have exactly these words somewhere."""
        return bool(self.find(self.numbers(w.text for w in words)))

    def nearest(self, numbers: Sequence[int], slack: int = 12) -> list[Match]:
        """The closest places, best first: candidates by rare words on a common diagonal, then aligned."""
        numbers = numbers[:_LONGEST]
        matches = [self._compare(numbers, at, slack) for at in self._candidates(numbers)]
        return sorted((m for m in matches if m.pairs), key=lambda m: (-m.score, m.end - m.start, m.start))

    def changes(self, match: Match, size: int) -> list[Change]:
        """What differs between a question of `size` words and its match, their side as places."""
        low = max(1, match.start - size)
        room = min(len(self.words), match.end + size) - low
        found = changes([(i, place - low) for i, place in match.pairs], size, room)
        return [Change(c.start, c.end, c.their_start + low, c.their_end + low) for c in found]

    def _candidates(self, numbers: Sequence[int]) -> list[int]:
        """Where `numbers` may begin: diagonals with the most weight of shared words."""
        width = max(16, len(numbers) // 2)
        votes: dict[int, float] = {}
        budget = _BUDGET
        ranked = sorted({n for n in numbers if n != UNKNOWN}, key=self.count)
        offsets: dict[int, int] = {}
        for i, number in enumerate(numbers):
            offsets.setdefault(number, i)
        for number in ranked:
            places = self.places[number]
            if len(places) > budget and votes:
                break
            weight = self.weight(number)
            for place in places[:budget]:
                bucket = (place - offsets[number] + width) // width
                votes[bucket] = votes.get(bucket, 0.0) + weight
            budget -= len(places)
            if budget <= 0:
                break
        joined = {b: v + max(votes.get(b - 1, 0.0), votes.get(b + 1, 0.0)) for b, v in votes.items()}
        best = nlargest(_WINDOWS, joined, key=lambda b: (joined[b], -b))
        return sorted({(b - 1) * width for b in best})

    def _compare(self, numbers: Sequence[int], at: int, slack: int) -> Match:
        """Align `numbers` with the words around `at`, inside one document."""
        width = max(16, len(numbers) // 2)
        low = max(1, at - width - slack)
        high = min(len(self.words), at + len(numbers) + 2 * width + slack)
        window = self.words[low:high]
        pairs = [(i, low + j) for i, j in align(numbers, window) if numbers[i] != UNKNOWN]
        pairs = self._one_document(pairs)
        if not pairs:
            return Match(at, at, (), 0.0)
        total = sum(map(self.weight, numbers))
        score = sum(self.weight(numbers[i]) for i, _ in pairs) / total
        return Match(pairs[0][1], pairs[-1][1] + 1, tuple(pairs), score)

    def _one_document(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The pairs in the document that has most of them."""
        if not pairs or self.document(pairs[0][1]) == self.document(pairs[-1][1]):
            return pairs
        shares: dict[int, list[tuple[int, int]]] = {}
        for pair in pairs:
            shares.setdefault(self.document(pair[1]), []).append(pair)
        return max(shares.values(), key=len)
