"""The same quotation stands twice in one document.

Usually a paragraph that was moved and not deleted. A quotation in a headline, a summary or a pull quote may well
be repeated, so this is a note. Delete one, or quote it once and refer to it.

Options: `min-words` (6), the shortest quotation that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.evidence.words import find_words
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each repetition, with the first occurrence beside it."""
    seen: dict[tuple[str, ...], Any] = {}
    for quote in dossier.quotes:
        if quote.kind == "indirect":
            continue
        words = tuple(w.text for w in find_words(dossier.document.text, quote.start, quote.end))
        if len(words) < options["min-words"]:
            continue
        if words in seen:
            first = seen[words]
            yield dossier.remark(quote.start, quote.end, f"the same quotation as on line {first.line}",
                                 dossier.place(first.start, first.end).related("first here"))  # fmt: skip
        else:
            seen[words] = quote


RULE = Rule("Q005", "duplicate-quote", "note", check, options={"min-words": 6})
