"""What a figure counts: a short walk over the words behind it, to the first plural, with no tagger."""

from __future__ import annotations

from functools import cache

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.vocabulary import CARDINALS, DASHES, ORDINALS, PARTS, PLURALS, WEEKDAYS, members
from docscan.lexicons import words

_WIDTH = 6
_COUNTING = frozenset({"cardinal", "ordinal", "ratio", "fraction", "percent", "quantity"})


def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in members("irregular"):
        return True
    if word[-1:] != "s" or len(word) < 3 or word[-2:] in ("ss", "us", "is", "'s", "’s"):
        return False
    return word not in members("not_plural")


def is_stop(word: str) -> bool:
    """Whether no noun phrase goes on over `word`."""
    return word in _stops()


@cache
def _stops() -> frozenset[str]:
    return words("noun_stops") | WEEKDAYS


def find_noun(t: Tokens, d: Draft) -> tuple[int, int, int] | None:
    """Offsets (start, end, start of the head) of what `d` counts; None where nothing is counted."""
    if d.kind not in _COUNTING:
        return None
    j = d.right
    if t.word[j] in DASHES and t.touches(j):
        return None
    partitive = t.word[j] == "of"
    if not partitive and d.kind in ("percent", "quantity"):
        return None
    if partitive:
        j += 1
    j = _skip_determiners(t, j, partitive or d.kind == "fraction")
    if j < 0:
        return None
    one = d.value is not None and d.value == (1, 1) and d.bound not in ("at_least", "range")
    single = not partitive and (d.kind == "ordinal" or one)
    found = _walk(t, j, single, partitive)
    if found is None:
        return None
    first, head, end = found
    return t.start[first], t.end[end - 1], t.start[head]


def _skip_determiners(t: Tokens, j: int, wanted: bool) -> int:
    """The first token of the noun phrase after "of the 120 …"; -1 for a pronoun or a figure with its own unit."""
    if not wanted:
        return j
    while t.word[j] in members("determiners"):
        if t.word[j] in members("pronouns") and (t.word[j + 1] in _stops() or not t.word[j + 1].isalpha()):
            return -1
        j += 1
    if t.word[j] in members("pronouns"):
        return -1
    while t.numeral(j) or (t.word[j] in CARDINALS and t.word[j] not in members("determiners")):
        j += 1
    return j


def _walk(t: Tokens, j: int, single: bool, partitive: bool) -> tuple[int, int, int] | None:
    """First token, head token and end of the noun phrase at `j`."""
    stops, first, at, head = _stops(), j, j, -1
    while at - first < 2 * _WIDTH:
        word = t.word[at]
        if word in DASHES and t.touches(at) and t.touches(at + 1) and at > first and t.word[at + 1].isalpha():
            at += 1
            continue
        stop = word in stops and not (t.raw[at].isupper() and len(word) > 1)
        if not word or not word[0].isalpha() or stop or word in CARDINALS or word in PLURALS or word in PARTS:
            break
        if at > first and word in ORDINALS:
            break
        follows = t.word[at + 1].isalpha() and t.word[at + 1] not in stops
        if word.endswith("ed") and len(word) > 4 and head >= 0 and (single or partitive) and not follows:
            break
        if single and plural(word) and word not in members("attributive") and word not in members("irregular"):
            if at == first and not (follows and t.capital(at)):
                return None
            if at > first:
                break
        head = at
        at += 1
        if not single and plural(word) and not _goes_on(t, at, word):
            return first, head, at
    if head < 0:
        return None
    if t.word[head].endswith(("ed", "ly", "'s", "’s")) and len(t.word[head]) > 4:
        return None
    if not single and not partitive and t.word[head].endswith("ing") and head == first:
        return None
    return first, head, head + 1


def _goes_on(t: Tokens, at: int, word: str) -> bool:
    """Whether the plural `word` only modifies another plural: "Starbucks locations", "sales jobs"."""
    after = t.word[at]
    return (
        (t.capital(at - 1) or word in members("attributive"))
        and t.raw[at].islower()
        and plural(after)
        and after not in _stops()
    )
