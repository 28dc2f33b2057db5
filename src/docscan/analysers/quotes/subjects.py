"""Whose words a cue announces: the subject of "said", the one behind "according to", the owner of a "claim"."""

from __future__ import annotations

from typing import NamedTuple

from docscan.analysers.quotes.cues import CueWord, cue_words
from docscan.analysers.quotes.nominals import Nominal
from docscan.analysers.quotes.ranker import Weights, score, softmax, weights
from docscan.analysers.quotes.stream import Stream

_BACK, _AHEAD = 40, 25  # tokens
_BUCKETS = [0, 1, 2, 3, 4, 4, 6, 6, 6, 6, 10, 10, 10, 10, 10, 15, 15, 15, 15, 15, 15]


class CueSubject(NamedTuple):
    """A cue at token `token` with its most likely subject (an index into the nominals, or None)."""

    token: int
    cue: CueWord
    subject: int | None
    share: float


def bucket(distance: int) -> str:
    """A distance in tokens, coarser the farther."""
    return str(_BUCKETS[distance]) if distance < len(_BUCKETS) else "20"


def find_cues(stream: Stream) -> list[tuple[int, CueWord]]:
    """Every cue word of the stream outside quotations."""
    words = cue_words()
    return [(i, words[stream.low[i]]) for i, tag in enumerate(stream.tags) if tag == "c" and stream.low[i] in words]


def subject_candidates(stream: Stream, nominals: list[Nominal], firsts: list[int], token: int) -> range:
    """The nominals of the cue's own sentence within reach."""
    from bisect import bisect_left

    number = stream.sentence[token]
    low = max(stream.breaks[number], token - _BACK)
    high = min(stream.breaks[number + 1], token + _AHEAD)
    return range(bisect_left(firsts, low), bisect_left(firsts, high))


def subject_features(stream: Stream, cue: CueWord, token: int, n: Nominal, order: int) -> list[str]:
    """What speaks for or against `n` as the subject of the cue; `order` nominals stand between them."""
    row = stream.row
    before = n.last < token
    side = "b" if before else "a"
    path = stream.path(n.last, token) if before else stream.path(token, n.first)
    distance = token - n.last if before else n.first - token
    left = row[n.first - 1] if n.first else "^"
    right = row[n.last + 1] if n.last + 1 < len(row) else "$"
    cue_left = row[token - 1] if token else "^"
    cue_right = row[token + 1] if token + 1 < len(row) else "$"
    head = side + cue.form
    return [
        side + path,
        head + path,
        f"{side}k{n.kind}{path}",
        f"{head}k{n.kind}{n.determined:d}",
        f"{head}d{bucket(distance)}",
        f"{head}r{min(order, 4)}",
        f"{head}<{left}",
        f"{head}<{left}{n.kind}",
        f"{side}>{right}",
        f"{side}<{left}>{right}{n.kind}",
        f"{head}c{cue_left}{cue_right}",
        f"{head}l{cue_left}r{min(order, 4)}",
        f"{side}{cue.grade}{cue_right}",
        f"{side}L{cue.lemma}",
    ]


def no_subject_features(stream: Stream, cue: CueWord, token: int) -> list[str]:
    """What speaks for a cue without a subject in its sentence."""
    row = stream.row
    left = row[token - 1] if token else "^"
    right = row[token + 1] if token + 1 < len(row) else "$"
    return ["0", f"0{cue.form}", f"0{cue.form}{left}", f"0{cue.form}{right}", f"0L{cue.lemma}"]


def subject_options(
    stream: Stream, nominals: list[Nominal], firsts: list[int], token: int, cue: CueWord
) -> tuple[range, list[list[str]]]:
    """The candidates for one cue and the features of each, those of "none" at the end."""
    within = subject_candidates(stream, nominals, firsts, token)
    split = sum(1 for k in within if nominals[k].first < token)
    features = []
    for place, k in enumerate(within):
        order = split - 1 - place if place < split else place - split
        features.append(subject_features(stream, cue, token, nominals[k], order))
    features.append(no_subject_features(stream, cue, token))
    return within, features


def find_subjects(stream: Stream, nominals: list[Nominal], model: Weights | None = None) -> list[CueSubject]:
    """Every cue of the stream with its subject."""
    model = weights("subjects") if model is None else model
    firsts = [n.first for n in nominals]
    found = []
    for token, cue in find_cues(stream):
        within, features = subject_options(stream, nominals, firsts, token, cue)
        shares = softmax([score(model, f) for f in features])
        best = max(range(len(shares)), key=shares.__getitem__)
        subject = within[best] if best < len(within) else None
        found.append(CueSubject(token, cue, subject, shares[best]))
    return found
