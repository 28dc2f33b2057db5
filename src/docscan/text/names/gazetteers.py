"""What is known of a word before any text is read: gazetteer flags, word clusters, how it is usually cased.

All of it lies in one compiled file (`lexicons/names.bin`, built by training/entities.py): sorted columns of
CRC-32 keys and their values, opened in one go and searched by bisection.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple
from zlib import crc32

FLAGS = (
    "given_m", "given_f", "surname", "person", "title", "particle",
    "country", "city", "bigcity", "region", "landmark", "facility",
    "norp", "language", "organisation", "company", "event", "work", "law", "product",
    "organisation_head", "place_head", "settlement_head", "facility_head", "event_head", "law_head", "work_head",
    "role", "calendar", "function", "phrase", "suffix",
)  # fmt: skip
FLAG = {name: 1 << i for i, name in enumerate(FLAGS)}
MAGIC = b"DSN3"
LANES = struct.Struct("<6I")  # words, features, labels, transitions, bytes of the label list, reserved
SHIFT = 20  # a bucket is the keys that share their upper twelve bits
BUCKETS = 1 << (32 - SHIFT)


class Word(NamedTuple):
    """A word form: gazetteer `flags`, clusters of three grains (0 unknown), `case` 0-9.

    `case`: 0 unknown; 1 always capitalised … 7 always lower-case; 8 mostly an acronym.
    """

    form: str
    flags: int
    fine: int
    middle: int
    coarse: int
    case: int


class Columns:
    """The compiled file as typed views; nothing is copied."""

    def __init__(self, data: bytes) -> None:
        if data[:4] != MAGIC:
            raise ValueError("names.bin: not a name table of this version")
        words, features, labels, _, listed, _ = LANES.unpack_from(data, 4)
        view, at = memoryview(data), 4 + LANES.size

        def column(kind: Literal["B", "H", "h", "I"], count: int) -> memoryview[int]:
            nonlocal at
            size = count * struct.calcsize(kind)
            part = view[at : at + size]
            at += size + (-size) % 4
            return part.cast(kind)

        self.labels = tuple(bytes(column("B", listed)).decode("ascii").split(" "))
        self.transitions = column("h", labels * labels)
        self.words = Keys(column("I", BUCKETS + 1), column("I", words))
        self.flags = column("I", words)
        self.fine, self.middle, self.coarse = column("H", words), column("B", words), column("B", words)
        self.case = column("B", words)
        self.features = Keys(column("I", BUCKETS + 1), column("I", features))
        self.weights = column("B", features * labels)


class Keys(NamedTuple):
    """Sorted keys; `starts` tells for the upper bits of a key where its bucket begins."""

    starts: memoryview[int]
    keys: memoryview[int]

    def row(self, text: str) -> int:
        """The row of `text`, -1 if it is not there."""
        wanted = key(text)
        bucket = wanted >> SHIFT
        high = self.starts[bucket + 1]
        i = bisect_left(self.keys, wanted, self.starts[bucket], high)
        return i if i < high and self.keys[i] == wanted else -1


def key(text: str) -> int:
    """The 32-bit key under which the compiled file keeps `text`."""
    return crc32(text.encode("utf-8", "surrogatepass"))


class _Words(dict[str, Word]):
    """The words looked up so far; each is looked up when it is first asked for."""

    limit = 60_000

    def __init__(self, look_up: Callable[[str], Word]) -> None:
        self._look_up = look_up

    def __missing__(self, form: str) -> Word:
        if len(self) >= self.limit:
            self.clear()
        word = self[form] = self._look_up(form)
        return word


class Lexicon:
    """Looks words up; keeps what it found for the words seen last (bounded)."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.word: Callable[[str], Word] = _Words(self._look_up).__getitem__  # everything known of a word form

    def row(self, form: str) -> int:
        """The row of `form` in the columns, -1 if it is not there."""
        return self.columns.words.row(form)

    def flags(self, form: str) -> int:
        """The gazetteer flags of a name of one or several words."""
        i = self.row(form)
        return self.columns.flags[i] if i >= 0 else 0

    def _look_up(self, form: str) -> Word:
        c = self.columns
        i, low = self.row(form), self.row(form.lower())
        case = c.case[low] if low >= 0 else 0
        if i < 0:
            return Word(form, 0, 0, 0, 0, case)
        return Word(form, c.flags[i], c.fine[i], c.middle[i], c.coarse[i], case)


@cache
def columns() -> Columns:
    """The compiled name tables."""
    from docscan.lexicons import compiled

    return Columns(compiled("names"))


@cache
def lexicon() -> Lexicon:
    """The shared lexicon."""
    return Lexicon(columns())
