"""Who spoke a quotation: candidates from its paragraph and the one before, scored by a linear model."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from docscan.analysers.quotes.page import Paragraph
from docscan.analysers.quotes.ranker import Weights, score, softmax, weights
from docscan.analysers.quotes.stream import Stream
from docscan.analysers.quotes.subjects import CueSubject, bucket

_BACK, _AHEAD = 70, 40  # tokens
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
    sole = "Q" if set(row) <= {"Q", "."} else "q" if row[0] == "Q" else "-"
    return Setting(
        piece, begin, end, size, last, last_token, row[token - 1] if token else "^",
        row[token + 1] if token + 1 < len(row) else "$", sole, stream.quotes[token].continues,
    )  # fmt: skip


def speaker_features(s: Setting, c: Candidate) -> list[str]:
    """What speaks for or against `c`."""
    same = s.last is not None and s.last.paragraph is c.paragraph and s.last.nominal == c.nominal
    features = _continuation(s, same)
    if c.paragraph is not s.piece.paragraph:
        features += _from_before(s, c, same)
    elif c.cue is None:
        features += _without_cue(s, c)
    else:
        features += _with_cue(s, c, c.cue)
    return features


def _continuation(s: Setting, same: bool) -> list[str]:
    """Is it the speaker of the piece before, and does that piece stand in this paragraph?"""
    if s.last is None:
        return []
    who = "same" if same else "other"
    if s.last_token < 0:
        return [f"{who}P{s.sole}", f"{who}P{s.sole}{s.chained:d}{s.left}{s.right}"]
    stream, token = s.piece.paragraph.stream, s.piece.token
    path = stream.path(s.last_token, token)
    crossed = stream.sentence[token] != stream.sentence[s.last_token]
    last_end = stream.words[s.last_token]
    return [f"{who}{path}", f"{who}{crossed:d}{s.begin}{s.right}", f"{who}{crossed:d}{last_end}{s.left}{s.right}",
            f"{who}{s.left}{s.right}{s.begin}{s.end}"]  # fmt: skip


def _from_before(s: Setting, c: Candidate, same: bool) -> list[str]:
    stream = c.paragraph.stream
    n = c.paragraph.nominals[c.nominal]
    tail = stream.row[-1]
    cue = c.cue.cue.lemma if c.cue and tail == ":" else c.cue.cue.grade if c.cue else "-"
    close = stream.sentence[n.first] == stream.sentence[-1]
    return [
        f"B{tail}{close:d}", f"B{tail}{close:d}k{n.kind}", f"B{tail}c{cue}{close:d}", f"B{s.sole}{tail}{same:d}",
        f"B{s.sole}c{cue}", f"B{s.left}{s.right}", f"B{s.chained:d}{same:d}",
        f"B{tail}{stream.path(n.last, len(stream.row)-1)}" if close else "Bfar",
    ]  # fmt: skip


def _order(*marks: tuple[int, str]) -> str:
    return "".join(m for _, m in sorted(marks))


def _apart(stream: Stream, a: int, b: int) -> str:
    """How many sentences lie between two tokens (0, 1, 2)."""
    return str(min(2, abs(stream.sentence[a] - stream.sentence[b])))


def _without_cue(s: Setting, c: Candidate) -> list[str]:
    stream, token = c.paragraph.stream, s.piece.token
    n = c.paragraph.nominals[c.nominal]
    before = n.last < token
    side = "b" if before else "a"
    a, b = (n.last, token) if before else (token, n.first)
    path = stream.path(a, b)
    apart = _apart(stream, n.first, token)
    left = stream.row[n.first - 1] if n.first else "^"
    right = stream.row[n.last + 1] if n.last + 1 < len(stream.row) else "$"
    head = f"x{side}{apart}"
    return [
        head, head + path, f"{head}k{n.kind}", f"{head}k{n.kind}{path}", f"{head}d{bucket(b - a)}",
        f"{head}{s.left}{s.right}",
        f"{head}{s.begin}{s.end}", f"{head}<{left}", f"{head}>{right}{n.kind}",
        f"{head}Q{stream.row.count('Q', a + 1, b)}",
        f"{head}{s.sole}",
    ]  # fmt: skip


def _with_cue(s: Setting, c: Candidate, cue: CueSubject) -> list[str]:
    stream, token = c.paragraph.stream, s.piece.token
    n = c.paragraph.nominals[c.nominal]
    order = _order((n.first, "n"), (cue.token, "c"), (token, "q"))
    a, b = min(cue.token, token), max(cue.token, token)
    path = stream.path(a, b)
    apart = _apart(stream, cue.token, token)
    word = cue.cue
    head = order + apart
    between = stream.row.count("c", a + 1, b)
    quotes = stream.row.count("Q", a + 1, b)
    near = a if a == token else b
    report = c.paragraph.report_over(token, cue)
    held = "-" if report is None else str(int(report.chance * 5)) + report.clause.side
    best = c.paragraph.report_over(token)
    held += "!" if best is not None and best is report else ""
    reach = stream.path(min(n.last, token), max(n.first, token)) if order[1] == "n" else ""
    return [
        head, head + path, f"{head}p{path}{s.begin}{s.end}", f"{head}{word.grade}{word.form}",
        f"{head}{word.form}{path}", f"{head}L{word.lemma}", f"{order}L{word.lemma}{path}" if len(path) < 3 else "",
        f"{head}d{bucket(b - a)}", f"{head}{s.left}{s.right}{s.begin}", f"{head}{s.end}{s.right}",
        f"{head}c{between}Q{quotes}", f"{head}k{n.kind}", f"{head}k{n.kind}{n.determined:d}{path}",
        f"{head}z{s.size}{s.begin}",
        f"{head}r{reach}", f"{head}<{stream.row[cue.token - 1] if cue.token else '^'}{near == token:d}",
        f"{head}s{int(cue.share * 4)}", f"{head}{s.sole}",
        f"H{held}", f"{head}H{held}", f"{order}H{held}{s.begin}{s.end}",
    ]  # fmt: skip


def rank_speakers(
    s: Setting, candidates: list[Candidate], model: Weights | None = None
) -> tuple[Candidate | None, float]:
    """The best candidate, or None for nobody named, and its share."""
    model = weights("speakers") if model is None else model
    scores = [score(model, speaker_features(s, c)) for c in candidates]
    scores.append(score(model, nobody_features(s)))
    shares = softmax(scores)
    best = max(range(len(shares)), key=shares.__getitem__)
    return (candidates[best] if best < len(candidates) else None), shares[best]


def nobody_features(s: Setting) -> list[str]:
    """What speaks for a quotation whose speaker is not named."""
    return ["0", f"0{s.left}{s.right}", f"0{s.size}{s.begin}{s.end}", f"0{s.sole}", f"0{s.last is None:d}"]
