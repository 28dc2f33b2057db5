"""What is known of a word before any text is read: gazetteer flags, word clusters, how it is usually cased.

All of it lies in one compiled file (`lexicons/names.bin`, built by training/entities.py): sorted columns of
CRC-32 keys and their values, mapped into memory and searched by bisection.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple
from zlib import crc32

from docscan.text.kept import Kept

if TYPE_CHECKING:
    from mmap import mmap

FLAGS = (
    "given_m", "given_f", "surname", "person", "title", "particle",
    "country", "city", "bigcity", "region", "landmark", "facility",
    "norp", "language", "organisation", "company", "event", "work", "law", "product",
    "organisation_head", "place_head", "settlement_head", "facility_head", "event_head", "law_head", "work_head",
    "role", "calendar", "function", "phrase", "suffix",
)  # fmt: skip
FLAG = {name: 1 << i for i, name in enumerate(FLAGS)}
MAGIC = b"DSN4"
LANES = struct.Struct("<4I")  # words, features, labels, bytes of the label list
SHIFT = 16  # a bucket is the keys that share their upper sixteen bits
BUCKETS = 1 << (32 - SHIFT)
REST = (1 << SHIFT) - 1  # the lower bits, all that is kept of a key inside its bucket


_LIMIT = 60_000  # forms kept
USUALLY_SMALL = (6, 7)  # Word.case of words that are nearly always written small


class Word(NamedTuple):
    """A word form: clusters of three grains, gazetteer `flags`, `shape`, last three letters, `case` 0-9.

    `fine` and `coarse` are 0 and `middle` is None for a word without clusters.
    `case`: 0 unknown; 1 always capitalised … 7 always lower-case; 8 mostly an acronym.
    """

    fine: int
    middle: int | None
    coarse: int
    flags: int
    shape: str
    ending: str
    case: int
    form: str


def shape(form: str) -> str:
    """The shape of a word: capitals X, small letters x, digits 0, at most two of a kind in a row."""
    if form.isascii() and form.isalpha():  # most words, told apart at once
        if form.islower():
            return "xx"[: len(form)]
        if form[0].isupper() and (form[1:].islower() or len(form) == 1):
            return "Xxx"[: len(form)]
    out: list[str] = []
    for c in form[:12]:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c
        if len(out) < 2 or out[-1] != kind or out[-2] != kind:
            out.append(kind)
    return "".join(out)


class Columns:
    """The compiled file as typed views; nothing is copied."""

    def __init__(self, data: bytes | mmap) -> None:
        if data[:4] != MAGIC:
            raise ValueError("names.bin: not a name table of this version")
        words, features, labels, listed = LANES.unpack_from(data, 4)
        view, at = memoryview(data), 4 + LANES.size

        def column(kind: Literal["B", "H", "h", "I"], count: int) -> memoryview[int]:
            nonlocal at
            size = count * struct.calcsize(kind)
            part = view[at : at + size]
            at += size + (-size) % 4
            return part.cast(kind)

        self.labels = tuple(bytes(column("B", listed)).decode("ascii").split(" "))
        self.transitions = column("h", labels * labels)
        self.words = Keys(column("I", BUCKETS + 1), column("H", words))
        self.flags = column("I", words)
        self.fine, self.middle, self.coarse = column("H", words), column("B", words), column("B", words)
        self.case = column("B", words)
        self.features = Keys(column("I", BUCKETS + 1), column("H", features))
        self.data, self.weights_at = data, at  # from here on the weights, a byte a label and 128 for none


class Keys:
    """Sorted keys, the lower bits of each; `starts` tells for the upper bits where their bucket begins.

    `row(text)` is the row of a text, -1 if it is not there.
    """

    def __init__(self, starts: memoryview[int], rests: memoryview[int]) -> None:
        self.starts, self.rests = starts, rests

        def row(text: str) -> int:  # closed over its tables: it is asked ten times a word
            wanted = crc32(text.encode("utf-8", "surrogatepass"))
            bucket, rest = wanted >> SHIFT, wanted & REST
            high = starts[bucket + 1]
            i = bisect_left(rests, rest, starts[bucket], high)
            return i if i < high and rests[i] == rest else -1

        self.row = row

    def __iter__(self) -> Iterator[int]:
        """Every key in order, whole."""
        for bucket, (low, high) in enumerate(pairwise(self.starts)):
            for rest in self.rests[low:high]:
                yield bucket << SHIFT | rest


def key(text: str) -> int:
    """The 32-bit key under which the compiled file keeps `text`."""
    return crc32(text.encode("utf-8", "surrogatepass"))


class Lexicon:
    """Looks words up; keeps what it found for the forms seen last (bounded).

    `word(form)` is everything known of a word, `flags(form)` the gazetteer flags of a name of one or several words.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.word: Callable[[str], Word] = Kept(self._look_up, _LIMIT).__getitem__
        self.flags: Callable[[str], int] = Kept(self._look_up_flags, _LIMIT).__getitem__

    def _look_up_flags(self, form: str) -> int:
        i = self.columns.words.row(form)
        return self.columns.flags[i] if i >= 0 else 0

    def _look_up(self, form: str) -> Word:
        c = self.columns
        row, low = c.words.row, form.lower()
        i = row(form)
        at = i if low == form else row(low)
        case = c.case[at] if at >= 0 else 0
        fine, flags = (c.fine[i], c.flags[i]) if i >= 0 else (0, 0)
        middle, coarse = (c.middle[i], c.coarse[i]) if fine else (None, 0)
        return Word(fine, middle, coarse, flags, shape(form), form[-3:], case, form)


@cache
def columns() -> Columns:
    """The compiled name tables."""
    from docscan.lexicons import compiled

    return Columns(compiled("names"))


@cache
def lexicon() -> Lexicon:
    """The shared lexicon."""
    return Lexicon(columns())
