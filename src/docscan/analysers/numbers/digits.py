"""Numerals in digits: sign, grouping, mixed fractions, powers of ten, scales ("5 lakh crore", "$3bn")."""

from __future__ import annotations

from docscan.analysers.numbers.lexer import LONGEST, Tokens
from docscan.analysers.numbers.number_words import add_part, scale_word
from docscan.analysers.numbers.values import Numeral, Value, decimal, sign_start, with_sign
from docscan.analysers.numbers.vocabulary import (
    DASHES,
    MINUS,
    SCALES,
    SUFFIXES,
    VULGAR_FRACTIONS,
    currency_symbols,
    currency_words,
    members,
)

_NEAR = 40  # tokens back to the sums whose scale a figure may share
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def read_digits(t: Tokens, k: int, money: bool, comma: bool) -> Numeral | None:
    """The numeral whose digits are token `k`: sign, grouping, fraction, exponent and scale included."""
    raw = t.raw[k]
    start, end, value = k, k + 1, None
    if ":" in raw:
        first, _, second = raw.partition(":")
        ratio = first.isdecimal() and second.isdecimal() and len(raw) < 10
        return Numeral(k, k + 1, Value(int(first)), "odds") if ratio else None
    if "/" in raw:
        value = _slash(raw)
        if value is None:
            return None
        return _scaled(t, Numeral(sign_start(t, k), end, with_sign(t, k, value), "part"), money)
    value = decimal(raw, comma)
    if value is None:
        return None
    if t.word[k - 1] == "." and t.touches(k) and raw.isdecimal() and not _attached_word(t, k - 1):
        start, value = k - 1, Value(value.num, 10 ** len(raw))
    elif value.den == 1 and "," not in raw:
        end, value = _space_groups(t, k, value)
    end, value, form = _tail(t, end, value, money)
    return _scaled(t, Numeral(sign_start(t, start), end, with_sign(t, start, value), form), money)


def _attached_word(t: Tokens, i: int) -> bool:
    return t.touches(i) and (t.raw[i - 1][-1:].isalnum() or t.word[i - 1] == ".")


def _slash(raw: str) -> Value | None:
    upper, _, lower = raw.partition("/")
    if not (upper.isdecimal() and lower.isdecimal()) or len(raw) > 9 or int(lower) == 0:
        return None
    if lower in ("2", "4", "8") and len(upper) > 1 and int(upper[-1]) % 2 and upper[-1] < lower and upper[0] != "0":
        return Value(int(upper[:-1])).plus(Value(int(upper[-1]), int(lower)))  # 41/2, as 4 1/2 lost its blank
    return Value(int(upper), int(lower))


def _space_groups(t: Tokens, k: int, value: Value) -> tuple[int, Value]:
    """1 208 445 300: groups of three set off by (narrow, no-break or plain) spaces."""
    if len(t.raw[k]) > 3:
        return k + 1, value
    end = k + 1
    while t.start[end] - t.end[end - 1] == 1 and len(t.raw[end].partition(".")[0]) == 3 and end - k < 12:
        if not t.raw[end].replace(".", "", 1).isdecimal():
            break
        end += 1
    plain = t.text[t.end[k] : t.start[k + 1]] == " "
    if end == k + 1 or (plain and end == k + 2 and t.raw[k + 1] != "000"):
        return k + 1, value
    joined = decimal("".join(t.raw[k:end]))
    return (end, joined) if joined else (k + 1, value)


def _tail(t: Tokens, j: int, value: Value, money: bool) -> tuple[int, Value, str]:
    """A vulgar fraction, a mixed fraction or a power of ten after the digits; in a price the part of a cent."""
    word = t.word[j]
    if word == "point" and t.raw[j + 1].isdecimal() and value.den == 1 and len(t.raw[j + 1]) < LONGEST:
        return j + 2, Value(int(f"{value.num}{t.raw[j + 1]}"), 10 ** len(t.raw[j + 1])), "digits"
    if word in VULGAR_FRACTIONS:
        return j + 1, value.plus(Value(*VULGAR_FRACTIONS[word])), "digits"
    at = j + (word in DASHES and t.touches(j) and t.touches(j + 1))  # 2 1/2, 2-1/2
    cents = money and value.den == 100
    if "/" in t.word[at] and (value.den == 1 or cents) and (at > j or not t.touches(j)):
        part = _slash(t.word[at])
        if part and part.num < part.den <= 100:
            return at + 1, value.plus(part.times(Value(1, value.den))), "digits"
    if word == "e" and t.touches(j) and t.touches(j + 1):
        power, end = _exponent(t, j + 1)
        if power is not None:
            return end, _shift(value, power), "digits"
    if word in ("×", "x") and t.word[j + 1][:2] == "10" and t.word[j + 2] != "^":
        power, end = _exponent(t, j + 2)
        if power is not None and t.touches(j + 2):
            return end, _shift(value, power), "digits"
    return _power(t, j, value)


