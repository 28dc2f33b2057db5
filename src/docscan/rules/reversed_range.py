"""A range runs from the larger figure to the smaller one.

"Between 20 and 10", "from 2015 to 1995": the ends have changed places, or one of them is wrong. Shortened ends
(1998–99, 120–30), scores, countdowns, hours ("between 8 and 1") and changes ("fell from 20 to 10") are no ranges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule

_HOURS = 12  # between 8 in the morning and 1 o'clock


@cache
def _between() -> re.Pattern[str]:
    number = r"[$£€]?(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(\d{1,6}))?"
    unit = r"(?:\s?(?:%|percent|per cent))?"
    return re.compile(
        rf"\b[Bb]etween\s(?:about\s|around\s|the\sages\sof\s)?{number}{unit}\sand\s{number}(?![\d,.]*\d|\s(?:million|"
        rf"billion|trillion|thousand|hundred|[ap]\.?m\b)|[/:-]\d|(?:st|nd|rd|th)\b)"
    )


@cache
def _years() -> re.Pattern[str]:
    year = r"((?:1[5-9]|20)\d\d)"
    range_ = rf"[Ff]rom\s{year}\s(?:to|until)\s{year}|\({year}\s?[-–]\s?{year}\)"
    return re.compile(rf"(?<![\w$£€,.-])(?:{range_})(?![\w,-])")


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each range whose first end is larger."""
    text = dossier.document.masked
    for m in _between().finditer(text):
        low, high = _value(m.group(1), m.group(2)), _value(m.group(3), m.group(4))
        if low > high and low > _HOURS:
            yield dossier.remark(m.start(), m.end(), f"range runs down: {m.group(1)} is more than {m.group(3)}")
    for m in _years().finditer(text):
        first, last = [g for g in m.groups() if g]
        if int(first) > int(last):
            yield dossier.remark(m.start(), m.end(), f"range runs down: {first} is after {last}")


def _value(whole: str, decimals: str | None) -> float:
    return float(f"{whole.replace(',', '')}.{decimals or 0}")


RULE = Rule("N004", "reversed-range", "error", check)
