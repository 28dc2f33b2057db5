"""What speaks for or against a clause being what a cue reports: the features of the clause model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from docscan.analysers.quotes.ranker import Model, Part
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject, bucket

if TYPE_CHECKING:
    from docscan.analysers.quotes.clauses import Clause
    from docscan.analysers.quotes.page import Paragraph

_HOPELESS = 4.0  # behind the best by so much without the evidence of the whole clause
_CLOSED = frozenset("TtFCWAVDGSO")


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
    first = stream.around(token)[0]
    word = cue.cue
    earlier = min(3, row.count("c", first, token))
    none: list[Part] = [
        (_silent, word.lemma, word.form, right, before, subject),
        (_silent_grade, word.grade, word.form, left, before, right, subject, earlier, int(cue.share * 4)),
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


class Evidence:
    """What speaks for the clauses of one cue: parts of a side, of a first token, of a last token, of the whole."""

    __slots__ = ("cue", "grade", "paragraph", "view")

    def __init__(self, paragraph: Paragraph, cue: CueSubject) -> None:
        self.paragraph, self.cue = paragraph, cue
        self.view = view_cue(paragraph, cue)
        self.grade = cue.cue.grade + cue.cue.form

    def side(self, side: str) -> list[Part]:
        """What is the same for every clause on one side."""
        head, view = side + self.grade, self.view
        return [
            (_side, side, head, self.cue.cue.lemma, view.subject),
            (_around, side, head, view.left, view.right),
        ]

    def first(self, side: str, first: int) -> list[Part]:
        """How the clause begins."""
        stream, head = self.paragraph.stream, side + self.grade
        begin = _mark(stream, first)
        parts: list[Part] = [(_begin, side, head, self.cue.cue.lemma, begin)]
        if side == "a":
            gap = stream.path(self.cue.token, first)
            parts += [(_gap, side, head, gap), (_gap_begin, side, gap, begin)]
        else:
            initial = first == stream.around(self.cue.token)[0]
            parts.append((_left, side, head, "^" if initial else _mark(stream, first - 1), initial))
        return parts

    def last(self, side: str, last: int) -> list[Part]:
        """How the clause ends."""
        stream, head = self.paragraph.stream, side + self.grade
        after, then = self._after(last)
        tail = stream.row[last]
        if tail == "Q" and not stream.words[last].isalnum():
            tail += stream.words[last]  # a comma or full stop inside the marks ends the clause
        parts: list[Part] = [(_ending, side, head, after, then, tail)]
        if side != "a":
            parts.append((_gap, side, head, stream.path(last, self.cue.token)))
        return parts

    def whole(self, side: str, first: int, last: int) -> list[Part]:
        """What holds of the clause as a whole."""
        stream, head = self.paragraph.stream, side + self.grade
        row = stream.row[first : last + 1]
        begin, after = _mark(stream, first), self._after(last)[0]
        quoted = "Q" if row[0] == "Q" else "q" if "Q" in row else "-"
        inner = min(3, row.count(",", 1, -1) + row.count(";", 1, -1) + row.count("—", 1, -1))
        cues = row.count("c")
        verbs = min(2, cues + row.count("A") + row.count("v") + row.count("e"))
        lemma, size = self.cue.cue.lemma, bucket(last - first)
        return [
            (_size, side, head, size, begin, quoted, after),
            (_inner, side, inner, verbs, begin, after),
            (_edges, side, head, first == stream.around(self.cue.token)[0], after == ".", cues),
            (_lemma_end, side, lemma, quoted, after[:1]),
        ]

    def _after(self, last: int) -> tuple[str, str]:
        """The two tokens behind the clause; a single full stop at the end of the sentence."""
        stream = self.paragraph.stream
        end = stream.around(self.cue.token)[1]
        if last + 1 >= end or (stream.row[last + 1] in ".)" and last + 2 >= end):
            return ".", ""
        return _mark(stream, last + 1), _mark(stream, last + 2)

    def of(self, clause: Clause) -> list[Part]:
        """All parts of one clause."""
        side, first, last = clause.side, clause.first, clause.last
        return self.side(side) + self.first(side, first) + self.last(side, last) + self.whole(side, first, last)

    def weigh(self, clauses: Sequence[Clause], weights: Model) -> list[float]:
        """The score of every clause, and of "reports nothing" at the end.

        What clauses share is added up once; one that this leaves far behind is not looked at as a whole.
        """
        sides: dict[str, float] = {}
        firsts: dict[tuple[str, int], float] = {}
        lasts: dict[tuple[str, int], float] = {}
        scores = []
        for _, first, last, side in clauses:
            if side not in sides:
                sides[side] = weights.sum(self.side(side))
            if (side, first) not in firsts:
                firsts[side, first] = weights.sum(self.first(side, first))
            if (side, last) not in lasts:
                lasts[side, last] = weights.sum(self.last(side, last))
            scores.append(sides[side] + firsts[side, first] + lasts[side, last])
        none = weights.sum(self.view.none)
        floor = max(none, *scores) - _HOPELESS
        for i, (_, first, last, side) in enumerate(clauses):
            scores[i] += weights.sum(self.whole(side, first, last)) if scores[i] > floor else -_HOPELESS
        return [*scores, none]


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


def _size(side: str, head: str, size: str, begin: str, quoted: str, after: str) -> list[str]:
    return [f"{head}z{size}", f"{side}z{size}b{begin}", f"{side}q{quoted}", f"{head}q{quoted}{after}"]


def _inner(side: str, inner: int, verbs: int, begin: str, after: str) -> list[str]:
    return [f"{side}i{inner}e{after}", f"{side}v{verbs}b{begin}", f"{side}v{verbs}e{after}"]


def _left(side: str, head: str, left: str, initial: bool) -> list[str]:
    return [f"{head}l{left}", f"{side}l{left}{initial:d}"]


def _edges(side: str, head: str, initial: bool, final: bool, cues: int) -> list[str]:
    return [f"{side}x{cues}", f"{head}w{initial:d}{final:d}"]


def _lemma_end(side: str, lemma: str, quoted: str, after: str) -> list[str]:
    return [f"{side}L{lemma}q{quoted}", f"{side}L{lemma}e{after}"]
