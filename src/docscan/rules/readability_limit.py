"""A document is harder to read than the limit.

Measured over the body by the Flesch-Kincaid grade (years of schooling a reader needs); short texts, for which the
formula says little, are left alone. Shorten sentences, choose plainer words.

Options: `max-grade` (14).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """At most one remark a document, at its first line."""
    readability = dossier.summary.readability
    grade = readability.flesch_kincaid_grade
    if readability.reliable and grade is not None and grade > options["max-grade"]:
        first = dossier.document.blocks[0] if dossier.document.blocks else None
        start, end = (first.start, first.end) if first else (0, 0)
        yield dossier.remark(start, end, f"Flesch-Kincaid grade {grade:.1f} is above {options['max-grade']}")


RULE = Rule("R001", "readability-limit", "note", check, opt_in=True, options={"max-grade": 14})
