"""Parts and vague amounts in words: two-thirds, half a million, a quarter of, dozens, several hundred."""

from __future__ import annotations

from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.number_words import read_ordinal, scale_word, sum_words
from docscan.analysers.numbers.values import Numeral, Value
from docscan.analysers.numbers.vocabulary import (
    DASHES,
    HIGH_ORDINALS,
    ORDINALS,
    PARTS,
    PLURALS,
    currency_words,
    members,
    unit_words,
)

_HEDGES = frozenset(
    {"by", "than", "over", "about", "nearly", "almost", "under", "around", "roughly", "only", "between"}
)
_VAGUE_LEADS = frozenset({"several", "few", "couple", "many"})


def read_part(t: Tokens, n: Numeral) -> Numeral | None:
    """`n` as the upper half of a fraction in words: "two-thirds", "three quarters", "one sixth"."""
    j = n.end + (t.word[n.end] in DASHES and t.word[n.end + 1] != "")
    word = t.word[j]
    halves = word == "half" or (word == "quarter" and not _of_quarters(t, n, j))
    lower = PARTS.get(word, 0) if (n.value.num == 1) == halves else 0
    if n.value == (1, 1):
        lower = lower or ORDINALS.get(word, 0) or HIGH_ORDINALS.get(word, 0)
        if word == "second":
            lower = 0
        high = read_ordinal(t, j)  # one twenty-fifth
        if high and high.end > j + 1 and 20 < high.value.num < 100:
            return Numeral(n.start, high.end, Value(1, high.value.num), "part")
    if word == "quarters" and (n.value != (3, 1) or (j == n.end and _of_time(t, n.start - 1, j + 1))):
        return None  # the past two quarters, led after three quarters
    if lower < 2 or n.value.den != 1 or (n.scaled and n.value.num > 999) or n.form == "year":
        return None
    return _of_scale(t, Numeral(n.start, j + 1, Value(n.value.num, lower), "part"))


def _of_quarters(t: Tokens, n: Numeral, j: int) -> bool:
    """A three-quarter-point rise, a three-quarter mile: the singular of a compound."""
    after = t.word[j + 1]
    return n.value == (3, 1) and t.word[j - 1] in DASHES and (after in DASHES or after in unit_words())


def _of_time(t: Tokens, before: int, after: int) -> bool:
    """Whether the quarters between the tokens are those of a year or a match."""
    lead = t.word[before]
    return lead in ("last", "past", "next", "first") or (
        lead in ("after", "through") and t.word[after] != "of" and not t.word[after].isalpha()
    )


def read_lone_part(t: Tokens, k: int, floor: int) -> Numeral | None:
    """A fraction that begins with its lower half: "half", "half a million", "a third of", "a quarter of"."""
    word = t.word[k]
    lead = k - 1 if t.word[k - 1] in ("a", "an") and k - 1 >= floor and t.start[k] > t.end[k - 1] else k
    if word == "half":
        if _no_half(t, k):
            return None
        j = k + 1 + (t.word[k + 1] in ("a", "an") or (t.word[k + 1] in DASHES and t.touches(k + 1)))
        j += 2 if t.word[j] == "a" and t.word[j - 1] in DASHES and t.word[j + 1] in DASHES else 0  # half-a-million
        factor = scale_word(t, j)
        if factor:
            return Numeral(k, j + 1, Value(factor, 2), "words", True)
        return Numeral(lead, k + 1, Value(1, 2), "part")
    if word == "quarter" and t.word[k + 1 : k + 6] == ["-", "of", "-", "a", "-"] and scale_word(t, k + 6):
        return Numeral(lead, k + 7, Value(scale_word(t, k + 6), 4), "words", True)  # a quarter-of-a-million people
    after = k + 1 + (t.word[k + 1] in DASHES)
    if word == "quarter" and t.word[after] in members("quartered") and (after > k + 1 or lead < k):
        return Numeral(lead, k + 1, Value(1, 4), "part")
    lower = 4 if word == "quarter" else ORDINALS.get(word, 0) or HIGH_ORDINALS.get(word, 0)
    if lower > 2 and t.word[k + 1] == "of" and t.word[k - 1] in members("shares"):
        return Numeral(k, k + 1, Value(1, lower), "part")  # the bottom fifth of incomes
    if lead == k or lower < 3:
        return None
    if word == "quarter" and scale_word(t, k + 1):
        return Numeral(lead, k + 2, Value(scale_word(t, k + 1), 4), "words", True)
    paired = t.word[k + 1] in ("to", "or", "and") and t.word[k + 2] in ("a", "one", "two") and lead < k
    if paired and (t.word[k + 3] in ORDINALS or t.word[k + 3] in PARTS):
        return Numeral(lead, k + 1, Value(1, lower), "part")
    if t.word[k + 1] != "of" and word != "quarter" and not _free_standing(t, lead, k + 1):
        return None
    if word == "quarter" and t.word[k + 1] != "of" and t.word[lead - 1] not in _HEDGES:
        return None
    return _of_scale(t, Numeral(lead, k + 1, Value(1, lower), "part"))


