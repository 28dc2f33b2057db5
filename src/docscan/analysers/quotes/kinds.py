"""Whose words are they: is a stretch in marks direct speech, part of a reporting clause, or nobody's statement?

A linear model decides between `direct`, `mixed` and none; what is nobody's is a `title`, a `term` or a `scare`.
"""

from __future__ import annotations

import re
from typing import Any

from docscan.analysers.quotes.page import Paragraph
from docscan.analysers.quotes.ranker import Model, softmax
from docscan.analysers.quotes.speakers import piece_shape
from docscan.analysers.quotes.stream import Stream, count_outside
from docscan.analysers.quotes.subjects import CueSubject
from docscan.lexicons import words
from docscan.text.marks import Quotation

_KEPT = 50_000  # features remembered
KINDS = ("direct", "mixed", "none")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def kind_features(paragraph: Paragraph, token: int, text: str, before: str) -> list[str]:
    """What the piece at `token` looks like; `before` is the kind of the piece before it in the paragraph or "-"."""
    stream = paragraph.stream
    row, low = stream.row, stream.low
    begin, end, size = piece_shape(stream, token, text)
    left, right = stream.edged[token - 1], stream.edged[token + 1]
    q = stream.quotes[token]
    first, last = stream.around(token)
    last -= 1
    opens, closes = token == first, token == last or (token == last - 1 and row[last] == ".")
    near = f"{left}{begin}{end}{right}"
    word = low[token - 1] if left in "TtFCAWVDG" else left
    after = low[token + 1] if right in "TtFCAWVDG" else right
    case = _capitals(stream, text, q)
    features = [
        "1", f"z{size}", f"z{size}{begin}", f"z{size}{end}", f"z{size}{left}", f"n{near}", f"l{left}{begin}",
        f"r{end}{right}", f"w{word}",
        f"w{word}{size}", f"a{after}", f"a{after}{size}", f"m{q.marks[:1]}{size}", f"o{opens:d}{closes:d}",
        f"o{opens:d}{closes:d}{size}{begin}{end}", f"p{before}", f"p{before}{left}{right}",
        f"p{before}{begin}{opens:d}",
        f"c{q.continues:d}{q.unclosed:d}", f"s{stream.outside(token)}",
        f"C{case}{size}", f"C{case}{left}",
    ]  # fmt: skip
    if stream.title or stream.block.kind != "body":
        head = "Bheadline" if stream.title else f"B{stream.block.kind}"
        features += [head, f"{head}{size}", f"{head}{stream.sole:d}", f"{head}{q.marks[:1]}{begin}"]
    features += _lexical(stream, token, size)
    features += _reported(paragraph, token, size, opens)
    features += _held(paragraph, token, f"{opens:d}{closes:d}", size + begin)
    features += _nearest_cues(paragraph, token, begin + end)
    return features


def _reported(paragraph: Paragraph, token: int, size: str, opens: bool) -> list[str]:
    """Does the piece stand inside a reported clause, and is it all of it?"""
    report = paragraph.report_over(token)
    if report is None:
        return ["rep-", f"rep-{size}{opens:d}"]
    clause = report.clause
    place = f"{clause.first == token:d}{clause.last == token:d}{clause.side}"
    chance, exact = int(report.chance * 5), int(report.exact * 4)
    row = paragraph.stream.row[clause.first : clause.last + 1]
    words = count_outside(row)
    outside = "0" if not words else "3" if words <= 3 else "6" if words <= 6 else "9"
    return [
        f"rep{chance}", f"rep{chance}{place}", f"rep{place}{size}", f"rep{chance}{size}", f"out{outside}{exact}",
        f"out{outside}{exact}{size}", f"out{outside}{place}", f"out{outside}{chance}Q{min(2, row.count('Q'))}",
    ]  # fmt: skip


