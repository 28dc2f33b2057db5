"""Reported clauses: which words of a sentence are what a cue announces ("said that …", "…, she said").

Every cue of a sentence gets a handful of possible clauses, before it or after it, ending where a clause can end; a
linear model chooses one or none. A clause that holds quotation marks is a mixed quotation, any other an indirect one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from docscan.analysers.quotes.evidence import Evidence, Extent, weigh_all, weigh_likely
from docscan.analysers.quotes.ranker import Model, Value, softmax
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject

if TYPE_CHECKING:
    from docscan.analysers.quotes.page import Paragraph

_BOUNDARIES = ",;:—(CW"
# where a clause can end: at such a boundary, after a quotation, before when it was said ("during …", "on Monday")
_END = re.compile(rf"[{_BOUNDARIES}F]|(?<=Q).")
_COMPLEMENT = re.compile(r"[TtW:Q]")
_PAUSE = re.compile(r"[,—]")
_ENDS = 9  # possible ends tried
_STARTS = 5
_ALIKE = 0.6  # shared characters over all characters from which two clauses are the same
# at most so many words, and letters over code points in marks, stand outside marks in a clause that is all quoted
_FEW, _LITTLE = 3, 0.09
RARE = 0.02  # a clause with a smaller share does not count


class Clause(NamedTuple):
    """Tokens `first`..`last` (inclusive) reported by `cue`; `side`: a(fter it), b(efore it), h (all around it)."""

    cue: CueSubject
    first: int
    last: int
    side: str


def find_clauses(paragraph: Paragraph, cue: CueSubject) -> list[Extent]:
    """The possible clauses of one cue."""
    row = paragraph.stream.row
    first, end = paragraph.stream.around(cue.token)
    while end > first and row[end - 1] in ".)]":
        end -= 1
    return _after(paragraph, cue, end) + _before(paragraph, cue, first, end)


def _after(paragraph: Paragraph, cue: CueSubject, end: int) -> list[Extent]:
    stream, row = paragraph.stream, paragraph.stream.row
    ends = [m.start() for m in _END.finditer(row, cue.token + 2, end) if _ends(stream, m.start())]
    ends = [*ends[:4], *ends[4:][-(_ENDS - 4) :], end]
    found: list[Extent] = []
    for start in _starts(paragraph, cue, end):
        while start < end - 1 and row[start] in ",;:—":
            start += 1
        for stop in ends:
            last = stop - 1
            while last > start and row[last] in ",;:—(CVW":
                last -= 1
            if last >= start and found[-1:] != [(start, last, "a")]:
                found.append((start, last, "a"))
    return found


def _ends(stream: Stream, i: int) -> bool:
    """A preposition that matched ends a clause only where it tells when."""
    return stream.row[i] != "F" or stream.row[i - 1] == "Q" or stream.low[i] == "during" or stream.edged[i + 1] == "d"


def _starts(paragraph: Paragraph, cue: CueSubject, end: int) -> list[int]:
    """Right after the cue, at "that" or the like, after the person told, after the comma behind "according to X"."""
    row, token = paragraph.stream.row, cue.token
    starts = [token + 1]
    complement = _COMPLEMENT.search(row, token + 1, min(end, token + 12))
    if complement is not None:
        starts.append(complement.start())
        if row.startswith("T", token + 2):
            del starts[0]  # points out that, told them that
    k = bisect_right(paragraph.firsts, token)
    if k < len(paragraph.firsts) and paragraph.firsts[k] <= token + 2:
        starts.append(paragraph.nominals[k].last + 1)
    pause = _PAUSE.search(row, token + 1, min(end, token + 20))
    if pause is not None:
        starts.append(pause.start() + 1)
    if paragraph.stream.edged[token + 1] in ",:FV":
        starts.append(token + 2)
    return [s for s in dict.fromkeys(starts) if token < s < end][:_STARTS]


def _before(paragraph: Paragraph, cue: CueSubject, first: int, end: int) -> list[Extent]:
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
    starts = [i + 1 for i in range(first + 1, last - 1) if row[i] in _BOUNDARIES][-4:]
    found: list[Extent] = [(s, last, "b") for s in (first, *starts)]
    if comma and after < end and row[after] in ",—":
        found.append((first, end - 1, "h"))
    return found


def is_quoted(paragraph: Paragraph, cue: CueSubject, clause: Extent) -> bool:
    """Do (all but) no words of a clause stand outside quotation marks?"""
    stream, (first, last, side) = paragraph.stream, clause
    within = [*range(first, last + 1)]
    if side == "h":  # without its attribution
        n = paragraph.nominals[cue.subject] if cue.subject is not None else None
        told = (cue.token, n.first, n.last) if n is not None else (cue.token,)
        within = [*range(first, min(told)), *range(max(told) + 1, last + 1)]
    outside = inside = words = 0
    for i in within:
        if stream.tags[i] == "Q":
            inside += stream.ends[i] - stream.starts[i]
        elif stream.tags[i].isalpha():
            words += 1
            outside += stream.ends[i] - stream.starts[i]
            if words > _FEW:
                return False
    return outside <= _LITTLE * inside


def clause_options(paragraph: Paragraph, cue: CueSubject, model: Model) -> tuple[list[Extent], list[Value]]:
    """The clauses of one cue and what speaks for each, and for none at the end."""
    clauses = find_clauses(paragraph, cue)
    return clauses, weigh_all(Evidence(paragraph, cue, model), clauses)


class Report(NamedTuple):
    """The best clause of a cue, the chance that the cue reports anything, and that it is (nearly) this clause."""

    clause: Clause
    chance: float
    exact: float


class Weighed(NamedTuple):
    """The possible clauses of a cue: `worth` is the weight of the likely clauses that say nearly the same."""

    cue: CueSubject
    clauses: list[Extent]
    shares: list[float]
    worth: list[float]
    none: float  # share of "reports nothing"


def weigh_clauses(paragraph: Paragraph, cue: CueSubject, model: Model) -> Weighed:
    """Every possible clause of a cue with its share and its worth."""
    clauses = find_clauses(paragraph, cue)
    if not clauses:
        return Weighed(cue, clauses, [], [], 1.0)
    *shares, none = softmax(weigh_likely(Evidence(paragraph, cue, model), clauses))
    return Weighed(cue, clauses, shares, _agree(paragraph.stream, clauses, shares), none)


def choose_clause(weighed: Weighed, over: int = -1) -> Report | None:
    """The clause most alike to the likely ones, None where there is no room for one; with `over` one that holds that
    token, and then the chance is that of the clause itself."""
    best, top = -1, -1.0
    for i, (first, last, _) in enumerate(weighed.clauses):
        worth = weighed.worth[i] + 1e-3 * weighed.shares[i]
        if worth > top and (over < 0 or first <= over <= last):
            best, top = i, worth
    if best < 0:
        return None
    exact = min(1.0, top)
    return Report(Clause(weighed.cue, *weighed.clauses[best]), 1.0 - weighed.none if over < 0 else exact, exact)


def _agree(stream: Stream, clauses: list[Extent], shares: list[float]) -> list[float]:
    """How much share the clauses have together that are nearly the same as each."""
    spans = [(stream.starts[first], stream.ends[last]) for first, last, _ in clauses]
    likely = [(share, *span) for share, span in zip(shares, spans, strict=True) if share > RARE]
    worth = []
    for start, end in spans:
        weight = 0.0
        for share, a, b in likely:
            shared = (end if end < b else b) - (start if start > a else a)
            if shared * (1 + _ALIKE) >= _ALIKE * (end - start + b - a):
                weight += share
        worth.append(weight)
    return worth
