"""Words as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from docscan.evidence.words import chunks, find_words, fold, negates, pattern


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.S. envoy", "The US envoy"),
        ("1,200 boats", "1200 boats"),
        ("35 %", "35 per cent"),
        ("two men", "2 men"),
        ("Petkevičius", "Petkevicius"),
        ("doesn’t", "doesn't"),
        ("well-known", "well known"),
        ("[T]he year", "the year"),
        ("$14bn", "$14 billion"),
    ],
)
def test_conventions_of_writing_are_folded(one: str, other: str) -> None:
    """Two ways to write the same words compare equal."""
    assert [w.text for w in find_words(one)] == [w.text for w in find_words(other)]


@pytest.mark.parametrize(("one", "other"), [("form", "from"), ("12", "21"), ("1.5", "15"), ("resume", "resumed")])
def test_different_words_stay_different(one: str, other: str) -> None:
    """Folding does not make one of two words."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize("word", ["not", "never", "don't", "cannot", "no"])
def test_negations_are_known(word: str) -> None:
    """Words that turn a statement round."""
    assert negates(word)
    assert not negates("knot")


@given(st.text(max_size=200))
def test_offsets_are_those_of_the_text(text: str) -> None:
    """A word is the fold of what stands at its offsets, and words do not overlap."""
    at = 0
    for word in find_words(text):
        assert at <= word.start < word.end <= len(text)
        assert fold(text[word.start : word.end]) == word.text
        at = word.end


@given(st.text(alphabet="ab \n", max_size=20_000))
def test_chunks_cover_the_text(text: str) -> None:
    """Chunks follow one another without gap or overlap, and lose no word that is not longer than one."""
    cut = chunks(text)
    assert "".join(text[a:b] for a, b in cut) == text
    if cut and all(len(w) < 4000 for w in text.split()):
        assert [w for a, b in cut for w in pattern().findall(text[a:b])] == pattern().findall(text)
