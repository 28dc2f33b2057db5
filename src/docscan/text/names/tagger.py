"""The tagger: a linear-chain model over the tokens of an island, decoded with integers only.

The weights of all labels for one feature are packed into one big integer, a 16-bit lane a label, so that adding
features is adding integers. What a key adds up to is kept, so a word costs a few additions when it comes again.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from functools import cache
from typing import Any

from docscan.text.names.features import GROUPS, Keys
from docscan.text.names.gazetteers import Columns, Lexicon, columns, key, lexicon

_LIMIT = 40_000  # keys kept a group
_CENTRE = 2048  # what a lane holds when a key's weights add up to nothing
_SLACK = 220  # a label this far below the best of its token never wins the path (weights are 1/24 units)


class Tagger:
    """Scores labels for tokens and finds the best path through an island."""

    def __init__(self, table: Columns, words: Lexicon) -> None:
        self.words = words
        self.labels = table.labels
        self._table = table
        self._size = len(table.labels)
        self._bytes = 2 * self._size
        self._unpack = struct.Struct(f"<{self._size}H").unpack
        ones = int.from_bytes(b"\x01\x00" * self._size, "little")
        self._zero, self._centre = 128 * ones, _CENTRE * ones
        self._kept: list[dict[Any, int]] = [{} for _ in GROUPS]
        move = table.transitions
        size = self._size
        self._into = [[move[p * size + c] for p in range(size)] for c in range(size)]
        self._outside = table.labels.index("O")
        self._inside_of = [
            {i for i, p in enumerate(table.labels) if p[2:] == label[2:] and p != "O"} if label[0] == "I" else None
            for label in table.labels
        ]

    def weigh(self, feature: str) -> int | None:
        """The packed weights of a feature, None if the model has none."""
        wanted = key(feature)
        keys = self._table.feature_keys
        i = bisect_left(keys, wanted)
        if i == len(keys) or keys[i] != wanted:
            return None
        spread = bytearray(self._bytes)
        spread[::2] = self._table.weights[i * self._size : (i + 1) * self._size]
        return int.from_bytes(spread, "little")

    def _add_up(self, group: int, value: Any) -> int:
        kept = self._kept[group]
        if len(kept) >= _LIMIT:
            kept.clear()
        total = self._centre
        for feature in GROUPS[group](self.words, value):
            packed = self.weigh(feature)
            if packed is not None:
                total += packed - self._zero
        kept[value] = total
        return total

    def score(self, keys: Keys) -> tuple[int, ...]:
        """The score of every label for the token that `keys` describe."""
        total = 0
        for group, value in enumerate(keys):
            packed = self._kept[group].get(value)
            total += self._add_up(group, value) if packed is None else packed
        return self._unpack(total.to_bytes(self._bytes, "little"))

    def decode(self, island: list[Keys]) -> tuple[list[int], list[tuple[int, ...]]]:
        """The best label path and the label scores of each token."""
        scores = [self.score(keys) for keys in island]
        outside, labels = self._outside, self.labels
        live: dict[int, tuple[int, int]] = {}
        back: list[dict[int, tuple[int, int]]] = []
        for i, row in enumerate(scores):
            floor = max(row) - _SLACK
            step: dict[int, tuple[int, int]] = {}
            for label, value in enumerate(row):
                if value < floor and label != outside:
                    continue
                inside = self._inside_of[label]
                if i == 0:
                    if inside is None:
                        step[label] = (value, -1)
                    continue
                into = self._into[label]
                best, came = -(1 << 30), -1
                for p, (so_far, _) in live.items():
                    if (inside is None or p in inside) and so_far + into[p] > best:
                        best, came = so_far + into[p], p
                if came >= 0:
                    step[label] = (best + value, came)
            back.append(step)
            live = step
        at = max(live, key=lambda p: (live[p][0], labels[p]))
        path = [at]
        for step in reversed(back[1:]):
            at = step[at][1]
            path.append(at)
        return path[::-1], scores


@cache
def tagger() -> Tagger:
    """The shared tagger."""
    return Tagger(columns(), lexicon())
