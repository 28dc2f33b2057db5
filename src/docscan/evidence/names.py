"""Does this name stand in the sources? As written, inflected, in another order, or as its initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from docscan.evidence.index import Index
from docscan.evidence.words import Word

_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "de", "la", "a", "to", "&"))
_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "the", "president", "senator", "sen", "rep",
    "governor", "gov", "judge", "justice", "professor", "prof", "minister", "king", "queen", "prince", "princess",
    "pope", "captain", "capt", "colonel", "col", "general", "gen", "sergeant", "sgt", "lieutenant", "lt", "saint",
    "st",
))  # fmt: skip
_STEM = 5  # letters that a people and its country share at least (Russia, Russian)
_LOOKED_AT = 300  # places of a rare word that are looked at
_SPREAD = 5  # further words among which the words of a name may be scattered


def is_named(index: Index, words: Sequence[Word], *, people: bool = False) -> bool:
    """Whether the sources have the name; `people` accepts what is made of it (Russian for Russia)."""
    names = [_bare(w.text) for w in words]
    while len(names) > 1 and names[0] in _TITLES:
        names = names[1:]
    forms = [_known(index, name, people) for name in names]
    if len(names) == 1:
        return bool(forms[0]) or _is_initials(index, names[0])
    if all(forms) and (index.find([f[0] for f in forms]) or _stand_together(index, forms)):
        return True
    return _has_initials(index, names)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'").removesuffix("s'")


def _known(index: Index, name: str, people: bool) -> list[int]:
    """The numbers of the forms of `name` that the sources have."""
    forms = [name, f"{name}'s", f"{name}s", f"{name}s'"]
    if name.endswith("s"):
        forms.append(name[:-1])
    found = [n for n in index.numbers(forms) if index.count(n)]
    if not found and people and len(name) >= _STEM - 1:
        found = [n for n in index.stems(_STEM).get(name[:_STEM], ()) if index.count(n)]
    return found


def _stand_together(index: Index, forms: Sequence[Sequence[int]]) -> bool:
    """Whether one form of each word stands within a few words ("Obama, Barack H.")."""
    rarest = min(forms, key=lambda fs: sum(map(index.count, fs)))
    spread = len(forms) + _SPREAD
    for number in rarest:
        for place in index.places[number][:_LOOKED_AT]:
            near = set(index.words[max(0, place - spread) : place + spread])
            if all(any(n in near for n in fs) for fs in forms):
                return True
    return False


def _has_initials(index: Index, names: Sequence[str]) -> bool:
    """The sources have "FBI" where the text spells it out."""
    for chosen in (names, [n for n in names if n not in _SMALL]):
        initials = "".join(n[0] for n in chosen)
        if len(initials) >= 3 and index.numbers([initials])[0] and initials in index.kept(_ABBREVIATIONS, _capitals):
            return True
    return False


_ABBREVIATIONS, _INITIALS = "abbreviations", "initials"


def _capitals(index: Index) -> frozenset[str]:
    """The words the sources write in capitals, folded."""
    found: set[str] = set()
    for document in index.documents:
        found.update(w.replace(".", "").lower() for w in _capital_word().findall(document.masked))
    return frozenset(found)


def _is_initials(index: Index, name: str) -> bool:
    """The text has "FBI" where the sources spell it out."""
    return 2 <= len(name) <= 8 and name in index.kept(_INITIALS, _initials)


def _initials(index: Index) -> frozenset[str]:
    """The initials of every run of capitalised words in the sources, small words left out and counted."""
    found: set[str] = set()
    for document in index.documents:
        for run in _run().findall(document.masked):
            words = run.replace("-", " ").split()
            found.update(_initials_of(words))
    return frozenset(found)


def _initials_of(words: Sequence[str]) -> Iterable[str]:
    big = [w[0].lower() for w in words if w.lower() not in _SMALL]
    every = [w[0].lower() for w in words]
    for letters in (big, every):
        for start in range(len(letters) - 1):
            for end in range(start + 2, len(letters) + 1):
                yield "".join(letters[start:end])


@cache
def _capital_word() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:[A-Z]{2,8}|(?:[A-Z]\.){2,8})(?!\w)")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"[A-Z][\w’']{1,30}(?:[ -](?:(?:of|the|for|and|on|in|de|la|to|&) ){0,2}[A-Z][\w’']{1,30}){1,7}")


__all__ = ["is_named"]
