"""A quotation stands in a source in other words.

Runs with `--sources`. The message shows the difference, the source's words first: `two [persons->people] from`;
a negation that was lost or added is always said. Pieces joined by an ellipsis must stand in one source, in that
order. Quote the words as they were said, or mark the change with an ellipsis or [brackets].
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark, name_of
from docscan.evidence.quotations import Verdict
from docscan.evidence.sources import Sources
from docscan.evidence.support import verdicts
from docscan.records import Related
from docscan.registry import Rule


def check(dossier: Dossier, sources: Sources, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each quotation that differs, with the place in the source."""
    for q, _, verdict in verdicts(dossier, sources):
        if verdict.status in ("altered", "spliced") and verdict.document is not None:
            line = verdict.document.line(verdict.start)
            there = Related(verdict.document.path, verdict.start, verdict.end, line, "the source")
            yield dossier.remark(q.start, q.end, _message(verdict, f"{name_of(verdict.document)}:{line}"), there)


def _message(verdict: Verdict, where: str) -> str:
    if verdict.status == "spliced":
        return f"the pieces of this quotation do not stand in this order in one source ({where} has the first)"
    negation = f", negation {verdict.negation}" if verdict.negation else ""
    return f"quotation differs from {where}{negation}: “{verdict.diff}”"


RULE = Rule("Q104", "quote-altered", "error", check, scope="sources")
