"""The tagger: a linear-chain model over the tokens of an island, decoded with integers only.

The weights of all labels for one feature are packed into one big integer, a 16-bit lane a label, so that adding
features is adding integers. What a key adds up to is kept, so a word costs a few additions when it comes again.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import Any

from docscan.text.names.features import GROUPS, Keys
from docscan.text.names.gazetteers import Columns, Lexicon, columns, lexicon

_LIMIT = 40_000  # keys kept a group
_CENTRE = 1800  # what a lane holds when a key's weights add up to nothing
_SLACK = 220  # a label this far below the best of its token never wins the path (weights are 1/24 units)
_NEVER = -(1 << 30)


class Tagger:
    """Scores labels for tokens and finds the best path through an island.

    Label 0 is O; 1, 3, 5 … begin a name of a type, 2, 4, 6 … go on with it.
    """

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

    def weigh(self, feature: str) -> int | None:
        """The packed weights of a feature, None if the model has none."""
        i = self._table.features.row(feature)
        if i < 0:
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
        first = scores[0]
        beginnings = first[1::2]  # an island cannot open inside a name
        top = max(beginnings)
        if len(scores) == 1:
            return [0 if first[0] >= top else 1 + 2 * beginnings.index(top)], scores
        floor = max(top, first[0]) - _SLACK
        live = {0: first[0]}
        live.update((1 + 2 * i, v) for i, v in enumerate(beginnings) if v >= floor)
        back = []
        for row in scores[1:]:
            live, came = self._step(live, row)
            back.append(came)
        at = max(live, key=live.__getitem__)
        path = [at]
        for came in reversed(back):
            at = came[at]
            path.append(at)
        return path[::-1], scores

    def _step(self, live: dict[int, int], row: tuple[int, ...]) -> tuple[dict[int, int], dict[int, int]]:
        """One token further: the best score of every label worth keeping, and the label it came from."""
        floor = max(row) - _SLACK
        step: dict[int, int] = {}
        came: dict[int, int] = {}
        for label, value in enumerate(row):
            if value < floor and label:
                continue
            into = self._into[label]
            best, source = _NEVER, -1
            for p in (label - 1, label) if label and not label & 1 else live:
                total = live.get(p, _NEVER) + into[p]
                if total > best:
                    best, source = total, p
            if best > _NEVER // 2:
                step[label] = best + value
                came[label] = source
        return step, came


@cache
def tagger() -> Tagger:
    """The shared tagger."""
    return Tagger(columns(), lexicon())