def _no_half(t: Tokens, k: int) -> bool:
    """A first-half goal, half-time, a half-brother: nothing is halved."""
    if t.word[k - 1] in DASHES and t.touches(k) and t.word[k - 2] in ("first", "second", "opening", "closing"):
        return True
    if t.word[k + 1] in DASHES and t.touches(k + 1) and t.touches(k + 2):
        after = t.word[k + 2]
        measured = after in unit_words() or after in currency_words() or scale_word(t, k + 2) > 0
        return not measured and after not in members("halved")
    return t.word[k + 1] == "time" and t.raw[k].islower()


def _free_standing(t: Tokens, lead: int, after: int) -> bool:
    """By a third, more than a third less: a fraction, for nothing follows that a third one could be."""
    before = t.word[lead - 1]
    if t.word[after] == "," and t.capital(after + 1):
        return False  # a third, Sgt. Calder
    if (not t.word[after].isalpha() and t.word[after] not in DASHES) or t.word[after] in members("compared"):
        return True
    hedged = before in _HEDGES
    return hedged and (not t.word[after].isalpha() or t.word[after] in ("to", "in", "from", "less", "more", "since"))


def _of_scale(t: Tokens, n: Numeral) -> Numeral:
    """Two thirds of a million."""
    if t.word[n.end] == "of" and t.word[n.end + 1] == "a" and scale_word(t, n.end + 2):
        factor = scale_word(t, n.end + 2)
        return Numeral(n.start, n.end + 3, n.value.times(Value(factor)), "words", True)
    return n


def read_vague(t: Tokens, k: int, floor: int) -> Numeral | None:
    """Dozens, hundreds of thousands, several hundred, a few thousand: the value is the lower bound, two of them."""
    word = t.word[k]
    if word in PLURALS:
        value, j = Value(2 * PLURALS[word]), k + 1
        while t.word[j] == "of" and t.word[j + 1] in PLURALS and j - k < 8:
            value, j = value.times(Value(PLURALS[t.word[j + 1]])), j + 2
        if word in ("tens", "scores") and j == k + 1 and not (word == "scores" and t.word[j] == "of"):
            return None
        return Numeral(k, j, value, "vague", True)
    lead = k - 1 - (t.word[k - 1] == "of")
    if t.word[lead] not in _VAGUE_LEADS or not scale_word(t, k) or lead < floor:
        return None
    if t.word[lead] in ("few", "couple"):
        if t.word[lead - 1] not in members("before_few"):
            return None
        lead -= t.word[lead - 1] == "a" and lead - 1 >= floor
    end, total, _ = sum_words(t, k)
    return Numeral(lead, end, Value(2 * total), "vague", True)
