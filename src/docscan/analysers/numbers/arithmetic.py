"""Arithmetic inside one sentence: shares, changes, multiples and totals that do not compute.

Only claims whose parts stand next to each other in a fixed pattern are checked, and every stated figure is given
the room of its own rounding: a finding means that no reading of the rounded figures makes the claim true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from docscan.analysers.numbers.vocabulary import members

if TYPE_CHECKING:
    from docscan.document import Document
    from docscan.records import Number

_REACH = 120
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]|\n\s*\n|;")
_FACTORS = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "quintupled": 5.0}
_LOOSE = 0.1  # "doubled" is said of anything from 1.8 to 2.2 times


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A stated figure that the figures beside it contradict.

    `kind`: share | change | multiple | total. `start`/`end` span the whole claim; `stated` and `computed` are in
    the unit of the claim (percent for shares and changes); `numbers` are the figures it was computed from.
    """

    kind: str
    start: int
    end: int
    stated: float
    computed: float
    message: str
    numbers: tuple[Number, ...]


def find_inconsistencies(document: Document, numbers: Sequence[Number]) -> tuple[Inconsistency, ...]:
    """The claims of `document` that do not compute, in order; `numbers` are its figures in order."""
    text = document.text
    plain = [n for n in numbers if n.kind not in ("date", "time", "ordinal", "age", "duration")]
    found: list[Inconsistency] = []
    for i in range(len(plain)):
        window = plain[i : i + 4]
        for check in (_share, _spoken_share, _change, _multiple, _total, _parts):
            finding = check(text, window)
            if finding:
                found.append(finding)
                break
    return tuple(found)


# ------------------------------------------------------------------------------------------------ figures


def _exact(n: Number) -> float | None:
    """The value of a figure that is stated without hedge or bound."""
    if n.approx or n.bound != "exact" or not isinstance(n.value, (int, float)):
        return None
    return float(n.value)


def _step(n: Number) -> float:
    """What one unit in the last stated digit of `n` is worth: 0.1 for 2.8 %, 100,000 for $1.2 million."""
    m = _DIGITS.search(n.figure.text)
    value = abs(float(n.value)) if isinstance(n.value, (int, float)) else 0.0
    if m is None:
        return value * 0.05 or 1.0
    digits = m.group().rstrip(",").replace(",", "")
    written = abs(float(digits))
    scale = value / written if written else 1.0
    if m.group(1):
        return scale * 10.0 ** -len(m.group(1))
    zeros = len(digits) - len(digits.rstrip("0")) if written >= 1000 else 0
    return scale * 10.0**zeros


def _interval(n: Number) -> tuple[float, float] | None:
    """The values that rounding or cutting to the stated digits may stand for."""
    value = _exact(n)
    if value is None:
        return None
    counted = n.kind == "cardinal" and value.is_integer() and abs(value) < 1000
    room = 0.0 if counted else _step(n)
    return value - room, value + room


def _gap(text: str, a: Number, b: Number) -> str | None:
    """The words between two figures of one sentence; None across sentences or too far apart."""
    between = text[a.end : b.start]
    if len(between) > _REACH or _SENTENCE_END.search(between):
        return None
    return between


@cache
def _pattern(name: str) -> re.Pattern[str]:
    word = r"(?: [\w'’-]+)"
    return re.compile(
        {
            "of": rf"{word}{{0,3}} (?:out )?of (?:the |its |their |a total of |all )?",
            "then": rf"{word}{{0,3}}(?: \(|,? or |, i\.e\.,? |, that is,? | = | — | – |=)",
            "to": r" to ",
            "from": r"(?:,| [\w'’.-]+| \w+ \d{4}){0,4},? from ",
            "from_first": r" from ",
            "plus": r" (?:plus|\+) ",
            "makes": r" (?:=|equals|makes|is) ",
            "splits": rf"{word}{{1,3}}(?:,|:| \(| —| –) ?(?:made up of |comprising |all )?",
            "joins": rf"{word}{{1,3}} and ",
        }[name]
    )


def _matches(name: str, between: str | None) -> bool:
    return between is not None and _pattern(name).fullmatch(between) is not None


# ------------------------------------------------------------------------------------------------- checks


def _share(text: str, window: Sequence[Number]) -> Inconsistency | None:
    """16 of 580 people, or 2.8 percent."""
    if len(window) < 3:
        return None
    part, whole, percent = window[:3]
    if part.kind != "cardinal" or whole.kind != "cardinal" or not _rate(percent):
        return None
    if not _matches("of", _gap(text, part, whole)) or not _matches("then", _gap(text, whole, percent)):
        return None
    a, b = _exact(part), _exact(whole)
    if a is None or b is None or not 0 <= a <= b or b == 0:
        return None
    return _judge_share(100 * a / b, percent, (part, whole, percent))


def _spoken_share(text: str, window: Sequence[Number]) -> Inconsistency | None:
    """Nine out of ten voters (90 %)."""
    if len(window) < 2:
        return None
    ratio, percent = window[:2]
    if ratio.kind != "ratio" or not _rate(percent) or not _matches("then", _gap(text, ratio, percent)):
        return None
    value = _exact(ratio)
    return None if value is None else _judge_share(100 * value, percent, (ratio, percent))


def _rate(n: Number) -> bool:
    return n.kind == "percent" and n.unit is None


