"""Readability: the published formulas, exactly, over counts that somebody else took.

Flesch (1948) reading ease; Kincaid and others (1975) grade level; McLaughlin (1969) SMOG; Gunning (1952) fog index;
Björnsson (1968) LIX. Nothing is rounded before or inside a formula.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from docscan.text.syllables import count_syllables

_EASE_WORDS = (
    (90, "very easy"),
    (80, "easy"),
    (70, "fairly easy"),
    (60, "plain"),
    (50, "fairly hard"),
    (30, "hard"),
)


class Sample(NamedTuple):
    """What the formulas need to know of a text; `sentences` and `words` must be positive where a formula is used.

    `polysyllables` have three syllables or more; `complex_words` are those of them that Gunning counts (no names, no
    hyphenated compounds, none that owe the third syllable to -es, -ed or -ing); `long_words` have over six letters.
    """

    sentences: int
    words: int
    syllables: int
    polysyllables: int
    complex_words: int
    long_words: int


def take_sample(sentences: int, words: Mapping[str, int], names: Mapping[str, int]) -> Sample:
    """Count `words` (word → how often); `names` says how often each of them is part of a name."""
    total = syllables = many = hard = long = 0
    for word, count in words.items():
        n = count_syllables(word)
        total += count
        syllables += n * count
        if len(word) > 6 and sum(map(str.isalpha, word)) > 6:
            long += count
        if n > 2:
            many += count
            if _is_complex(word):
                hard += count - min(names.get(word, 0), count)
    return Sample(sentences, total, syllables, many, hard, long)


def _is_complex(word: str) -> bool:
    """Whether a word of three syllables or more stays one without -es, -ed or -ing, and is no compound."""
    if "-" in word:
        return False
    for ending in ("es", "ed", "ing"):
        if word.endswith(ending):
            return (
                max(count_syllables(word.removesuffix(ending)), count_syllables(word.removesuffix(ending) + "e")) > 2
            )
    return True


def flesch_reading_ease(s: Sample) -> float:
    """206.835 - 1.015 words a sentence - 84.6 syllables a word; 100 is very easy, 0 very hard."""
    return 206.835 - 1.015 * s.words / s.sentences - 84.6 * s.syllables / s.words


def flesch_kincaid_grade(s: Sample) -> float:
    """The American school year that reads it: .39 words a sentence + 11.8 syllables a word - 15.59."""
    return 0.39 * s.words / s.sentences + 11.8 * s.syllables / s.words - 15.59


def smog(s: Sample) -> float:
    """1.0430 √(30 polysyllables a sentence) + 3.1291; made for samples of 30 sentences."""
    return 1.0430 * sqrt(30 * s.polysyllables / s.sentences) + 3.1291


def gunning_fog(s: Sample) -> float:
    """.4 (words a sentence + complex words a hundred words)."""
    return 0.4 * (s.words / s.sentences + 100 * s.complex_words / s.words)


def lix(s: Sample) -> float:
    """Words a sentence + long words a hundred words; 25 is a children's book, 55 a law."""
    return s.words / s.sentences + 100 * s.long_words / s.words


def ease_in_words(ease: float) -> str:
    """Flesch's own scale: "plain" is 60 to 70."""
    return next((words for least, words in _EASE_WORDS if ease >= least), "very hard")
