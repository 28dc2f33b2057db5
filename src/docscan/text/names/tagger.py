"""The tagger: a linear-chain model over the tokens of an island, decoded with integers only.

The weights of all labels for one feature are packed into one big integer, a 16-bit lane a label, so that adding
features is adding integers. What a key adds up to is kept, so a word costs a few additions when it comes again.
"""

from __future__ import annotations

import struct
from functools import cache
from operator import add, getitem
from typing import Any

from docscan.text.names.features import ISLAND_GROUPS, TOKEN_GROUPS, Sight
from docscan.text.names.gazetteers import Columns, Lexicon, columns, lexicon

_LIMIT = 40_000  # keys kept a group
_CENTRE = 1400  # what a lane holds when a key's weights add up to nothing; they are cut at as much above and below
_ROOM = 1 << 14  # a lane while the many weights of a word itself are added up; no other key has so many
_SLACK = 150  # a label this far below the best of its token never wins the path (weights are 1/24 units)
_GROUPS = (*TOKEN_GROUPS, *ISLAND_GROUPS)
_NEVER = -(1 << 30)


class _Sums(dict[Any, int]):
    """What each key of one group adds up to, worked out when it is first asked for."""

    def __init__(self, tagger: Tagger, group: int) -> None:
        self._tagger, self._group = tagger, group

    def __missing__(self, value: Any) -> int:
        if len(self) >= _LIMIT:
            self.clear()
        total = self[value] = self._tagger.add_up(self._group, value)
        return total


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
        self._zero, self._room, self._centre = 128 * ones, _ROOM * ones, _CENTRE * ones
        self._pack = struct.Struct(f"<{self._size}H").pack
        self._known: dict[str, int] = {}
        kept = [_Sums(self, group) for group in range(len(_GROUPS))]
        self._of_token, self._of_island = kept[: len(TOKEN_GROUPS)], kept[len(TOKEN_GROUPS) :]
        move = table.transitions
        size = self._size
        self._into = [[move[p * size + c] for p in range(size)] for c in range(size)]
        self._lift = [max(into) for into in self._into]

    def weigh(self, feature: str) -> int:
        """The packed weights of a feature, less the centre of its lanes; 0 if the model has none."""
        i = self._table.features.row(feature)
        if i < 0:
            return 0
        spread = bytearray(self._bytes)
        spread[::2] = self._table.weights[i * self._size : (i + 1) * self._size]
        return int.from_bytes(spread, "little") - self._zero

    def add_up(self, group: int, value: Any) -> int:
        """The packed weights of all features of a key."""
        known = self._known
        if len(known) >= 2 * _LIMIT:
            known.clear()
        total = self._centre if group else self._room
        for feature in _GROUPS[group](self.words, value):
            weight = known.get(feature)
            if weight is None:
                weight = known[feature] = self.weigh(feature)
            total += weight
        if not group:
            lanes = self._unpack(total.to_bytes(self._bytes, "little"))
            cut = (min(max(v - _ROOM, -_CENTRE), _CENTRE - 1) + _CENTRE for v in lanes)
            total = int.from_bytes(self._pack(*cut), "little")
        return total

    def score(self, sight: Sight) -> list[tuple[int, ...]]:
        """The score of every label for each token of an island."""
        shared = sum(map(getitem, self._of_island, sight.island))
        unpack, size, sums = self._unpack, self._bytes, self._of_token
        return [unpack(sum(map(getitem, sums, keys), shared).to_bytes(size, "little")) for keys in sight.tokens]

    def decode(self, sight: Sight) -> tuple[list[int], list[tuple[int, ...]]]:
        """The best label path and the label scores of each token."""
        scores = self.score(sight)
        first = scores[0]
        beginnings = first[1::2]  # an island cannot open inside a name
        top = max(beginnings)
        if len(scores) == 1:
            return [0 if first[0] >= top else 1 + 2 * beginnings.index(top)], scores
        floor = max(top, first[0]) - _SLACK
        live = {1 + 2 * i: v for i, v in enumerate(beginnings) if v >= floor}
        live[0] = first[0]
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
        step: dict[int, int] = {}
        came: dict[int, int] = {}
        for p, score in live.items():
            if p:
                label = p + (p & 1)
                total = score + self._into[label][p] + row[label]
                if total > step.get(label, _NEVER):
                    step[label], came[label] = total, p
        hopes = list(map(add, row, self._lift))
        floor = max(hopes) - _SLACK
        for label in (0, *[1 + 2 * i for i, hope in enumerate(hopes[1::2]) if hope >= floor]):
            into = self._into[label]
            best, source = max([(score + into[p], -p) for p, score in live.items()])
            step[label], came[label] = best + row[label], -source
        return step, came


@cache
def tagger() -> Tagger:
    """The shared tagger."""
    return Tagger(columns(), lexicon())
