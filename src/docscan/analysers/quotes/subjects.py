"""Whose words a cue announces: the subject of "said", the one behind "according to", the owner of a "claim"."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from docscan.analysers.quotes.cues import CueWord, cue_words
from docscan.analysers.quotes.nominals import Nominal
from docscan.analysers.quotes.ranker import Model, Sums, Value, softmax
from docscan.analysers.quotes.stream import VERB, Stream

_BACK, _AHEAD = 40, 25  # tokens
_NEAREST, _NEXT = 6, 3  # candidates tried before it and behind it
# score below which a cue is passed over (-1.25 is a chance of 0.22), by its grade: one that is told only when it is
# nearly sure need not be looked at when it is doubtful
_UNLIKELY = {"speech": -1.25, "claim": -0.7, "noun": -0.7, "thought": -0.4}
_BARELY = -2.0  # the same in a sentence that holds a quotation, and where doubtful reports are wanted
_SURE, _SURE_SHARE = 4.0, 0.99  # a score that no other candidate comes near, and what share that makes
_MOST = 10  # cues looked at in one sentence
_LABEL = 10  # tokens before the colon of a headline
COLON = CueWord(":", "speech", "colon")
DIGITS = "0123456789"  # DIGITS[n] is str(n), faster
_BUCKETS = [str(n) for n in (0, 1, 2, 3, 4, 4, 6, 6, 6, 6, *[10] * 5, *[15] * 6)]


class CueSubject(NamedTuple):
    """A cue at token `token` with its most likely subject (an index into the nominals, or None)."""

    token: int
    cue: CueWord
    subject: int | None
    share: float


def bucket(distance: int) -> str:
    """A distance in tokens, coarser the farther."""
    return _BUCKETS[distance] if distance < len(_BUCKETS) else "20"


# -- which cues are worth a look ------------------------------------------------------------------------------


def find_cues(stream: Stream) -> list[tuple[int, CueWord]]:
    """Every cue word of the stream outside quotations, and the colon of a headline ("Mayor: No new taxes")."""
    words, low = cue_words(), stream.low
    cues = [(i, words[low[i]]) for i, tag in enumerate(stream.tags) if tag == "c" and low[i] in words]
    colon = stream.row.find(":", 1, _LABEL) if stream.title else -1
    if colon > 0 and stream.row[colon - 1] in "Nrw" and not any(token < colon for token, _ in cues):
        cues.insert(0, (colon, COLON))
    return cues


class _Gate:
    """What the classes beside a cue of some grade and form say about whether it reports anything."""

    def __init__(self, model: Model) -> None:
        self._row, self._zero = model.row, model.zero
        self.values = Sums(self._weigh)

    def _weigh(self, grade: str, form: str, left: str, right: str) -> Value:
        zero, kind = self._zero, self._row(grade + form).get
        found = kind("", zero) + kind("<" + left, zero) + kind(">" + right, zero)
        return found + kind(f"<{left}>{right}", zero)


def weigh_cue(stream: Stream, token: int, cue: CueWord, model: Model) -> Value:
    """What the words beside a cue say about whether it reports anything."""
    left, right = stream.edged[token - 1], stream.edged[token + 1]
    if right in "TtFWO":
        right = stream.low[token + 1]
    lemma, grade, form = cue
    zero, word = model.zero, model.row(f"L{lemma}").get
    return (
        model.row("").get("1", zero)
        + word("", zero)
        + word("." + form, zero)
        + word(">" + right, zero)
        + word("<" + left, zero)
        + model.group(_Gate).values[grade, form, left, right]
    )


def live_cues(stream: Stream, model: Model, wide: bool) -> list[tuple[int, CueWord]]:
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
        if held.get(number, 0) < _MOST and weigh_cue(stream, token, cue, model) >= floor:
            live.append((token, cue))
            held[number] = held.get(number, 0) + 1
    return live


# -- whose they are -------------------------------------------------------------------------------------------


class _Beside:
    """What speaks for candidates on one side (b, a) of a cue of one form, by what stands around the candidate, by
    what kind it is, and by the path to the cue."""

    def __init__(self, model: Model, side: str, form: str) -> None:
        self._zero, row, head = model.zero, model.row, side + form
        self._all_paths, self._path, self._all_kinds = row(side).get, row(head).get, row(side + "k").get
        self._kind, self._distance, self._order = row(head + "k").get, row(head + "d").get, row(head + "r").get
        self._left, self._all_left, self._all_right = row(head + "<").get, row(side + "<").get, row(side + ">").get
        self._governor, self._all_governor = row(head + "g").get, row(side + "g").get
        self.around = Sums(self._weigh_around)
        self.reach = Sums(self._weigh_reach)

    def _weigh_around(self, left: str, right: str, kind: str, governor: str, order: str) -> Value:
        zero = self._zero
        return (
            self._order(order, zero)
            + self._left(left, zero)
            + self._left(left + kind, zero)
            + self._governor(governor, zero)
            + self._governor(governor + kind, zero)
            + self._all_governor(governor + order, zero)
            + self._all_left(f"{left}r{order}", zero)
            + self._all_right(right, zero)
            + self._all_left(f"{left}>{right}{kind}", zero)
        )

    def _weigh_reach(self, path: str, kind: str, governor: str, determined: bool, away: str) -> Value:
        zero = self._zero
        return (
            self._all_paths(path, zero)
            + self._path(path, zero)
            + self._all_kinds(kind + path, zero)
            + self._kind(kind + DIGITS[determined], zero)
            + self._distance(away, zero)
            + self._all_governor(f"{governor}~{path}", zero)
        )


class _Left:
    """The same by what stands before the cue."""

    def __init__(self, model: Model, side: str, form: str, left: str) -> None:
        self._zero, row, head = model.zero, model.row, side + form
        self._order, self._near = row(f"{head}l{left}r").get, row(f"{head}{left}~").get
        self._far = row(f"{head}{left}f").get
        self.around = Sums(self._weigh)

    def _weigh(self, left: str, order: str, far: bool) -> Value:
        zero = self._zero
        return (
            self._order(order, zero)
            + self._near(left, zero)
            + self._near(left + order, zero)
            + self._far(DIGITS[far] + order, zero)
        )


class _Cue:
    """What is the same for all candidates on one side of a cue: `shared` by them, and what speaks for each."""

    __slots__ = ("around", "near", "reach", "shared", "word")

    def __init__(self, model: Model, side: str, cue: CueWord, left: str, right: str) -> None:
        lemma, grade, form = cue
        row, zero = model.row, model.zero
        beside: _Beside = model.group(_Beside, side, form)
        self.around, self.reach = beside.around, beside.reach
        self.near: Sums = model.group(_Left, side, form, left).around
        self.word = row(f"{side}L{lemma}").get
        by_grade = row(side + grade).get
        self.shared = row(f"{side}{form}c").get(left + right, zero) + by_grade(right, zero) + by_grade(left, zero)
        self.shared += self.word("", zero)


class SubjectWeighing:
    """The candidates for the subject of one cue, `within` the nominals, and what speaks for each by a model."""

    def __init__(
        self, stream: Stream, nominals: list[Nominal], firsts: list[int], token: int, cue: CueWord, model: Model
    ) -> None:
        self.stream, self.nominals, self.token, self.cue, self.model = stream, nominals, token, cue, model
        first, end = stream.around(token)
        at = bisect_left(firsts, token)
        low = bisect_left(firsts, max(first, token - _BACK))
        high = bisect_left(firsts, min(end, token + _AHEAD))
        self.within = range(max(at - _NEAREST, low), min(at + _NEXT, high))
        self.split = self.within.start + sum([firsts[k] < token for k in self.within])
        self._left, self._right = stream.edged[token - 1], stream.edged[token + 1]
        self._sides: dict[str, _Cue] = {}

    def candidate(self, k: int) -> Value:
        """What speaks for the nominal `k`."""
        stream, token, zero = self.stream, self.token, self.model.zero
        first, last, kind, determined, governor = self.nominals[k]
        if last < token:
            side, distance, path = "b", token - last, stream.path(last, token)
            if kind == "R" and self._left == "," and VERB.search(stream.row, first + 1, token):
                kind = "closed"  # Ada Reed, who runs the hospital, said
        else:
            side, distance, path = "a", first - token, stream.path(token, first)
        c = self._sides.get(side)
        if c is None:
            c = self._sides[side] = _Cue(self.model, side, self.cue, self._left, self._right)
        left = stream.edged[first - 1]
        order = DIGITS[min(4, self.split - 1 - k if k < self.split else k - self.split)]
        return (
            c.shared
            + c.around[left, stream.edged[last + 1], kind, governor, order]
            + c.reach[path, kind, governor, determined, bucket(distance)]
            + c.near[left, order, distance > 12]
            + (c.word(path, zero) if 0 < len(path) < 3 else zero)
        )

    def none(self) -> Value:
        """What speaks for a cue without a subject in its sentence."""
        lemma, _, form = self.cue
        row, zero = self.model.row("0").get, self.model.zero
        return (
            row("", zero)
            + row(form, zero)
            + row(form + self._left, zero)
            + row(form + self._right, zero)
            + row("L" + lemma, zero)
        )

    def all(self) -> list[Value]:
        """What speaks for every candidate, and at the end for none."""
        return [*map(self.candidate, self.within), self.none()]


def find_subjects(
    stream: Stream, nominals: list[Nominal], firsts: list[int], cues: list[tuple[int, CueWord]], model: Model
) -> list[CueSubject]:
    """Each of `cues` with its subject; where the nearest nominal before it is surely that, no other is looked at."""
    found = []
    for token, cue in cues:
        weighing = SubjectWeighing(stream, nominals, firsts, token, cue, model)
        nearest = weighing.split - 1
        if nearest in weighing.within and weighing.candidate(nearest) >= _SURE:
            found.append(CueSubject(token, cue, nearest, _SURE_SHARE))
            continue
        shares = softmax(weighing.all())
        best = max(range(len(shares)), key=shares.__getitem__)
        subject = weighing.within[best] if best < len(weighing.within) else None
        if subject is not None:
            subject = _relative(stream, nominals, subject, token)
        found.append(CueSubject(token, cue, subject, shares[best]))
    return found


def _relative(stream: Stream, nominals: list[Nominal], k: int, token: int) -> int:
    """The pronoun of the relative clause that the cue stands in, where `k` is what it relates to (Ada Reed, who has
    often said), else `k`."""
    last = nominals[k].last
    for i in range(k + 1, min(k + 4, len(nominals))):
        n = nominals[i]
        if n.first >= token:
            break
        if n.kind == "R" and n.first - last <= 2 and "," not in stream.row[n.last : token]:
            return i
    return k
