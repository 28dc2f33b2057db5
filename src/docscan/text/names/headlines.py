"""Lines whose casing tells nothing: headlines in title case, lines in capitals, read by the casing of the body."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from docscan.text.names.gazetteers import FLAG, Lexicon
from docscan.text.names.islands import Token, begins

_LINE = re.compile(r"(?m)^[^\n]{8,180}$")
_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY_LOWER = 4  # Word.case from here on: more often lower-case than not
_ACRONYM = 8


@cache
def _place_or_people() -> int:
    names = ("country", "region", "city", "bigcity", "landmark", "norp", "organisation", "given_m", "given_f")
    return sum(FLAG[n] for n in names)


def find_headlines(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, in capitals) of every line that is in capitals or title case."""
    found = []
    for m in _LINE.finditer(text):
        line = m.group()
        capitals = line.upper() == line
        if not capitals and line[-1] in ".,;":
            continue
        words = _WORD.findall(line)
        if len(words) < 2 or sum(map(len, words)) < 8:
            continue
        if capitals or (len(words) >= 4 and is_title_case(words)):
            found.append((m.start(), m.end(), capitals))
    return found


def is_title_case(words: list[str]) -> bool:
    """Whether nearly all longer words are capitalised, three or more of them."""
    long = [w for w in words if len(w) > 3]
    lower = sum(w[0].islower() for w in long)
    return len(long) >= 3 and lower * 6 <= len(long)


def restore_case(text: str, tokens: list[Token], vocabulary: set[str], lexicon: Lexicon) -> list[Token]:
    """`tokens` with headline words in the form the body gives them; words that are common there are left out."""
    lines = find_headlines(text)
    tokens = _lower_capitals(tokens, lexicon)
    if not lines:
        return tokens
    starts = [t.start for t in tokens]
    ranges = [(bisect_left(starts, a), bisect_left(starts, b), caps) for a, b, caps in lines]
    seen: dict[str, str] = {}
    at = 0
    for low, high, _ in [*ranges, (len(tokens), len(tokens), False)]:
        for token in tokens[at:low]:
            if not begins(text, token.start):
                seen.setdefault(token.form.lower(), token.form)
        at = high
    kept: list[Token] = []
    at = 0
    for low, high, caps in ranges:
        kept.extend(tokens[at:low])
        for token in tokens[low:high]:
            form = _form_in_body(token.form, caps, seen, vocabulary, lexicon)
            if form is not None:
                kept.append(Token(token.start, token.end, form))
        at = high
    kept.extend(tokens[at:])
    return kept


def _lower_capitals(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`tokens` with words in capitals amid running text ("LAGOS, Nigeria") in their usual case, acronyms kept."""
    kept = []
    forms = {t.form for t in tokens}
    for token in tokens:
        form = token.form
        if len(form) > 3 and form.isupper() and form.isalpha():
            usual = lexicon.word(form.capitalize())
            placed = usual.flags & _place_or_people() and usual.case != _ACRONYM and not lexicon.word(form).flags
            if placed or (usual.form in forms and usual.case <= _MOSTLY_LOWER):
                token = token._replace(form=usual.form)
        kept.append(token)
    return kept


def _form_in_body(form: str, caps: bool, seen: dict[str, str], vocabulary: set[str], lexicon: Lexicon) -> str | None:
    """How the body would write `form`; None for a common word."""
    low = form.lower()
    if low in seen:
        return seen[low]
    usual = form.capitalize() if caps else form
    word = lexicon.word(usual)
    if not caps and len(form) > 1 and form.isupper():
        return form
    if word.flags & FLAG["function"] or low in vocabulary:
        return None
    if caps and word.case == _ACRONYM:
        return form
    if word.flags & _place_or_people() and word.case <= _MOSTLY_LOWER:
        return usual
    if _MOSTLY_LOWER <= word.case < _ACRONYM:
        return None
    if caps and lexicon.word(form).flags and not word.flags:
        return form
    return usual
