"""Large numbers are grouped here (12,500) and not there (12500).

Compared are counts, amounts of money and quantities of five digits and more. The rule reports the rarer way once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule

_KINDS = frozenset(("cardinal", "money", "quantity"))


@cache
def _grouped() -> re.Pattern[str]:
    return re.compile(r"\d{2,3}[,\u00a0\u2009\u202f]\d{3}|\d{1,3}(?:,\d{3}){2}")


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.])\d{5,12}(?![\d,])")


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """At most one remark a document."""
    grouped, plain = [], []
    for number in dossier.numbers:
        if number.kind in _KINDS:
            text = number.figure.text[:40]
            if _grouped().search(text):
                grouped.append(number.figure)
            elif _plain().search(text):
                plain.append(number.figure)
    if grouped and plain:
        rare, common = sorted((plain, grouped), key=len)
        here, there = rare[0], common[0]
        way = "without" if rare is plain else "with"
        related = dossier.place(there.start, there.end).related("the other way")
        yield dossier.remark(here.start, here.end, f"{here.text} {way} grouping, but {there.text}", related)


RULE = Rule("N002", "mixed-digit-grouping", "warning", check)
