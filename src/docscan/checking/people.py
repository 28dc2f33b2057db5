"""Names of speakers, compared."""

from __future__ import annotations

from docscan.evidence.words import fold, pattern

_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you", "who", "his", "her"))
_EMPTY = frozenset(("the", "of", "and", "for", "mr", "mrs", "ms", "dr", "sir", "jr", "sr"))


def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, folded, owner's ’s cut off."""
    return frozenset(fold(w).removesuffix("'s") for w in pattern().findall(name)) - _EMPTY


def is_name(name: str) -> bool:
    """Whether `name` is a name rather than a pronoun or a description."""
    words = name.split()
    capitals = bool(words) and words[0][0].isupper() and words[-1][0].isupper()
    return capitals and not name_words(name) <= _PRONOUNS


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: they share a word."""
    return bool(name_words(one) & name_words(other))


def bare_name(text: str) -> str:
    """A mention without owner's ’s, spaces folded."""
    name = " ".join(text.split())
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name
