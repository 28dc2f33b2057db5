"""A percentage of something is above 100 or below 0.

Growth may well be 150 percent, so only shares are meant: a percentage followed by "of". Off by default, because
"200 percent of the limit" is said too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each share that cannot be."""
    text = dossier.document.masked
    for number in dossier.numbers:
        value = number.value
        if number.kind != "percent" or not isinstance(value, int | float) or 0 <= value <= 100:
            continue
        if text.startswith(" of ", number.end):
            yield dossier.remark(number.start, number.end, f"a share of {number.figure.text} cannot be")


RULE = Rule("N005", "percent-out-of-range", "warning", check, opt_in=True)
