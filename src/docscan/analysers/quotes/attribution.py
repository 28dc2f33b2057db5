"""From paragraphs to attributed quotations: kinds, speakers, reported clauses and utterances, in one forward pass."""

from __future__ import annotations

from dataclasses import dataclass

from docscan.analysers.quotes.clauses import Report
from docscan.analysers.quotes.kinds import judge_kind, kind_features, name_other
from docscan.analysers.quotes.page import Paragraph
from docscan.analysers.quotes.speakers import Candidate, Piece, describe, find_candidates, rank_speakers
from docscan.analysers.quotes.stream import read_streams
from docscan.document import Document
from docscan.records import Span
from docscan.text.marks import Quotation

NOBODY = 0.5  # share of "nobody's words" from which a piece is none
REPORTED = 0.5  # chance from which an indirect quotation is reported


@dataclass(slots=True)
class Draft:
    """A quotation before names are resolved. `utterance` is the draft that begins the same statement."""

    kind: str
    start: int
    end: int
    content: Span
    paragraph: Paragraph
    speaker: Candidate | None
    cue: tuple[int, str, str] | None  # token, lemma, grade
    quotation: Quotation | None
    confidence: float
    continued: bool = False
    utterance: Draft | None = None


def attribute(document: Document, *, everything: bool) -> list[Draft]:
    """Every quotation of `document` in order; with `everything` also what nobody said and unlikely reports."""
    reader = _Reader(document, everything)
    for stream in read_streams(document):
        reader.read(Paragraph(stream))
    return reader.drafts


class _Reader:
    """What is carried from piece to piece: the paragraph before, the last speaker and the last draft."""

    def __init__(self, document: Document, everything: bool) -> None:
        self.text = document.text
        self.everything = everything
        self.drafts: list[Draft] = []
        self.before: Paragraph | None = None
        self.last: Candidate | None = None
        self.last_draft: Draft | None = None

    def read(self, paragraph: Paragraph) -> None:
        """Attribute every piece and every reported clause of one paragraph."""
        found: list[Draft] = []
        kind, at = "-", -1
        for token in paragraph.stream.quotes:
            draft = self._read_piece(paragraph, token, kind, at)
            kind = draft.kind[0] if draft.kind in ("direct", "mixed") else "n"
            if kind != "n":
                found.append(draft)
                at = token
            elif self.everything:
                found.append(draft)
        found += self._reports(paragraph, found)
        found.sort(key=lambda d: (d.start, -d.end))
        self.drafts += found
        self.before = paragraph

    def _read_piece(self, paragraph: Paragraph, token: int, before: str, at: int) -> Draft:
        stream = paragraph.stream
        q = stream.quotes[token]
        direct, mixed, none = judge_kind(kind_features(paragraph, token, self.text, before))
        start, end = _trim(self.text, q.start, q.end)
        if none > max(direct, mixed, NOBODY):
            other = name_other(paragraph, token, self.text)
            return Draft(other, start, end, Span(start, end), paragraph, None, None, q, round(none, 3))
        kind = "direct" if direct >= mixed else "mixed"
        setting = describe(Piece(paragraph, token), self.text, self.last, at)
        candidates = find_candidates(Piece(paragraph, token), self.before, self.last)
        speaker, share = rank_speakers(setting, candidates)
        draft = Draft(kind, start, end, Span(start, end), paragraph, speaker, None, q, 0.0)
        draft.confidence = round((1 - none) * (0.4 + 0.6 * share), 3)
        if speaker is not None and self.last is not None:
            draft.continued = speaker.paragraph is self.last.paragraph and speaker.nominal == self.last.nominal
        self._note_cue(draft, token)
        if kind == "mixed":
            self._note_clause(draft, token)
        self._join(draft, at, token)
        self.last, self.last_draft = speaker, draft
        return draft

    def _note_cue(self, draft: Draft, token: int) -> None:
        cue = draft.speaker.cue if draft.speaker else None
        if cue is not None and draft.speaker is not None and draft.speaker.paragraph is draft.paragraph:
            draft.cue = (cue.token, cue.cue.lemma, cue.cue.grade)

    def _note_clause(self, draft: Draft, token: int) -> None:
        paragraph = draft.paragraph
        cue = draft.speaker.cue if draft.speaker else None
        report = paragraph.report_over(token, cue) if cue else None
        best = paragraph.report_over(token)
        if report is None or (best is not None and best.chance > report.chance + 0.5):
            report = best
        if report is None:
            return
        draft.content = _span(paragraph, report)
        if draft.cue is None:
            c = report.clause.cue
            draft.cue = (c.token, c.cue.lemma, c.cue.grade)

    def _join(self, draft: Draft, at: int, token: int) -> None:
        """Does this piece go on with the statement before it?"""
        last = self.last_draft
        if last is None or draft.quotation is None or last.quotation is None or last.kind != draft.kind:
            return
        chained = draft.quotation.continues and draft.quotation.chain == last.quotation.chain
        broken = at >= 0 and draft.continued and draft.kind == "direct"
        if chained or broken:
            draft.utterance = last.utterance or last

    def _reports(self, paragraph: Paragraph, pieces: list[Draft]) -> list[Draft]:
        """Reported clauses without marks."""
        found: list[Draft] = []
        floor = 0.2 if self.everything else REPORTED
        for report in sorted(paragraph.reports, key=lambda r: -r.chance):
            clause = report.clause
            if report.chance < floor or paragraph.stream.row.find("Q", clause.first, clause.last + 1) >= 0:
                continue
            span = _span(paragraph, report)
            if any(_overlap(span, d.content) > 0.6 for d in found) or any(
                d.kind == "mixed" and _overlap(span, d.content) > 0.6 for d in pieces
            ):
                continue
            cue = clause.cue
            speaker = Candidate(paragraph, cue.subject, cue) if cue.subject is not None else None
            draft = Draft(
                "indirect", *span, span, paragraph, speaker, (cue.token, cue.cue.lemma, cue.cue.grade), None, 0.0
            )
            draft.confidence = round(report.chance * (0.5 + 0.5 * cue.share), 3)
            found.append(draft)
        return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _span(paragraph: Paragraph, report: Report) -> Span:
    stream = paragraph.stream
    return Span(stream.starts[report.clause.first], stream.ends[report.clause.last])


def _overlap(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return max(0, shared) / max(1, max(a.end, b.end) - min(a.start, b.start))
