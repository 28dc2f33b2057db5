"""Numerals: what a run of digits or number words is worth, exactly.

A value is a pair (numerator, denominator) of integers until it leaves as a JSON number: nothing is rounded on
the way, thirds stay thirds, and no decimal library needs to be imported.
"""

from __future__ import annotations

from typing import NamedTuple

from docscan.analysers.numbers.lexer import LONGEST, Tokens
from docscan.analysers.numbers.vocabulary import (
    CARDINALS,
    DASHES,
    FOLDS,
    HIGH_ORDINALS,
    MINUS,
    ORDINALS,
    PARTS,
    PLURALS,
    SCALES,
    SMALL,
    SUFFIXES,
    TENS,
    VULGAR_FRACTIONS,
)

_SAFE = 1 << 53
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_HEDGES = frozenset(
    {"by", "than", "over", "about", "nearly", "almost", "under", "around", "roughly", "only", "between"}
)
_VAGUE_LEADS = frozenset({"several", "few", "couple", "many"})


class Value(NamedTuple):
    """An exact rational; the denominator is positive."""

    num: int
    den: int = 1

    def times(self, other: Value) -> Value:
        """The product."""
        return Value(self.num * other.num, self.den * other.den)

    def plus(self, other: Value) -> Value:
        """The sum."""
        return Value(self.num * other.den + other.num * self.den, self.den * other.den)

    def below(self, other: Value) -> bool:
        """Whether this value is smaller than `other`."""
        return self.num * other.den < other.num * self.den


class Numeral(NamedTuple):
    """Tokens [start, end) and their value.

    `form`: digits | words | part (a fraction) | ordinal | vague (`value` is the lower bound) | year | fold | odds.
    `scaled` says that a scale word or letter took part ("million", "bn").
    """

    start: int
    end: int
    value: Value
    form: str
    scaled: bool = False


