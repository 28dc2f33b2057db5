"""Words that announce what somebody says, states or thinks: which they are, and in which form they stand."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from docscan.lexicons import mapping, words

_VOWELS = "aeiou"


class CueWord(NamedTuple):
    """A form in the cue lexicon. `grade`: speech | claim | thought | noun; `form`: base | s | ed | ing | noun."""

    lemma: str
    grade: str
    form: str


def inflect(lemma: str) -> dict[str, str]:
    """Regular forms of a verb with the form each is (`base`, `s`, `ed`, `ing`)."""
    stem, vowel_y = lemma[:-1], lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
    s = stem + "ies" if vowel_y else lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "z", "o")) else "s")
    if lemma.endswith("e"):
        ed, ing = lemma + "d", (lemma if lemma.endswith("ee") else stem) + "ing"
    else:
        ed, ing = stem + "ied" if vowel_y else lemma + "ed", lemma + "ing"
    return {lemma: "base", s: "s", ed: "ed", ing: "ing"}


@cache
def cue_words() -> dict[str, CueWord]:
    """Every form in the cue lexicon, lower case; a form that is both noun and verb is given as the verb."""
    found: dict[str, CueWord] = {}
    for noun in words("cue_nouns"):
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in _VOWELS else noun + "s"
        for form in (noun, plural):
            found[form] = CueWord(noun, "noun", "noun")
    for lemma, rest in mapping("cue_verbs").items():
        grade, _, irregular = rest.partition("\t")
        forms = inflect(lemma)
        for form in irregular.split():
            forms[form] = "ing" if form.endswith("ing") else "s" if form.endswith("s") else "ed"
        for form, kind in forms.items():
            if form not in found or found[form].grade == "noun" or kind == "base":
                found[form] = CueWord(lemma, grade, kind)
    found["according"] = CueWord("according to", "speech", "according")
    return found


@cache
def speaker_nouns() -> frozenset[str]:
    """Nouns for people and bodies that speak, singular and plural, lower case."""
    singular = words("speaker_nouns")
    plural = {n[:-1] + "ies" if n.endswith("y") and n[-2:-1] not in _VOWELS else n + "s" for n in singular}
    men = {n[:-3] + "men" for n in singular if n.endswith("man")}
    return singular | plural | men
