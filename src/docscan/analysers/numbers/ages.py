"""Ages: "Smith, 43,", "aged seven", "children under 12", "in her 80s", "a twenty-something"."""

from __future__ import annotations

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import BREAK, Tokens
from docscan.analysers.numbers.nouns import counts_something, plural
from docscan.analysers.numbers.values import Value
from docscan.analysers.numbers.vocabulary import CARDINALS, DASHES, DECADES, MONEY_SIGNS, SOMETHINGS, TENS, members

_OLDEST = 120
_NEAR = 14  # tokens from one age in brackets to the next
_YOUNG_AND_OLD = frozenset({"boy", "girl", "lad", "child", "man", "woman", "widow", "youth"})  # a boy of nine
_SPEAKERS = frozenset({"he", "i", "she", "you"})  # at 80, he …


def read_decade_of_life(t: Tokens, k: int, floor: int) -> Draft | None:
    """In her 80s, in his early thirties: ten years of age."""
    word, end = t.word[k], k + 1
    if word in DECADES:
        low = DECADES[word]
    elif word.isdecimal() and len(word) == 2 and word[1] == "0" and t.word[end] == "s" and t.touches(end):
        low, end = int(word), end + 1
    else:
        return None
    lead = k - 1 - (t.word[k - 1] in DASHES)
    lead -= t.word[lead] in ("early", "mid", "late")
    if t.word[lead] not in members("owners") and not (t.word[lead] == "in" and lead < k - 1):
        return None
    return _years(k, end, low, low + 9)


def read_over(t: Tokens, k: int, floor: int) -> Draft | None:
    """The over-60s, under-21s: people by a bound of their age."""
    word, sign = t.word[k], t.word[k - 2]
    if not (word.isdecimal() and len(word) == 2 and t.word[k + 1] == "s" and t.touches(k + 1) and k - 2 >= floor):
        return None
    if t.word[k - 1] not in DASHES or not t.touches(k) or sign not in ("over", "under"):
        return None
    age = Value(int(word))
    over = sign == "over"
    d = Draft(k, k + 2, "age", age, form="age", unit="year", left=k - 2, bound="more_than" if over else "less_than")
    d.low, d.high, d.low_open, d.high_open = (age, None, True, False) if over else (None, age, False, True)
    d.modifier = (t.start[k - 2], t.end[k - 2])
    return d


def read_something(t: Tokens, k: int) -> Draft | None:
    """A twenty-something, two thirtysomethings."""
    word = t.word[k]
    if word in SOMETHINGS:
        return _years(k, k + 1, SOMETHINGS[word], SOMETHINGS[word] + 9)
    low = TENS.get(word, 0) or (int(word) if word.isdecimal() and len(word) == 2 else 0)
    j = k + 1 + (t.word[k + 1] in DASHES)
    priced = t.word[k - 1] in MONEY_SIGNS  # $40-something
    if low and low % 10 == 0 and t.word[j] in ("something", "somethings") and t.touches(j) and not priced:
        return _years(k, j + 1, low, low + 9)
    return None


def _years(start: int, end: int, low: int, high: int) -> Draft:
    return Draft(start, end, "age", low=Value(low), high=Value(high), bound="range", unit="year", form="age")


def name_age(t: Tokens, d: Draft, last: Draft | None) -> None:
    """Turn a bare number into an age where its place says so; `last` is the figure before it."""
    if d.kind != "cardinal" or d.scaled or not _plausible(d):
        return
    told = _introduced(t, d)
    if last is not None and last.kind == "age":
        if last.right >= d.start - 2 and t.word[d.start - 1] in (",", "and"):
            told = _stands_alone(t, d)  # aged 5, 7 and 12
        elif t.word[d.start - 1] == "(" and t.word[d.end] == ")" and t.capital(d.start - 2):
            told = told or d.start - last.right < _NEAR  # Clinton (68 years old) and Trump (69)
    if told or _apposition(t, d) or _of_a_person(t, d):
        d.kind, d.unit = "age", "year"