def json_number(value: Value | None) -> int | float | str | None:
    """The value as JSON holds it: an int when integral, a float else, a string beyond 2^53."""
    if value is None:
        return None
    num, den = value
    if num % den == 0:
        whole = num // den
        return whole if -_SAFE <= whole <= _SAFE else str(whole)
    try:
        return num / den
    except OverflowError:
        return str(num // den)


def decimal(raw: str, comma: bool = False) -> Value | None:
    """The value of a run of digits with its separators; None for a date, a time, a version.

    `comma`: the comma is the decimal mark and the point groups. A single comma that cannot group ("1,8") is a
    decimal mark in any case; groups may be Indian ("45,67,890").
    """
    if raw.isdecimal():
        return Value(int(raw)) if len(raw) <= LONGEST else None
    if len(raw) > LONGEST or ":" in raw or "/" in raw:
        return None
    if comma:
        raw = raw.translate({44: ".", 46: ","})
    whole, point, rest = raw.partition(".")
    if "." in rest or "," in rest:
        return None
    if "," in whole:
        first, *groups = whole.split(",")
        if not _grouped(first, groups):
            if point or len(groups) > 1:
                return None
            whole, rest = first, groups[0]
        else:
            whole = first + "".join(groups)
    return Value(int(whole + rest), 10 ** len(rest))


def _grouped(first: str, groups: list[str]) -> bool:
    if len(first) > 3 or len(groups[-1]) != 3:
        return False
    inner = {len(g) for g in groups[:-1]}
    return inner <= {3} or (inner == {2} and len(first) <= 2)


# ------------------------------------------------------------------------------------------------ digits


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
        return _scaled(t, Numeral(_signed(t, k), end, _negated(t, k, value), "part"), money)
    value = decimal(raw, comma)
    if value is None:
        return None
    if t.word[k - 1] == "." and t.touches(k) and raw.isdecimal() and not _attached_word(t, k - 1):
        start, value = k - 1, Value(value.num, 10 ** len(raw))
    elif value.den == 1 and "," not in raw:
        end, value = _space_groups(t, k, value)
    end, value, form = _tail(t, end, value)
    return _scaled(t, Numeral(_signed(t, start), end, _negated(t, start, value), form), money)


def _attached_word(t: Tokens, i: int) -> bool:
    return t.touches(i) and (t.raw[i - 1][-1:].isalnum() or t.word[i - 1] == ".")


def _slash(raw: str) -> Value | None:
    upper, _, lower = raw.partition("/")
    if not (upper.isdecimal() and lower.isdecimal()) or len(raw) > 9 or int(lower) == 0:
        return None
    return Value(int(upper), int(lower))


def _signed(t: Tokens, i: int) -> int:
    """The token where a minus sign before token `i` stands, else `i`."""
    if t.word[i - 1] in MINUS and t.touches(i) and i > 0:
        free = not t.touches(i - 1) or t.word[i - 2] in "([{$£€¥~><="
        return i - 1 if free else i
    return i - 1 if t.word[i - 1] in ("minus", "negative") and t.word[i - 2] != "or" else i


def _negated(t: Tokens, i: int, value: Value) -> Value:
    return value if _signed(t, i) == i else Value(-value.num, value.den)


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


def _tail(t: Tokens, j: int, value: Value) -> tuple[int, Value, str]:
    """A vulgar fraction, a mixed fraction or a power of ten after the digits."""
    word = t.word[j]
    if word == "point" and t.raw[j + 1].isdecimal() and value.den == 1 and len(t.raw[j + 1]) < LONGEST:
        return j + 2, Value(int(f"{value.num}{t.raw[j + 1]}"), 10 ** len(t.raw[j + 1])), "digits"
    if word in VULGAR_FRACTIONS:
        return j + 1, value.plus(Value(*VULGAR_FRACTIONS[word])), "digits"
    if "/" in word and value.den == 1 and not t.touches(j):
        part = _slash(word)
        if part and part.num < part.den <= 100:
            return j + 1, value.plus(part), "digits"
    if word == "e" and t.touches(j) and t.touches(j + 1):
        power, end = _exponent(t, j + 1)
        if power is not None:
            return end, _shift(value, power), "digits"
    if word in ("×", "x") and t.word[j + 1][:2] == "10":
        at = j + 2 if t.word[j + 2] != "^" else j + 3
        power, end = _exponent(t, at)
        if power is not None and t.touches(at):
            return end, _shift(value, power), "digits"
    return j, value, "digits"


def _exponent(t: Tokens, j: int) -> tuple[int | None, int]:
    sign = 1
    if t.word[j] in MINUS:
        sign, j = -1, j + 1
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
    while (factor := _scale_word(t, at)) and at - j < 6:
        value, at = value.times(Value(factor)), at + 1
    if at > j and (at > j + 1 or t.word[j] not in DASHES):
        return _with_half(t, Numeral(n.start, at, value, n.form, True))
    factor = _suffix(t, j, money)
    if factor:
        return Numeral(n.start, j + 1, n.value.times(Value(factor)), n.form, True)
    return n


def _scale_word(t: Tokens, j: int) -> int:
    word = t.word[j]
    if word in ("hundred", "dozen", "dozens"):
        return CARDINALS[word]
    if word == "cr" or word == "lac":
        return SCALES[word] if t.raw[j].islower() else 0
    return SCALES.get(word, 0)


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
        return factor if t.word[j + 1].endswith("s") and t.word[j + 1].isalpha() else 0
    return factor if raw == "G" and not t.word[j + 1] else 0


# ------------------------------------------------------------------------------------------------- words


def read_words(t: Tokens, k: int) -> Numeral | None:
    """The numeral that begins with the number word `k`: cardinals, mixed numbers, fractions, years in words."""
    end, total, scaled = _sum(t, k)
    if end == k:
        return None
    value, form = Value(total), "words"
    if end == k + 1 and (year := _year(t, k, end)):
        return Numeral(k, year[1], Value(year[0]), "year")
    if t.word[end] == "point" and t.word[end + 1] in SMALL:
        end, value = _spoken_decimals(t, end + 1, total)
    n = Numeral(_signed(t, k), end, _negated(t, k, value), form, scaled)
    return _with_scale(t, _with_half(t, n))


def _sum(t: Tokens, k: int) -> tuple[int, int, bool]:
    """End, value and scale of the longest well-formed run of number words from `k`."""
    total = group = 0
    j, end, last, ceiling, scaled = k, k, "", 10**18, False
    while True:
        word = t.word[j]
        if word in SMALL:
            small = SMALL[word]
            if not (last in ("", "scale") or (last == "hundred") or (last == "tens" and 0 < small < 10)):
                break
            group, last = group + small, "unit"
        elif word in TENS:
            if last not in ("", "scale", "hundred"):
                break
            group, last = group + TENS[word], "tens"
        elif word == "hundred":
            if last in ("scale", "hundred") or group > 99:
                break
            group, last, scaled = (group or 1) * 100, "hundred", True
        elif word in ("dozen", "dozens"):
            if total or (word == "dozens" and not group):
                break
            return j + 1, (group or 1) * 12, True
        elif _scale_word(t, j):
            scale = _scale_word(t, j)
            if last == "scale" or scale >= ceiling:
                if last != "scale" or scale <= ceiling or total == 0:
                    break
                total, ceiling = total * scale, scale
            else:
                total, ceiling = total + (group or 1) * scale, scale
            group, last, scaled = 0, "scale", True
        else:
            joined = _joiner(t, j, last)
            if not joined:
                break
            j = joined
            continue
        j += 1
        end = j
    return end, total + group, scaled


def _joiner(t: Tokens, j: int, last: str) -> int:
    """The token after a hyphen or an "and" that goes on with the same number, else 0."""
    word, after = t.word[j], t.word[j + 1]
    if word in DASHES and (t.touches(j) or t.word[j] == "—"):
        tens = last == "tens" and 0 < SMALL.get(after, 0) < 10
        return j + 1 if tens or (last and after in CARDINALS and _scale_word(t, j + 1)) else 0
    if word == "and" and last in ("hundred", "scale") and (after in SMALL or after in TENS):
        beyond = t.word[j + 2]
        return 0 if beyond in PARTS or (beyond in ("-", "‐") and t.word[j + 3] in PARTS) else j + 1
    return 0


def _year(t: Tokens, k: int, end: int) -> tuple[int, int] | None:
    """nineteen eighty-four: two numbers below a hundred, the first a century."""
    first = SMALL.get(t.word[k], TENS.get(t.word[k], 0))
    if not 11 <= first <= 20:
        return None
    after, second, _ = _sum(t, end)
    return (100 * first + second, after) if after > end and 10 <= second < 100 else None


def _spoken_decimals(t: Tokens, j: int, whole: int) -> tuple[int, Value]:
    digits = ""
    while t.word[j] in SMALL and SMALL[t.word[j]] < 10 and len(digits) < LONGEST:
        digits += str(SMALL[t.word[j]])
        j += 1
    return j, Value(int(f"{whole}{digits}"), 10 ** len(digits))


def _with_half(t: Tokens, n: Numeral) -> Numeral:
    """`n` plus "and a half", "and three quarters"; after a scale a part of it ("3 million and a half")."""
    if t.word[n.end] != "and":
        return n
    j = n.end + 1
    upper = 1
    if t.word[j] in ("a", "one"):
        j += 1
    elif t.word[j] in SMALL and t.word[j + 1] in PARTS:
        upper, j = SMALL[t.word[j]], j + 1
    j += t.word[j] in DASHES
    part = PARTS.get(t.word[j], 0) or (ORDINALS.get(t.word[j], 0) if t.word[j - 1] in ("a", "one", "-") else 0)
    if part < 2 or (t.word[j] not in PARTS and t.word[j + 1].isalpha() and t.word[j + 1] != "of"):
        return n
    unit = _last_scale(t, n)
    return Numeral(n.start, j + 1, n.value.plus(Value(upper * unit, part)), n.form, n.scaled)


def _last_scale(t: Tokens, n: Numeral) -> int:
    return _scale_word(t, n.end - 1) or 1


def _with_scale(t: Tokens, n: Numeral) -> Numeral:
    """`n` times the scale that follows a mixed or decimal number ("three and a half million")."""
    factor = _scale_word(t, n.end) if n.value.den > 1 else 0
    return Numeral(n.start, n.end + 1, n.value.times(Value(factor)), n.form, True) if factor else n


def scale_of(t: Tokens, n: Numeral, money: bool) -> int:
    """The scale that ends `n` ("million", "bn"), 1 if none."""
    if not n.scaled:
        return 1
    return _scale_word(t, n.end - 1) or _suffix(t, n.end - 1, money) or 1


# --------------------------------------------------------------------------------------------- fractions


def read_part(t: Tokens, n: Numeral) -> Numeral | None:
    """`n` as the upper half of a fraction in words: "two-thirds", "three quarters", "one sixth"."""
    j = n.end + (t.word[n.end] in DASHES and t.word[n.end + 1] != "")
    word = t.word[j]
    halves = word in ("half", "quarter")
    lower = PARTS.get(word, 0) if (n.value.num == 1) == halves else 0
    if n.value == (1, 1):
        lower = lower or ORDINALS.get(word, 0) or HIGH_ORDINALS.get(word, 0)
        if word == "second":
            lower = 0
    if lower < 2 or n.value.den != 1 or (n.scaled and n.value.num > 999) or n.form == "year":
        return None
    return _of_scale(t, Numeral(n.start, j + 1, Value(n.value.num, lower), "part"))


def read_lone_part(t: Tokens, k: int, floor: int) -> Numeral | None:
    """A fraction that begins with its lower half: "half", "half a million", "a third of", "a quarter of"."""
    word = t.word[k]
    lead = k - 1 if t.word[k - 1] in ("a", "an") and k - 1 >= floor and t.start[k] > t.end[k - 1] else k
    if word == "half":
        j = k + 1 + (t.word[k + 1] in ("a", "an") or (t.word[k + 1] in DASHES and t.touches(k + 1)))
        factor = _scale_word(t, j)
        if factor:
            return Numeral(k, j + 1, Value(factor, 2), "words", True)
        return Numeral(lead, k + 1, Value(1, 2), "part")
    if word == "quarter" and t.word[k + 1] in DASHES and t.word[k + 2] in ("century", "mile", "hour", "inch", "acre"):
        return Numeral(lead, k + 1, Value(1, 4), "part")
    lower = 4 if word == "quarter" else ORDINALS.get(word, 0) or HIGH_ORDINALS.get(word, 0)
    if lead == k or lower < 3:
        return None
    if word == "quarter" and _scale_word(t, k + 1):
        return Numeral(lead, k + 2, Value(_scale_word(t, k + 1), 4), "words", True)
    if t.word[k + 1] != "of" and word != "quarter" and not _free_standing(t, lead, k + 1):
        return None
    if word == "quarter" and t.word[k + 1] != "of" and t.word[lead - 1] not in _HEDGES:
        return None
    return _of_scale(t, Numeral(lead, k + 1, Value(1, lower), "part"))


def _free_standing(t: Tokens, lead: int, after: int) -> bool:
    """By a third, more than a third less: a fraction, for nothing follows that a third one could be."""
    before = t.word[lead - 1]
    if not t.word[after].isalpha() and t.word[after] not in DASHES:
        return True
    hedged = before in _HEDGES
    return hedged and (not t.word[after].isalpha() or t.word[after] in ("to", "in", "from", "less", "more", "since"))


def _of_scale(t: Tokens, n: Numeral) -> Numeral:
    """Two thirds of a million."""
    if t.word[n.end] == "of" and t.word[n.end + 1] == "a" and _scale_word(t, n.end + 2):
        factor = _scale_word(t, n.end + 2)
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
    if t.word[lead] not in _VAGUE_LEADS or not _scale_word(t, k) or lead < floor:
        return None
    if t.word[lead] in ("few", "couple"):
        if t.word[lead - 1] not in ("a", "last", "past", "next", "first"):
            return None
        lead -= t.word[lead - 1] == "a" and lead - 1 >= floor
    end, total, _ = _sum(t, k)
    return Numeral(lead, end, Value(2 * total), "vague", True)


# -------------------------------------------------------------------------------------------- ordinals


def read_ordinal(t: Tokens, k: int) -> Numeral | None:
    """2nd, sixth, twenty-fifth, one hundred and third."""
    if t.numeral(k):
        if t.word[k + 1] in _ORDINAL_ENDS and t.touches(k + 1):
            value = decimal(t.raw[k])
            return Numeral(k, k + 2, value, "ordinal") if value and value.den == 1 else None
        return None
    word = t.word[k]
    if word in ORDINALS:
        return Numeral(k, k + 1, Value(ORDINALS[word]), "ordinal")
    if word in HIGH_ORDINALS:
        return Numeral(k, k + 1, Value(HIGH_ORDINALS[word]), "ordinal")
    end, total, _ = _sum(t, k)
    if end == k:
        return None
    j = end + (t.word[end] in DASHES or (t.word[end] == "and" and total >= 100))
    unit = ORDINALS.get(t.word[j], 0)
    if unit and ((total % 100 >= 20 and total % 10 == 0 and unit < 10) or (total >= 100 and total % 100 == 0)):
        return Numeral(k, j + 1, Value(total + unit), "ordinal")
    if t.word[j] in HIGH_ORDINALS and total < 1000:
        return Numeral(k, j + 1, Value(total * HIGH_ORDINALS[t.word[j]]), "ordinal")
    return None


def read_fold(t: Tokens, k: int) -> Numeral | None:
    """Threefold, 10-fold, four-fold."""
    if t.word[k] in FOLDS:
        return Numeral(k, k + 1, Value(FOLDS[t.word[k]]), "fold")
    return None
