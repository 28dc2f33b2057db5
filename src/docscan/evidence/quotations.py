"""Do these quoted words stand in the sources, and if not quite, what differs?

Marked ellipses and [brackets] part a quotation into segments; each must stand in a source, in order, in one
document. Typography, case and the reporting clause that breaks a quotation in the source are no differences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from docscan.document import Document
from docscan.evidence.alignment import Change
from docscan.evidence.index import UNKNOWN, Index, Match
from docscan.evidence.words import Word, find_words, negates

_ELLIPSIS_GAP = 1_000  # source words that a marked ellipsis may leave out
_BRACKET_GAP = 15  # source words that a bracket may stand for
_TRIES = 200  # occurrences of a first segment that are followed up
_PIECE = 120  # words of a quotation compared in one go
_NEAR = 0.5  # share of weight that makes it the same quotation
_CUT = 2  # words from which a quotation should keep the negation beside it
_NEARBY = 60  # code points beside a quotation in which a negation of ours may stand
_CLOSE_NEGATIONS = ("not", "never", "cannot")
_AROUND = 4  # words shown on either side of a change
_SHOWN = 10  # changes shown
_SPACE = re.compile(r"\s+")


class Segment(NamedTuple):
    """Words that must follow one another; `gap` source words may stand before them."""

    words: tuple[Word, ...]
    gap: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`status`: supported | altered | spliced | absent; where in the sources; the word diff of an altered one."""

    status: str
    document: Document | None = None
    start: int = 0
    end: int = 0
    diff: str = ""
    negation: str = ""  # lost | added

    @property
    def place(self) -> tuple[Document, int, int]:
        """Where in the sources; only of a verdict that has a document."""
        assert self.document is not None
        return self.document, self.start, self.end


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(
        r"[\[(]\s?(?:\.\s?\.\s?\.|…)\s?[\])]|\.(?:\s?\.){2,4}|…"  # ellipses, bracketed or not
        r"|(?P<bracket>(?<!\w)\[[^\[\]\n]{0,80}\](?!\w))"  # not letters changed inside a word: [T]he
    )


def find_segments(text: str, start: int, end: int) -> list[Segment]:
    """The segments of the quotation text[start:end], words with offsets into `text`."""
    segments: list[Segment] = []
    at, gap = start, 0
    for m in _breaks().finditer(text, start, end):
        if words := find_words(text, at, m.start()):
            segments.append(Segment(tuple(words), gap if segments else 0))
            gap = 0
        gap = max(gap, _BRACKET_GAP if m.group("bracket") else _ELLIPSIS_GAP)
        at = m.end()
    if words := find_words(text, at, end):
        segments.append(Segment(tuple(words), gap if segments else 0))
    return segments


def verify(index: Index, text: str, start: int, end: int) -> Verdict:
    """Whether text[start:end] is quoted as the sources have it."""
    segments = find_segments(text, start, end)
    if not segments:
        return Verdict("supported")
    numbered = [index.numbers(w.text for w in s.words) for s in segments]
    place = _follow(index, segments, numbered)
    if place is not None:
        lost = _cut_negation(index, text, segments, numbered)
        return lost or Verdict("supported", *index.span(*place))
    verdicts = [_verify_segment(index, text, segment) for segment in segments]
    worst = max(verdicts, key=lambda v: ("supported", "altered", "absent").index(v.status))
    if worst.status != "supported":
        return worst
    return verdicts[0] if len(segments) == 1 else _joined(verdicts)


def _cut_negation(
    index: Index, text: str, segments: Sequence[Segment], numbered: Sequence[Sequence[int]]
) -> Verdict | None:
    """The source's "not" just before or after the quoted words, if our text has none there either."""
    if len(segments) > 1 or len(numbered[0]) < _CUT:
        return None
    words = segments[0].words
    before = find_words(text, max(0, words[0].start - _NEARBY), words[0].start)
    after = find_words(text, words[-1].end, words[-1].end + _NEARBY)
    ours = any(negates(w.text) for w in (*before[-_AROUND:], *after[:_AROUND]))
    first: Verdict | None = None
    for at in [] if ours else index.find(numbered[0], limit=_TRIES):
        cut = next((p for p in (at - 1, at + len(words)) if _is_joined_negation(index, p, at)), None)
        if cut is None:
            return None
        if first is None:
            change = Change(0, 0, cut, cut + 1) if cut < at else Change(len(words), len(words), cut, cut + 1)
            shown = _show(index, text, words, [change])
            first = Verdict("altered", *index.span(at, at + len(words)), shown, "lost")
    return first


def _is_joined_negation(index: Index, place: int, at: int) -> bool:
    """Whether a "not" stands at `place` with nothing but a space between it and the words at `at`."""
    if index.words[place] not in index.numbers(_CLOSE_NEGATIONS) or index.words[place] == UNKNOWN:
        return False
    word = index.word(place)
    document = index.documents[index.document(place)]
    between = document.text[word.end : word.end + 1] if place < at else document.text[word.start - 1 : word.start]
    return between.isspace()


def _joined(verdicts: Sequence[Verdict]) -> Verdict:
    """All segments are in the sources: in one document and in order, or from different places."""
    ordered = all(a.document is b.document and a.start <= b.start for a, b in pairwise(verdicts))
    first = verdicts[0]
    return Verdict("supported" if ordered else "spliced", first.document, first.start, first.end)


