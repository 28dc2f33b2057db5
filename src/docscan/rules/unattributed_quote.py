"""Nobody is named as having said a quotation.

A reader must be able to tell who speaks. The rule looks at whole statements in quotation marks; words quoted
inside a sentence of the writer's own, titles, and the further pieces of an attributed statement are left alone,
and so is a quotation next to one whose speaker is known. Name the speaker, or say that the source is anonymous.

Options: `min-words` (8), the shortest quotation that needs a speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.records import Quote
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each utterance without speaker and cue."""
    pieces: dict[int, list[Quote]] = {}
    for quote in dossier.quotes:
        pieces.setdefault(quote.utterance, []).append(quote)
    paragraphs = _Paragraphs(dossier)
    for quotes in pieces.values():
        direct = all(q.kind == "direct" for q in quotes)
        known = any(q.speaker or q.cue for q in quotes)
        words = sum(len(q.text.split()) for q in quotes)
        if direct and not known and words >= options["min-words"] and not paragraphs.has_speaker(quotes):
            first = quotes[0]
            yield dossier.remark(first.start, first.end, "quotation without a speaker")


class _Paragraphs:
    """Which paragraphs hold somebody's attributed words."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.attributed = {self.number(q.start) for q in dossier.quotes if q.speaker or q.cue}

    def number(self, offset: int) -> int:
        """Which block holds `offset`."""
        from bisect import bisect_right

        return bisect_right(self.dossier.document.blocks, offset, key=lambda b: b.start)

    def has_speaker(self, quotes: list[Quote]) -> bool:
        """Whether someone is quoted by name in the same paragraph or in the ones beside it."""
        return any(self.number(q.start) + d in self.attributed for q in quotes for d in (-1, 0, 1))


RULE = Rule("Q002", "unattributed-quote", "warning", check, options={"min-words": 8})
