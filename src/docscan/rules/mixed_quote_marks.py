"""A document mixes curly and straight quotation marks.

It happens where text from two places has been put together, and search finds only half of the quotations. The
rule reports the first quotation in the rarer style. Use one style throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule

_STYLES = {'"': "straight", "“": "curly", "”": "curly"}


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark a document, at the first quotation of the rarer style."""
    first: dict[str, tuple[int, int]] = {}
    count = {"straight": 0, "curly": 0}
    for q in dossier.document.quotations:
        style = _STYLES.get(q.marks[:1])
        if style and not q.continues:
            count[style] += 1
            first.setdefault(style, (q.outer_start, q.outer_end))
    if min(count.values()):
        rare = "straight" if count["straight"] <= count["curly"] else "curly"
        common = "curly" if rare == "straight" else "straight"
        message = f"{count[rare]} of {sum(count.values())} quotations in {rare} marks, the others in {common} ones"
        yield dossier.remark(*first[rare], message)


RULE = Rule("Q003", "mixed-quote-marks", "note", check)
