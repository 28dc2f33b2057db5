"""A sentence is longer than the limit.

A quotation inside the sentence counts: a reader reads it too. Split the sentence.

Options: `max-words` (40).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each sentence over the limit."""
    for start, end in dossier.document.sentences:
        words = len(dossier.document.masked[start:end].split())
        if words > options["max-words"]:
            yield dossier.remark(start, end, f"sentence of {words} words; the limit is {options['max-words']}")


RULE = Rule("R002", "long-sentence", "note", check, opt_in=True, options={"max-words": 40})
