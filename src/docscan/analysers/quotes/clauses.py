"""Reported clauses: which words of a sentence are what a cue announces ("said that …", "…, she said").

Every cue of a sentence gets a handful of possible clauses, before it or after it, ending where a clause can end; a
linear model chooses one or none. A clause that holds quotation marks is a mixed quotation, any other an indirect one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from docscan.analysers.quotes.ranker import Model, Part, softmax
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject, bucket

if TYPE_CHECKING:
    from docscan.analysers.quotes.page import Paragraph

_BOUNDARIES = frozenset(",;:—(CW")
_COMPLEMENTS = frozenset("TtW:Q")
_CLOSED = frozenset("TtFCWAVDGSO")
_ENDS = 9  # possible ends tried
_STARTS = 5
_ALIKE = 0.6  # shared characters over all characters from which two clauses are the same
_RARE = 0.02  # a clause with a smaller share does not count


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
    none: list[Part]  # what speaks for a cue that reports nothing


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
    first = stream.breaks[stream.sentence[token]]
    word = cue.cue
    earlier = min(3, row.count("c", first, token))
    none: list[Part] = [
        (_silent, (word.lemma, word.form, right, before, subject)),
        (_silent_grade, (word.grade, word.form, left, before, right, subject, earlier, int(cue.share * 4))),
    ]
    return CueView(left, right, subject, none)


def _silent(lemma: str, form: str, right: str, before: str, subject: str) -> list[str]:
    return [
        "01",
        f"0L{lemma}",
        f"0L{lemma}.{form}",
        f"0L{lemma}>{right}",
        f"0L{lemma}<{before}",
        f"0L{lemma}s{subject[0]}",
    ]


def _silent_grade(
    grade: str, form: str, left: str, before: str, right: str, subject: str, earlier: int, share: int
) -> list[str]:
    head = f"0{grade}{form}"
    return [
        f"{head}>{right}", f"{head}<{left}", f"0{grade}{before}>{right}", f"{head}s{subject}", f"0s{subject}{share}",
        f"{head}n{earlier}", f"0{form}>{right}s{subject}", f"{head}<{left}>{right}",
    ]  # fmt: skip


def clause_parts(paragraph: Paragraph, clause: Clause, view: CueView) -> list[Part]:
    """What speaks for or against a clause."""
    stream = paragraph.stream
    row = stream.row
    cue, first, last, side = clause
    word = cue.cue
    number = stream.sentence[cue.token]
    start, end = stream.breaks[number], stream.breaks[number + 1]
    begin = _mark(stream, first)
    final = last + 1 >= end or (row[last + 1] in ".)" and last + 2 >= end)
    after, then = (".", "") if final else (_mark(stream, last + 1), _mark(stream, last + 2))
    gap = stream.path(cue.token, first) if side == "a" else stream.path(last, cue.token)
    quoted = "Q" if row[first] == "Q" else "q" if row.find("Q", first, last + 1) >= 0 else "-"
    initial = first == start
    inner = min(
        3, row.count(",", first + 1, last) + row.count(";", first + 1, last) + row.count("—", first + 1, last)
    )
    cues = row.count("c", first, last + 1)
    verbs = min(2, cues + sum(row.count(t, first, last + 1) for t in "Aave"))
    left = "" if side == "a" else "^" if initial else _mark(stream, first - 1)
    head = side + word.grade + word.form
    lemma, size, left_mark, right_mark = word.lemma, bucket(last - first), view.left, view.right
    return [
        (_side, (side, head, lemma, view.subject)),
        (_around, (side, head, left_mark, right_mark)),
        (_gap, (side, head, gap)),
        (_begin, (side, head, lemma, begin)),
        (_gap_begin, (side, gap, begin)),
        (_ending, (side, head, after, then, row[last])),
        (_size, (side, head, size, begin)),
        (_quoted, (side, head, quoted, after)),
        (_inner, (side, inner, verbs, begin, after)),
        (_edges, (side, head, left, initial, final, cues)),
        (_lemma_end, (side, lemma, quoted, after[:1])),
    ]


def _side(side: str, head: str, lemma: str, subject: str) -> list[str]:
    return [side, head, f"{side}L{lemma}", f"{head}s{subject}", f"{side}L{lemma}s{subject}"]


def _around(side: str, head: str, left: str, right: str) -> list[str]:
    return [f"{side}{left}>{right}", f"{head}>{right}"]


def _gap(side: str, head: str, gap: str) -> list[str]:
    return [f"{head}g{gap}", f"{side}g{gap}"]


def _begin(side: str, head: str, lemma: str, begin: str) -> list[str]:
    return [f"{head}b{begin}", f"{side}L{lemma}b{begin}"]


def _gap_begin(side: str, gap: str, begin: str) -> list[str]:
    return [f"{side}g{gap}b{begin}"]


def _ending(side: str, head: str, after: str, then: str, last: str) -> list[str]:
    return [f"{head}e{after}", f"{side}e{after}{then}", f"{side}e{after}{last}"]


def _size(side: str, head: str, size: str, begin: str) -> list[str]:
    return [f"{head}z{size}", f"{side}z{size}b{begin}"]


def _quoted(side: str, head: str, quoted: str, after: str) -> list[str]:
    return [f"{side}q{quoted}", f"{head}q{quoted}{after}"]


def _inner(side: str, inner: int, verbs: int, begin: str, after: str) -> list[str]:
    return [f"{side}i{inner}e{after}", f"{side}v{verbs}b{begin}", f"{side}v{verbs}e{after}"]


def _edges(side: str, head: str, left: str, initial: bool, final: bool, cues: int) -> list[str]:
    return [f"{head}l{left}", f"{side}l{left}{initial:d}", f"{side}x{cues}", f"{head}w{initial:d}{final:d}"]


def _lemma_end(side: str, lemma: str, quoted: str, after: str) -> list[str]:
    return [f"{side}L{lemma}q{quoted}", f"{side}L{lemma}e{after}"]


def clause_options(paragraph: Paragraph, cue: CueSubject) -> tuple[list[Clause], list[list[Part]]]:
    """The clauses of one cue and the parts of each; those of "none" at the end."""
    clauses = find_clauses(paragraph, cue)
    view = view_cue(paragraph, cue)
    options = [clause_parts(paragraph, c, view) for c in clauses]
    options.append(view.none)
    return clauses, options


class Report(NamedTuple):
    """The best clause of a cue, the chance that the cue reports anything, and that it is (nearly) this clause."""

    clause: Clause
    chance: float
    exact: float


def choose_clause(paragraph: Paragraph, cue: CueSubject, weights: Model, over: int = -1) -> Report | None:
    """The likeliest clause of a cue, None where there is no room for one; with `over` one that holds that token.

    Then the chance is that of the clause itself.
    """
    clauses, options = clause_options(paragraph, cue)
    if not clauses:
        return None
    shares = softmax([weights.sum(o) for o in options])
    if over < 0:
        best, exact = _agree(paragraph.stream, clauses, shares, range(len(clauses)))
        return Report(clauses[best], 1.0 - shares[-1], exact)
    holding = [i for i, c in enumerate(clauses) if c.first <= over <= c.last]
    if not holding:
        return None
    best, exact = _agree(paragraph.stream, clauses, shares, holding)
    return Report(clauses[best], exact, exact)


def _agree(stream: Stream, clauses: list[Clause], shares: list[float], among: Sequence[int]) -> tuple[int, float]:
    """The clause that shares most words with the likely ones, weighed by their shares; and that weight."""
    likely = [
        (shares[i], stream.starts[c.first], stream.ends[c.last]) for i, c in enumerate(clauses) if shares[i] > _RARE
    ]
    best, top = among[0], -1.0
    for i in among:
        start, end = stream.starts[clauses[i].first], stream.ends[clauses[i].last]
        weight = 0.0
        for share, a, b in likely:
            shared = min(end, b) - max(start, a)
            if shared * (1 + _ALIKE) >= _ALIKE * (end - start + b - a):
                weight += share
        if weight + 1e-3 * shares[i] > top:
            best, top = i, weight + 1e-3 * shares[i]
    return best, min(1.0, max(0.0, top))
