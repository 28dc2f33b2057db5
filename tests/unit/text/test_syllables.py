"""Syllables and words."""

from __future__ import annotations

import pytest

from docscan.lexicons import mapping
from docscan.text.syllables import count_syllables
from docscan.text.tokens import find_words, list_words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "a cat made blue called walked makes strength I we're don't 7 1999"),
        (2, "table people hundred wanted houses didn't quiet being poet France's statement something chaos"),
        (3, "idea radio socialist beautiful united animals reaction committee create-d employer nuclear FBI"),
        (4, "American terrorism society experience material mother-in-law"),
        (5, "university representative's electricity"),
    ],
)
def test_syllables_of_common_words(count: int, words: str) -> None:
    """Words have as many syllables as they are spoken with."""
    assert {w: count_syllables(w) for w in words.split()} == dict.fromkeys(words.split(), count)


def test_case_and_apostrophe_do_not_matter() -> None:
    """Capitals and curly apostrophes count like small letters and straight ones."""
    assert count_syllables("DIDN’T") == count_syllables("didn't") == 2


def test_exceptions_stay_a_short_list() -> None:
    """The exception table stays small and holds numbers."""
    table = mapping("syllables")
    assert len(table) <= 500
    assert all(n.isdigit() and int(n) > 0 for n in table.values())


def test_words_by_convention() -> None:
    """Hyphenated words, figures and dotted abbreviations are one word, punctuation is none."""
    text = "Well-known U.S. firms don't pay $1,250.50 — 3.5% – to R&D… (or A.)"
    found = [text[s.start : s.end] for s in find_words(text)]
    assert found == ["Well-known", "U.S.", "firms", "don't", "pay", "1,250.50", "3.5", "to", "R&D", "or", "A"]
    assert list_words(text) == found
    assert list_words(text, 5, 10) == ["known"]
