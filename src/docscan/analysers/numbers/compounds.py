"""A unit and a smaller one that belong together: 5ft 10in, an hour and a half, seventeen dollars and twenty cents."""

from __future__ import annotations

from docscan.analysers.numbers import units
from docscan.analysers.numbers.digits import read_digits
from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.number_words import read_words
from docscan.analysers.numbers.values import Numeral, Value
from docscan.analysers.numbers.vocabulary import CARDINALS, DASHES, SMALLER, members

_TIGHT = frozenset({"foot", "yard", "hour", "minute", "year", "day", "pound", "month", "week", "kilometer", "meter"})
_INCH_MARKS = frozenset(['"', "″", "”"])
_FOOT_MARKS = frozenset(["'", "′", "’"])


def feet_and_inches(t: Tokens, d: Draft) -> bool:
    """5'10", 6', 12": marks that touch the digits and close no quotation."""
    j = d.end
    if not t.touches(j) or not t.numeral(d.start):
        return False
    if t.word[j] in _FOOT_MARKS and t.touches(j + 1) and t.raw[j + 1].isdecimal() and len(t.raw[j + 1]) <= 2:
        inches = int(t.raw[j + 1])
        closed = t.word[j + 2] in _INCH_MARKS or t.word[j + 2] in ("in", "'")
        if inches < 12 and d.value:
            double = 2 if t.word[j + 2] == "'" and t.word[j + 3] == "'" else 1
            d.end, d.kind, d.unit = j + 2 + (double if closed else 0), "quantity", "foot"
            d.value = d.value.plus(Value(inches, 12))
            return True
    if t.word[j] == "'" and t.word[j + 1] == "'" and t.touches(j + 1) and t.word[d.start - 1] != "'":
        d.end, d.kind, d.unit = j + 2, "quantity", "inch"
        return True
    if t.word[j] in ('"', "″") and _no_quotation(t, j):
        d.end, d.kind, d.unit = j + 1, "quantity", "inch"
        return True
    return False


def _no_quotation(t: Tokens, j: int) -> bool:
    """Whether the mark at token `j` closes nothing: as many marks opened as closed before it in the paragraph."""
    if t.word[j] == "″":
        return True
    lo = max(0, t.start[j] - 600)
    begin = max(t.text.rfind("\n", lo, t.start[j]), lo)
    return t.text.count('"', begin, t.start[j]) % 2 == 0


def read_one_and_more(t: Tokens, k: int, floor: int) -> Draft | None:
    """An hour and a half, a minute and 30 seconds: the figure at `k` goes on after one unit in words."""
    j = k - 1 - (t.word[k - 1] in ("a", "an"))
    if t.word[j] != "and" or j - 2 < floor or t.word[j - 2] not in members("one_leads"):
        return None
    first = j - 2 if t.word[j - 2] in ("a", "an") else j - 1
    unit = units.suffix_after(t, Numeral(j - 2, j - 1, Value(1), "words"))
    if unit is None or unit.end != j or unit.kind not in ("duration", "quantity"):
        return None
    d = Draft(first, j, unit.kind, Value(1), "words", unit=unit.unit)
    if t.word[j - 2] in ("a", "an", "one"):
        add_smaller(t, d)
    else:
        _half(t, d)  # the past year and a half, but "last month and three weeks later"
    return d if d.end > k else None


def add_smaller(t: Tokens, d: Draft) -> None:
    """Add what the next smaller unit or a half says to the value of `d`."""
    for _ in range(6):
        if d.value is None or not (_half(t, d) or _next_unit(t, d) or _coins(t, d)):
            return


def _half(t: Tokens, d: Draft) -> bool:
    """One hour and a half."""
    j = d.end
    if t.word[j] != "and" or d.kind not in ("duration", "quantity") or d.value is None:
        return False
    j += 1 + (t.word[j + 1] in ("a", "one"))
    part = {"half": 2, "quarter": 4}.get(t.word[j], 0)
    if not part or (t.word[j] == "quarter" and t.word[j - 1] == "and") or t.word[j + 1] in ("a", "an", "of"):
        return False
    d.value, d.end = d.value.plus(Value(1, part)), j + 1
    return True


def _next_unit(t: Tokens, d: Draft) -> bool:
    if d.unit not in _TIGHT or d.value is None:
        return False
    j = d.end + (t.word[d.end] == "." and t.touches(d.end))
    if d.unit == "foot" and t.word[j] in DASHES and t.touches(j + 1) and t.raw[j + 1].isdecimal():
        inches = int(t.raw[j + 1][:3])
        d.value, d.end = d.value.plus(Value(inches, 12)), j + 2  # a 5-foot-11 guard
        return inches < 12
    if t.word[j] == "," and t.word[d.end - 2] in DASHES:
        return False  # a one-day, 24-hour strike
    if t.word[j] in DASHES and t.word[j + 1] == "and" and t.word[j + 2] in DASHES:
        j += 2  # a two-hour-and-40-minute meeting
    j += t.word[j] == "," or (t.word[j] in DASHES and t.word[j - 1] == "and")
    j += t.word[j] == "and"
    if not (t.numeral(j) or t.word[j] in CARDINALS):
        return False
    n = read_digits(t, j, False, False) if t.numeral(j) else read_words(t, j)
    suffix = units.suffix_after(t, n) if n else None
    if n is None or suffix is None or suffix.unit is None or suffix.kind not in (d.kind, "age"):
        return False
    factor = SMALLER.get((_last_unit(d), suffix.unit), 0)
    if not factor or n.value.num >= factor * n.value.den * 4:
        return False
    whole = _whole(d)
    d.value = d.value.plus(Value(n.value.num, n.value.den * factor * whole))
    d.end, d.kind = suffix.end, suffix.kind
    d.form = f"{d.form.partition(':')[0]}:{suffix.unit}:{factor * whole}"
    return True


def _last_unit(d: Draft) -> str:
    """The unit read last: "1 year 1 month" goes on with days, not with hours."""
    parts = d.form.split(":")
    return parts[1] if len(parts) == 3 else d.unit or ""


def _whole(d: Draft) -> int:
    parts = d.form.split(":")
    return int(parts[2]) if len(parts) == 3 else 1


def _spoken_coins(t: Tokens, d: Draft, n: Numeral) -> bool:
    """Whether `n` tells the coins of the sum `d` without naming them: fifteen dollars and fifty."""
    named = t.word[d.end - 1].isalpha() and len(t.word[d.end - 1]) > 3 and not d.scaled
    alone = (
        not t.word[n.end][:1].isalnum() and t.word[n.end] not in DASHES and t.word[n.end] not in ("%", "$", "/", "&")
    )
    return named and alone and n.value.den == 1 and 10 <= n.value.num < 100 and not n.scaled


def _coins(t: Tokens, d: Draft) -> bool:
    """Seventeen dollars and twenty cents."""
    if d.kind != "money" or d.value is None or d.value.den != 1:
        return False
    j = d.end + (t.word[d.end] == "and")
    if not (t.numeral(j) or t.word[j] in CARDINALS):
        return False
    n = read_digits(t, j, False, False) if t.numeral(j) else read_words(t, j)
    suffix = units.suffix_after(t, n) if n else None
    if n is not None and suffix is None and _spoken_coins(t, d, n):
        d.value, d.end = d.value.plus(n.value.times(Value(1, 100))), n.end
        return True
    coin = suffix.currency if suffix else None
    if n is None or suffix is None or coin is None or coin.per == 1 or (coin.code != d.currency and not coin.assumed):
        return False
    d.value, d.end = d.value.plus(Value(n.value.num, n.value.den * coin.per)), suffix.end
    return True
