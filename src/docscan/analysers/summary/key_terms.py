"""Key terms: the words and short phrases a document is about.

Candidates are runs of words between function words and punctuation, whole and, in longer runs, their last two words,
and every single word of them. A term scores by how often it occurs, by its length (a phrase says more than a word,
but a word that returns by itself says more than a phrase that does not), by how early it comes and by the headline.
Plural and case variants are one term, shown in their most frequent form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from docscan.lexicons import words
from docscan.records import KeyTerm
from docscan.text.stems import singular

if TYPE_CHECKING:
    from docscan.document import Document

_Form = tuple[str, ...]
_MOST = 24  # terms reported
_LONGEST = 4  # words in a term
_LONGEST_RUN = 12  # words looked at together
_LONGEST_WORD = 40  # letters
_SHORTEST_WORD = 3  # letters of a single word
_ADVERB = re.compile(r"(?!(?:fami|supp|assemb|anoma|monopo|butterf|elder|friend|live|love|dai|week))[a-z-]{4,}ly")
_PARTICIPLE = re.compile(r"[a-z]{2,}[^aeiou\W]ed")
_CONTRACTED = ("n't", "'d", "'ll", "'re", "'ve", "'m")
_NEXT = re.compile(r"\s{1,9}([^\W_]{1,41})")
_MODALS = frozenset(["will", "would", "can", "could", "may", "might", "shall", "should", "must", "cannot"])
_PERFECT = frozenset(("have", "has", "had"))
_LOWER = 4  # what a form in lower case counts beside one that begins sentences
_ONCE = 1.0  # occurrences that say nothing about a single word
_LEAST = 0.1  # what a word is worth that occurs once
_ALONE = 0.7  # gain of a word each time that it comes back by itself, outside of any phrase
_TOPIC = 0.15  # share that the count of its words adds to a phrase's own
_PRIOR = 0.6  # what a phrase gains with the logarithm of its length
_EARLY = 0.5  # gain of a term at the very start
_HEAD = 1.3  # gain of a term that the headline has


@dataclass(slots=True)
class _Term:
    """A term with its first form and, where it is also written otherwise, those forms with their numbers."""

    first: int
    form: _Form
    count: int = 1
    alone: int = 0  # how often it is no part of a phrase
    others: dict[_Form, int] = field(default_factory=dict)
    in_headline: int = 0

    def shown(self) -> str:
        """The most frequent form; one in lower case counts more, since the others may only begin sentences."""
        written = self.count - self.in_headline - sum(self.others.values())
        forms: dict[_Form, int] = {self.form: written, **self.others}
        return " ".join(max(forms.items(), key=lambda item: (item[1] * _worth(item[0]), item[0]))[0])


def _worth(form: _Form) -> int:
    return _LOWER if " ".join(form).islower() else 1


class _Keys(dict[str, str]):
    """Word → its key, found on first use; a word that is no part of a term has an empty one."""

    def __missing__(self, word: str) -> str:
        key = self[word] = _key_of(word) if len(word) <= _LONGEST_WORD else ""
        return key


@cache
def _run() -> re.Pattern[str]:
    """Words that only white space parts."""
    return re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*(?:\s{1,9}[^\W_]+(?:['’&-][^\W_]+)*)*")


def rank_terms(document: Document) -> tuple[KeyTerm, ...]:
    """At most twenty-four terms, best first."""
    keys = _Keys()
    terms: dict[_Form, _Term] = {}
    for start, run in _runs(document, keys, headlines=False):
        for form, key in _parts_of(run, keys):
            term = terms.get(key)
            if term is None:
                terms[key] = _Term(start, form, alone=int(len(run) == 1))
                continue
            term.count += 1
            term.alone += len(run) == 1
            if form != term.form:
                term.others[form] = term.others.get(form, 0) + 1
    # Capitalised headlines run words together that are no phrase, so they only strengthen what the text takes up.
    for start, run in _runs(document, keys, headlines=True):
        for _, key in _parts_of(run, keys):
            if term := terms.get(key):
                term.count += 1
                term.first = min(term.first, start)
                term.in_headline += 1
    best = _pick(terms, max(len(document.text), 1))
    return tuple(_record(document, terms[key], score) for key, score in best)


def _runs(document: Document, keys: _Keys, headlines: bool) -> Iterator[tuple[int, list[str]]]:
    """Every run of content words in the headlines, or elsewhere, with its place."""
    text = document.masked
    edges = [] if headlines else sorted(_name_edges(document, keys))
    for block in document.blocks:
        if block.kind in ("dateline", "byline") or (block.kind == "headline") != headlines:
            continue
        for m in _run().finditer(text, block.start, block.end):
            start, end = m.span()
            for edge in [*edges[bisect_left(edges, start + 1) : bisect_left(edges, end)], end]:
                for run in _content(text[start:edge].split(), keys):
                    yield start, run
                start = edge


def _content(said: list[str], keys: _Keys) -> Iterator[list[str]]:
    """The runs between the words that are no part of a term."""
    kept: list[str] = []
    before = ""
    for word in said:
        part = keys[word] and not (_is_past(word) if kept else _is_verb_after(before, word))
        before = word.lower()
        if part:
            kept.append(word)
            if len(kept) < _LONGEST_RUN and not _owns(word):
                continue
        if kept:
            yield _trimmed(kept)
            kept = []
    if kept:
        yield _trimmed(kept)


def _name_edges(document: Document, keys: _Keys) -> Iterator[int]:
    """Where a name keeps words apart: before it, if a run ends with it ("rival | Acme"), round one of several words
    ("deputy mayor | Ana Ruiz | spoke"), after an owner that is nobody ("Britain's | watchdog"). A single name inside
    may be part of a phrase ("hidden Markov model", "Crohn's disease").
    """
    text = document.masked
    for mention in document.names.mentions:
        start, end = mention.start, mention.end
        owns = text[end : end + 2] in ("'s", "’s")
        several = any(map(str.isspace, text[start:end]))
        after = _NEXT.match(text, end)
        if several or not (owns or (after and keys[after.group(1)])):
            yield start
        if (several and mention.label != "NORP") or (owns and mention.label != "PERSON"):
            yield end + 2 * owns


@lru_cache(maxsize=50_000)
def _is_past(word: str) -> bool:
    """Whether `word` is a regular past form of a verb that parts phrases ("the clerk received letters")."""
    if not word.endswith("ed"):
        return False
    verbs = words("term_breaks")
    doubled = word[-3:-2] == word[-4:-3] and word[:-3] in verbs
    return doubled or word[:-1] in verbs or word[:-2] in verbs or (word.endswith("ied") and word[:-3] + "y" in verbs)


def _is_verb_after(before: str, word: str) -> bool:
    """Whether `word` is the verb of the auxiliary before it: "would shelve plans", "had studied film"."""
    return before in _MODALS or (before in _PERFECT and word.endswith("ed"))


def _owns(word: str) -> bool:
    """Whether a common noun has a possessive ending: "council's clerk" is two terms, "Crohn's disease" one."""
    return word[-1] == "s" and word[-2:-1] in ("'", "’") and word[0].islower()


@lru_cache(maxsize=50_000)
def _key_of(word: str) -> str:
    """`word` without case and plural; nothing for what is no part of a term.

    That is a function word, a verb's form, an adverb in -ly, a contraction, a figure, a letter or two.
    """
    low = word.lower().replace("’", "'").removesuffix("'s")
    if low.endswith(_CONTRACTED) or low in words("stop_words") or low in words("term_breaks") or low[:1].isdigit():
        return ""
    if (len(low) < _SHORTEST_WORD and not word.isupper()) or _ADVERB.fullmatch(low):
        return ""
    return singular(low)


def _trimmed(run: list[str]) -> list[str]:
    """A run without the participles at its end ("system developed")."""
    end = len(run)
    while end and (_PARTICIPLE.fullmatch(run[end - 1]) or _is_past(run[end - 1])):
        end -= 1
    return run[:end]


def _parts_of(run: list[str], keys: _Keys) -> Iterator[tuple[_Form, _Form]]:
    """The terms in a run, as written and by key: each word, the whole, the last two."""
    key = tuple([keys[word] for word in run])
    size = len(run)
    for i, word in enumerate(run):
        yield (word,), (key[i],)
    if 1 < size <= _LONGEST:
        yield tuple(run), key
    if size > 2:
        yield tuple(run[-2:]), key[-2:]


def _pick(terms: dict[_Form, _Term], length: int) -> list[tuple[_Form, float]]:
    """The best terms; a word that nearly always stands inside a chosen phrase is left out."""
    worth = [key for key, term in terms.items() if len(key) > 1 or term.count > 1]
    if len(worth) < _MOST:  # a short text, of which every word counts
        worth = list(terms)
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
        weight = max(term.count - _ONCE, _LEAST) + _ALONE * max(term.alone - 1, 0)
    else:
        words_ = sum(terms[(w,)].count for w in key if (w,) in terms) / len(key)
        weight = (term.count + _TOPIC * (words_ - term.count)) * (1 + _PRIOR * log(len(key)))
    early = 1 - term.first / length
    return weight * (1 + _EARLY * early) * (_HEAD if term.in_headline else 1)


def _record(document: Document, term: _Term, score: float) -> KeyTerm:
    shown = term.shown().removesuffix("'s").removesuffix("’s")
    return KeyTerm(shown, term.count, round(score, 4), document.line(term.first))
