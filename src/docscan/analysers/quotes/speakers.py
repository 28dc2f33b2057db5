"""Who spoke a quotation: candidates from its paragraph and the one before, scored by a linear model."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from docscan.analysers.quotes.page import Paragraph
from docscan.analysers.quotes.ranker import Model, Part, softmax
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject, bucket

_BACK, _AHEAD = 70, 40  # tokens
_SIGNATURE = 14  # tokens of the longest signature line
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
    row = stream.row
    begin, end, size = piece_shape(stream, token, text)
    sole = "Q" if stream.sole else "q" if row[0] == "Q" else "-"
    return Setting(
        piece, begin, end, size, last, last_token, row[token - 1] if token else "^",
        row[token + 1] if token + 1 < len(row) else "$", sole, stream.quotes[token].continues,
    )  # fmt: skip


def speaker_parts(s: Setting, c: Candidate) -> list[Part]:
    """What speaks for or against `c`."""
    same = s.last is not None and s.last.paragraph is c.paragraph and s.last.nominal == c.nominal
    parts = _continuation(s, same)
    if c.paragraph is not s.piece.paragraph:
        parts += _from_before(s, c, same)
    elif c.cue is None:
        parts += _without_cue(s, c)
    else:
        parts += _with_cue(s, c, c.cue)
    return parts


def _continuation(s: Setting, same: bool) -> list[Part]:
    """Is it the speaker of the piece before, and does that piece stand in this paragraph?"""
    if s.last is None:
        return []
    who = "same" if same else "other"
    if s.last_token < 0:
        return [(_new_paragraph, who, s.sole, s.chained, s.left, s.right)]
    stream, token = s.piece.paragraph.stream, s.piece.token
    path = stream.path(s.last_token, token)
    crossed = stream.sentence[token] != stream.sentence[s.last_token]
    return [(_same_paragraph, who, path, crossed, stream.words[s.last_token], s.left, s.right, s.begin, s.end)]


def _new_paragraph(who: str, sole: str, chained: bool, left: str, right: str) -> list[str]:
    return [f"{who}P{sole}", f"{who}P{sole}{chained:d}{left}{right}"]


def _same_paragraph(
    who: str, path: str, crossed: bool, last: str, left: str, right: str, begin: str, end: str
) -> list[str]:
    return [f"{who}{path}", f"{who}{crossed:d}{begin}{right}", f"{who}{crossed:d}{last}{left}{right}",
            f"{who}{left}{right}{begin}{end}", f"{who}{crossed:d}{path}{begin}"]  # fmt: skip


def _from_before(s: Setting, c: Candidate, same: bool) -> list[Part]:
    stream = c.paragraph.stream
    n = c.paragraph.nominals[c.nominal]
    tail = stream.row[-1]
    cue = c.cue.cue.lemma if c.cue and tail == ":" else c.cue.cue.grade if c.cue else "-"
    close = stream.sentence[n.first] == stream.sentence[-1]
    path = stream.path(n.last, len(stream.row) - 1) if close else "far"
    return [
        (_earlier, tail, close, n.kind, cue, path),
        (_earlier_here, tail, same, cue, s.sole, s.left, s.right, s.chained),
    ]


def _earlier(tail: str, close: bool, kind: str, cue: str, path: str) -> list[str]:
    head = f"B{tail}{close:d}"
    return [head, f"{head}k{kind}", f"{head}c{cue}", f"{head}{path}"]


def _earlier_here(tail: str, same: bool, cue: str, sole: str, left: str, right: str, chained: bool) -> list[str]:
    return [
        f"B{sole}{tail}{same:d}",
        f"B{sole}c{cue}",
        f"B{left}{right}",
        f"B{chained:d}{same:d}",
        f"B{left}{right}{same:d}",
    ]


def _order(*marks: tuple[int, str]) -> str:
    return "".join(m for _, m in sorted(marks))


def _apart(stream: Stream, a: int, b: int) -> int:
    """How many sentences lie between two tokens (0, 1, 2)."""
    return min(2, abs(stream.sentence[a] - stream.sentence[b]))


def _without_cue(s: Setting, c: Candidate) -> list[Part]:
    stream, token = c.paragraph.stream, s.piece.token
    n = c.paragraph.nominals[c.nominal]
    before = n.last < token
    a, b = (n.last, token) if before else (token, n.first)
    left = stream.row[n.first - 1] if n.first else "^"
    right = stream.row[n.last + 1] if n.last + 1 < len(stream.row) else "$"
    head = f"x{'b' if before else 'a'}{_apart(stream, n.first, token)}"
    quotes = min(3, stream.row.count("Q", a + 1, b))
    return [
        (_bare, head, stream.path(a, b), n.kind, bucket(b - a), left, right, quotes),
        (_bare_here, head, s.left, s.right, s.begin, s.end, s.sole),
        (_embedded, head, "", *_standing(c.paragraph, n.first, token, None)),
    ]


def _bare(head: str, path: str, kind: str, distance: str, left: str, right: str, quotes: int) -> list[str]:
    return [head, head + path, f"{head}k{kind}", f"{head}k{kind}{path}", f"{head}d{distance}", f"{head}<{left}",
            f"{head}>{right}{kind}", f"{head}Q{quotes}"]  # fmt: skip


def _bare_here(head: str, left: str, right: str, begin: str, end: str, sole: str) -> list[str]:
    return [f"{head}{left}{right}", f"{head}{begin}{end}", f"{head}{sole}"]


def _with_cue(s: Setting, c: Candidate, cue: CueSubject) -> list[Part]:
    paragraph = c.paragraph
    stream, token, row = paragraph.stream, s.piece.token, paragraph.stream.row
    n = paragraph.nominals[c.nominal]
    order = _order((n.first, "n"), (cue.token, "c"), (token, "q"))
    a, b = min(cue.token, token), max(cue.token, token)
    path = stream.path(a, b)
    apart = _apart(stream, cue.token, token)
    word = cue.cue
    between, quotes = min(4, row.count("c", a + 1, b)), min(3, row.count("Q", a + 1, b))
    reach = stream.path(min(n.last, token), max(n.first, token)) if order[1] == "n" else ""
    before = row[cue.token - 1] if cue.token else "^"
    report = paragraph.report_over(token, cue)
    held = "-" if report is None else str(int(report.chance * 5)) + report.clause.side
    if report is not None and paragraph.report_over(token) is report:
        held += "!"
    head = f"{order}{apart}"
    return [
        (_tied, head, path, s.begin, s.end, word.grade, word.form),
        (_worded, order, apart, word.lemma, path),
        (_spaced, head, bucket(b - a), s.left, s.right, s.begin, s.end, between, quotes),
        (_named, head, n.kind, n.determined, path, reach, s.size, s.begin),
        (_held, order, apart, held, s.begin, s.end, before, a == token, int(cue.share * 4), s.sole),
        (_embedded, head, word.grade, *_standing(paragraph, n.first, token, cue)),
    ]


def _standing(paragraph: Paragraph, first: int, token: int, cue: CueSubject | None) -> tuple[str, int]:
    """Is the candidate inside what another cue reports (X says Y called it “…”), and how many cues come earlier?"""
    stream = paragraph.stream
    best = "-"
    top = 0.0
    for r in paragraph.reports(stream.sentence[first]):
        if r.clause.cue is not cue and r.clause.first <= first <= r.clause.last and r.chance > top:
            top = r.chance
            best = f"{int(r.chance * 4)}{r.clause.first <= token <= r.clause.last:d}{r.clause.cue.cue.grade[0]}"
    beside = paragraph.cues_beside(token)
    earlier = sum(1 for c in beside if cue is not None and c.token < cue.token)
    return best, min(3, earlier)


def _embedded(head: str, grade: str, inside: str, earlier: int) -> list[str]:
    return [f"E{inside}", f"E{head}{inside}", f"E{head}{earlier}", f"E{head}{grade}{earlier}"]


def _tied(head: str, path: str, begin: str, end: str, grade: str, form: str) -> list[str]:
    return [head, head + path, f"{head}p{path}{begin}{end}", f"{head}{grade}{form}", f"{head}{form}{path}"]


def _worded(order: str, apart: int, lemma: str, path: str) -> list[str]:
    return [f"{order}{apart}L{lemma}", f"{order}L{lemma}{path}" if len(path) < 3 else ""]


def _spaced(
    head: str, distance: str, left: str, right: str, begin: str, end: str, between: int, quotes: int
) -> list[str]:
    return [f"{head}d{distance}", f"{head}{left}{right}{begin}", f"{head}{end}{right}", f"{head}c{between}Q{quotes}"]


def _named(head: str, kind: str, determined: bool, path: str, reach: str, size: str, begin: str) -> list[str]:
    return [f"{head}k{kind}", f"{head}k{kind}{determined:d}{path}", f"{head}z{size}{begin}", f"{head}r{reach}"]


def _held(
    order: str, apart: int, held: str, begin: str, end: str, before: str, first: bool, share: int, sole: str
) -> list[str]:
    head = f"{order}{apart}"
    return [f"{head}<{before}{first:d}", f"{head}s{share}", f"{head}{sole}", f"H{held}", f"{head}H{held}",
            f"{order}H{held}{begin}{end}"]  # fmt: skip


def rank_speakers(s: Setting, candidates: list[Candidate], weights: Model) -> tuple[Candidate | None, float]:
    """The best candidate, or None for nobody named, and its share."""
    scores = [weights.sum(speaker_parts(s, c)) for c in candidates]
    scores.append(weights.sum(nobody_parts(s)))
    shares = softmax(scores)
    best = max(range(len(shares)), key=shares.__getitem__)
    return (candidates[best] if best < len(candidates) else None), shares[best]


def nobody_parts(s: Setting) -> list[Part]:
    """What speaks for a quotation whose speaker is not named."""
    return [(_unnamed, s.left, s.right, s.size, s.begin, s.end, s.sole, s.last is None)]


def _unnamed(left: str, right: str, size: str, begin: str, end: str, sole: str, first: bool) -> list[str]:
    return ["0", f"0{left}{right}", f"0{size}{begin}{end}", f"0{sole}", f"0{first:d}"]
