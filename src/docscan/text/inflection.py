"""Regular English inflection, for lexicons that list base forms only."""

from __future__ import annotations

_VOWELS = "aeiou"


def inflect(lemma: str) -> dict[str, str]:
    """Regular forms of a verb with the form each is (`base`, `s`, `ed`, `ing`)."""
    stem, vowel_y = lemma[:-1], lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    s = stem + "ies" if vowel_y else lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "z", "o")) else "s")
    if lemma.endswith("e"):
        ed, ing = lemma + "d", (lemma if lemma.endswith("ee") else stem) + "ing"
    else:
        ed, ing = stem + "ied" if vowel_y else lemma + "ed", lemma + "ing"
    return {lemma: "base", s: "s", ed: "ed", ing: "ing"}


def pluralise(noun: str) -> str:
    """The regular plural in -s or -ies."""
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in _VOWELS else noun + "s"
