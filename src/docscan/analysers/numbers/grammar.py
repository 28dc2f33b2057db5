"""The grammar: from a token where a figure may begin to a draft of the whole expression.

Precedence is fixed and every token is claimed once, left to right: identifier, date, time, then an amount (money,
percent, age, duration, quantity), ratio, fraction, ordinal, cardinal. Modifiers and the counted noun come last.
"""

from __future__ import annotations

from collections.abc import Iterator

from docscan.analysers.numbers import ages, compounds, digits, number_words, units
from docscan.analysers.numbers.dates import read_date, read_end
from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.identifiers import find_identifier, find_name_number
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.modifiers import afterword, apply_modifiers
from docscan.analysers.numbers.nouns import find_noun, is_stop, plural
from docscan.analysers.numbers.number_words import scale_word
from docscan.analysers.numbers.numerals import read_numeral
from docscan.analysers.numbers.periods import of_year
from docscan.analysers.numbers.ranges import join_ordinals, join_range
from docscan.analysers.numbers.temperatures import read_tens
from docscan.analysers.numbers.times import read_military, read_time
from docscan.analysers.numbers.values import Numeral, Value
from docscan.analysers.numbers.vocabulary import (
    CARDINALS,
    DASHES,
    DECADES,
    members,
    unit_words,
)

#: a bound → those that can close the range it opens
_OTHER_SIDE = {
    "at_least": ("at_most", "less_than"),
    "more_than": ("at_most", "less_than"),
    "at_most": ("at_least", "more_than"),
    "less_than": ("at_least", "more_than"),
}


def read_figures(t: Tokens, comma: bool, everything: bool) -> Iterator[Draft]:
    """The drafts of every figure in `t`, in order; identifiers only with `everything`."""
    floor = 0
    last: Draft | None = None
    for k in t.seeds:
        if k < floor:
            continue
        d = _claimed(find_identifier(t, k), k) or _read(t, k, floor, comma)
        if d is not None and d.kind == "identifier":
            floor = d.end + (scale_word(t, d.end) > 0)
            if everything:
                yield d
            continue
        if d is not None:
            _finish(t, d, floor, last)
            floor = max(number_words.past_repeat(t, d.right, d.value), k + 1)
            last = d
            yield d


def _opening_period(t: Tokens, k: int, floor: int, comma: bool) -> Draft | None:
    """The first nine months (of 1989): one stretch of the calendar, not an ordinal and a duration."""
    if t.word[k] not in ("first", "last", "final"):
        return None
    if not (t.numeral(k + 1) or t.word[k + 1] in CARDINALS):
        return None
    d = read_amount(t, k + 1, k + 1, comma)
    if (
        d is None
        or d.kind != "duration"
        or d.unit not in ("day", "week", "month", "quarter", "year")
        or d.value is None
    ):
        return None
    if d.start != k + 1 or d.value == (1, 1):
        return None
    end, year = of_year(t, d.end)
    months = d.value.num if d.unit == "month" and d.value.den == 1 else 3 * d.value.num if d.unit == "quarter" else 0
    date = f"{year:04d}-01/{year:04d}-{months:02d}" if year and 0 < months <= 12 else None
    if end > d.end or d.unit in ("month", "quarter"):
        return Draft(k, end, "date", form="date", date=date)
    return None


def _claimed(end: int, k: int) -> Draft | None:
    return Draft(k, end, "identifier", left=k, right=end) if end else None


def _finish(t: Tokens, d: Draft, floor: int, last: Draft | None) -> None:
    """Age, modifiers and the counted noun."""
    if d.left < 0:
        d.left = d.start
    d.right = max(d.right, d.end)
    ages.name_age(t, d, last)
    apply_modifiers(t, d, floor)
    if d.bound in _OTHER_SIDE and t.word[d.right] in ("and", "but"):
        _meet_bound(t, d)
    d.of = find_noun(t, d)
    ages.bound_age(t, d)
    if d.kind == "age":
        d.of = None


def _meet_bound(t: Tokens, d: Draft) -> None:
    """Widen `d` by the other bound behind it: at least five but no more than ten."""
    at = d.right + 1
    k = next((i for i in range(at + 1, at + 7) if t.numeral(i) or t.word[i] in CARDINALS), 0)
    other = read_amount(t, k, at) if k else None
    if other is None or other.value is None or (not d.unitless and (other.kind, other.unit) != (d.kind, d.unit)):
        return
    apply_modifiers(t, other, at)
    if other.left != at or other.bound not in _OTHER_SIDE[d.bound]:
        return
    ends = (d, other) if d.low is not None else (other, d)
    if ends[0].low is None or ends[1].high is None or not ends[0].low.below(ends[1].high):
        return
    d.end, d.right = other.end, max(other.right, other.end)
    d.kind, d.unit, d.currency, d.assumed = other.kind, other.unit, other.currency, other.assumed
    d.low, d.low_open, d.high, d.high_open = ends[0].low, ends[0].low_open, ends[1].high, ends[1].high_open
    d.value, d.bound = None, "range"


