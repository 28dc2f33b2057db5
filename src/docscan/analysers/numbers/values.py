"""Exact values: a pair of integers until it leaves as a JSON number, so that nothing is rounded on the way.

Thirds stay thirds, and no decimal library needs to be imported.
"""

from __future__ import annotations

from typing import NamedTuple

from docscan.analysers.numbers.lexer import LONGEST, Tokens
from docscan.analysers.numbers.vocabulary import MINUS

_SAFE = 1 << 53


class Value(NamedTuple):
    """An exact rational; the denominator is positive."""

    num: int
    den: int = 1

    @property
    def whole(self) -> bool:
        """Whether it is an integer."""
        return self.num % self.den == 0

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


def sign_start(t: Tokens, i: int) -> int:
    """The token where a minus sign before token `i` stands, else `i`."""
    if t.word[i - 1] in MINUS and t.touches(i) and i > 0:
        if t.word[i - 2] == "minus":
            return i - 2  # minus-40
        free = not t.touches(i - 1) or t.word[i - 2] in "([{$£€¥~><="
        return i - 1 if free else i
    return i - 1 if t.word[i - 1] in ("minus", "negative") and t.word[i - 2] != "or" else i


def with_sign(t: Tokens, i: int, value: Value) -> Value:
    """`value`, negative where a minus sign stands before token `i`."""
    return value if sign_start(t, i) == i else Value(-value.num, value.den)
