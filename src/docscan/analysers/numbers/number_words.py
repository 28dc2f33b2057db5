"""Numerals in words: cardinals, mixed numbers, ordinals, years ("nineteen eighty-four"), "threefold"."""

from __future__ import annotations

from docscan.analysers.numbers.lexer import LONGEST, Tokens
from docscan.analysers.numbers.values import Numeral, Value, decimal, sign_start, with_sign
from docscan.analysers.numbers.vocabulary import (
    CARDINALS,
    DASHES,
    FOLDS,
    HIGH_ORDINALS,
    ORDINAL_ENDS,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    TENS,
)


def read_words(t: Tokens, k: int) -> Numeral | None:
    """The numeral that begins with the number word `k`: cardinals, mixed numbers, fractions, years in words."""
    end, total, scaled = sum_words(t, k)
    if end == k:
        return None
    value, form = Value(total), "words"
    if end == k + 1 and (year := _year(t, k, end)):
        return Numeral(k, year[1], Value(year[0]), "year")
    if t.word[end] == "point" and t.word[end + 1] in SMALL:
        end, value = _spoken_decimals(t, end + 1, total)
    n = Numeral(sign_start(t, k), end, with_sign(t, k, value), form, scaled)
    return _with_scale(t, add_part(t, n))


def sum_words(t: Tokens, k: int) -> tuple[int, int, bool]:
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
        elif scale_word(t, j):
            scale = scale_word(t, j)
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
    if word in DASHES and (t.touches(j) or word == "—" or (last == "tens" and not t.touches(j + 1))):
        tens = last == "tens" and 0 < SMALL.get(after, 0) < 10
        tens = tens or (last == "hundred" and t.touches(j) and (after in TENS or after in SMALL))
        return j + 1 if tens or (last and after in CARDINALS and scale_word(t, j + 1)) else 0
    if word == "and" and last in ("hundred", "scale") and (after in SMALL or after in TENS):
        beyond = t.word[j + 2]
        if last == "scale" and scale_word(t, j + 2) >= scale_word(t, j - 1):
            return 0  # three million and five million
        return 0 if beyond in PARTS or (beyond in ("-", "‐") and t.word[j + 3] in PARTS) else j + 1
    return 0


def _year(t: Tokens, k: int, end: int) -> tuple[int, int] | None:
    """nineteen eighty-four: two numbers below a hundred, the first a century."""
    first = SMALL.get(t.word[k], TENS.get(t.word[k], 0))
    if not 11 <= first <= 20 or (first < 13 and t.word[k - 1] not in ("in", "since", "of")):
        return None  # eleven thirty is a time
    after, second, _ = sum_words(t, end)
    return (100 * first + second, after) if after > end and 10 <= second < 100 else None


def _spoken_decimals(t: Tokens, j: int, whole: int) -> tuple[int, Value]:
    digits = ""
    while t.word[j] in SMALL and SMALL[t.word[j]] < 10 and len(digits) < LONGEST:
        digits += str(SMALL[t.word[j]])
        j += 1
    return j, Value(int(f"{whole}{digits}"), 10 ** len(digits))


def past_repeat(t: Tokens, j: int, value: Value | None) -> int:
    """The token after a repetition in brackets at token `j`: the "(4)" of "four (4) tickets"; else `j`."""
    raw = t.raw[j + 1]
    same = t.word[j] == "(" and t.word[j + 2] == ")" and raw.isdecimal() and len(raw) < 6 and value == (int(raw), 1)
    return j + 3 if same else j


def scale_word(t: Tokens, j: int) -> int:
    """What the word at token `j` multiplies by ("hundred", "million"), 0 if it is no such word."""
    word = t.word[j]
    if word in ("hundred", "dozen", "dozens"):
        return CARDINALS[word]
    if word == "cr" or word == "lac":
        return SCALES[word] if t.raw[j].islower() else 0
    return SCALES.get(word, 0)


def add_part(t: Tokens, n: Numeral) -> Numeral:
    """`n` plus "and a half", "and three quarters"; after a scale a part of it ("3 million and a half")."""
    j = n.end + (t.word[n.end] in DASHES and t.word[n.end + 1] == "and")
    if t.word[j] != "and":
        return n
    j += 1 + (t.word[j + 1] in DASHES)
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
    if n.scaled and scale_word(t, j + 1):  # one billion and a half million
        return Numeral(n.start, j + 2, n.value.plus(Value(upper * scale_word(t, j + 1), part)), n.form, True)
    return Numeral(n.start, j + 1, n.value.plus(Value(upper * unit, part)), n.form, n.scaled)


def _last_scale(t: Tokens, n: Numeral) -> int:
    return scale_word(t, n.end - 1) or 1


def _with_scale(t: Tokens, n: Numeral) -> Numeral:
    """`n` times the scale that follows a mixed or decimal number ("three and a half million")."""
    factor = scale_word(t, n.end) if n.value.den > 1 else 0
    return Numeral(n.start, n.end + 1, n.value.times(Value(factor)), n.form, True) if factor else n


def read_ordinal(t: Tokens, k: int) -> Numeral | None:
    """2nd, sixth, twenty-fifth, one hundred and third."""
    if t.numeral(k):
        if t.word[k + 1] in ORDINAL_ENDS and t.touches(k + 1):
            value = decimal(t.raw[k])
            return Numeral(k, k + 2, value, "ordinal") if value and value.den == 1 else None
        return None
    word = t.word[k]
    if word in ORDINALS:
        return Numeral(k, k + 1, Value(ORDINALS[word]), "ordinal")
    if word in HIGH_ORDINALS:
        return Numeral(k, k + 1, Value(HIGH_ORDINALS[word]), "ordinal")
    end, total, _ = sum_words(t, k)
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
