"""Two figures that make one: ranges with both ends, scores, odds and shares ("one in five")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import counts_something, is_content
from docscan.analysers.numbers.number_words import read_ordinal
from docscan.analysers.numbers.values import Value
from docscan.analysers.numbers.vocabulary import (
    CARDINALS,
    DASHES,
    MINUS,
    ORDINALS,
    SMALLER,
    currency_symbols,
    members,
    unit_words,
)

Reader = Callable[[Tokens, int, int], Draft | None]


def join_range(t: Tokens, a: Draft, read: Reader) -> Draft:
    """`a` widened to the range, score or share that begins with it, or `a` itself."""
    j = a.end
    if t.word[j] in DASHES and t.touches(j) and t.word[j + 1] in ("to", "or"):
        j += 1
    link = t.word[j]
    if link == "±" or (link == "+" and t.word[j + 1] == "/" and t.word[j + 2] in MINUS):
        return _margin(t, a, read, j + (1 if link == "±" else 3))
    if not _links(t, a, j):
        return a
    if link == "of":
        link = "in"  # one of every five
    at = j + 1 + (link == "out")
    at += t.word[at] == "every" and link in ("in", "out")
    k = _figure_at(t, at)
    if link in DASHES and t.word[at] in ("for", "in", "of") and t.word[at + 1] in DASHES:
        k, link = _figure_at(t, at + 2), t.word[at]  # two-for-one, one-in-five
    if k < 0 or t.start[k] - t.end[j] > 12:
        return a
    b = read(t, k, at)
    if b is None or b.form == "date" or (b.start > k and k == at):
        return a
    if link in ("for", "of") and t.word[j] in DASHES and b.unit and t.numeral(k):
        b = Draft(k, k + 1, "cardinal", Value(int(t.raw[k])) if t.raw[k].isdecimal() else None)  # a 3-for-4 night
    if link in ("in", "out", "for", "of"):
        return _share(t, a, b, link)
    if b.unitless and t.touches(b.end) and t.raw[b.end][:1].isupper():
        return a  # the 8-4A league
    return _both(t, a, b, link) or a


def _links(t: Tokens, a: Draft, j: int) -> bool:
    """Whether token `j` can join `a` to a second figure."""
    link = t.word[j]
    if link in DASHES:
        apart = t.touches(j) != t.touches(j + 1) or (link == "—" and not t.touches(j))
        return not apart and a.kind not in ("ordinal", "multiple")
    if link == "and":
        return _after_between(t, a) or t.word[a.start - 4 : a.start] == ["between", "the", "ages", "of"]
    if link in ("of", "out"):
        return t.word[j + 1] == ("every" if link == "of" else "of")
    return link in ("to", "or", "in", "for")


def _after_between(t: Tokens, a: Draft) -> bool:
    return "between" in (t.word[a.start - 1], t.word[a.start - 2])


def join_ordinals(t: Tokens, a: Draft) -> Draft:
    """`a` widened to the places it leads to: the third or fourth, between the tenth and the fifteenth."""
    j = a.end + (t.word[a.end] in DASHES and t.touches(a.end) and not t.touches(a.end + 1))
    link = t.word[j]
    linked = (
        link in ("or", "through")
        or (link == "and" and _after_between(t, a))
        or (link == "to" and not _moved(t, a.start))
    )
    if a.form != "ordinal" or not linked:
        return a
    b = read_ordinal(t, j + 1 + (t.word[j + 1] == "the"))
    if b is None or a.value is None or not a.value.below(b.value) or t.capital(a.start) != t.capital(b.start):
        return a
    return Draft(a.start, b.end, "ordinal", form="ordinal", low=a.value, high=b.value, bound="range")


def _margin(t: Tokens, a: Draft, read: Reader, at: int) -> Draft:
    """5.2 ± 0.3 hours: the value as stated, with both ends."""
    b = read(t, at, at) if t.numeral(at) else None
    if b is None or a.value is None or b.value is None or not a.unitless:
        return a
    low = a.value.plus(Value(-b.value.num, b.value.den))
    return Draft(
        a.start,
        b.end,
        b.kind,
        a.value,
        form="range",
        unit=b.unit,
        currency=b.currency,
        low=low,
        high=a.value.plus(b.value),
        bound="range",
    )


def _part_word(word: str) -> bool:
    return word in ("half", "quarter") or ORDINALS.get(word, 0) > 2


def _figure_at(t: Tokens, at: int) -> int:
    """The seed of the figure that begins at token `at`, past a currency sign, a hedge or a minus."""
    for k in range(at, at + 4):
        if t.numeral(k) or t.word[k] in CARDINALS or t.word[k] in ("half", "½", "¼", "¾"):
            return k
        if k > at and t.word[k - 1] == "a" and _part_word(t.word[k]):
            return k
        country = t.raw[k] + "$" in currency_symbols() and t.word[k + 1] == "$"
        if (
            not country
            and t.raw[k] not in currency_symbols()
            and t.word[k] not in ("~", "about", "$", ".", "a", "-", "−", "minus")
        ):
            return -1
        counted = t.numeral(k + 1) or t.word[k + 1] in CARDINALS or _part_word(t.word[k + 1])
        if t.word[k] in ("a", "about") and not counted and not country:
            return -1
    return -1


def _share(t: Tokens, a: Draft, b: Draft, link: str) -> Draft:
    """One in five, nine out of ten, 10-for-1."""
    plain = a.kind == b.kind == "cardinal" and a.value and b.value and a.value.whole and b.value.whole
    if not plain or a.bound == "range" or a.scaled or b.form == "vague":
        return a
    assert a.value is not None and b.value is not None
    if link in ("for", "of"):
        if t.word[a.end] not in DASHES:
            return a
        return Draft(a.start, b.end, "ratio", form="ratio")
    smaller = a.value.num > 0 and (a.value.below(b.value) or (link == "out" and not b.value.below(a.value)))
    unit = t.word[b.end] in unit_words() or t.word[b.end] in (",", "-")
    if not smaller or (
        link == "in"
        and (a.value.num > 99 or (len(t.raw[b.start]) == 4 and t.numeral(b.start)) or (unit and t.word[b.end] != ","))
    ):
        return a
    share = Value(a.value.num * b.value.den, a.value.den * b.value.num)
    return Draft(a.start, b.end, "ratio", share, form="ratio")


def _both(t: Tokens, a: Draft, b: Draft, link: str) -> Draft | None:
    if a.form in ("ordinal", "vague", "fold") or b.form in ("ordinal", "vague", "fold", "time"):
        return None
    if a.value is None or b.value is None:
        return None
    b = b if link == "or" else _in_smaller(a, b)
    if not _compatible(a, b):
        return None
    if a.kind == "money" and b.unitless and link not in DASHES and counts_something(t, b.end):
        return None  # sold at $9.95 to 12,000 buyers
    assert b.value is not None
    low, high = _low_end(a, b, a.value, b.value), b.value
    shared = a.unitless and not b.unitless and t.word[a.start - 1] != "from"  # "grew 15 to 20 percent"
    if link == "to" and ((not shared and _moved(t, a.start)) or (a.kind == "percent" and _result_told(t, a.start))):
        return None
    if not low.below(high):
        return _descending(t, a, b, link)
    if link == "or" and not high.below(Value(3 * low.num + 2 * low.den, low.den)):
        return None
    if link in DASHES and a.unitless and b.unitless and _scored(t, a, b):
        return _score(a, b)
    kept = b if a.unitless else a
    lead = t.word[a.start - 1] in ("from", "between") and link in ("to", "and")
    return Draft(
        a.start,
        b.end,
        kept.kind,
        form="range",
        left=a.start - lead,
        scaled=a.scaled or b.scaled,
        unit=kept.unit or b.unit,
        currency=kept.currency or b.currency,
        assumed=kept.assumed or b.assumed,
        low=low,
        high=high,
        bound="range",
        scale=b.scale,
    )


def _low_end(a: Draft, b: Draft, low: Value, high: Value) -> Value:
    """`low` in the scale and the coins that `b` names for both: 5 to 10 million, 50 to 75 cents."""
    scaled = low.times(Value(b.scale))
    if b.scale > 1 and a.scale <= 1 and scaled.below(high):
        low = scaled
    return low.times(Value(1, b.parts)) if a.unitless and b.parts > 1 else low


def _in_smaller(a: Draft, b: Draft) -> Draft:
    """`b` in the unit of `a` where that is a smaller one: 18 months to two years."""
    factor = SMALLER.get((b.unit or "", a.unit or ""), 0) if a.kind == b.kind else 0
    if not factor or b.value is None:
        return b
    return replace(b, value=b.value.times(Value(factor)), unit=a.unit)


def _compatible(a: Draft, b: Draft) -> bool:
    if a.form == "part" and b.kind == "percent":
        return False  # half to 55 percent
    if a.unitless:
        return (b.kind != "multiple" and b.kind != "age") or b.end > b.start + 1
    if b.unitless:
        return a.kind == "money" or (a.kind == "quantity" and a.unit == "degree")
    same = a.unit == b.unit or "degree" in (a.unit, b.unit) or (a.kind == "money" and a.unit is None)
    return a.kind == b.kind and same and a.currency == b.currency


def _descending(t: Tokens, a: Draft, b: Draft, link: str) -> Draft | None:
    """The first is not the smaller: a score (3-1, 52 to 48), or a span below zero."""
    assert a.value is not None and b.value is not None
    if (
        link == "to"
        and t.word[a.start - 1] == "from"
        and t.word[a.start - 2] in members("ranging")
        and b.value.below(a.value)
    ):
        return Draft(
            a.start,
            b.end,
            b.kind,
            form="range",
            left=a.start - 1,
            unit=b.unit or a.unit,
            currency=b.currency,
            assumed=b.assumed,
            low=b.value,
            high=a.value,
            bound="range",
        )
    bare = a.kind == b.kind == "cardinal" and not a.scaled and not b.scaled and b.value.den == 1
    bare = bare and (a.value.den == 1 or b.value.num == 1)
    if not bare or link in ("or", "and") or b.value.num < 0 or a.value.num > 999:
        return None
    spelled = t.word[a.end] in DASHES and t.touches(a.end)  # a 6-to-3 ruling
    if (
        link == "to"
        and not spelled
        and t.word[b.end] not in members("margins")
        and (t.word[a.start - 1] == "from" or (is_content(t, b.end) and not _scored(t, a, b)))
    ):
        return None
    return _score(a, b)


def _score(a: Draft, b: Draft) -> Draft:
    return Draft(a.start, b.end, "ratio", form="ratio")


def _scored(t: Tokens, a: Draft, b: Draft) -> bool:
    """Whether a result is told: "lost 2-3", "voted 48-52"."""
    assert a.value is not None and b.value is not None
    if a.value.den > 1 or b.value.den > 1 or b.value.num > 999 or a.form != "digits":
        return False
    if _set_before(t, a.start):
        return True
    if t.capital(a.start - 1) and not t.touches(b.start) and b.value.num < 20:
        return True
    return _result_told(t, a.start)


def _result_told(t: Tokens, start: int) -> bool:
    """Whether a word of winning, losing or voting stands shortly before token `start`."""
    return any(t.word[i] in members("scores") for i in range(max(0, start - 3), start))


def _set_before(t: Tokens, start: int) -> bool:
    """Whether a list of results goes on at token `start`: the 6-7 of "6-4, 6-7"."""
    i = start - 1
    i -= t.word[i] == "and"
    i -= t.word[i] == ","
    broken = t.word[i] in ("(", ")")  # 6-7 (5-7), 4-6
    while broken and i > start - 8 and t.word[i] != "(":
        i -= 1
    i -= broken and t.word[i] == "("
    if i >= start - 1 or i < 2 or t.word[i - 1] not in DASHES or not t.touches(i):
        return False
    first, second = t.raw[i - 2], t.raw[i]
    short = first.isdecimal() and second.isdecimal() and len(first) < 3
    if broken:
        return short and {first, second} == {"6", "7"}
    return short and int(first) > int(second[:3])


def _moved(t: Tokens, start: int) -> bool:
    """Whether a change is told before token `start`: "rose from 12 to 19", "up 5 to 10"."""
    reach = 7 if t.word[start - 1] == "from" or t.word[start - 2] == "from" else 2
    if reach == 7 and (t.word[start - 2] in members("ranging") or t.word[start - 3] in members("ranging")):
        return False
    if t.word[start - 1] == "of":
        return False
    for i in range(start - 1, max(-1, start - 1 - reach), -1):
        if t.word[i] in members("moves"):
            return True
        if t.word[i] in (".", ";", "\n", "by"):
            return t.word[i] == "by" and reach == 2 and t.word[i - 1] in members("moves")
    return False
