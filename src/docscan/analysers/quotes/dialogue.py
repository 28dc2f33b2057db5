"""Dialogue: documents that are mostly talk, speech marked by dashes, and whose turn it is."""

from __future__ import annotations

import re
from functools import cache

from docscan.analysers.quotes.cues import cue_words
from docscan.document import Document
from docscan.text.marks import Quotation

# share of quotations that end in ? ! or a dash from which a document is dialogue (news: 24 of 25 have fewer)
_LIVELY = 0.18
_FEWEST = 8
_COMPLETE = frozenset(".,?!—–-…;:")


def is_dialogue(document: Document) -> bool:
    """Are the quotations of the document mostly talk between people, as in a novel?"""
    text = document.masked
    outer = [q for q in document.quotations if q.depth == 0]
    if not outer:
        return bool(dash_speech(document))
    lively = sum(text[q.end - 1] in "?!—–-…" for q in outer)
    return len(outer) >= _FEWEST and lively >= _LIVELY * len(outer)


def is_complete(text: str, start: int, end: int, follows: bool) -> bool:
    """Does start..end read as an utterance: a capital first (unless it goes on with one), punctuation last?"""
    first, last = text[start : start + 1], text[max(start, end - 1) : end]
    return (follows or not first.islower()) and last in _COMPLETE


_DASH = re.compile(r"[ \t]{0,8}(?:—|--|–|―)[ \t]?(?=[^\W\d_])")
_FEWEST_DASHES = 3


@cache
def _narration() -> re.Pattern[str]:
    """What a narrator puts into or after speech: "he said quietly." Up to the end of its sentence."""
    verbs = "|".join(sorted(w for w, c in cue_words().items() if c.grade == "speech" and c.form in ("ed", "s")))
    who = r"(?:he|she|I|they|we|[A-Z][\w’'-]{0,30}(?: [A-Z][\w’'-]{0,30}){0,3}|the [a-z]{2,20})"
    return re.compile(rf"(?<=[,.!?—] )(?:{who} (?:{verbs})|(?:{verbs}) {who})\b[^.!?—\n]{{0,200}}[.!?—]{{0,2}}")


def dash_speech(document: Document) -> list[Quotation]:
    """Speech introduced by a dash at the start of a paragraph, where a document has no quotation marks at all."""
    text = document.masked
    starts = [(b, m) for b in document.blocks if (m := _DASH.match(text, b.start, b.end)) is not None]
    if len(starts) < _FEWEST_DASHES:
        return []
    found: list[Quotation] = []
    for chain, (block, dash) in enumerate(starts, 1):
        at = dash.end()
        for told in _narration().finditer(text, dash.end(), block.end):
            _speech(text, block.start if at == dash.end() else at, at, told.start(), chain, found)
            at = told.end()
        _speech(text, block.start if at == dash.end() else at, at, block.end, chain, found)
    return found


def _speech(text: str, outer: int, start: int, end: int, chain: int, found: list[Quotation]) -> None:
    while end > start and text[end - 1] in " \t\n\xa0":
        end -= 1
    while start < end and text[start] in " \t\n\xa0":
        start += 1
    if any(c.isalnum() for c in text[start : min(end, start + 20)]):
        found.append(Quotation(start, end, min(outer, start), end, "—", 0, chain, False, False))
