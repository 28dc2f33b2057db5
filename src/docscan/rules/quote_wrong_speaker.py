"""A quotation is in a source, but there somebody else says it.

Runs with `--sources`. Reported where both texts name the speaker beside the quotation, not by "he" or "she", and the
two names share no word. Check who said it.

Options: `min-confidence` (0.6), below which an attribution is not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark, name_of
from docscan.checking.people import is_name, same_person
from docscan.document import Document
from docscan.evidence.sources import OCCURRENCES, Sources
from docscan.evidence.support import verdicts
from docscan.evidence.words import find_words
from docscan.records import Quote, Related
from docscan.registry import Rule

_NAMED = frozenset(("name", "surname", "role"))  # a pronoun or a speech that goes on is somebody's by inference
_MIN_WORDS = 4  # a shorter phrase may be anybody's


def check(dossier: Dossier, sources: Sources, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each quotation with another speaker in every source passage that has it."""
    enough = options["min-confidence"]
    for q, quote, verdict in verdicts(dossier, sources):
        if quote is None or verdict.document is None or verdict.status == "absent" or not _is_sure(quote, enough):
            continue
        if len(find_words(dossier.document.masked, q.start, q.end)) < _MIN_WORDS:
            continue
        places = sources.occurrences(dossier.document.masked, q.start, q.end) or [verdict.place]
        if len(places) == OCCURRENCES:
            continue  # a set phrase that many have used
        theirs = [
            (t, document)
            for document, start, end in places
            for t in sources.quotes_at(document, start, end)
            if t.kind != "indirect" and _is_sure(t, enough)
        ]
        if theirs and not any(_same(quote, t) for t, _ in theirs):
            yield _remark(dossier, quote, *theirs[0])


def _is_sure(quote: Quote, enough: float) -> bool:
    speaker = quote.speaker
    named = speaker is not None and speaker.via in _NAMED and is_name(speaker.name)
    return named and quote.confidence >= enough


def _same(ours: Quote, theirs: Quote) -> bool:
    assert ours.speaker and theirs.speaker
    return same_person(ours.speaker.name, theirs.speaker.name)


def _remark(dossier: Dossier, ours: Quote, theirs: Quote, source: Document) -> Remark:
    assert ours.speaker and theirs.speaker
    message = f"said by {ours.speaker.name} here, by {theirs.speaker.name} in {name_of(source)}:{theirs.line}"
    there = Related(source.path, theirs.start, theirs.end, theirs.line, f"said by {theirs.speaker.name}")
    return dossier.remark(ours.start, ours.end, message, there)


RULE = Rule("Q105", "quote-wrong-speaker", "error", check, scope="sources", options={"min-confidence": 0.6})