def _read(t: Tokens, k: int, floor: int, comma: bool) -> Draft | None:
    d = (
        read_military(t, k)
        or ((t.word[k + 1] == "s" or t.word[k] in DECADES) and _decade(t, k, floor))
        or read_date(t, k, floor)
        or _claimed(find_name_number(t, k), k)
    )
    d = d or _opening_period(t, k, floor, comma) or read_time(t, k, floor) or ages.read_something(t, k)
    if d is not None:
        return d
    d = compounds.read_one_and_more(t, k, floor) or read_amount(t, k, floor, comma)
    if d is None or d.form in ("ordinal", "fold"):
        return d and join_ordinals(t, d)
    if d.kind == "duration" and t.word[d.end] in ("ended", "ending"):
        last = read_end(t, d.end)
        if last:
            return Draft(d.start, last.end, "date", form="date", date=f"/{last.edtf()}" if last.edtf() else None)
    if d.value is not None and d.kind != "multiple":
        d = join_range(t, d, lambda tokens, at, lowest: read_amount(tokens, at, lowest, comma))
        _share_unit(t, d, comma)
    return _with_afterword(t, d)


def _decade(t: Tokens, k: int, floor: int) -> Draft | None:
    """In her 80s, the over-60s, in the low 30s: ten years of age or ten of something else, not of the calendar."""
    return ages.read_decade_of_life(t, k, floor) or ages.read_over(t, k, floor) or read_tens(t, k)


def _share_unit(t: Tokens, d: Draft, comma: bool) -> None:
    """8 and 9 percent, 3- and 5-year-old sons, 50 to 48 percent: the first has the unit of the second."""
    hyphen = t.word[d.end] in DASHES and t.touches(d.end) and not t.touches(d.end + 1)
    j = d.end + hyphen + 1
    link = t.word[j - 1]
    if d.kind != "cardinal" or d.scaled or d.form != "digits" or link not in ("and", "to") or not t.numeral(j):
        return
    other = read_amount(t, j, j, comma)
    kinds = ("percent",) if link == "to" else ("percent", "quantity", "age", "duration")[: 3 + hyphen]
    if other is not None and other.form == "digits" and other.kind in kinds:
        d.kind, d.unit = other.kind, other.unit


def read_amount(t: Tokens, k: int, floor: int, comma: bool = False) -> Draft | None:
    """One number with its currency or unit, without range or modifier."""
    prefix = units.currency_before(t, k, floor) if t.numeral(k) else None
    n = read_numeral(t, k, floor, prefix is not None, comma)
    if n is None:
        return None
    d = Draft(n.start, n.end, _kind(n), n.value, n.form, n.scaled, scale=digits.scale_of(t, n, prefix is not None))
    if prefix:
        start, currency = prefix
        _price(t, d, start, currency.code, currency.assumed)
    elif n.form == "odds":
        return Draft(n.start, n.end, "ratio", form="ratio")
    elif n.form not in ("ordinal", "fold", "multiple"):
        _measure(t, d, n)
    if d.form == "vague":
        d.low, d.value, d.bound = d.value, None, "vague"
    if d.left < 0:
        d.left = d.start
    return d


def _kind(n: Numeral) -> str:
    return {"ordinal": "ordinal", "part": "fraction", "fold": "multiple", "multiple": "multiple"}.get(
        n.form, "cardinal"
    )


def _price(t: Tokens, d: Draft, start: int, code: str, assumed: bool) -> None:
    d.kind, d.currency, d.assumed = "money", code, assumed
    if t.word[start + 1] == "(" and t.word[d.end] == ")" and d.value:
        d.value, d.end = Value(-d.value.num, d.value.den), d.end + 1
    negative = t.word[start - 1] in ("-", "−") and t.touches(start) and not t.touches(start - 1)
    inner = d.start < start and d.start >= 0
    d.start = start - 1 if negative else min(start, d.start) if inner else start
    if negative and d.value:
        d.value = Value(-d.value.num, d.value.den)
    named = units.suffix_after(t, Numeral(d.start, d.end, d.value or Value(0), d.form))
    fits = named and named.currency and (named.currency.code == code or (assumed and _same_name(t, named.end - 1)))
    if named and named.currency and fits:
        d.end, d.currency, d.assumed = named.end, named.currency.code, named.currency.assumed and assumed
    compounds.add_smaller(t, d)
    d.unit = units.rate_after(t, d.end)
    if d.unit and t.word[d.end] == "/":
        d.end += 2  # $15/hour, as in 60 km/h


def _same_name(t: Tokens, j: int) -> bool:
    """Whether token `j` names a currency that "$" or "£" may stand for: dollars, pesos, an ISO code."""
    return t.word[j] in members("signed") or (len(t.raw[j]) == 3 and t.raw[j].isupper())