def _judge_share(computed: float, percent: Number, parts: tuple[Number, ...]) -> Inconsistency | None:
    room = _interval(percent)
    if room is None or room[0] <= computed <= room[1]:
        return None
    stated = float(percent.value or 0)
    words = " of ".join(n.figure.text for n in parts[:-1])
    return _finding("share", stated, computed, f"{words} is {computed:.3g}%, not {percent.figure.text}", parts)


def _change(text: str, window: Sequence[Number]) -> Inconsistency | None:
    """Rose 12 percent to $254 million from $227 million."""
    if len(window) < 3 or not _rate(window[0]):
        return None
    percent, new, old = window[:3]
    direction = _direction(text, percent)
    same = new.kind == old.kind and new.unit == old.unit and new.currency == old.currency and new.kind != "percent"
    if not direction or not same or not _matches("to", _gap(text, percent, new)):
        return None
    if not _matches("from", _gap(text, new, old)):
        return None
    room, after, before = _interval(percent), _interval(new), _interval(old)
    if room is None or after is None or before is None or before[0] <= 0:
        return None
    low, high = 100 * (after[0] / before[1] - 1), 100 * (after[1] / before[0] - 1)
    if direction < 0:
        low, high = -high, -low
    if room[0] <= high and low <= room[1]:
        return None
    computed = direction * 100 * (float(new.value or 0) / float(old.value or 1) - 1)
    message = f"from {old.figure.text} to {new.figure.text} is {computed:.3g}%, not {percent.figure.text}"
    return _finding("change", float(percent.value or 0), computed, message, (percent, new, old))


def _direction(text: str, percent: Number) -> int:
    """1 after a verb of rising, -1 after one of falling, 0 otherwise."""
    lead = text[max(0, percent.start - 40) : percent.start].split()
    if lead and lead[-1].lower() == "by":
        lead.pop()
    verb = lead[-1].lower() if lead else ""
    return 1 if verb in members("rising") else -1 if verb in members("falling") else 0


def _multiple(text: str, window: Sequence[Number]) -> Inconsistency | None:
    """Doubled to 90 from 40; tripled from 10 to 30."""
    if len(window) < 3 or window[0].kind != "multiple":
        return None
    said, first, second = window[:3]
    factor = _FACTORS.get(said.figure.text.lower())
    if factor is None or first.kind != second.kind or first.currency != second.currency or first.unit != second.unit:
        return None
    if _matches("to", _gap(text, said, first)) and _matches("from", _gap(text, first, second)):
        new, old = first, second
    elif _matches("from_first", _gap(text, said, first)) and _matches("to", _gap(text, first, second)):
        new, old = second, first
    else:
        return None
    after, before = _interval(new), _interval(old)
    if after is None or before is None or before[0] <= 0 or after[0] <= 0:
        return None
    if after[1] / before[0] >= factor * _floor(said) and after[0] / before[1] <= factor * _ceiling(said):
        return None
    computed = float(new.value or 0) / float(old.value or 1)
    message = f"from {old.figure.text} to {new.figure.text} is {computed:.3g} times, not {said.text}"
    return _finding("multiple", factor, computed, message, (said, new, old))


def _floor(said: Number) -> float:
    return 1 - (3 * _LOOSE if said.approx else 0 if said.bound == "more_than" else _LOOSE)


def _ceiling(said: Number) -> float:
    return float("inf") if said.bound in ("more_than", "at_least") else 1 + _LOOSE


def _total(text: str, window: Sequence[Number]) -> Inconsistency | None:
    """12 + 30 = 42; 12 plus 30 makes 42."""
    if len(window) < 3:
        return None
    a, b, total = window[:3]
    same = a.kind == b.kind == total.kind and a.currency == b.currency == total.currency
    if not same or not _matches("plus", _gap(text, a, b)) or not _matches("makes", _gap(text, b, total)):
        return None
    parts = [_interval(n) for n in (a, b, total)]
    if any(p is None for p in parts):
        return None
    x, y, z = (p for p in parts if p is not None)
    if x[0] + y[0] <= z[1] and z[0] <= x[1] + y[1]:
        return None
    computed = float(a.value or 0) + float(b.value or 0)
    message = f"{a.figure.text} plus {b.figure.text} is {computed:g}, not {total.figure.text}"
    return _finding("total", float(total.value or 0), computed, message, (a, b, total))


def _parts(text: str, window: Sequence[Number]) -> Inconsistency | None:
    """12 jurors, eight men and five women: the parts of a whole are more than the whole."""
    if len(window) < 3:
        return None
    whole, a, b = window[:3]
    pair = {(a.of_head or "").lower(), (b.of_head or "").lower()}
    if pair not in ({"men", "women"}, {"boys", "girls"}, {"males", "females"}) or whole.kind != "cardinal":
        return None
    if not _matches("splits", _gap(text, whole, a)) or not _matches("joins", _gap(text, a, b)):
        return None
    x, y, z = _exact(a), _exact(b), _exact(whole)
    if x is None or y is None or z is None or x + y <= z:
        return None
    message = f"{a.figure.text} and {b.figure.text} is {x + y:g}, more than {whole.figure.text}"
    return _finding("total", z, x + y, message, (whole, a, b))


def _finding(kind: str, stated: float, computed: float, message: str, parts: tuple[Number, ...]) -> Inconsistency:
    start, end = min(n.start for n in parts), max(n.end for n in parts)
    return Inconsistency(kind, start, end, stated, computed, message, parts)
