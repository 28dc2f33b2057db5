"""Names that look like two spellings of one: the same but for accents, or for one letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

_LONGEST = 60  # letters of a name that is compared: its keys grow with their square
_SHORTEST = 6  # letters of a word that may differ in one of them
_ENDINGS = frozenset("snaeoi")  # a plural, a people, a woman's form: not a slip of the pen


class Form(NamedTuple):
    """One written form of a name and how often it stands."""

    text: str
    label: str
    times: int


def plain_letters(text: str) -> str:
    """Without accents, case folded."""
    return "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))


def variants(forms: Iterable[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs (rarer, commoner) of forms that look like one name spelled in two ways, by the words they differ in.

    Linear in the number of forms: each is filed under its spellings with one letter left out.
    """
    short = {f for f in forms if len(f.text) <= _LONGEST}
    known = sorted(short, key=lambda f: (-f.times, f.text.isascii(), f.text))
    given = _given_names(known)
    shelves: dict[tuple[str, ...], list[Form]] = {}
    seen: set[tuple[str, str]] = set()
    for form in known:
        for key in _keys(form):
            for other in shelves.setdefault(key, []):
                pair = (form.text, other.text)
                if pair not in seen and _is_variant(form, other, given):
                    seen.add(pair)
                    yield form, other
            if len(shelves[key]) < 20:
                shelves[key].append(form)


def _keys(form: Form) -> Iterator[tuple[str, ...]]:
    """Every word in turn with one letter left out, the others as they are; and all without accents."""
    words = [plain_letters(w) for w in form.text.split()]
    yield (form.label, *words)
    for i, word in enumerate(words):
        if len(word) >= _SHORTEST - 1:
            for cut in range(1, len(word)):
                yield (form.label, *words[:i], word[:cut] + "*" + word[cut + 1 :], *words[i + 1 :])
                yield (form.label, *words[:i], word[:cut] + "*" + word[cut:], *words[i + 1 :])


def _given_names(forms: Iterable[Form]) -> dict[str, set[str]]:
    """Surname → the given names it is seen with."""
    found: dict[str, set[str]] = {}
    for form in forms:
        words = form.text.split()
        if len(words) > 1:
            found.setdefault(plain_letters(words[-1]), set()).add(plain_letters(words[0]))
    return found


def _is_variant(rarer: Form, commoner: Form, given: dict[str, set[str]]) -> bool:
    ours, theirs = rarer.text.split(), commoner.text.split()
    if rarer.label != commoner.label or len(ours) != len(theirs):
        return False
    if rarer.text.casefold() == commoner.text.casefold():
        return False
    differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(differing) != 1:
        return False
    one, other = map(plain_letters, differing[0])
    if one == other:
        return True  # accents only
    if rarer.times > 1 or commoner.times < 2 or not _is_slip(one, other):
        return False
    first, second = given.get(one, set()), given.get(other, set())
    return not (first and second and not first & second)


def _is_slip(one: str, other: str) -> bool:
    """One letter off, not the first, and not one that makes another word of it."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or not (one.isalpha() and other.isalpha()) or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if at == 0:
        return False
    if len(short) < len(long):
        return short[at:] == long[at + 1 :] and not (at == len(short) and long[-1] in _ENDINGS)
    ending = at == len(short) - 1 and bool({short[at], long[at]} & _ENDINGS)
    return short[at + 1 :] == long[at + 1 :] and not ending


def counted(texts: Iterable[tuple[str, str]]) -> list[Form]:
    """Forms from (text, label) pairs."""
    return [Form(text, label, n) for (text, label), n in Counter(texts).items()]


__all__ = ["Form", "counted", "plain_letters", "variants"]
