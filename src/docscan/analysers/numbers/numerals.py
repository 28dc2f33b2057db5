"""The numeral that begins at a token, whatever it is written in; "one" the pronoun is none."""

from __future__ import annotations

from docscan.analysers.numbers import digits, fractions, number_words
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import is_stop, plural
from docscan.analysers.numbers.values import Numeral, Value
from docscan.analysers.numbers.vocabulary import (
    CARDINALS,
    DASHES,
    MULTIPLES,
    PLURALS,
    VULGAR_FRACTIONS,
    members,
    unit_words,
)


def read_numeral(t: Tokens, k: int, floor: int, money: bool, comma: bool) -> Numeral | None:
    """The numeral whose seed is token `k`: digits, words, a fraction, an ordinal, a multiple, a vague amount."""
    if t.numeral(k):
        return _ordinal(t, k) or digits.read_digits(t, k, money, comma)
    word = t.word[k]
    if word in VULGAR_FRACTIONS:
        return Numeral(k, k + 1, Value(*VULGAR_FRACTIONS[word]), "part")
    if word in MULTIPLES:
        if "down" in (t.word[k + 1], t.word[k + 2]) or t.word[k + 1] == "as":
            return None
        return Numeral(k, k + 1, Value(MULTIPLES[word]), "multiple")
    fold = number_words.read_fold(t, k)
    if fold:
        return fold
    vague = fractions.read_vague(t, k, floor)
    if vague or word in PLURALS:
        return vague
    return fractions.read_lone_part(t, k, floor) or _ordinal(t, k) or _words(t, k, floor)


def _ordinal(t: Tokens, k: int) -> Numeral | None:
    n = number_words.read_ordinal(t, k)
    if n and t.word[k] == "first" and t.word[k + 1] in ("lady", "ladies", "aid"):
        return None
    if n and t.word[k] == "second" and n.end == k + 1:
        before, after = t.word[k - 1], t.word[k + 1]
        hyphened = t.word[k + 2] if after in DASHES else after
        idle = before in ("per", "every", "split", "/", "each", "nano") or hyphened in members("idle_second")
        alone = (is_stop(after) and after not in members("nominal")) or not after.isalpha()
        another = t.word[k - 2] in ("and", ",", "then") and after in ("in", "on", "to", "at", "with", "was", "is")
        if idle or (before == "a" and alone and after != "-" and not another):
            return None
    return n


def _words(t: Tokens, k: int, floor: int) -> Numeral | None:
    if t.word[k] == "one" and _pronoun(t, k):
        return None
    n = number_words.read_words(t, k)
    if n is None:
        return None
    part = fractions.read_part(t, n)
    if part:
        return part
    if t.word[k] == "dozen" and t.word[k - 1] in ("baker's", "baker’s"):
        return n._replace(start=k - 1 - (t.word[k - 2] == "a" and k - 2 >= floor), value=Value(13))
    scale_first = t.word[k] in ("hundred", "dozen", "thousand", "million", "billion", "trillion", "lakh", "crore")
    if scale_first and k - 1 >= floor:
        if t.word[k - 1] in ("a", "an"):
            return n._replace(start=k - 1)
        if t.word[k - 1] in ("half", "this", "per", "the") and t.word[k] != "dozen":
            return n
    return n


def _pronoun(t: Tokens, k: int) -> bool:
    """Whether this "one" stands for a thing or a person instead of counting it."""
    before, after = t.word[k - 1], t.word[k + 1]
    if after in DASHES and t.touches(k + 1) and t.touches(k + 2):
        return t.word[k + 2] in members("one_compounds")
    if before in DASHES and t.touches(k) and t.touches(k - 1):  # one-on-one, but two-for-one
        return t.word[k - 2] not in ("for", "to") or not (t.numeral(k - 4) or t.word[k - 4] in CARDINALS)
    if (after in ("or", "to") and t.word[k + 2] in CARDINALS) or (after == "or" and t.word[k + 2] == "more"):
        return False
    if after in ("another", "'s", "’s") or (after in ("'", "’") and t.touches(k + 1)):
        return True
    if after in CARDINALS or after in unit_words() or after == "of":
        return before == "no" and after == "of"
    if before in ("no", "any", "every", "each", "which", "someone"):
        return True
    if before in ("minus", "negative", "plus"):
        return t.word[k - 2] in ("a", "an", "the")  # 46 percent see a negative one
    content = after.isalpha() and not is_stop(after)
    if before in ("this", "that"):
        return not content or plural(after)
    if before in members("one_before"):
        return not content or t.word[k + 1].endswith("ed")
    if content:
        return False
    if after in members("one_verbs"):
        return True
    if t.word[k - 2] in ("the", "a", "an") and before.isalpha() and not is_stop(before) and before not in CARDINALS:
        return True  # the newer one
    return before in ("a", "an") or (
        before.isalpha()
        and not is_stop(before)
        and before not in members("counted")
        and before not in CARDINALS
        and after not in members("one_after")
    )
