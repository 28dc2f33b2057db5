"""Figures in one sentence that do not add up.

A share that its parts do not give ("30 of 40 members, or 60 percent"), a change that its ends do not give ("rose 50
percent, from 20 to 25"), "doubled" where nothing doubled, a total that is not the sum of its parts. Every figure
is given the room of its own rounding, so a remark means that no reading of the figures makes the claim true.
Look the figures up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each claim that does not compute."""
    from docscan.analysers.numbers.arithmetic import find_inconsistencies

    for found in find_inconsistencies(dossier.document, dossier.numbers):
        yield dossier.remark(found.start, found.end, found.message)


RULE = Rule("N006", "arithmetic", "warning", check)
