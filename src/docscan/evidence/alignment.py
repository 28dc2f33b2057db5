"""What differs between two word sequences: a longest common subsequence in bit rows, and the diff made of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Change(NamedTuple):
    """`ours[start:end]` stands where `theirs[their_start:their_end]` stood."""

    start: int
    end: int
    their_start: int
    their_end: int


def align(ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Index pairs of a longest common subsequence, ascending.

    Bit-parallel rows (Crochemore et al. 2001, Hyyrö 2004): len(ours) operations on integers of len(theirs)
    bits, so callers bound both.
    """
    masks: dict[int, int] = {}
    for j, token in enumerate(theirs):
        masks[token] = masks.get(token, 0) | 1 << j
    full = (1 << len(theirs)) - 1
    rows, row = [], full
    for token in ours:
        hit = row & masks.get(token, 0)
        row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    return _tightened(_trace(rows, len(theirs)), theirs)


def _trace(rows: list[int], width: int) -> list[tuple[int, int]]:
    """Walk back from the last cell: a set bit says that its column adds nothing, else it is from above or a match."""
    pairs = []
    i, j = len(rows), width
    while i and j:
        if rows[i - 1] >> (j - 1) & 1:
            j -= 1
            continue
        i -= 1
        if i and not rows[i - 1] >> (j - 1) & 1:
            continue
        j -= 1
        pairs.append((i, j))
    return pairs[::-1]


def _tightened(pairs: list[tuple[int, int]], theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Of equal partners the one next to the following pair: matches in runs read better than scattered ones."""
    for n in range(len(pairs) - 2, -1, -1):
        (i, j), (k, m) = pairs[n], pairs[n + 1]
        if k == i + 1 and m > j + 1 and theirs[m - 1] == theirs[j]:
            pairs[n] = (i, m - 1)
    return pairs


def changes(pairs: Sequence[tuple[int, int]], ours: int, theirs: int) -> list[Change]:
    """What lies between the aligned pairs; at the ends as many of their words as of ours, at most."""
    found = []
    if not pairs:
        return [Change(0, ours, 0, min(ours, theirs))]
    i, j = pairs[0]
    if i:
        found.append(Change(0, i, max(0, j - i), j))
    for (a, b), (c, d) in pairwise(pairs):
        if c > a + 1 or d > b + 1:
            found.append(Change(a + 1, c, b + 1, d))
    i, j = pairs[-1]
    if i + 1 < ours:
        found.append(Change(i + 1, ours, j + 1, min(theirs, j + ours - i)))
    return found
