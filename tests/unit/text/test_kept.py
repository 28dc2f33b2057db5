"""The dictionary that works out what it is asked for."""

from __future__ import annotations

from docscan.text.kept import Kept


def test_what_is_asked_for_twice_is_worked_out_once() -> None:
    """A key is looked up when it is first asked for, and not again while it is kept."""
    asked: list[str] = []
    kept: Kept[str, int] = Kept(lambda word: asked.append(word) or len(word), 10)
    assert [kept["boat"], kept["boat"], kept["oar"]] == [4, 4, 3]
    assert asked == ["boat", "oar"]


def test_no_more_is_kept_than_the_limit() -> None:
    """A full dictionary forgets all it holds before it takes another key."""
    kept: Kept[int, int] = Kept(lambda n: n * n, 3)
    assert [kept[n] for n in range(5)] == [0, 1, 4, 9, 16]
    assert len(kept) <= 3
