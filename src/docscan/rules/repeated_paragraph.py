"""A paragraph or headline stands twice in one document.

A leftover of pasting or of a page template. Compared are the words, not spacing or typography. Delete one.

Options: `min-words` (6), the shortest paragraph that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.evidence.words import find_words
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each repetition."""
    seen: dict[tuple[str, ...], tuple[int, int]] = {}
    for block in dossier.document.blocks:
        words = tuple(w.text for w in find_words(dossier.document.masked, block.start, block.end))
        if len(words) < options["min-words"]:
            continue
        if words in seen:
            first = dossier.place(*seen[words])
            yield dossier.remark(block.start, block.end, f"the same paragraph as on line {first.line}",
                                 first.related("first here"))  # fmt: skip
        else:
            seen[words] = (block.start, block.end)


RULE = Rule("R003", "repeated-paragraph", "warning", check, options={"min-words": 6})
