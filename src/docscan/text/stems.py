"""Stems: one key for the inflected forms of a word ("ferries" and "ferry", "voted" and "voting")."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
_KEEPS_S = ("ss", "us", "is", "'s")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of `word` in lower case: plural, -ed, -ing and -ly are taken off, nothing else.

    Answers are kept: for words, not for text of any length.
    """
    word = word.lower().replace("’", "'").removesuffix("'").removesuffix("'s")
    word = singular(word)
    for ending in ("ing", "ed", "ly"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > 2 and _VOWEL.search(base):
            word = base[:-1] if base[-1] == base[-2] and base[-1] not in "lsz" else base
            break
    return word[:-1] if len(word) > 3 and word[-1] == "e" else word


def singular(word: str) -> str:
    """`word` (in lower case) without a plural ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(_KEEPS_S):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]