def _power(t: Tokens, j: int, value: Value) -> tuple[int, Value, str]:
    """2^10, 8x2^10: a figure raised, or times one that is."""
    raised = t.word[j].translate(_SUPERSCRIPTS)
    if value == (10, 1) and t.touches(j) and raised != t.word[j] and raised.isdecimal() and len(raised) < 3:
        return j + 1, _shift(Value(1), int(raised)), "digits"  # 10⁵
    product = t.word[j] in ("×", "x") and t.raw[j + 1].isdecimal() and len(t.raw[j + 1]) < 4
    at = j + 2 if product else j
    if t.word[at] != "^" or not t.touches(at) or not t.touches(at + 1):
        return j, value, "digits"
    base = Value(int(t.raw[j + 1])) if product else value
    power, end = _exponent(t, at + 1)
    if power is None or base.num == 0 or abs(power) * len(f"{base.num}{base.den}") > LONGEST:
        return j, value, "digits"
    result = Value(base.num ** abs(power), base.den ** abs(power))
    if power < 0:
        result = Value(result.den, result.num)
    return end, value.times(result) if product else result, "digits"


def _exponent(t: Tokens, j: int) -> tuple[int | None, int]:
    sign = 1
    if t.word[j] in MINUS or t.word[j] == "+":
        sign, j = -1 if t.word[j] in MINUS else 1, j + 1
    digits = t.word[j].translate(_SUPERSCRIPTS)
    if digits.lstrip("-").isdecimal() and len(digits) <= 3:
        return sign * int(digits), j + 1
    return None, j


def _shift(value: Value, power: int) -> Value:
    return Value(value.num * 10**power, value.den) if power >= 0 else Value(value.num, value.den * 10**-power)


def _scaled(t: Tokens, n: Numeral, money: bool) -> Numeral:
    """`n` with the scale words or letters that follow it ("1.2 million", "5 lakh crore", "$3bn", "2 dozen")."""
    j, value = n.end, n.value
    at = j + 1 if t.word[j] in DASHES and t.touches(j) and t.word[j + 1] in SCALES else j
    while (factor := scale_word(t, at)) and at - j < 6:
        value, at = value.times(Value(factor)), at + 1
    if at > j and (at > j + 1 or t.word[j] not in DASHES):
        return add_part(t, Numeral(n.start, at, value, n.form, True))
    factor = _suffix(t, j, money)
    if factor:
        return Numeral(n.start, j + 1, n.value.times(Value(factor)), n.form, True)
    return n


def _suffix(t: Tokens, j: int, money: bool) -> int:
    raw = t.raw[j]
    factor = SUFFIXES.get(raw.lower(), 0)
    if not factor or (t.word[j + 1] in ("'", "’", "/") and t.touches(j + 1)):
        return 0
    if raw.lower() in ("bn", "mn", "tn", "bln", "mln", "trn"):
        return factor
    if not t.touches(j):
        return factor if money and raw in ("m", "b", "M", "B", "MM") else 0
    if money or raw in ("k", "K", "M", "B"):
        return factor
    if raw == "m":
        counted = t.word[j + 1].endswith("s") and t.word[j + 1].isalpha()
        return factor if counted or _in_units(t, j + 1) or _sums_in_millions(t, j) else 0
    return factor if raw == "G" and not t.word[j + 1] else 0


def _in_units(t: Tokens, j: int) -> bool:
    """Whether barrels, tonnes or shares are counted by the figure before token `j`: "2.6m-barrel", "33.4m b/d"."""
    if t.word[j] in DASHES and t.touches(j):
        return t.word[j + 1] in members("each") or t.word[j + 1] in members("in_millions")
    return t.word[j : j + 3] == ["b", "/", "d"]


def _sums_in_millions(t: Tokens, j: int) -> bool:
    """Whether sums of money shortly before token `j` are told with the same letter: "£61.2m (51.9m)"."""
    for i in range(j - 2, max(1, j - _NEAR), -1):
        if t.raw[i] == "m" and t.touches(i) and t.numeral(i - 1):
            return t.raw[i - 2] in currency_symbols() or t.word[i + 1] in currency_words()
    return False


def scale_of(t: Tokens, n: Numeral, money: bool) -> int:
    """The scale that ends `n` ("million", "bn", "× 10⁶"), 1 if none."""
    first = n.start + (not t.numeral(n.start))
    if not n.scaled and n.form == "digits" and t.word[first + 1] in ("×", "x") and n.end > first + 2:
        mantissa = decimal(t.raw[first])
        power = n.value.num * mantissa.den // (n.value.den * mantissa.num) if mantissa and mantissa.num else 1
        return power if power >= 10 else 1
    if not n.scaled:
        return 1
    return scale_word(t, n.end - 1) or _suffix(t, n.end - 1, money) or 1
