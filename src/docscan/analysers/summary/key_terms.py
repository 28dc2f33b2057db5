"""Key terms: the words and short phrases a document is about.

Candidates are runs of words between function words and punctuation, whole and, in longer runs, their last two words,
and every single word of them. A term scores by how often it occurs, by its length (a phrase says more than a word,
but a word that returns says more than a phrase that does not), by how early it comes and by the headline. Plural and
case variants are one term, shown in their most frequent form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from docscan.lexicons import words
from docscan.records import KeyTerm
from docscan.text.stems import singular

if TYPE_CHECKING:
    from docscan.document import Document

_MOST = 15  # terms reported
_LONGEST = 4  # words in a term
_SHORTEST_WORD = 3  # letters of a single word
_ONCE = 1.0  # occurrences that say nothing about a single word
_TOPIC = 0.15  # share that the count of its words adds to a phrase's own
_PRIOR = 0.9  # what a phrase gains with the logarithm of its length
_EARLY = 0.5  # gain of a term at the very start
_HEAD = 1.3  # gain of a term that the headline has


@dataclass(slots=True)
class _Term:
    count: int = 0
    first: int = 0
    in_headline: bool = False
    forms: Counter[str] = field(default_factory=Counter)


@cache
def _run() -> re.Pattern[str]:
    """Words that only white space parts."""
    return re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*(?:\s{1,9}[^\W_]+(?:['’&-][^\W_]+)*)*")


def rank_terms(document: Document) -> tuple[KeyTerm, ...]:
    """At most fifteen terms, best first."""
    terms: dict[tuple[str, ...], _Term] = {}
    for start, run in _runs(document, headlines=False):
        for left, right in _parts(len(run)):
            key = _key(run[left:right])
            if len(key) == 1 and len(key[0]) < _SHORTEST_WORD and not run[left].isupper():
                continue
            term = terms.setdefault(key, _Term(first=start))
            term.count += 1
            term.forms[" ".join(run[left:right])] += 1
    # Capitalised headlines run words together that are no phrase, so they only strengthen what the text takes up.
    for start, run in _runs(document, headlines=True):
        for left, right in _parts(len(run)):
            if found := terms.get(_key(run[left:right])):
                found.count += 1
                found.first = min(found.first, start)
                found.in_headline = True
    best = _pick(terms, max(len(document.text), 1))
    return tuple(_record(document, terms[key], score) for key, score in best)


def _key(words_: list[str]) -> tuple[str, ...]:
    """The words without case and plural."""
    return tuple(singular(w.lower().replace("’", "'").removesuffix("'s")) for w in words_)


def _runs(document: Document, headlines: bool) -> Iterator[tuple[int, list[str]]]:
    """Every run of content words in the headlines, or elsewhere, with its place."""
    stop = words("stop_words")
    text = document.masked
    for block in document.blocks:
        if block.kind in ("dateline", "byline") or (block.kind == "headline") != headlines:
            continue
        for m in _run().finditer(text, block.start, block.end):
            kept: list[str] = []
            for word in m.group().split():
                low = word.lower().replace("’", "'")
                if low not in stop and not low[0].isdigit():
                    kept.append(word.removesuffix("'s").removesuffix("’s"))
                elif kept:
                    yield m.start(), kept
                    kept = []
            if kept:
                yield m.start(), kept


def _parts(size: int) -> Iterator[tuple[int, int]]:
    """The stretches of a run of `size` words that are counted as terms."""
    for i in range(size):
        yield i, i + 1
    if 1 < size <= _LONGEST:
        yield 0, size
    if size > 2:
        yield size - 2, size


def _pick(terms: dict[tuple[str, ...], _Term], length: int) -> list[tuple[tuple[str, ...], float]]:
    """The best terms; a word that nearly always stands inside a chosen phrase is left out."""
    scores = {key: _score(terms, key, length) for key in terms}
    picked: list[tuple[tuple[str, ...], float]] = []
    for key in nlargest(4 * _MOST, scores, key=lambda k: (scores[k], k)):
        if any(_stands_in(key, other) and terms[key].count < 1.5 * terms[other].count for other, _ in picked):
            continue
        picked.append((key, scores[key]))
        if len(picked) == _MOST:
            break
    return picked


def _stands_in(key: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return len(key) < len(phrase) and set(key) <= set(phrase)


def _score(terms: dict[tuple[str, ...], _Term], key: tuple[str, ...], length: int) -> float:
    """How much the document is about a term: a phrase by its own count, a word by how often it comes back."""
    term = terms[key]
    if len(key) == 1:
        weight = term.count - _ONCE
    else:
        words_ = sum(terms[(w,)].count for w in key if (w,) in terms) / len(key)
        weight = (term.count + _TOPIC * (words_ - term.count)) * (1 + _PRIOR * log(len(key)))
    early = 1 - term.first / length
    return weight * (1 + _EARLY * early) * (_HEAD if term.in_headline else 1)


def _record(document: Document, term: _Term, score: float) -> KeyTerm:
    form = max(term.forms, key=lambda f: (term.forms[f], f.islower(), f))
    return KeyTerm(form, term.count, round(score, 4), document.line(term.first))
