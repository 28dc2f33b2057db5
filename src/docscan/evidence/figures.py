"""When one stated figure supports another: the same value and unit, or a rounding that says it is one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from docscan.records import Number

_ROUGHLY = 0.05  # "about 40" may stand for a figure this far off
_FURTHEST = 0.3  # "more than 100" is not said of 140
_FLOOR = frozenset({"at_least", "more_than"})
_CEILING = frozenset({"at_most", "less_than"})
_YEARS = {"age": "year", "duration": "year"}


class Amount(NamedTuple):
    """What matters of a figure when two are compared. `low`/`high` are floats, infinite where open."""

    kind: str
    unit: str  # "" where anything goes: a bare count, a currency the text leaves open
    value: float | None
    low: float
    high: float
    bound: str
    approx: bool
    spelled: bool  # written with a scale word ("1.2 million", "$3bn"): its last digit is rounded


def amount(number: Number) -> Amount | None:
    """The comparable side of `number`; None for dates, times and identifiers."""
    if number.kind in ("date", "time", "identifier"):
        return None
    value, low, high = _float(number.value), _float(number.low), _float(number.high)
    if value is None and low is None and high is None:
        return None
    low = value if low is None and number.bound == "exact" else low
    high = value if high is None and number.bound == "exact" else high
    spelled = _scale().search(number.figure.text) is not None
    return Amount(
        _kind(number), _unit(number), value, float("-inf") if low is None else low,
        float("inf") if high is None else high, number.bound, number.approx, spelled,
    )  # fmt: skip


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(r"\d[\s-]?(?:thousand|million|billion|trillion|[kmb]|mn|bn|tn)(?![a-z])", re.IGNORECASE)


def _float(value: object) -> float | None:
    if value is None or isinstance(value, str | int | float):
        try:
            return None if value is None else float(value)
        except (ValueError, OverflowError):
            return None
    return None


def _kind(number: Number) -> str:
    if number.kind in ("age", "duration", "quantity"):
        return "quantity"
    return "cardinal" if number.kind in ("ratio",) and number.value is not None else number.kind


def _unit(number: Number) -> str:
    if number.kind == "money":
        return "" if number.currency_assumed else number.currency or ""
    unit = number.unit or _YEARS.get(number.kind, "")
    return unit.removesuffix("-old")


def supports(known: Amount, claimed: Amount) -> bool:
    """Whether a source that states `known` supports `claimed`."""
    if not _comparable(known, claimed):
        return False
    factor = 100.0 if (known.kind, claimed.kind) == ("fraction", "percent") else 1.0
    factor = 0.01 if (known.kind, claimed.kind) == ("percent", "fraction") else factor
    if claimed.value is None:
        return _spans(known, claimed, factor)
    if known.value is None:
        return claimed.value in (known.low * factor, known.high * factor)
    value = known.value * factor
    if _close(value, claimed.value):
        return not _disjoint(known, claimed)
    return _is_rounding(value, claimed)


def _comparable(known: Amount, claimed: Amount) -> bool:
    kinds = {known.kind, claimed.kind}
    if len(kinds) > 1 and kinds not in ({"fraction", "percent"}, {"cardinal", "quantity"}):
        return False
    if kinds == {"cardinal", "quantity"}:
        return not claimed.unit
    return known.unit == claimed.unit or not known.unit or not claimed.unit


def _spans(known: Amount, claimed: Amount, factor: float) -> bool:
    """A range is supported by the same range or a figure inside it, a vague amount by whatever it may stand for."""
    if known.value is not None:
        return claimed.low <= known.value * factor <= claimed.high
    if claimed.bound == "vague" or known.bound == "vague":
        return claimed.low <= known.high * factor and known.low * factor <= claimed.high
    return _close(claimed.low, known.low * factor) and _close(claimed.high, known.high * factor)


def _disjoint(known: Amount, claimed: Amount) -> bool:
    """The same figure with bounds that exclude each other: "up to 40" and "more than 40"."""
    one, other = known.bound, claimed.bound
    return (one in _FLOOR and other in _CEILING) or (one in _CEILING and other in _FLOOR)


def _close(one: float, other: float) -> bool:
    return one == other or abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def step(value: float) -> float:
    """The place of the last significant digit: 1,200 → 100, 1.25 → 0.01."""
    digits = f"{value:.12g}"
    if "e" in digits:
        mantissa, _, exponent = digits.partition("e")
        return 10.0 ** (int(exponent) - len(mantissa.partition(".")[2]))
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 1.0


def _is_rounding(value: float, claimed: Amount) -> bool:
    """Whether `claimed` says that it is rounded and `value` rounds to it."""
    assert claimed.value is not None
    size, off = abs(claimed.value), value - claimed.value
    place = step(size)
    beyond = min(max(place if size >= 10 else 0, 0.1 * size), _FURTHEST * size)
    if claimed.bound in _FLOOR:
        return 0 <= off < beyond
    if claimed.bound in _CEILING:
        return 0 <= -off < beyond
    if claimed.approx:
        return abs(off) <= max(place / 2 if size >= 10 else 0, _ROUGHLY * size)
    return claimed.spelled and abs(off) <= place / 2


def disjoint(one: Amount, other: Amount) -> bool:
    """Whether the two exclude each other, a round or rough figure widened by what its rounding hides."""
    (low, high), (least, most) = _interval(one), _interval(other)
    return high < least or most < low


def _interval(stated: Amount) -> tuple[float, float]:
    if stated.value is None:
        return stated.low, stated.high
    value = stated.value
    if stated.bound in _FLOOR:
        return value, float("inf")
    if stated.bound in _CEILING:
        return float("-inf"), value
    slack = step(value) / 2 if abs(value) >= 1000 or stated.spelled else 0.0
    if stated.approx:
        slack = max(slack, _ROUGHLY * abs(value), step(value) / 2)
    return value - slack, value + slack


__all__ = ["Amount", "amount", "disjoint", "step", "supports"]