def _follow(index: Index, segments: Sequence[Segment], numbered: Sequence[Sequence[int]]) -> tuple[int, int] | None:
    """Source words [start, end) at which every segment stands exactly, one after the other."""
    first = numbered[0]
    for at in index.find(first, limit=1 if len(segments) == 1 else _TRIES):
        end = at + len(first)
        for segment, numbers in zip(segments[1:], numbered[1:], strict=True):
            found = index.find(numbers, end, end + segment.gap + 1)
            if not found or index.document(found[0]) != index.document(at):
                break
            end = found[0] + len(numbers)
        else:
            return at, end
    return None


def _verify_segment(index: Index, text: str, segment: Segment) -> Verdict:
    """One segment by itself, a long one in pieces."""
    verdicts = []
    for at in range(0, len(segment.words), _PIECE):
        verdicts.append(_verify_words(index, text, segment.words[at : at + _PIECE]))
    for status in ("absent", "altered"):
        for verdict in verdicts:
            if verdict.status == status:
                return verdict
    return verdicts[0]


def _verify_words(index: Index, text: str, words: Sequence[Word]) -> Verdict:
    numbers = index.numbers(w.text for w in words)
    if found := index.find(numbers):
        return Verdict("supported", *index.span(found[0], found[0] + len(words)))
    best: Verdict | None = None
    for match in index.nearest(numbers):
        match = _compact(index, numbers, match)
        differing = _differences(index, words, match)
        if not differing:
            return Verdict("supported", *index.span(match.start, match.end))
        if best is None and _is_near(words, match):
            best = _altered(index, text, words, match, differing)
    return best or Verdict("absent")


def _compact(index: Index, numbers: Sequence[int], match: Match) -> Match:
    """The heaviest run of pairs without a gap longer than the quotation itself, reporting clauses apart."""
    runs: list[list[tuple[int, int]]] = [[]]
    for pair in match.pairs:
        if runs[-1] and pair[1] - runs[-1][-1][1] > max(4, len(numbers)):
            last = runs[-1][-1]
            if not _is_interruption(index, Change(last[0] + 1, pair[0], last[1] + 1, pair[1])):
                runs.append([])
        runs[-1].append(pair)
    if len(runs) == 1:
        return match
    weights = [sum(index.weight(numbers[i]) for i, _ in run) for run in runs]
    best = max(range(len(runs)), key=weights.__getitem__)
    pairs = runs[best]
    return Match(pairs[0][1], pairs[-1][1] + 1, tuple(pairs), match.score * weights[best] / sum(weights))


def _is_near(words: Sequence[Word], match: Match) -> bool:
    """Close enough to be the same quotation worded differently."""
    return len(match.pairs) >= 2 and len(words) >= 3 and match.score >= _NEAR


def _differences(index: Index, words: Sequence[Word], match: Match) -> list[Change]:
    """The changes that matter."""
    return [c for c in index.changes(match, len(words)) if not _is_harmless(index, words, c)]


def _is_harmless(index: Index, words: Sequence[Word], change: Change) -> bool:
    """The same letters spaced differently, or the source's own reporting clause between two quotations."""
    theirs = _their_words(index, change)
    if change.start == change.end:
        return _is_interruption(index, change)
    ours = "".join(w.text for w in words[change.start : change.end])
    return ours == "".join(theirs)


def _is_interruption(index: Index, change: Change) -> bool:
    """Whether what we leave out stands between a closing and an opening mark in the source."""
    document = index.documents[index.document(change.their_start)]
    before, after = index.word(change.their_start - 1), index.word(change.their_end)
    if after.start <= before.end:
        return False
    left_out = document.text[before.end : after.start]
    first = _MARK.search(left_out)
    last = left_out[len(left_out.rstrip()) - 1 :] if left_out.strip() else ""
    return first is not None and not any(c.isalnum() for c in left_out[: first.start()]) and last[:1] in _OPENING


_MARK = re.compile(r"[\"”’'»“«]")
_OPENING = frozenset("\"“‘'«»")


def _their_words(index: Index, change: Change) -> list[str]:
    return [index.word(place).text for place in range(change.their_start, change.their_end)]


def _altered(index: Index, text: str, words: Sequence[Word], match: Match, differing: Sequence[Change]) -> Verdict:
    lost = added = False
    for change in differing:
        ours = any(negates(w.text) for w in words[change.start : change.end])
        theirs = any(map(negates, _their_words(index, change)))
        lost, added = lost or (theirs and not ours), added or (ours and not theirs)
    document, start, end = index.span(match.start, match.end)
    negation = "lost" if lost else "added" if added else ""
    return Verdict("altered", document, start, end, _show(index, text, words, differing), negation)


def _show(index: Index, text: str, words: Sequence[Word], differing: Sequence[Change]) -> str:
    """`two [persons->people] from Chechnya`: the source's words, an arrow, ours."""

    def ours(start: int, end: int) -> str:
        return _SPACE.sub(" ", text[words[start].start : words[end - 1].end]) if start < end else ""

    parts = []
    at = max(0, differing[0].start - _AROUND)
    if at:
        parts.append("…")
    for change in differing[:_SHOWN]:
        if change.start - at > 2 * _AROUND:
            parts += [ours(at, at + _AROUND), "…"]
            at = change.start - _AROUND
        parts += [ours(at, change.start), f"[{_theirs(index, change)}->{ours(change.start, change.end)}]"]
        at = change.end
    end = min(len(words), at + _AROUND)
    parts += [ours(at, end), "…" if end < len(words) else ""]
    return " ".join(filter(None, parts))


def _theirs(index: Index, change: Change) -> str:
    """The source's own words of a change."""
    if change.their_start >= change.their_end:
        return ""
    document, start, end = index.span(change.their_start, change.their_end)
    return _SPACE.sub(" ", document.text[start:end])


__all__ = ["UNKNOWN", "Segment", "Verdict", "find_segments", "verify"]