def _measure(t: Tokens, d: Draft, n: Numeral) -> None:
    """Give `d` the percent sign, currency or unit behind it, with the smaller units that follow."""
    if n.form == "vague" and t.word[n.end] == "of":
        n = n._replace(end=n.end + 1)  # millions of dollars, thousands of years
    if compounds.feet_and_inches(t, d):
        return
    if n.value.num == 0 and t.word[n.start - 1] == "absolute":
        d.start, d.kind, d.unit = n.start - 1, "quantity", "kelvin"
        return
    suffix = units.suffix_after(t, n) or _inner_unit(t, n) or _after_adjective(t, n) or _after_bracket(t, d, n)
    if suffix is None or (n.form == "year" and suffix.kind != "duration"):
        if (t.raw[n.end] == "x" and t.touches(n.end) and not t.touches(n.end + 1)) or (
            t.word[n.end] == "times" and _compares(t, n.end + 1)
        ):
            d.kind, d.end = "multiple", n.end + 1
        elif t.word[n.end] in DASHES and t.word[n.end + 1] == "fold":
            d.kind, d.end, d.form = "multiple", n.end + 2, "fold"
        return
    d.end, d.kind, d.unit = suffix.end, suffix.kind, suffix.unit
    if d.value and t.word[d.end : d.end + 2] == ["below", "zero"] and d.unit in ("degree", "celsius", "fahrenheit"):
        d.value, d.end = Value(-abs(d.value.num), d.value.den), d.end + 2
    if suffix.currency:
        d.currency, d.assumed, d.parts = suffix.currency.code, suffix.currency.assumed, suffix.currency.per
        if d.value:
            factor = Value(10**6 if suffix.unit == "million" else 1, suffix.currency.per)
            d.value = d.value.times(factor)
        d.unit = units.rate_after(t, d.end)
    if d.kind == "money" and not d.scaled and d.value and scale_word(t, d.end):  # 80 USD million
        d.scale, d.scaled = scale_word(t, d.end), True
        d.value, d.end = d.value.times(Value(d.scale)), d.end + 1
    compounds.add_smaller(t, d)


def _compares(t: Tokens, j: int) -> bool:
    word = t.word[j]
    if word in members("comparisons") or word in members("valuations"):
        return True
    return word.endswith("er") and t.word[j + 1] == "than"


def _inner_unit(t: Tokens, n: Numeral) -> units.Suffix | None:
    """Half an inch, a quarter of a mile, three-quarters of an hour."""
    if n.form != "part" and not (n.form == "words" and n.value.den > 1 and t.word[n.end] == "of"):
        return None
    j = n.end + (t.word[n.end] == "of")
    if (
        j > n.end
        and t.word[j] in ("1", "one")
        and (t.word[j + 1] in ("%", "percent", "percentage") or t.word[j + 2] == "cent")
    ):
        return units.suffix_after(t, Numeral(n.start, j + 1, n.value, "words"))
    if t.word[j] not in ("a", "an") and not (j > n.end and t.word[j] in unit_words()):
        return None
    j += t.word[j] in ("a", "an")
    if t.word[j] in ("second", "quarter", "season", "cup", "degree") and t.word[n.end] != "of":
        return None
    return units.suffix_after(t, Numeral(n.start, j, n.value, "words"))


def _after_adjective(t: Tokens, n: Numeral) -> units.Suffix | None:
    """24 difficult years, twenty working days, two more hours."""
    j = n.end
    word = t.word[j]
    if not word.isalpha() or not t.raw[j].islower() or is_stop(word) or plural(word) or t.touches(j):
        return None
    unit = t.word[j + 1]
    if (
        not unit.endswith("s")
        or unit in ("quarters", "seconds", "seasons", "nights")
        or word in CARDINALS
        or word == "or"
    ):
        return None
    suffix = units.suffix_after(t, Numeral(n.start, j + 1, n.value, "words"))
    return suffix if suffix and suffix.kind == "duration" else None


def _after_bracket(t: Tokens, d: Draft, n: Numeral) -> units.Suffix | None:
    """Thirty (30) days; "[Ten] years", as a quotation was changed."""
    j = number_words.past_repeat(t, n.end, n.value)
    inserted = t.word[n.end] == "]" and t.word[n.start - 1] == "["
    if j == n.end and not inserted:
        return None
    suffix = units.suffix_after(t, Numeral(d.start, j + inserted, n.value, n.form))
    d.start -= inserted and suffix is not None
    return suffix


def _with_afterword(t: Tokens, d: Draft) -> Draft:
    """10 or more years, 40-odd miles: the unit behind the modifier."""
    if d.kind != "cardinal" or d.bound == "range" or d.value is None:
        return d
    after = afterword(t, d.end)
    if after is None:
        return d
    suffix = units.suffix_after(t, Numeral(d.start, after[0], d.value, d.form))
    if suffix is None or (suffix.kind == "money" and suffix.currency is None):
        return d
    d.modifier = (t.start[d.end], t.end[after[0] - 1])
    d.kind, d.unit, d.end = suffix.kind, suffix.unit, suffix.end
    if suffix.currency:
        d.currency, d.assumed = suffix.currency.code, suffix.currency.assumed
        d.value = d.value.times(Value(1, suffix.currency.per))
    _bound(d, after[1])
    return d


def _bound(d: Draft, bound: str) -> None:
    d.bound = bound
    if bound == "approx":
        d.approx = True
    elif bound == "at_least":
        d.low = d.value
    elif bound == "at_most":
        d.high = d.value
