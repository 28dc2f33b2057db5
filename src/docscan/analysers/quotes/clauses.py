"""Reported clauses: which words of a sentence are what a cue announces ("said that …", "…, she said").

Every cue of a sentence gets a handful of possible clauses, before it or after it, ending where a clause can end; a
linear model chooses one or none. A clause that holds quotation marks is a mixed quotation, any other an indirect one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docscan.analysers.quotes.ranker import Weights, score, softmax, weights
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject, bucket

if TYPE_CHECKING:
    from docscan.analysers.quotes.page import Paragraph

_BOUNDARIES = frozenset(",;:—(CW")
_COMPLEMENTS = frozenset("TtW:Q")
_CLOSED = frozenset("TtFCWAVDGSO")
_ENDS = 9  # possible ends tried
_STARTS = 5


class Clause(NamedTuple):
    """Tokens `first`..`last` (inclusive) reported by `cue`; `side`: a(fter it), b(efore it), h (all around it)."""

    cue: CueSubject
    first: int
    last: int
    side: str


def find_clauses(paragraph: Paragraph, cue: CueSubject) -> list[Clause]:
    """The possible clauses of one cue."""
    stream = paragraph.stream
    number = stream.sentence[cue.token]
    first, end = stream.breaks[number], stream.breaks[number + 1]
    while end > first and stream.row[end - 1] in ".)]":
        end -= 1
    found = _after(paragraph, cue, end)
    found += _before(paragraph, cue, first, end)
    return found


def _after(paragraph: Paragraph, cue: CueSubject, end: int) -> list[Clause]:
    row, token = paragraph.stream.row, cue.token
    ends = [i for i in range(token + 2, end) if row[i] in _BOUNDARIES]
    ends = [*ends[:4], *ends[4:][-(_ENDS - 4) :], end]
    found: list[Clause] = []
    for start in _starts(paragraph, cue, end):
        for stop in ends:
            last = stop - 1
            while last > start and row[last] in ",;:—(CVW":
                last -= 1
            if last >= start and (not found or found[-1].first != start or found[-1].last != last):
                found.append(Clause(cue, start, last, "a"))
    return found


def _starts(paragraph: Paragraph, cue: CueSubject, end: int) -> list[int]:
    """Right after the cue, at "that" or the like, after the person told, after the comma behind "according to X"."""
    row, token = paragraph.stream.row, cue.token
    starts = [token + 1]
    limit = min(end, token + 12)
    starts += [next((i for i in range(token + 1, limit) if row[i] in _COMPLEMENTS), -1)]
    nominal = next((n for n in paragraph.nominals if token < n.first <= token + 2), None)
    if nominal is not None:
        starts.append(nominal.last + 1)
    comma = next((i for i in range(token + 1, min(end, token + 20)) if row[i] in ",—"), -1)
    starts.append(comma + 1 if comma >= 0 else -1)
    if row[token + 1 : token + 2] and row[token + 1] in ",:FV":
        starts.append(token + 2)
    out: list[int] = []
    for s in starts:
        if token < s < end and s not in out:
            out.append(s)
    return out[:_STARTS]


def _before(paragraph: Paragraph, cue: CueSubject, first: int, end: int) -> list[Clause]:
    row, token = paragraph.stream.row, cue.token
    subject = paragraph.nominals[cue.subject] if cue.subject is not None else None
    stop = min(token, subject.first) if subject is not None else token
    while stop > first and row[stop - 1] in "DGVA":
        stop -= 1
    last = stop - 1
    comma = last >= first and row[last] in ",—Q"
    while last > first and row[last] in ",;:—":
        last -= 1
    if last - first < 1:
        return []
    starts = [first, *(i + 1 for i in range(first + 1, last - 1) if row[i] in _BOUNDARIES)]
    starts = [starts[0], *starts[1:][-4:]]
    found = [Clause(cue, s, last, "b") for s in starts]
    after = max(token, subject.last if subject is not None else token) + 1
    if comma and after < end and row[after] in ",—":
        found.append(Clause(cue, first, end - 1, "h"))
    return found


def _mark(stream: Stream, i: int) -> str:
    """A token as a feature: closed-class words by themselves, the rest by class."""
    if i < 0:
        return "^"
    if i >= len(stream.row):
        return "$"
    return stream.low[i] if stream.row[i] in _CLOSED else stream.row[i]


class CueView(NamedTuple):
    """What is the same for every clause of a cue."""

    left: str
    right: str
    subject: str
    base: tuple[str, ...]


def view_cue(paragraph: Paragraph, cue: CueSubject) -> CueView:
    """The surroundings of a cue."""
    stream, token = paragraph.stream, cue.token
    row = stream.row
    left, right = _mark(stream, token - 1), _mark(stream, token + 1)
    if cue.subject is None:
        subject = "-"
    else:
        n = paragraph.nominals[cue.subject]
        subject = n.kind + ("b" if n.first < token else "a")
    before = row[token - 1] if token else "^"
    number = stream.sentence[token]
    first = stream.breaks[number]
    word = cue.cue
    head = word.grade + word.form
    base = (
        "1", f"L{word.lemma}", f"L{word.lemma}.{word.form}", f"L{word.lemma}>{right}", f"L{word.lemma}<{before}",
        f"{head}>{right}", f"{head}<{left}", f"{word.grade}{before}>{right}", f"{head}s{subject}",
        f"L{word.lemma}s{subject[0]}",
        f"s{subject}{int(cue.share * 4)}", f"{head}n{min(3, row.count('c', first, token))}",
        f"{word.form}>{right}s{subject}", f"{head}<{left}>{right}",
    )  # fmt: skip
    return CueView(left, right, subject, base)


def clause_features(paragraph: Paragraph, clause: Clause, view: CueView) -> list[str]:
    """What speaks for or against a clause."""
    stream = paragraph.stream
    row = stream.row
    cue, first, last, side = clause
    word = cue.cue
    number = stream.sentence[cue.token]
    start, end = stream.breaks[number], stream.breaks[number + 1]
    begin, after, then = _mark(stream, first), _mark(stream, last + 1), _mark(stream, last + 2)
    head = side + word.grade + word.form
    final = last + 1 >= end or (row[last + 1] in ".)" and last + 2 >= end)
    if final:
        after, then = ".", ""
    gap = stream.path(cue.token, first) if side == "a" else stream.path(last, cue.token)
    quoted = "Q" if row[first] == "Q" else "q" if row.find("Q", first, last + 1) >= 0 else "-"
    initial = first == start
    inner = sum(1 for i in range(first + 1, last) if row[i] in ",;—")
    verbs = sum(1 for i in range(first, last + 1) if row[i] in "Aacve")
    left = "" if side == "a" else _mark(stream, first - 1) if not initial else "^"
    return [
        side, head, f"{side}L{word.lemma}", f"{head}g{gap}", f"{side}g{gap}", f"{head}b{begin}",
        f"{side}L{word.lemma}b{begin}",
        f"{side}g{gap}b{begin}", f"{head}e{after}", f"{side}e{after}{then}", f"{side}e{after}{row[last]}",
        f"{head}z{bucket(last - first)}",
        f"{side}z{bucket(last - first)}b{begin}", f"{side}q{quoted}", f"{head}q{quoted}{after}",
        f"{side}i{min(inner, 3)}e{after}",
        f"{side}v{min(verbs, 2)}b{begin}", f"{side}v{min(verbs, 2)}e{after}", f"{head}l{left}",
        f"{side}l{left}{initial:d}",
        f"{head}s{view.subject}", f"{side}L{word.lemma}s{view.subject}", f"{side}{view.left}>{view.right}",
        f"{head}>{view.right}",
        f"{side}L{word.lemma}q{quoted}", f"{side}L{word.lemma}e{after[:1]}",
        f"{side}x{row.count('c', first, last + 1)}",
        f"{head}w{initial:d}{final:d}",
    ]  # fmt: skip


def clause_options(paragraph: Paragraph, cue: CueSubject) -> tuple[list[Clause], list[list[str]]]:
    """The clauses of one cue and the features of each; those of "none" at the end."""
    clauses = find_clauses(paragraph, cue)
    view = view_cue(paragraph, cue)
    features = [clause_features(paragraph, c, view) for c in clauses]
    features.append(["0" + f for f in view.base])
    return clauses, features


class Report(NamedTuple):
    """The likeliest clause of a cue and the chance that the cue reports anything at all."""

    clause: Clause
    chance: float


def choose_clause(paragraph: Paragraph, cue: CueSubject, model: Weights | None = None) -> Report | None:
    """The likeliest clause of a cue, None where there is no room for one."""
    model = weights("clauses") if model is None else model
    clauses, features = clause_options(paragraph, cue)
    if not clauses:
        return None
    shares = softmax([score(model, f) for f in features])
    best = max(range(len(clauses)), key=shares.__getitem__)
    return Report(clauses[best], 1.0 - shares[-1])
