"""A quotation mark has no partner.

An opening mark that nothing closes makes everything after it somebody's words. Marks are paired by kind inside
each paragraph; a quotation that runs over paragraphs, each of which opens with a mark, is in order, and an
apostrophe is no mark. Close the quotation, or delete the mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each opening mark that is left open."""
    for q in dossier.document.quotations:
        if q.unclosed and not q.continues and q.outer_start < q.start:
            mark = dossier.document.text[q.outer_start : q.start]
            yield dossier.remark(q.outer_start, q.start, f"quotation opened with {mark} is never closed")


RULE = Rule("Q001", "unbalanced-quote", "error", check)
