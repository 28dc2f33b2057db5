"""Readability: the formulas, and what is counted for them."""

from __future__ import annotations

from collections import Counter

import pytest

from docscan.text.readability import (
    Sample,
    ease_in_words,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    lix,
    smog,
    take_sample,
)

# 100 words in 5 sentences, 150 syllables, 12 words of three syllables or more, 10 of them complex, 25 long words
EVEN = Sample(5, 100, 150, 12, 10, 25)
# 7 words in 3 sentences, 11 syllables: nothing divides evenly
ODD = Sample(3, 7, 11, 1, 1, 2)


@pytest.mark.parametrize(
    ("sample", "ease", "grade", "smog_grade", "fog", "lix_value"),
    [
        # 206.835 - 20.3 - 126.9; 7.8 + 17.7 - 15.59; 1.043 · 8.48528137… + 3.1291; .4 · 30; 20 + 25
        (EVEN, 59.635, 9.91, 11.979248473330829, 12.0, 45.0),
        # 206.835 - 2.3683… - 132.9428…; .91 + 18.5428… - 15.59; 1.043 · 3.16227… + 3.1291; .4 · 16.619…; 30.9047…
        (ODD, 71.52380952380953, 3.862857142857143, 6.427355598575676, 6.647619047619048, 30.904761904761905),
    ],
)
def test_formulas_agree_with_hand_worked_cases(
    sample: Sample, ease: float, grade: float, smog_grade: float, fog: float, lix_value: float
) -> None:
    """Every formula gives what paper and pencil give, to nine places."""
    assert flesch_reading_ease(sample) == pytest.approx(ease, abs=1e-9)
    assert flesch_kincaid_grade(sample) == pytest.approx(grade, abs=1e-9)
    assert smog(sample) == pytest.approx(smog_grade, abs=1e-9)
    assert gunning_fog(sample) == pytest.approx(fog, abs=1e-9)
    assert lix(sample) == pytest.approx(lix_value, abs=1e-9)


def test_sample_counts_words_by_their_number() -> None:
    """Words, syllables, polysyllables and long words are counted as often as they occur."""
    sample = take_sample(2, Counter({"the": 3, "elephant": 2, "remembers": 1}), {})
    assert sample == Sample(sentences=2, words=6, syllables=3 + 6 + 3, polysyllables=3, complex_words=3, long_words=3)


def test_fog_leaves_out_names_compounds_and_endings() -> None:
    """Names, hyphenated compounds and words that owe a syllable to -es, -ed or -ing are not complex."""
    words = Counter({"Amanda": 2, "mother-in-law": 1, "created": 1, "trespasses": 1, "elephant": 1})
    assert take_sample(1, words, {"Amanda": 2}).complex_words == 1
    assert take_sample(1, words, {"Amanda": 1}).complex_words == 2
    assert take_sample(1, words, {}).polysyllables == 6


@pytest.mark.parametrize(
    ("ease", "words"), [(95, "very easy"), (65, "plain"), (30, "hard"), (29.9, "very hard"), (-5, "very hard")]
)
def test_ease_has_words(ease: float, words: str) -> None:
    """Flesch's scale puts the ease in words."""
    assert ease_in_words(ease) == words
