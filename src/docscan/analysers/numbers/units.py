"""What follows or precedes a numeral and makes it money, a percentage, a quantity, a duration or an age."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import is_content, plural
from docscan.analysers.numbers.values import Numeral
from docscan.analysers.numbers.vocabulary import (
    DASHES,
    MINUS,
    Currency,
    Phrases,
    Unit,
    currency_symbols,
    currency_words,
    members,
    unit_symbols,
    unit_words,
)

_T = TypeVar("_T")
_HEAVY = 400  # pounds that a person or a parcel may weigh
_PAGE = 150  # tokens either side that tell whose money is meant
_PERCENT = frozenset({"%", "percent", "pct", "percents", "％", "percentage"})


class Suffix(NamedTuple):
    """Tokens up to `end` say `kind`; `unit` and `currency` as far as they say it."""

    end: int
    kind: str
    unit: str | None = None
    currency: Currency | None = None


def currency_before(t: Tokens, k: int, floor: int) -> tuple[int, Currency] | None:
    """The currency symbol or code before the numeral at `k`, and the token at which it begins."""
    j = k - 1 - (t.word[k - 1] in MINUS and t.touches(k))
    if j < floor or t.start[j + 1] - t.end[j] > 1:
        return None
    table = currency_symbols()
    if t.word[j] == "(" and t.word[k + 1] == ")" and t.touches(j) and j - 1 >= floor and t.raw[j - 1] in table:
        return j - 1, table[t.raw[j - 1]]  # a loss of $(0.14), as accounts print it
    if t.word[j] == "#" and t.word[k + 1] in ("million", "billion"):
        return j, Currency("GBP", True, 1)  # the pound sign of old news wires
    if t.word[j] == "." and t.touches(j):
        found = table.get(t.raw[j - 1] + ".") or table.get(t.raw[j - 1])  # Rs. 5, $.24
        return (j - 1, found) if found and j - 1 >= floor else None
    found = table.get(t.raw[j])
    if found is None:
        joined = table.get(t.raw[j] + "$") if t.word[j - 1] == "$" and t.touches(j) and j - 1 >= floor else None
        return (j - 1, joined) if joined else None  # $US5 million
    if t.raw[j] in "$£¥" and j - 1 >= floor and t.start[j] - t.end[j - 1] <= 1:
        joined = table.get(t.raw[j - 1] + t.raw[j])
        if joined and (t.touches(j) or len(t.raw[j - 1]) > 1):
            return j - 1, joined
    return j, found


def suffix_after(t: Tokens, n: Numeral) -> Suffix | None:
    """The percent sign, currency or unit that belongs to the numeral `n`."""
    j = n.end
    word = t.word[j]
    if word in _PERCENT or (word == "per" and t.word[j + 1] == "cent") or (word == "pc" and t.touches(j)):
        return _percent(t, j)
    if word in DASHES:
        if not t.touches(j):  # "30 - year bonds", as some archives print it
            spaced = word == "-" and t.word[j + 1] in unit_words() and len(t.word[j + 1]) > 2
            return _unit(t, n, j + 1) if spaced and not plural(t.word[j + 1]) else None
        j += 1
        if t.word[j] == "in" and t.word[j + 1] in DASHES:
            return None  # 1-in-3
        if t.word[j] in _PERCENT or (t.word[j] == "per" and t.word[j + 1] == "cent"):
            return _percent(t, j)
        if t.word[j] == "basis" and t.word[j + 1] in DASHES and t.word[j + 2] in ("point", "points"):
            return Suffix(j + 3, "percent", "basis point")  # a 15-basis-point rise
    elif word in ("basis", "percentage") and t.word[j + 1] in ("point", "points"):
        return Suffix(j + 2, "percent", word + " point")
    elif word in ("bps", "bp"):
        return Suffix(j + 1, "percent", "basis point")
    return _currency(t, n, j) or _unit(t, n, j)


def measures(t: Tokens, j: int) -> bool:
    """Whether token `j` begins the name of a currency or a unit that measures a number before it."""
    if _phrase(t, j, currency_words()):
        return True
    word = t.word[j]
    return bool(_phrase(t, j, unit_words())) and word not in (
        "second",
        "quarter",
        "quarters",
        "season",
        "seasons",
        "cup",
        "day",
    )


def _percent(t: Tokens, j: int) -> Suffix:
    j += 2 if t.word[j] == "per" else 1
    if t.word[j - 1] == "percentage":
        j += t.word[j] in DASHES and t.word[j + 1] == "point"
        return (
            Suffix(j + 1, "percent", "percentage point") if t.word[j] in ("point", "points") else Suffix(j, "percent")
        )
    return Suffix(j, "percent")


def _phrase(t: Tokens, j: int, table: Phrases[_T]) -> tuple[int, _T] | None:
    for rest, meaning in table.get(t.word[j], ()):
        if not rest or all(t.word[j + 1 + n] == w for n, w in enumerate(rest)):
            return j + 1 + len(rest), meaning
    return None


def _currency(t: Tokens, n: Numeral, j: int) -> Suffix | None:
    found = _phrase(t, j, currency_words())
    if t.raw[j] in ("p", "c") and t.touches(j):
        return Suffix(j + 1, "money", currency=Currency("GBP" if t.raw[j] == "p" else "USD", t.raw[j] == "c", 100))
    if found is None:
        symbol = currency_symbols().get(t.raw[j])
        behind = not t.word[j + 1].isalnum() or not t.touches(j + 1)
        spaced = len(t.raw[j]) > 1 or (t.raw[j] in "€£¥₹₡₩₽₺₫₴₪" and behind and t.start[j] - t.end[j - 1] == 1)
        if symbol and (t.touches(j) or (spaced and t.word[j + 1] != "$")):
            return Suffix(j + 1, "money", currency=symbol) if not t.numeral(j + 1) else None
        millions = currency_symbols().get(t.raw[j][1:]) if t.raw[j][:1] == "M" and len(t.raw[j]) == 4 else None
        return Suffix(j + 1, "money", "million", millions) if millions else None
    end, currency = found
    if t.word[j] == "mark" and t.word[j - 1] not in DASHES:
        return None  # past the 10,000 mark
    if t.word[j] in ("pound", "pounds", "mark", "marks", "won", "real", "lev", "ether", "rand", "leu"):
        return _doubtful_currency(t, n, j, end, currency)
    return Suffix(end, "money", currency=currency)


def _doubtful_currency(t: Tokens, n: Numeral, j: int, end: int, currency: Currency) -> Suffix | None:
    """pounds are a weight beside other weights, marks and won are words beside money, real is mostly an adjective."""
    if t.word[j] == "real" and is_content(t, end):
        return None
    if t.word[j].startswith("pound"):
        if t.word[end] in ("of", "per", "heavier", "lighter"):
            return None
        if _weighs(t, n, j):
            return None
    return Suffix(end, "money", currency=currency)


def _weighs(t: Tokens, n: Numeral, j: int) -> bool:
    """Whether the pounds at token `j` are a weight: other weights near by, or dollars and nothing British."""
    near = {t.word[i] for i in range(max(0, j - 14), min(j + 10, len(t.word)))}
    if near & members("weighing") or t.word[j - 1] in DASHES:
        return True
    if n.scaled or not 0 < n.value.num <= _HEAVY * n.value.den:
        return False
    wide = {t.word[i] for i in range(max(0, j - _PAGE), min(j + _PAGE, len(t.word)))}
    return bool(wide & members("american_money")) and not wide & members("british")


def _unit(t: Tokens, n: Numeral, j: int) -> Suffix | None:
    found = _phrase(t, j, unit_words()) if len(t.word[j]) > 1 or t.raw[j].islower() else None
    if found and _plausible(t, n, j):
        end, unit = found
        return _combined(t, end, unit)
    if t.word[j] in ("square", "cubic", "sq", "cu"):
        at = j + 1 + (t.word[j + 1] == "." or (t.word[j + 1] in DASHES and t.touches(j + 1)))
        power = "square " if t.word[j][0] == "s" else "cubic "
        inner = _phrase(t, at, unit_words()) or _symbol(t, at)
        return _combined(t, inner[0], Unit(power + inner[1].name, False)) if inner else None
    if n.form != "words" or (len(t.raw[j]) > 1 and t.raw[j] != "in"):
        if t.word[j] in ("°", "º"):
            return _degrees(t, j)
        symbol = _symbol(t, j) if t.touches(j) or _spaced(t, j) else None
        if symbol:
            return _combined(t, symbol[0], symbol[1])
    return None


def _plausible(t: Tokens, n: Numeral, j: int) -> bool:
    """Not the "second" of "one second thought", the "degree" of "third degree", the "bit" of "one bit"."""
    word = t.word[j]
    if word in ("bit", "cup", "mole", "mark") and n.value == (1, 1) and n.form == "words":
        return False
    if word in ("cups", "cup") and t.capital(j):
        return t.word[j + 1] in ("of", "", ".", ",")
    if word in ("degrees",) and t.word[j + 1] in ("in", "from"):
        return (t.word[j + 1] == "in" and t.word[j + 2] in ("the", "some", "parts")) or t.word[j + 1] == "from"
    return not (word == "second" and n.form == "ordinal")


def _spaced(t: Tokens, j: int) -> bool:
    raw = t.raw[j]
    if t.start[j] - t.end[j - 1] > 1:
        return False
    if raw == "in":
        return not t.word[j + 1][:1].isalnum() or t.word[j + 1] in members("after_inch")
    return len(raw) > 1 or raw in members("spaced_symbols") or not t.word[j + 1].isalnum()


def _symbol(t: Tokens, j: int) -> tuple[int, Unit] | None:
    raw = t.raw[j]
    unit = unit_symbols().get(raw)
    if unit:
        if len(raw) == 1 and t.word[j + 1] in DASHES and t.touches(j + 1) and t.capital(j + 2):
            return None  # 800,000 F-Series trucks
        if t.word[j + 1] == "^" and t.word[j + 2] in ("2", "3"):
            return j + 3, Unit(("square " if t.word[j + 2] == "2" else "cubic ") + unit.name, False)
        if t.word[j + 1] in ("2", "3") and t.touches(j + 1):
            return j + 2, Unit(("square " if t.word[j + 1] == "2" else "cubic ") + unit.name, False)
        if t.word[j + 1] in ("squared", "cubed"):
            return j + 2, Unit(("square " if t.word[j + 1] == "squared" else "cubic ") + unit.name, False)
        return j + 1, unit
    if raw[-1:] in "²³" and raw[:-1] in unit_symbols():
        return j + 1, Unit(("square " if raw[-1] == "²" else "cubic ") + unit_symbols()[raw[:-1]].name, False)
    return None


def _degrees(t: Tokens, j: int) -> Suffix:
    named = {"celsius": "celsius", "fahrenheit": "fahrenheit"}
    scale = {"c": "celsius", "f": "fahrenheit", **named}.get(t.word[j + 1])
    if t.word[j + 1 : j + 3] == ["on", "the"] and t.word[j + 4] == "scale" and t.word[j + 3] in named:
        return Suffix(j + 1, "quantity", named[t.word[j + 3]])
    return Suffix(j + 2, "quantity", scale) if scale else Suffix(j + 1, "quantity", "degree")


_TIMES = {"h": "hour", "s": "second", "hr": "hour", "min": "minute"}


def _combined(t: Tokens, end: int, unit: Unit) -> Suffix:
    """`unit` with "per second", "/h", "a day" behind it, or "old" that makes a duration an age."""
    kind = "duration" if unit.time else "quantity"
    if (
        t.word[end] == "."
        and t.touches(end)
        and t.raw[end + 1].islower()
        and t.word[end - 1] in members("unit_stops")
    ):
        end += 1  # 20 sq. ft. of it
    if unit.time:
        j = end + (t.word[end] in DASHES)
        if t.word[j] in ("old", "olds"):
            return Suffix(j + 1, "age", unit.name)
        if t.word[end] == "of" and t.word[end + 1] == "age":
            return Suffix(end + 2, "age", unit.name)
        return Suffix(end, kind, unit.name)
    if t.word[end] in DASHES and t.touches(end + 2) and t.word[end + 2] in DASHES:
        hyphened = _phrase(t, end + 3, unit_words()) if t.word[end + 1] in ("a", "an", "per") else None
        if hyphened:  # 90-mile-an-hour winds
            return Suffix(hyphened[0], kind, f"{unit.name} per {hyphened[1].name}")
    per = t.word[end] in ("per", "/") or (t.word[end] in ("a", "an") and unit.name in ("barrel", "mile", "gallon"))
    if per:
        inner = _phrase(t, end + 1, unit_words()) or (_symbol(t, end + 1) if t.word[end] == "/" else None)
        if inner:
            name = f"{unit.name} per {inner[1].name}"
            return Suffix(inner[0], kind, name)
        other = _TIMES.get(t.word[end + 1].rstrip("²")) if t.word[end] == "/" else None
        if other:
            power = t.raw[end + 2] == "2" and t.touches(end + 2)
            squared = " squared" if power or t.word[end + 1][-1] == "²" else ""
            return Suffix(end + 2 + power, kind, f"{unit.name} per {other}{squared}")
    return Suffix(end, kind, unit.name)


def rate_after(t: Tokens, j: int) -> str | None:
    """The unit of "$5 a share", "€3 per kilo", "$15/hour": what the sum is paid for."""
    j += t.word[j] in DASHES and t.touches(j)
    link = t.word[j]
    at = j + 1 + (t.word[j + 1] in DASHES and t.touches(j + 1))
    if link in ("a", "per") and "share" in t.word[at + 1 : at + 3] and is_content(t, at):
        return "per share"  # $1.36 a fully diluted share
    if link in ("a", "an") and t.word[at] in members("each"):
        compared = t.word[at + 1] in ("ago", "earlier", "before", "later", "previously")
        return None if compared else "per " + t.word[at]
    return "per " + t.word[at] if link in ("per", "/") and t.word[at].isalpha() else None
