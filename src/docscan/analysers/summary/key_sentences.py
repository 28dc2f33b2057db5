"""Key sentences: the few that carry a document.

A sentence scores by its ties to the others (stems it shares with them, through one inverted index, so that the work
grows with the text and not with its square), by where it stands, by what it takes up from the headline, by names and
figures; questions, words quoted from nobody and openings that point elsewhere count against it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from docscan.lexicons import words
from docscan.records import KeySentence, Quote

if TYPE_CHECKING:
    from docscan.analysers.summary.body import Body, BodySentence
    from docscan.document import Document

_MOST = 5  # sentences reported
_FEWEST_WORDS = 6
_SAME = 0.7  # share of common stems from which two sentences say the same
_LENGTH = 0.8
_TIES = 2.0
_TIES_AFTER = 3.0  # of every sentence after the first, which carries the topic rather than the news
_FULL = 40  # words of a sentence that is long enough to say it all


def rank_sentences(document: Document, body: Body, quotes: Iterable[Quote] = ()) -> tuple[KeySentence, ...]:
    """At most five sentences, best first, none that repeats another."""
    speakers = sorted(q.speaker.start for q in quotes if q.speaker)
    scored = list(_scores(document, body, speakers))
    scores = [score for score, _ in scored]
    picked = nlargest(1, range(len(scores)), key=lambda i: (scores[i], -i))
    fuller = [
        score + (_TIES_AFTER - _TIES) * ties - _LENGTH * _fullness(s)
        for (score, ties), s in zip(scored, body.sentences, strict=True)
    ]
    said = [body.stems(i) for i in picked]
    for i in nlargest(40, range(len(scores)), key=lambda i: (fuller[i], -i)):
        stems = body.stems(i)
        if len(picked) < _MOST and not any(_is_same(stems, other) for other in said):
            picked.append(i)
            said.append(stems)
    return tuple(_record(document, body.sentences[i], scores[i]) for i in picked)


def _record(document: Document, s: BodySentence, score: float) -> KeySentence:
    line, column = document.position(s.start)
    return KeySentence(document.text[s.start : s.end], s.start, s.end, line, round(score, 4), column)


def _is_same(a: set[str], b: set[str]) -> bool:
    return len(a & b) > _SAME * min(len(a), len(b))


def _scores(document: Document, body: Body, speakers: list[int]) -> Iterator[tuple[float, float]]:
    """The score of every sentence of the body, and its ties to the others."""
    shared: Counter[str] = Counter()
    for i in range(len(body.sentences)):
        shared.update(body.stems(i))
    weights = {stem: log(count) for stem, count in shared.items()}
    unnamed = _unnamed_shares(document, body, speakers)
    head = body.headline_stems
    for i, s in enumerate(body.sentences):
        stems = body.stems(i)
        ties = sum(weights[stem] for stem in stems) / (len(stems) + 3)
        score = _TIES * ties
        score += 0.5 / (i + 1) + 2 / (s.paragraph + 1) + 0.8 * (1 - i / len(body.sentences)) + 0.2 * (i == 0)
        score += 0.8 * len(stems & head) / min(len(head), 6) if head else 0
        score += _LENGTH * _fullness(s) + 0.2 * min(len(document.names.between(s.start, s.end)), 6) / 6
        score += 0.3 * any(word[0].isdigit() for word in s.words) + 0.5 * _says_what_it_is(s)
        score -= 0.5 * unnamed[i] + 0.6 * (s.words[0].lower() in words("pointing_words"))
        score -= _is_question(document.text, s) + 2 * (len(s.words) < _FEWEST_WORDS)
        yield score, ties


def _is_question(text: str, s: BodySentence) -> bool:
    return "?" in text[s.end - 3 : s.end]


def _fullness(s: BodySentence) -> float:
    """How nearly a sentence is long enough to stand alone, 0 to 1; asked of the first one only."""
    return min(len(s.words), _FULL) / _FULL


def _says_what_it_is(s: BodySentence) -> bool:
    """Whether the sentence announces what its document does: "In this paper we …", "This report shows"."""
    first = [word.lower() for word in s.words[:12]]
    itself = any(a in ("this", "the") and b in words("document_nouns") for a, b in pairwise(first[:6]))
    return itself or ("we" in first[:6] and not words("announcing_verbs").isdisjoint(first))


def _unnamed_shares(document: Document, body: Body, speakers: list[int]) -> list[float]:
    """For each sentence the share of it that stands between marks while it names nobody who says it."""
    outer = [(q.start, q.end) for q in document.quotations if q.depth == 0]
    shares = []
    at = 0
    for s in body.sentences:
        while at < len(outer) and outer[at][1] <= s.start:
            at += 1
        inside, i = 0, at
        while i < len(outer) and outer[i][0] < s.end:
            inside += min(outer[i][1], s.end) - max(outer[i][0], s.start)
            i += 1
        named = bisect_left(speakers, s.start) < bisect_left(speakers, s.end)
        shares.append(0.0 if named else inside / (s.end - s.start))
    return shares
