"""Who spoke a quotation: candidates from its paragraph and the one before, scored by a linear model."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from docscan.analysers.quotes.nominals import Nominal
from docscan.analysers.quotes.page import Paragraph
from docscan.analysers.quotes.ranker import Model, Value, softmax
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import DIGITS, CueSubject, bucket

_BACK, _AHEAD = 70, 40  # tokens
_SIGNATURE = 14  # tokens of the longest signature line
_SURE = 4.5  # a score that no candidate comes near whom no cue ties to the quotation
_EARLIER = 5  # nominals of the paragraph before


class Candidate(NamedTuple):
    """A nominal (index `nominal` of `paragraph`) with the cue that ties it to the quotation, if any."""

    paragraph: Paragraph
    nominal: int
    cue: CueSubject | None


class Piece(NamedTuple):
    """A quotation at token `token` of `paragraph`."""

    paragraph: Paragraph
    token: int


def piece_shape(stream: Stream, token: int, text: str) -> tuple[str, str, str]:
    """How the quotation begins (upper case, lower case, other), ends (last character) and how long it is."""
    q = stream.quotes[token]
    first = text[q.start : q.start + 1]
    begin = "U" if first.isupper() else "l" if first.islower() else "o"
    end = stream.words[token]
    end = "w" if end.isalnum() else end
    words = text.count(" ", q.start, min(q.end, q.start + 200)) + 1
    return begin, end, "1" if words < 2 else "2" if words < 3 else "3" if words < 6 else "6" if words < 12 else "9"


def find_candidates(piece: Piece, before: Paragraph | None, last: Candidate | None) -> list[Candidate]:
    """Nominals within reach in the same paragraph, the last ones of the paragraph before, the last speaker."""
    here, token = piece
    found = [
        Candidate(here, k, here.cue_for(k, token))
        for k in range(bisect_left(here.firsts, token - _BACK), bisect_left(here.firsts, token + _AHEAD))
    ]
    if before is not None:
        count = len(before.nominals)
        sentences = before.stream.sentence
        for k in range(max(0, count - 12), count):
            cues = before.cue_of.get(k)
            if cues or k >= count - _EARLIER:
                near = before.nominals[k].first
                if cues or sentences[near] == sentences[-1]:
                    found.append(Candidate(before, k, cues[-1] if cues else None))
    if last is not None and not any(c.paragraph is last.paragraph and c.nominal == last.nominal for c in found):
        found.append(last)
    return found


def find_signature(piece: Piece, following: Paragraph | None) -> Candidate | None:
    """The name behind a dash after a quotation (“…” — Ada Reed), on its line or on the next."""
    here, token = piece
    row = here.stream.row
    if row[token + 1 : token + 2] and row[token + 1] in "—-":
        return _signed(here, token + 2)
    if token == len(row) - 1 and following is not None and following.stream.row[:1] in ("—", "-"):
        return _signed(following, 1) if len(following.stream) < _SIGNATURE else None
    return None


def _signed(paragraph: Paragraph, first: int) -> Candidate | None:
    """A name that begins at `first` and that nothing but a comma, another quotation or the end follows."""
    k = bisect_left(paragraph.firsts, first)
    if k == len(paragraph.nominals):
        return None
    n = paragraph.nominals[k]
    if (
        n.first > first + 1
        or n.kind != "N"
        or paragraph.stream.row[n.last + 1 : n.last + 2] not in ("", ".", "Q", ",")
    ):
        return None
    return Candidate(paragraph, k, None)


class Setting(NamedTuple):
    """What is the same for every candidate of a piece."""

    piece: Piece
    begin: str
    end: str
    size: str
    last: Candidate | None  # speaker of the piece before
    last_token: int  # where that piece stands in this paragraph, or -1
    left: str
    right: str
    sole: str  # the paragraph is nothing but quotations, begins with one, or neither
    chained: bool


def describe(piece: Piece, text: str, last: Candidate | None, last_token: int) -> Setting:
    """The setting of `piece`."""
    stream, token = piece.paragraph.stream, piece.token
    begin, end, size = piece_shape(stream, token, text)
    sole = "Q" if stream.sole else "q" if stream.row[0] == "Q" else "-"
    return Setting(
        piece, begin, end, size, last, last_token, stream.edged[token - 1], stream.edged[token + 1], sole,
        stream.quotes[token].continues,
    )  # fmt: skip


class Weighing:
    """What speaks for the candidates of one piece, by a model."""

    def __init__(self, setting: Setting, model: Model) -> None:
        self.setting = setting
        self.row = model.row
        self.zero = model.zero
        self.same, self.other = self._continuation("same"), self._continuation("other")
        self._here: dict[str, Value] = {}

    def nobody(self) -> Value:
        """What speaks for a quotation whose speaker is not named."""
        s, zero, row = self.setting, self.zero, self.row("0").get
        return (
            row("", zero)
            + row(s.left + s.right, zero)
            + row(s.size + s.begin + s.end, zero)
            + row(s.sole, zero)
            + row("1" if s.last is None else "0", zero)
        )

    def candidate(self, c: Candidate) -> Value:
        """What speaks for or against `c`."""
        s = self.setting
        same = s.last is not None and s.last.paragraph is c.paragraph and s.last.nominal == c.nominal
        going_on = self.same if same else self.other
        if c.paragraph is not s.piece.paragraph:
            return going_on + self._from_before(c, same)
        if c.cue is None:
            return going_on + self._without_cue(c)
        return going_on + self._with_cue(c, c.cue)

    def _continuation(self, who: str) -> Value:
        """Is it the speaker of the piece before, and does that piece stand in this paragraph?"""
        s, zero = self.setting, self.zero
        if s.last is None:
            return zero
        around = s.left + s.right
        if s.last_token < 0:
            row = self.row(who + "P").get
            return row(s.sole, zero) + row(f"{s.sole}{s.chained:d}{around}", zero)
        stream, token, row = s.piece.paragraph.stream, s.piece.token, self.row(who).get
        path = stream.path(s.last_token, token)
        crossed = DIGITS[stream.sentence[token] != stream.sentence[s.last_token]]
        return (
            row(path, zero)
            + row(crossed + s.begin + s.right, zero)
            + row(crossed + stream.words[s.last_token] + around, zero)
            + row(around + s.begin + s.end, zero)
            + row(crossed + path + s.begin, zero)
        )

    def _from_before(self, c: Candidate, same: bool) -> Value:
        s, stream, zero = self.setting, c.paragraph.stream, self.zero
        n = c.paragraph.nominals[c.nominal]
        tail = stream.row[-1]
        cue = c.cue.cue.lemma if c.cue and tail == ":" else c.cue.cue.grade if c.cue else "-"
        close = stream.sentence[n.first] == stream.sentence[-1]
        path = stream.path(n.last, len(stream.row) - 1) if close else "far"
        row, here, around = self.row(f"B{tail}{close:d}").get, self.row("B").get, s.left + s.right
        return (
            row("", zero)
            + row("k" + n.kind, zero)
            + row("c" + cue, zero)
            + row(path, zero)
            + here(f"{s.sole}{tail}{same:d}", zero)
            + here(f"{s.sole}c{cue}", zero)
            + here(around, zero)
            + here(f"{s.chained:d}{same:d}", zero)
            + here(f"{around}{same:d}", zero)
        )

    def _without_cue(self, c: Candidate) -> Value:
        s, stream, zero = self.setting, c.paragraph.stream, self.zero
        token, n = s.piece.token, c.paragraph.nominals[c.nominal]
        before = n.last < token
        a, b = (n.last, token) if before else (token, n.first)
        left, right, path = stream.edged[n.first - 1], stream.edged[n.last + 1], stream.path(a, b)
        head = f"x{'b' if before else 'a'}{_apart(stream, n.first, token)}"
        row = self.row(head).get
        if head not in self._here:
            here = row("", zero) + row(s.left + s.right, zero) + row(s.begin + s.end, zero) + row(s.sole, zero)
            self._here[head] = here
        return (
            self._here[head]
            + row(path, zero)
            + row("k" + n.kind, zero)
            + row(f"k{n.kind}{path}", zero)
            + row("d" + bucket(b - a), zero)
            + row("<" + left, zero)
            + row(f"g{n.governor}{n.kind}", zero)
            + row(f">{right}{n.kind}", zero)
            + row(f"Q{min(3, stream.row.count('Q', a + 1, b))}", zero)
            + self._embedded(head, "", *_standing(c.paragraph, n.first, token, None))
        )

    def _with_cue(self, c: Candidate, cue: CueSubject) -> Value:
        s, paragraph, zero = self.setting, c.paragraph, self.zero
        stream, token, nominal = paragraph.stream, s.piece.token, paragraph.nominals[c.nominal]
        order = _order((nominal.first, "n"), (cue.token, "c"), (token, "q"))
        head = f"{order}{_apart(stream, cue.token, token)}"
        path = stream.path(min(cue.token, token), max(cue.token, token))
        lemma, grade, form = cue.cue
        row = self.row(head).get
        return (
            row("", zero)
            + row(path, zero)
            + row(f"p{path}{s.begin}{s.end}", zero)
            + row(grade + form, zero)
            + row(form + path, zero)
            + row("L" + lemma, zero)
            + (self.row(order).get(f"L{lemma}{path}", zero) if len(path) < 3 else zero)
            + self._spaced(head, cue)
            + self._named(head, order, path, nominal)
            + self._held(head, order, paragraph, cue)
            + self._embedded(head, grade, *_standing(paragraph, nominal.first, token, cue))
        )

    def _spaced(self, head: str, cue: CueSubject) -> Value:
        """How far the cue is, what stands in between and around the quotation."""
        s, row, zero = self.setting, self.row(head).get, self.zero
        classes, token = s.piece.paragraph.stream.row, s.piece.token
        a, b = min(cue.token, token), max(cue.token, token)
        between, quotes = min(4, classes.count("c", a + 1, b)), min(3, classes.count("Q", a + 1, b))
        return (
            row("d" + bucket(b - a), zero)
            + row(s.left + s.right + s.begin, zero)
            + row(s.end + s.right, zero)
            + row(f"c{between}Q{quotes}", zero)
        )

    def _named(self, head: str, order: str, path: str, n: Nominal) -> Value:
        """What kind of words name the candidate, and what stands between them and the quotation."""
        s, row, zero = self.setting, self.row(head).get, self.zero
        token = s.piece.token
        reach = s.piece.paragraph.stream.path(min(n.last, token), max(n.first, token)) if order[1] == "n" else ""
        return (
            row("k" + n.kind, zero)
            + row(f"k{n.kind}{n.determined:d}{path}", zero)
            + row(f"g{n.governor}{n.kind}", zero)
            + row(f"z{s.size}{s.begin}", zero)
            + row("r" + reach, zero)
        )

    def _held(self, head: str, order: str, paragraph: Paragraph, cue: CueSubject) -> Value:
        """Does what the cue reports hold the quotation?"""
        s, row, zero = self.setting, self.row(head).get, self.zero
        token, held = s.piece.token, _held_in(paragraph, s.piece.token, cue)
        before = paragraph.stream.edged[cue.token - 1]
        return (
            row(f"<{before}{token < cue.token:d}", zero)
            + row(f"s{int(cue.share * 4)}", zero)
            + row(s.sole, zero)
            + self.row("H").get(held, zero)
            + row("H" + held, zero)
            + self.row(order).get(f"H{held}{s.begin}{s.end}", zero)
        )

    def _embedded(self, head: str, grade: str, inside: str, earlier: int) -> Value:
        zero, row = self.zero, self.row("E" + head).get
        return (
            self.row("E").get(inside, zero)
            + row(inside, zero)
            + row(DIGITS[earlier], zero)
            + row(f"{grade}{earlier}", zero)
        )


def _order(*marks: tuple[int, str]) -> str:
    return "".join(m for _, m in sorted(marks))


def _apart(stream: Stream, a: int, b: int) -> int:
    """How many sentences lie between two tokens (0, 1, 2)."""
    return min(2, abs(stream.sentence[a] - stream.sentence[b]))


def _held_in(paragraph: Paragraph, token: int, cue: CueSubject) -> str:
    """Does what the cue reports hold the quotation, and is no other cue likelier to report it?"""
    if paragraph.stream.sentence[cue.token] != paragraph.stream.sentence[token]:
        return "-"
    held = sum(paragraph.share_over(cue, token))
    others = (c for c in paragraph.cues_beside(token) if c is not cue)
    best = max((sum(paragraph.share_over(c, token)) for c in others), default=0.0)
    return f"{int(held * 5)}{'!' if held > best else ''}"


def _standing(paragraph: Paragraph, first: int, token: int, cue: CueSubject | None) -> tuple[str, int]:
    """Is the candidate inside what another cue reports (X says Y called it “…”), and how many cues come earlier?"""
    stream = paragraph.stream
    best = "-"
    top = 0.0
    for r in paragraph.reports(stream.sentence[first]):
        if r.clause.cue is not cue and r.clause.first <= first <= r.clause.last and r.chance > top:
            top = r.chance
            best = f"{int(r.chance * 4)}{r.clause.first <= token <= r.clause.last:d}{r.clause.cue.cue.grade[0]}"
    if cue is None:
        return best, 0
    return best, min(3, sum(c.token < cue.token for c in paragraph.cues_beside(token)))


def rank_speakers(s: Setting, candidates: list[Candidate], model: Model) -> tuple[Candidate | None, float]:
    """The best candidate, or None for nobody named, and its share.

    Where one that a cue of the paragraph ties to the quotation is surely right, the others are not looked at.
    """
    weighing = Weighing(s, model)
    tied = [c for c in candidates if c.cue is not None and c.paragraph is s.piece.paragraph]
    scores = [weighing.candidate(c) for c in tied]
    if max(scores, default=0.0) < _SURE:
        others = [c for c in candidates if c.cue is None or c.paragraph is not s.piece.paragraph]
        scores += [weighing.candidate(c) for c in others]
        tied += others
    shares = softmax([*scores, weighing.nobody()])
    best = max(range(len(shares)), key=shares.__getitem__)
    return (tied[best] if best < len(tied) else None), shares[best]
