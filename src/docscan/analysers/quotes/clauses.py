"""Reported clauses: which words of a sentence are what a cue announces ("said that …", "…, she said").

Every cue of a sentence gets a handful of possible clauses, before it or after it, ending where a clause can end; a
linear model chooses one or none. A clause that holds quotation marks is a mixed quotation, any other an indirect one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from docscan.analysers.quotes.evidence import Evidence
from docscan.analysers.quotes.ranker import Model, Part, softmax
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject

if TYPE_CHECKING:
    from docscan.analysers.quotes.page import Paragraph

_BOUNDARIES = frozenset(",;:—(CW")
_COMPLEMENTS = frozenset("TtW:Q")
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
    first, end = stream.around(cue.token)
    while end > first and stream.row[end - 1] in ".)]":
        end -= 1
    found = _after(paragraph, cue, end)
    found += _before(paragraph, cue, first, end)
    return found


def _after(paragraph: Paragraph, cue: CueSubject, end: int) -> list[Clause]:
    row, token = paragraph.stream.row, cue.token
    ends = [i for i in range(token + 2, end) if row[i] in _BOUNDARIES or _may_end(paragraph.stream, i)]
    ends = [*ends[:4], *ends[4:][-(_ENDS - 4) :], end]
    found: list[Clause] = []
    for start in _starts(paragraph, cue, end):
        while start < end - 1 and row[start] in ",;:—":
            start += 1
        for stop in ends:
            last = stop - 1
            while last > start and row[last] in ",;:—(CVW":
                last -= 1
            if last >= start and (not found or found[-1].first != start or found[-1].last != last):
                found.append(Clause(cue, start, last, "a"))
    return found


def _may_end(stream: Stream, i: int) -> bool:
    """A clause can also end after a quotation and before when it was said ("during …", "on Monday")."""
    if stream.row[i - 1] == "Q":
        return True
    return stream.row[i] == "F" and (stream.low[i] == "during" or stream.row[i + 1 : i + 2] == "d")


def _starts(paragraph: Paragraph, cue: CueSubject, end: int) -> list[int]:
    """Right after the cue, at "that" or the like, after the person told, after the comma behind "according to X"."""
    row, token = paragraph.stream.row, cue.token
    starts = [token + 1]
    limit = min(end, token + 12)
    starts += [next((i for i in range(token + 1, limit) if row[i] in _COMPLEMENTS), -1)]
    k = bisect_right(paragraph.firsts, token)
    if k < len(paragraph.firsts) and paragraph.firsts[k] <= token + 2:
        starts.append(paragraph.nominals[k].last + 1)
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
    after = max(token, subject.last if subject is not None else token) + 1
    if last - first < 1 or not (comma or after >= end or cue.cue.form == "according"):
        return []  # "the day she said that": what stands before is no clause of its own
    starts = [first, *(i + 1 for i in range(first + 1, last - 1) if row[i] in _BOUNDARIES)]
    starts = [starts[0], *starts[1:][-4:]]
    found = [Clause(cue, s, last, "b") for s in starts]
    if comma and after < end and row[after] in ",—":
        found.append(Clause(cue, first, end - 1, "h"))
    return found


def clause_options(paragraph: Paragraph, cue: CueSubject) -> tuple[list[Clause], list[list[Part]]]:
    """The clauses of one cue and the parts of each; those of "none" at the end."""
    clauses = find_clauses(paragraph, cue)
    evidence = Evidence(paragraph, cue)
    return clauses, [*(evidence.of(c) for c in clauses), evidence.view.none]


class Report(NamedTuple):
    """The best clause of a cue, the chance that the cue reports anything, and that it is (nearly) this clause."""

    clause: Clause
    chance: float
    exact: float


class Weighed(NamedTuple):
    """The possible clauses of a cue: `worth` is the weight of the likely clauses that say nearly the same."""

    clauses: list[Clause]
    shares: list[float]
    worth: list[float]
    none: float  # share of "reports nothing"


def weigh_clauses(paragraph: Paragraph, cue: CueSubject, weights: Model) -> Weighed:
    """Every possible clause of a cue with its share and its worth."""
    clauses = find_clauses(paragraph, cue)
    if not clauses:
        return Weighed(clauses, [], [], 1.0)
    *shares, none = softmax(Evidence(paragraph, cue).weigh(clauses, weights))
    return Weighed(clauses, shares, _agree(paragraph.stream, clauses, shares), none)


def choose_clause(weighed: Weighed, over: int = -1) -> Report | None:
    """The clause most alike to the likely ones, None where there is no room for one; with `over` one that holds that
    token, and then the chance is that of the clause itself."""
    best, top = -1, -1.0
    for i, c in enumerate(weighed.clauses):
        worth = weighed.worth[i] + 1e-3 * weighed.shares[i]
        if worth > top and (over < 0 or c.first <= over <= c.last):
            best, top = i, worth
    if best < 0:
        return None
    exact = min(1.0, top)
    return Report(weighed.clauses[best], 1.0 - weighed.none if over < 0 else exact, exact)


def _agree(stream: Stream, clauses: list[Clause], shares: list[float]) -> list[float]:
    """How much share the clauses have together that are nearly the same as each."""
    spans = [(stream.starts[c.first], stream.ends[c.last]) for c in clauses]
    likely = [(share, *span) for share, span in zip(shares, spans, strict=True) if share > _RARE]
    worth = []
    for start, end in spans:
        weight = 0.0
        for share, a, b in likely:
            shared = (end if end < b else b) - (start if start > a else a)
            if shared * (1 + _ALIKE) >= _ALIKE * (end - start + b - a):
                weight += share
        worth.append(weight)
    return worth