def _held(paragraph: Paragraph, token: int, edges: str, shape: str) -> list[str]:
    """Is the piece the whole of what is said, or a part of it?"""
    whole, part = paragraph.holding(token)
    share = f"{int(5 * whole)}{int(5 * part)}"
    lead = int(4 * whole / (whole + part)) if whole + part > 0.3 else "-"
    return [f"D{share}", f"DW{lead}", f"DW{lead}{edges}", f"DW{lead}{shape}"]


def _capitals(stream: Stream, text: str, q: Quotation) -> str:
    """T title case, 1 a capitalised word alone, h some capitals, 0 none or a headline whose words all have them."""
    if stream.capitalised:
        return "0"
    found = _WORD.findall(text, q.start, min(q.end, q.start + 120))
    long = [w for w in found if len(w) > 3] or found
    capital = sum(w[:1].isupper() for w in long)
    return (
        "T" if capital == len(long) and len(found) > 1 else "1" if capital == len(long) else "h" if capital else "0"
    )


def _lexical(stream: Stream, token: int, size: str) -> list[str]:
    near = stream.low[max(0, token - 3) : token]
    features = []
    if words("title_nouns").intersection(near):
        features += ["title", f"title{size}"]
    if words("term_words").intersection(near):
        features += ["term", f"term{size}"]
    if words("title_nouns").intersection(stream.low[token + 1 : token + 3]):
        features.append("aftertitle")
    if _is_nickname(stream, token):
        features.append("nick")
    return features


def _nearest_cues(paragraph: Paragraph, token: int, shape: str) -> list[str]:
    """The nearest cue on each side in the sentence, and what lies between."""
    stream = paragraph.stream
    left: CueSubject | None = None
    right: CueSubject | None = None
    for cue in paragraph.cues_beside(token):
        if cue.token < token:
            left = cue
        elif right is None:
            right = cue
    features = []
    for side, c in (("L", left), ("R", right)):
        if c is None:
            features.append(side + "-")
            continue
        path = stream.path(min(c.token, token), max(c.token, token))
        features += [f"{side}{path}", f"{side}{path}{shape}", f"{side}{c.cue.grade}{c.cue.form}",
                     f"{side}g{c.cue.lemma}",
                     f"{side}g{c.cue.lemma}{path}" if len(path) < 3 else ""]  # fmt: skip
    features.append(f"LR{left is not None:d}{right is not None:d}")
    return features


def kind_options(features: list[str]) -> list[list[str]]:
    """The features as they stand for each of `KINDS`."""
    return [[f"{k[0]}\t{f}" for f in features] for k in KINDS]


def judge_kind(features: list[str], model: Model) -> list[float]:
    """The share of each of `KINDS`."""
    over_none: Any = model.group(_OverNone)
    total = sum(map(over_none.__getitem__, features), 0j)
    return softmax([total.real, total.imag, 0.0])


class _OverNone(dict[str, complex]):
    """A feature's weights for `direct` and for `mixed`, each less that for `none`, as the two parts of one number."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self._rows = [model.row(k[0]).get for k in KINDS]

    def __missing__(self, feature: str) -> complex:
        direct, mixed, none = (get(feature, 0.0) for get in self._rows)
        found = complex(direct - none, mixed - none)
        if len(self) < _KEPT:
            self[feature] = found
        return found


def name_other(paragraph: Paragraph, token: int, text: str) -> str:
    """What words in marks are that nobody is quoted with: title | term | scare."""
    stream = paragraph.stream
    near = stream.low[max(0, token - 3) : token]
    if words("term_words").intersection(near) or _is_nickname(stream, token):
        return "term"
    if words("title_nouns").intersection(near) or _capitals(stream, text, stream.quotes[token]) == "T":
        return "title"
    return "scare"


def _is_nickname(stream: Stream, token: int) -> bool:
    """William “Bill” Baker: between two names."""
    return stream.edged[token - 1] == stream.edged[token + 1] == "N"
