"""One quotation is worded differently in two documents.

Two texts quote the same words and do not agree on them: one of them has changed what was said. A part of a longer
quotation is in order, and so is what an ellipsis leaves out at either end. Compare with the recording or the
first publication.

Options: `min-words` (7), the shortest quotation that is compared; `min-share` (0.75), the words two versions must
have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.checking.sayings import Saying, find_sayings, sharing
from docscan.evidence.alignment import align
from docscan.registry import Rule

_LONGEST = 300  # words of a quotation that are compared


def collect(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Saying]:
    """The quotations of a document."""
    return find_sayings(dossier, options["min-words"])


def check(facts: Iterable[Saying], options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each quotation and document that words it differently."""
    told: set[tuple[int, int, int]] = set()
    for ours, theirs in sharing(facts):
        key = (ours.place.order, ours.place.start, theirs.place.order)
        if key not in told and (diff := _difference(ours.words[:_LONGEST], theirs.words[:_LONGEST], options)):
            told.add(key)
            where = theirs.place.where
            yield Remark(ours.place, f"worded differently in {where}: “{diff}”", (theirs.place.related("there"),))


def _difference(ours: tuple[str, ...], theirs: tuple[str, ...], options: Mapping[str, Any]) -> str:
    """The first inner change as `word [theirs->ours] word`; "" if there is none, or too little is shared."""
    numbers = {word: n for n, word in enumerate({*ours, *theirs})}
    pairs = align([numbers[w] for w in ours], [numbers[w] for w in theirs])
    if not pairs:
        return ""
    (a, b), (c, d) = pairs[0], pairs[-1]
    span = max(c - a, d - b) + 1
    if len(pairs) < options["min-share"] * span or span < options["min-words"]:
        return ""
    for (i, j), (k, m) in pairwise(pairs):
        left, right = "".join(theirs[j + 1 : m]), "".join(ours[i + 1 : k])
        if left != right:
            changed = f"[{' '.join(theirs[j + 1 : m])}->{' '.join(ours[i + 1 : k])}]"
            return " ".join((*ours[max(a, i - 3) : i + 1], changed, *ours[k : min(c + 1, k + 4)]))
    return ""


RULE = Rule("Q101", "quote-variant", "warning", check, scope="corpus", collect=collect,
            options={"min-words": 7, "min-share": 0.75})  # fmt: skip