def _introduced(t: Tokens, d: Draft) -> bool:
    """Whether the words beside `d` say that it is an age: aged 9, a girl of 9, died at 90, the 25-to-54 age group."""
    before, before2, after = t.word[d.left - 1], t.word[d.left - 2], t.word[d.end]
    ranged = d.bound == "range" and d.form == "range" and d.low is not None
    return (
        before in ("aged", "age", "ages")
        or (before == "of" and before2 in ("age", "ages", "aged"))
        or (before == "of" and before2 in _YOUNG_AND_OLD and _stands_alone(t, d))
        or (before == "at" and before2 in members("at_ages") and _stands_alone(t, d))
        or (t.raw[d.left - 1] == "At" and after == "," and t.word[d.end + 1] in _SPEAKERS)
        or (after == "age" and t.word[d.end + 1] in ("group", "groups", "bracket", "range"))
        or (ranged and before in members("persons") and not counts_something(t, d.end))
    )


def _stands_alone(t: Tokens, d: Draft) -> bool:
    """Whether nothing behind `d` can be what it counts."""
    return t.word[d.end] in members("after_age") or t.word[d.end] in ("", BREAK)


def _plausible(d: Draft) -> bool:
    top = d.high if d.bound == "range" else d.value
    return top is not None and top.den <= 2 and 0 <= top.num <= _OLDEST * top.den


def _apposition(t: Tokens, d: Draft) -> bool:
    """Smith, 43, denied it; Anna Lee (43) did."""
    k = d.start
    if d.bound == "range" or d.form not in ("digits", "words") or not t.numeral(k) or not t.raw[k].isdecimal():
        return False
    then = t.word[k - 1] in ("then", "now", "both", "all") and t.word[k - 2] == ","  # Mr. Calder, then 38,
    if then:
        k -= 1
    shared = then and t.word[k] in ("both", "all")  # two officers, both 49,
    role = t.word[d.end] == "and" and t.word[d.end + 1] in ("a", "an")  # Mr. Calder, 44 and a veteran
    dash = t.word[d.end] in ("—", "–", "―") or (t.word[d.end] == "-" and not t.touches(d.end))
    if t.word[k - 1] != "," or not (t.word[d.end] in (",", ";", ".", ")") or dash or role):
        return False
    if shared:
        return True
    name = t.raw[k - 2]
    if t.word[k - 2] in members("relatives"):
        return t.word[d.end] == "," and not _counts_on(t, d.end + 1)  # his daughter, 34, and others
    return (
        name[:1].isupper()
        and len(name) > 1
        and not name.isupper()
        and not t.numeral(d.end + 1)
        and not _counts_on(t, d.end + 1)
    )


def _counts_on(t: Tokens, j: int) -> bool:
    """Whether a list of counts goes on at token `j`: "43, and 12 men"."""
    return t.word[j] == "and" and (t.numeral(j + 1) or t.word[j + 1] in CARDINALS)


def _of_a_person(t: Tokens, d: Draft) -> bool:
    """She is close to 90."""
    if not _stands_alone(t, d):
        return False
    for lead in (d.start - 1, d.start - 2, d.start - 3):
        if t.word[lead].replace("’", "'") in ("i'm", "he's", "she's"):
            return True
        if t.word[lead] in members("be"):
            return t.word[lead - 1] in members("subjects") or t.word[lead].startswith("turn")
        if t.word[lead] not in (
            "about",
            "around",
            "nearly",
            "almost",
            "only",
            "just",
            "close",
            "to",
            "over",
            "under",
            "now",
        ):
            return False
    return False


def bound_age(t: Tokens, d: Draft) -> None:
    """Children under 12, women over 40, 12 and over: a bounded bare number beside persons is an age."""
    if (
        d.kind != "cardinal"
        or (d.of is not None and plural(t.text[d.of[2] : d.of[1]].lower()))
        or not _plausible(d)
        or d.scaled
        or d.modifier is None
    ):
        return
    if t.word[d.right - 1] in ("older", "younger") or (
        t.word[d.right - 2] == "and" and t.word[d.right - 1] in ("over", "under", "above")
    ):
        d.kind, d.unit = "age", "year"
    elif t.word[d.left] in ("under", "over", "above", "below", "than", "younger", "older"):
        lead = d.left - 1
        if t.word[lead] in members("persons"):
            d.kind, d.unit = "age", "year"
