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
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from docscan.lexicons import words
from docscan.records import KeyTerm
from docscan.text.stems import singular

if TYPE_CHECKING:
    from docscan.document import Document

_Form = tuple[str, ...]
_MOST = 15  # terms reported
_LONGEST = 4  # words in a term
_LONGEST_RUN = 12  # words looked at together
_SHORTEST_WORD = 3  # letters of a single word
_ADVERB = re.compile(r"(?!(?:fami|supp|assemb|anoma|monopo|butterf|elder|friend|live|love|dai|week))[a-z-]{4,}ly")
_PARTICIPLE = re.compile(r"[a-z]{2,}[^aeiou\W]ed")
_ONCE = 1.0  # occurrences that say nothing about a single word
_TOPIC = 0.15  # share that the count of its words adds to a phrase's own
_PRIOR = 0.6  # what a phrase gains with the logarithm of its length
_EARLY = 0.5  # gain of a term at the very start
_HEAD = 1.3  # gain of a term that the headline has


@dataclass(slots=True)
class _Term:
    first: int
    count: int
    forms: list[_Form]
    in_headline: bool = False


class _Tally:
    """How often each form occurs and where first: words and phrases as they are written, then by key."""

    def __init__(self) -> None:
        self.forms: Counter[_Form] = Counter()
        self.first: dict[_Form, int] = {}

    def add(self, start: int, run: list[str]) -> None:
        """Count the terms of one run of words."""
        for left, right in _parts(len(run)):
            form = tuple(run[left:right])
            self.forms[form] += 1
            if form not in self.first:
                self.first[form] = start


@cache
def _run() -> re.Pattern[str]:
    """Words that only white space parts."""
    return re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*(?:\s{1,9}[^\W_]+(?:['’&-][^\W_]+)*)*")


def rank_terms(document: Document) -> tuple[KeyTerm, ...]:
    """At most fifteen terms, best first."""
    keys: dict[str, str] = {}
    tally, heads = _Tally(), _Tally()
    for start, run in _runs(document, keys, headlines=False):
        tally.add(start, run)
    for start, run in _runs(document, keys, headlines=True):
        heads.add(start, run)
    terms = _merge(tally, heads, keys)
    best = _pick(terms, max(len(document.text), 1))
    return tuple(_record(document, terms[key], tally.forms, score) for key, score in best)


def _merge(tally: _Tally, heads: _Tally, keys: dict[str, str]) -> dict[_Form, _Term]:
    """Terms by key. Headlines only strengthen what the text takes up: capitalised words run together in them."""
    terms: dict[_Form, _Term] = {}
    for form, count in tally.forms.items():
        key = tuple([keys[word] for word in form])
        term = terms.get(key)
        if term is None:
            terms[key] = _Term(tally.first[form], count, [form])
        else:
            term.count += count
            term.forms.append(form)
    for form, count in heads.forms.items():
        if found := terms.get(tuple([keys[word] for word in form])):
            found.count += count
            found.first = min(found.first, heads.first[form])
            found.in_headline = True
    return terms


def _runs(document: Document, keys: dict[str, str], headlines: bool) -> Iterator[tuple[int, list[str]]]:
    """Every run of content words in the headlines, or elsewhere, with its place.

    `keys` is filled with the key of every word met, without case and plural; that of a function word is empty.
    """
    text = document.masked
    for block in document.blocks:
        if block.kind in ("dateline", "byline") or (block.kind == "headline") != headlines:
            continue
        for m in _run().finditer(text, block.start, block.end):
            kept: list[str] = []
            for word in m.group().split():
                if word not in keys:
                    keys[word] = _key_of(word)
                if keys[word] and len(kept) < _LONGEST_RUN:
                    kept.append(word)
                elif kept:
                    yield m.start(), _trimmed(kept)
                    kept = [word] if keys[word] else []
                if kept and word.endswith(("'s", "’s")) and word[0].islower():
                    yield m.start(), _trimmed(kept)  # "council's clerk" is two terms, "Crohn's disease" one
                    kept = []
            if kept:
                yield m.start(), _trimmed(kept)


def _key_of(word: str) -> str:
    """`word` without case and plural; nothing for what is no part of a term.

    That is a function word, a verb's form, an adverb in -ly, a figure, a letter or two.
    """
    low = word.lower().replace("’", "'").removesuffix("'s")
    if low in words("stop_words") or low in words("term_breaks") or low[:1].isdigit():
        return ""
    if (len(low) < _SHORTEST_WORD and not word.isupper()) or _ADVERB.fullmatch(low):
        return ""
    return singular(low)


def _trimmed(run: list[str]) -> list[str]:
    """A run without the participles at its end ("system developed")."""
    end = len(run)
    while end and _PARTICIPLE.fullmatch(run[end - 1]):
        end -= 1
    return run[:end]


@cache
def _parts(size: int) -> tuple[tuple[int, int], ...]:
    """The stretches of a run of `size` words that are counted as terms: each word, the whole, the last two."""
    parts = [(i, i + 1) for i in range(size)]
    parts += [(0, size)] if 1 < size <= _LONGEST else []
    parts += [(size - 2, size)] if size > 2 else []
    return tuple(parts)


def _pick(terms: dict[_Form, _Term], length: int) -> list[tuple[_Form, float]]:
    """The best terms; a word that nearly always stands inside a chosen phrase is left out."""
    worth = (key for key, term in terms.items() if len(key) > 1 or term.count > 1)
    scores = {key: _score(terms, key, length) for key in worth}
    picked: list[tuple[_Form, float]] = []
    for key in nlargest(4 * _MOST, scores, key=lambda k: (scores[k], k)):
        if any(_stands_in(key, other) and terms[key].count < 1.5 * terms[other].count for other, _ in picked):
            continue
        picked.append((key, scores[key]))
        if len(picked) == _MOST:
            break
    return picked


def _stands_in(key: _Form, phrase: _Form) -> bool:
    return len(key) < len(phrase) and set(key) <= set(phrase)


def _score(terms: dict[_Form, _Term], key: _Form, length: int) -> float:
    """How much the document is about a term: a phrase by its own count, a word by how often it comes back."""
    term = terms[key]
    if len(key) == 1:
        weight = term.count - _ONCE
    else:
        words_ = sum(terms[(w,)].count for w in key if (w,) in terms) / len(key)
        weight = (term.count + _TOPIC * (words_ - term.count)) * (1 + _PRIOR * log(len(key)))
    early = 1 - term.first / length
    return weight * (1 + _EARLY * early) * (_HEAD if term.in_headline else 1)


def _record(document: Document, term: _Term, counts: Counter[_Form], score: float) -> KeyTerm:
    best = max(term.forms, key=lambda form: (counts[form], " ".join(form).islower(), form))
    shown = " ".join(best)
    return KeyTerm(
        shown.removesuffix("'s").removesuffix("’s"), term.count, round(score, 4), document.line(term.first)
    )
