"""Words that announce what somebody says, states or thinks: which they are, and in which form they stand."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from docscan.lexicons import mapping, words
from docscan.text.inflection import inflect, pluralise


class CueWord(NamedTuple):
    """A form in the cue lexicon. `grade`: speech | claim | thought | noun; `form`: base | s | ed | ing | noun."""

    lemma: str
    grade: str
    form: str


@cache
def cue_words() -> dict[str, CueWord]:
    """Every form in the cue lexicon, lower case; a form that is both noun and verb is given as the verb."""
    found: dict[str, CueWord] = {}
    for noun in words("cue_nouns"):
        for form in (noun, pluralise(noun)):
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
    men = {n[:-3] + "men" for n in singular if n.endswith("man")}
    return singular | {pluralise(n) for n in singular} | men
