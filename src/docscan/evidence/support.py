"""What the rules against sources share: a verdict on every quotation of a document, each given once."""

from __future__ import annotations

from bisect import bisect_right

from docscan.checking.dossier import Dossier
from docscan.evidence.quotations import Verdict, verify
from docscan.evidence.sources import Sources
from docscan.evidence.words import find_words
from docscan.records import Quote
from docscan.text.marks import Quotation

_LONG = 3  # words from which anything between marks must be in the sources, a title too


def verdicts(dossier: Dossier, sources: Sources) -> list[tuple[Quotation, Quote | None, Verdict]]:
    """Every quotation with its record, if it is one of somebody's words, and what the sources say."""
    found: list[tuple[Quotation, Quote | None, Verdict]] = dossier.keep("verdicts", lambda: _judge(dossier, sources))
    return found


def _judge(dossier: Dossier, sources: Sources) -> list[tuple[Quotation, Quote | None, Verdict]]:
    quotes = [q for q in dossier.quotes if q.kind != "indirect"]
    starts = [q.start for q in quotes]
    text = dossier.document.masked
    found = []
    for q in dossier.document.quotations:
        if q.depth:
            continue
        at = bisect_right(starts, q.end) - 1
        quote = quotes[at] if at >= 0 and quotes[at].end > q.start else None
        if quote is not None or len(find_words(text, q.start, q.end)) >= _LONG:
            found.append((q, quote, verify(sources.index, text, q.start, q.end)))
    return found
