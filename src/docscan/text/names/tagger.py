"""The tagger: a linear-chain model over the tokens of an island, decoded with integers only.

What a key adds up to is kept (see names.weights), so a word costs a few additions when it comes again. Labels go by
the number of their lane there.
"""

from __future__ import annotations

import struct
from functools import cache
from operator import add, getitem

from docscan.text.names.features import ISLAND_GROUPS, OWN, TOKEN_GROUPS, Sight
from docscan.text.names.gazetteers import Columns, Lexicon, columns, lexicon
from docscan.text.names.weights import CENTRE, Sums, WideSums, in_every_lane, scales

_SLACK = 150  # a label this far below the best of its token never wins the path (weights are 1/24 units)
_NEVER = -(1 << 30)


class Tagger:
    """Scores labels for tokens and finds the best path through an island.

    Label 0 is O; 1 … `half` - 1 begin a name of a type, the same plus `half` go on with it; `half` itself is idle.
    """

    def __init__(self, table: Columns, words: Lexicon) -> None:
        self.words = words
        size = len(table.labels)
        self.half = half = size // 2
        self._unpack, self._bytes = struct.Struct(f"<{size}H").unpack, 2 * size
        weigh, centre = scales(table), in_every_lane(CENTRE, size)
        sums = {group: Sums(group, weigh, words, centre) for group in {*TOKEN_GROUPS, *ISLAND_GROUPS} - {OWN}}
        sums[OWN] = WideSums(OWN, weigh, words, size)
        self._of_token, self._of_island = [sums[g] for g in TOKEN_GROUPS], [sums[g] for g in ISLAND_GROUPS]
        lanes = [*range(0, size, 2), *range(1, size, 2)]
        self._into = [[table.transitions[p * size + c] for p in lanes] for c in lanes]
        self._lift = [max(into) for into in self._into]
        self._lift[half] = _NEVER
        free = [move for into in self._into[:half] for move in into]
        self._spread = max(free) - min(free)  # what lies further below the best cannot lead to O or a beginning

    def score(self, sight: Sight) -> list[tuple[int, ...]]:
        """The score of every label for each token of an island."""
        shared = sum(map(getitem, self._of_island, sight.island))
        unpack, size, sums = self._unpack, self._bytes, self._of_token
        return [unpack(sum(map(getitem, sums, keys), shared).to_bytes(size, "little")) for keys in sight.tokens]

    def decode(self, sight: Sight) -> tuple[list[int], list[tuple[int, ...]]]:
        """The best label path and the label scores of each token."""
        scores = self.score(sight)
        first = scores[0]
        beginnings = first[1 : self.half]  # an island cannot open inside a name
        top = max(beginnings)
        if len(scores) == 1:
            return [0 if first[0] >= top else 1 + beginnings.index(top)], scores
        floor = max(top, first[0]) - _SLACK
        live = {i: v for i, v in enumerate(beginnings, 1) if v >= floor}
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
        half, into = self.half, self._into
        for p, score in live.items():
            if p:
                label = p if p > half else p + half
                total = score + into[label][p] + row[label]
                if total > step.get(label, _NEVER):
                    step[label], came[label] = total, p
        hopes = list(map(add, row, self._lift))
        floor = max(hopes) - _SLACK
        least = max(live.values()) - self._spread
        sources = [(2 * (p % half) + p // half, p, score) for p, score in live.items() if score >= least]
        sources.sort()  # type by type: of equal sources the first is taken
        for label in (0, *[i for i, hope in enumerate(hopes[1:half], 1) if hope >= floor]):
            moves, best = into[label], _NEVER
            for _, p, score in sources:
                if score + moves[p] > best:
                    best, came[label] = score + moves[p], p
            step[label] = best + row[label]
        return step, came


@cache
def tagger() -> Tagger:
    """The shared tagger."""
    return Tagger(columns(), lexicon())
