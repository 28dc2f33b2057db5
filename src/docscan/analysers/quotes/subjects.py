"""Whose words a cue announces: the subject of "said", the one behind "according to", the owner of a "claim"."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from docscan.analysers.quotes.cues import CueWord, cue_words
from docscan.analysers.quotes.nominals import Nominal
from docscan.analysers.quotes.ranker import Model, Part, softmax
from docscan.analysers.quotes.stream import Stream

_BACK, _AHEAD = 40, 25  # tokens
_NEAREST, _NEXT = 6, 3  # candidates tried before it and behind it
# score below which a cue is passed over (-1.25 is a chance of 0.22), by its grade: one that is told only when it is
# nearly sure need not be looked at when it is doubtful
_UNLIKELY = {"speech": -1.25, "claim": -0.7, "noun": -0.7, "thought": -0.4}
_BARELY = -2.0  # the same in a sentence that holds a quotation, and where doubtful reports are wanted
_MOST = 10  # cues looked at in one sentence
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


def gate_parts(stream: Stream, token: int, cue: CueWord) -> list[Part]:
    """What the words beside a cue say about whether it reports anything."""
    row = stream.row
    left = row[token - 1] if token else "^"
    right = row[token + 1] if token + 1 < len(row) else "$"
    if right in "TtFWO":
        right = stream.low[token + 1]
    return [(_gate_word, cue.lemma, cue.form), (_gate_right, cue.lemma, right), (_gate_left, cue.lemma, left),
            (_gate_form, cue.grade, cue.form, left, right)]  # fmt: skip


def _gate_word(lemma: str, form: str) -> list[str]:
    return ["1", f"L{lemma}", f"L{lemma}.{form}"]


def _gate_right(lemma: str, right: str) -> list[str]:
    return [f"L{lemma}>{right}"]


def _gate_left(lemma: str, left: str) -> list[str]:
    return [f"L{lemma}<{left}"]


def _gate_form(grade: str, form: str, left: str, right: str) -> list[str]:
    head = grade + form
    return [head, f"{head}<{left}", f"{head}>{right}", f"{head}<{left}>{right}"]


def live_cues(stream: Stream, weights: Model, wide: bool) -> list[tuple[int, CueWord]]:
    """The cue words worth a look: likely ones, and nearly every one in a sentence with a quotation or if `wide`."""
    cues = find_cues(stream)
    if not cues:
        return cues
    quoted = {stream.sentence[i] for i in stream.quotes}
    live = []
    held: dict[int, int] = {}  # live cues by sentence
    for token, cue in cues:
        number = stream.sentence[token]
        floor = _BARELY if wide or number in quoted else _UNLIKELY[cue.grade]
        if held.get(number, 0) < _MOST and weights.sum(gate_parts(stream, token, cue)) >= floor:
            live.append((token, cue))
            held[number] = held.get(number, 0) + 1
    return live


def subject_candidates(stream: Stream, nominals: list[Nominal], firsts: list[int], token: int) -> range:
    """The nominals of the cue's own sentence within reach."""
    number = stream.sentence[token]
    low = max(stream.breaks[number], token - _BACK)
    high = min(stream.breaks[number + 1], token + _AHEAD)
    at = bisect_left(firsts, token)
    return range(max(at - _NEAREST, bisect_left(firsts, low)), min(at + _NEXT, bisect_left(firsts, high)))


def subject_parts(stream: Stream, cue: CueWord, token: int, n: Nominal, order: int) -> list[Part]:
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
    order = min(order, 4)
    return [
        (_way, side, cue.form, path, n.kind),
        (_kind, side, cue.form, n.kind, n.determined, bucket(distance)),
        (_left, side, cue.form, left, order, n.kind),
        (_right, side, left, right, n.kind),
        (_cue_side, side, cue.form, cue.grade, cue_left, cue_right, order),
        (_both, side, cue.form, cue_left, left, order, distance > 12),
        (_word_side, side, cue.lemma, path if len(path) < 3 else ""),
    ]


def _way(side: str, form: str, path: str, kind: str) -> list[str]:
    return [side + path, f"{side}{form}{path}", f"{side}k{kind}{path}"]


def _kind(side: str, form: str, kind: str, determined: bool, distance: str) -> list[str]:
    return [f"{side}{form}k{kind}{determined:d}", f"{side}{form}d{distance}"]


def _left(side: str, form: str, left: str, order: int, kind: str) -> list[str]:
    head = side + form
    return [f"{head}r{order}", f"{head}<{left}", f"{head}<{left}{kind}", f"{side}<{left}r{order}"]


def _right(side: str, left: str, right: str, kind: str) -> list[str]:
    return [f"{side}>{right}", f"{side}<{left}>{right}{kind}"]


def _cue_side(side: str, form: str, grade: str, left: str, right: str, order: int) -> list[str]:
    head = side + form
    return [f"{head}c{left}{right}", f"{head}l{left}r{order}", f"{side}{grade}{right}", f"{side}{grade}{left}"]


def _both(side: str, form: str, cue_left: str, left: str, order: int, far: bool) -> list[str]:
    head = f"{side}{form}{cue_left}"
    return [f"{head}~{left}", f"{head}~{left}{order}", f"{head}f{far:d}{order}"]


def _word_side(side: str, lemma: str, path: str) -> list[str]:
    return [f"{side}L{lemma}", f"{side}L{lemma}{path}" if path else ""]


def no_subject_parts(stream: Stream, cue: CueWord, token: int) -> list[Part]:
    """What speaks for a cue without a subject in its sentence."""
    row = stream.row
    left = row[token - 1] if token else "^"
    right = row[token + 1] if token + 1 < len(row) else "$"
    return [(_alone, cue.form, cue.lemma, left, right)]


def _alone(form: str, lemma: str, left: str, right: str) -> list[str]:
    return ["0", f"0{form}", f"0{form}{left}", f"0{form}{right}", f"0L{lemma}"]


def subject_options(
    stream: Stream, nominals: list[Nominal], firsts: list[int], token: int, cue: CueWord
) -> tuple[range, list[list[Part]]]:
    """The candidates for one cue and the parts of each, those of "none" at the end."""
    within = subject_candidates(stream, nominals, firsts, token)
    split = sum(1 for k in within if nominals[k].first < token)
    options = []
    for place, k in enumerate(within):
        order = split - 1 - place if place < split else place - split
        options.append(subject_parts(stream, cue, token, nominals[k], order))
    options.append(no_subject_parts(stream, cue, token))
    return within, options


def find_subjects(
    stream: Stream, nominals: list[Nominal], cues: list[tuple[int, CueWord]], weights: Model
) -> list[CueSubject]:
    """Each of `cues` with its subject."""
    firsts = [n.first for n in nominals]
    found = []
    for token, cue in cues:
        within, options = subject_options(stream, nominals, firsts, token, cue)
        shares = softmax([weights.sum(o) for o in options])
        best = max(range(len(shares)), key=shares.__getitem__)
        subject = within[best] if best < len(within) else None
        found.append(CueSubject(token, cue, subject, shares[best]))
    return found
