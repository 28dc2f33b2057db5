"""What speaks for or against a clause being what a cue reports: the features of the clause model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docscan.analysers.quotes.cues import CueWord, cue_words
from docscan.analysers.quotes.ranker import Model, Sums, Value
from docscan.analysers.quotes.stream import VERB
from docscan.analysers.quotes.subjects import DIGITS, CueSubject, bucket

if TYPE_CHECKING:
    from docscan.analysers.quotes.page import Paragraph

Extent = tuple[int, int, str]  # first and last token of a clause (inclusive), its side: a(fter the cue), b(efore), h
_HOPELESS = 3.0  # behind the best by so much without the evidence of the whole clause


class _Side:
    """What speaks for clauses on one side of cues of one grade and form: by how they begin, how they end, how long
    they are and what they hold; `all_…` are the rows whatever the grade and form."""

    def __init__(self, model: Model, side: str, head: str) -> None:
        row, head = model.row, side + head
        self._zero = model.zero
        self.any, self.whole = row(side).get, row(head).get
        self.subject, self.right = row(head + "s").get, row(head + ">").get
        self._begin, self._gap, self._all_gap = row(head + "b").get, row(head + "g").get, row(side + "g").get
        self._left, self._all_left = row(head + "l").get, row(side + "l").get
        self._end, self._all_end = row(head + "e").get, row(side + "e").get
        self._size, self._all_size = row(head + "z").get, row(side + "z").get
        self._quoted, self._all_quoted = row(head + "q").get, row(side + "q").get
        self._edge, self._all_edge = row(head + "w").get, row(side + "x").get
        self._inner, self._all_inner, self.all_verbs = row(head + "i").get, row(side + "i").get, row(side + "v").get
        self.begin, self.start, self.gap = Sums(self._weigh_begin), Sums(self._weigh_start), Sums(self._weigh_gap)
        self.end, self.sequel = Sums(self._weigh_end), Sums(self._weigh_sequel)
        self.size, self.frame = Sums(self._weigh_size), Sums(self._weigh_frame)
        self.content = Sums(self._weigh_content)

    def _weigh_begin(self, begin: str, gap: str) -> Value:
        zero = self._zero
        found = self._begin(begin, zero) + self._gap(gap, zero) + self._all_gap(gap, zero)
        return found + self._all_gap(f"{gap}b{begin}", zero)

    def _weigh_start(self, begin: str, left: str, initial: bool) -> Value:
        zero = self._zero
        return self._begin(begin, zero) + self._left(left, zero) + self._all_left(f"{left}{initial:d}", zero)

    def _weigh_end(self, after: str, then: str, tail: str) -> Value:
        zero = self._zero
        return self._end(after, zero) + self._all_end(after + then, zero) + self._all_end(after + tail, zero)

    def _weigh_sequel(self, sequel: str, quoted: str) -> Value:
        zero = self._zero
        found = self._all_end("+" + sequel, zero) + self._end("+" + sequel, zero)
        return found + self._all_end("Q" + quoted, zero)

    def _weigh_gap(self, gap: str) -> Value:
        return self._gap(gap, self._zero) + self._all_gap(gap, self._zero)

    def _weigh_size(self, size: str, begin: str, verbs: str) -> Value:
        zero = self._zero
        found = self._size(size, zero) + self._all_size(f"{size}b{begin}", zero)
        return found + self.all_verbs(f"{verbs}b{begin}", zero)

    def _weigh_frame(self, inner: str, after: str, quoted: str, cues: int, initial: bool) -> Value:
        zero = self._zero
        return (
            self._all_inner(f"{inner}e{after}", zero)
            + self._all_quoted(quoted, zero)
            + self._quoted(quoted + after, zero)
            + self._all_edge(str(cues), zero)
            + self._edge(DIGITS[initial] + DIGITS[after == "."], zero)
        )

    def _weigh_content(self, lead: str, begin: str, parted: str, quoted: str, odd: bool) -> Value:
        zero, row = self._zero, self._all_inner
        return (
            row("T" + lead, zero)
            + row(f"T{lead}{begin}", zero)
            + row("(" + DIGITS[odd], zero)
            + row("S" + parted, zero)
            + row(f"S{parted}{quoted}", zero)
            + self._inner("S" + parted, zero)
        )


class _Head:
    """The rows for clauses on one side of one cue, and what is `shared` by all of them."""

    __slots__ = ("shared", "side", "word")

    def __init__(self, model: Model, side: str, cue: CueWord, around: tuple[str, str], subject: str) -> None:
        rows: _Side = model.group(_Side, side, cue.grade + cue.form)
        word = model.row(f"{side}L{cue.lemma}").get
        left, right = around
        zero = model.zero
        self.side = rows
        self.word = word
        self.shared = (
            rows.any("", zero)
            + rows.whole("", zero)
            + word("", zero)
            + rows.subject(subject, zero)
            + word("s" + subject, zero)
            + rows.any(f"{left}>{right}", zero)
            + rows.right(right, zero)
        )


class Evidence:
    """What speaks for the clauses of one cue, by a model: of a side, of a first token, of a last token, of the whole;
    and what speaks for a cue that reports nothing."""

    def __init__(self, paragraph: Paragraph, cue: CueSubject, model: Model) -> None:
        self.stream, self.cue = paragraph.stream, cue
        self.model = model
        self.left, self.right = self.stream.marks[cue.token - 1], self.stream.marks[cue.token + 1]
        self.first, self.end = self.stream.around(cue.token)
        if cue.subject is None:
            self.subject = "-"
        else:
            n = paragraph.nominals[cue.subject]
            self.subject = n.kind + ("b" if n.first < cue.token else "a")
        self._others = [  # the other cues of the sentence, their subjects, and whether those are this one's
            (c.token, paragraph.nominals[c.subject].first, c.subject == cue.subject)
            for c in paragraph.cues_beside(cue.token)
            if c.subject is not None and c.token != cue.token
        ]
        self._heads: dict[str, _Head] = {}

    def none(self) -> Value:
        """What speaks for a cue that reports nothing."""
        row, zero = self.model.row, self.model.zero
        lemma, grade, form = self.cue.cue
        left, right, subject, token = self.left, self.right, self.subject, self.cue.token
        before = self.stream.edged[token - 1]
        earlier = min(3, self.stream.row.count("c", self.first, token))
        word, kind = row(f"0L{lemma}").get, row(f"0{grade}{form}").get
        return (
            row("0").get("1", zero)
            + word("", zero)
            + word("." + form, zero)
            + word(">" + right, zero)
            + word("<" + before, zero)
            + word("s" + subject[0], zero)
            + kind(">" + right, zero)
            + kind("<" + left, zero)
            + kind(f"<{left}>{right}", zero)
            + kind("s" + subject, zero)
            + kind(f"n{earlier}", zero)
            + row(f"0{grade}").get(f"{before}>{right}", zero)
            + row("0s").get(f"{subject}{int(self.cue.share * 4)}", zero)
            + row(f"0{form}>").get(f"{right}s{subject}", zero)
        )

    def head(self, side: str) -> _Head:
        """The rows for clauses on one side."""
        found = self._heads.get(side)
        if found is None:
            found = _Head(self.model, side, self.cue.cue, (self.left, self.right), self.subject)
            self._heads[side] = found
        return found

    def of_first(self, side: str, first: int) -> Value:
        """How the clause begins."""
        head, begin = self.head(side), self.stream.marks[first]
        found = head.word("b" + begin, self.model.zero)
        if side == "a":
            return found + head.side.begin[begin, self.stream.path(self.cue.token, first)]
        initial = first == self.first
        return found + head.side.start[begin, "^" if initial else self.stream.marks[first - 1], initial]

    def of_last(self, side: str, last: int) -> Value:
        """How the clause ends."""
        stream, rows = self.stream, self.head(side).side
        after, then = self.after(last)
        tail = stream.row[last]
        if tail == "Q" and not stream.words[last].isalnum():
            tail += stream.words[last]  # a comma or full stop inside the marks ends the clause
        found = rows.end[after, then, tail]
        if after != ".":
            found += rows.sequel[self._sequel(last + 1), self._next_quoted(last)]
        return found if side == "a" else found + rows.gap[(stream.path(last, self.cue.token),)]

    def after(self, last: int) -> tuple[str, str]:
        """The two tokens behind the clause; a single full stop at the end of the sentence."""
        end = self.end
        if last + 1 >= end or (last + 2 >= end and self.stream.row[last + 1] in ".)"):
            return ".", ""
        return self.stream.marks[last + 1], self.stream.marks[last + 2]

    def _sequel(self, at: int) -> str:
        """What comes behind a possible end: the boundary, an adverb, then a verb (= in the form of the cue) or what
        else."""
        row, end = self.stream.row, self.end
        first = at
        while at < end and at - first < 2 and row[at] in ",;—:)C":
            at += 1
        found = row[first:at]
        while at < end - 1 and row[at] == "w" and self.stream.low[at].endswith("ly"):
            at += 1
        if at >= end:
            return found
        if row[at] != "c":
            return found + row[at]
        form = cue_words()[self.stream.low[at]].form
        return found + ("=" if form == self.cue.cue.form else form)

    def _next_quoted(self, last: int) -> str:
        """What stands between a possible end and the next quotation in its sentence."""
        token = self.stream.row.find("Q", last + 1, self.end)
        return "-" if token < 0 else self.stream.path(last, token)

    def _parted(self, first: int, last: int) -> str:
        """Does the clause part another cue from its subject (t: the subject of both), or reach up to such a cue?"""
        inside = "-"
        for token, subject, same in self._others:
            if first <= token <= last and not first <= subject <= last:
                inside = "t" if same else inside if inside == "t" else "o"
        return inside

    def of_whole(self, side: str, first: int, last: int) -> Value:
        """What holds of the clause as a whole."""
        head, zero, stream = self.head(side), self.model.zero, self.stream
        rows, row = head.side, stream.gist[first : last + 1]
        begin, after = stream.marks[first], self.after(last)[0]
        quoted = "Q" if row[0] == "Q" else "q" if "Q" in row else "-"
        inner = DIGITS[min(3, row.count(",", 1, -1))]
        cues = row.count("c")
        verbs = DIGITS[min(2, cues + row.count("v"))]
        size = bucket(last - first)
        that = row.find("T", 1)
        lead = "-" if that < 0 else "v" if VERB.search(row, 0, that) else "t"
        parted = self._parted(first, last)
        odd = row.count("(") != row.count(")")
        return (
            rows.size[size, begin, verbs]
            + rows.all_verbs(f"{verbs}e{after}", zero)
            + rows.frame[inner, after, quoted, cues, first == self.first]
            + rows.content[lead, begin, parted, quoted, odd]
            + head.word("T" + lead, zero)
            + head.word("q" + quoted, zero)
            + head.word("e" + after[0], zero)
        )


def weigh_all(evidence: Evidence, clauses: Sequence[Extent]) -> list[Value]:
    """What speaks for every clause, and for "reports nothing" at the end."""
    found: list[Value] = []
    for first, last, side in clauses:
        rough = evidence.head(side).shared + evidence.of_first(side, first) + evidence.of_last(side, last)
        found.append(rough + evidence.of_whole(side, first, last))
    found.append(evidence.none())
    return found


def weigh_likely(evidence: Evidence, clauses: Sequence[Extent]) -> list[float]:
    """The same as scores, faster: what clauses share is added up once, and one that this leaves far behind is not
    looked at as a whole."""
    begins = {(side, first) for first, _, side in clauses}
    ends = {(side, last) for _, last, side in clauses}
    firsts = {b: evidence.head(b[0]).shared + evidence.of_first(*b) for b in begins}
    lasts = {e: evidence.of_last(*e) for e in ends}
    scores = [firsts[side, first] + lasts[side, last] for first, last, side in clauses]
    none = evidence.none()
    floor = max(none, *scores) - _HOPELESS
    for i, (first, last, side) in enumerate(clauses):
        scores[i] += evidence.of_whole(side, first, last) if scores[i] > floor else -_HOPELESS
    return [*scores, none]
