"""Weights: those of all labels for a feature packed into one big integer, so that adding features is adding integers.

Each label has a lane of 16 bits: 0 is O, 1 … n begin a name of a type, n + 2 … 2n + 1 go on with it, n + 1 is idle.
The file has them in turns (O, idle, then the two of each type), a byte each, 128 for nothing: the even bytes of a row
are the first half of the lanes, the odd ones the second, so that two masks spread a row.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from operator import getitem
from typing import Any

from docscan.text.names.features import Group
from docscan.text.names.gazetteers import Columns, Lexicon

Scales = Callable[[list[str]], int]

CENTRE = 1400  # what a lane holds when a key's weights add up to nothing; they are cut at as much above and below
_ROOM = 1 << 14  # the same while the many weights of a word itself are added up
_LIMIT = 40_000  # keys kept a group


def in_every_lane(value: int, size: int) -> int:
    """`value` in each of `size` lanes."""
    return value * int.from_bytes(b"\x01\x00" * size, "little")


def scales(table: Columns) -> Scales:
    """What adds up the packed weights of features; a feature that the model does not have weighs nothing."""
    size, data, weights_at = len(table.labels), table.data, table.weights_at
    row_of, from_bytes = table.features.row, int.from_bytes
    even = in_every_lane(255, size // 2)
    odd, up = even << 8, 8 * size - 8
    nothing = in_every_lane(128, size)

    def weigh(features: list[str]) -> int:
        total = 0
        for feature in features:
            i = row_of(feature)
            if i >= 0:
                at = weights_at + i * size
                row = from_bytes(data[at : at + size], "little")
                total += (row & even) + ((row & odd) << up) - nothing
        return total

    return weigh


class Sums(dict[Any, int]):
    """What the weights of each key of one group add up to, worked out when it is first asked for."""

    __slots__ = ("_facets", "_fields", "_names", "_start", "_weigh", "_words")

    def __init__(self, group: Group, weigh: Scales, words: Lexicon, start: int) -> None:
        known = {facet: Sums(facet, weigh, words, 0) for facet in group.facets}
        self._facets = [known[facet] for facet in group.facets]
        self._names, self._fields = group.names, group.fields
        self._start, self._weigh, self._words = start, weigh, words

    def __missing__(self, key: Any) -> int:
        if len(self) >= _LIMIT:
            self.clear()
        total = self._start + self._weigh(self._names(key))
        if self._facets:
            total = sum(map(getitem, self._facets, self._fields(self._words, key)), total)
        self[key] = total
        return total


class WideSums(Sums):
    """The same for keys with so many features that what they add up to may have to be cut to its share of a lane."""

    __slots__ = ("_lanes", "_surplus")

    def __init__(self, group: Group, weigh: Scales, words: Lexicon, size: int) -> None:
        super().__init__(group, weigh, words, in_every_lane(_ROOM, size))
        self._surplus = in_every_lane(_ROOM - CENTRE, size)
        self._lanes = struct.Struct(f"<{size}H")

    def __missing__(self, key: Any) -> int:
        total = super().__missing__(key)
        lanes = self._lanes.unpack(total.to_bytes(self._lanes.size, "little"))
        if min(lanes) >= _ROOM - CENTRE and max(lanes) < _ROOM + CENTRE:
            total -= self._surplus
        else:
            cut = [min(max(v - _ROOM, -CENTRE), CENTRE - 1) + CENTRE for v in lanes]
            total = int.from_bytes(self._lanes.pack(*cut), "little")
        self[key] = total
        return total
