"""Alignment: as long as a textbook longest common subsequence, and a true account of the difference."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, strategies as st

from docscan.evidence.alignment import align, changes

sequences = st.lists(st.integers(1, 5), max_size=14)


def longest(ours: list[int], theirs: list[int]) -> int:
    """The textbook table."""
    table = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            table[i + 1][j + 1] = table[i][j] + 1 if a == b else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


@given(sequences, sequences)
def test_align_finds_a_longest_common_subsequence(ours: list[int], theirs: list[int]) -> None:
    """Pairs ascend on both sides, join equal items, and are as many as can be."""
    pairs = align(ours, theirs)
    assert len(pairs) == longest(ours, theirs)
    assert all(ours[i] == theirs[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(sequences, sequences)
def test_changes_and_pairs_cover_all_of_ours(ours: list[int], theirs: list[int]) -> None:
    """Every item of ours is either aligned or part of one change."""
    pairs = align(ours, theirs)
    covered = [i for i, _ in pairs]
    for change in changes(pairs, len(ours), len(theirs)):
        assert 0 <= change.their_start <= change.their_end <= len(theirs)
        covered += range(change.start, change.end)
    assert sorted(covered) == list(range(len(ours)))


def test_equal_partners_beside_the_next_pair_are_preferred() -> None:
    """Of two equal words the one that continues the run is taken."""
    assert align([9, 1, 2, 3], [1, 8, 8, 1, 2, 3]) == [(1, 3), (2, 4), (3, 5)]
